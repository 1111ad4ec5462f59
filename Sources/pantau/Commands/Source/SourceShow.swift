import ArgumentParser
import Crawling
import Fetching
import Model
import Reading
import Scheduling
import Settings
import Sources
import Storing
import Terminal
import Text

struct SourceShow: PantauCommand {
    static let permission = Permission.seeNumbers
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One source: its file, how it fares, its last 30 polls, what was learnt of it.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The id of a source.", valueName: "id"))
    var id: String

    func run(_ context: Context) async throws {
        let files = try context.sourceFiles()
        for problem in files.set.problems { context.output.warn(problem.description) }
        let card = try await card(files, context)
        if context.output.isJSON { context.output.json(card.json) } else { card.write() }
    }

    private func card(_ files: SourceFiles, _ context: Context) async throws -> SourceCard {
        let source = files.set.sources.first { $0.id.value == id }
        let url = source.flatMap { WebURL($0.url) }
        let standings = try await context.sourceStandings()
        // One that no file has any more can be shown as long as the store knows it.
        guard let sourceID = source?.id ?? standings.keys.first(where: { $0.value == id }) else {
            throw CommandFailure(
                .unknownSource(
                    String(id.prefix(60)), near: nearest(to: id, among: files.set.sources.map(\.id.value))))
        }
        var standing: SourceStanding?
        if standings[sourceID] != nil {
            standing = try await sourceStanding(
                of: sourceID, origin: url?.origin, in: context.store(.reading), at: context.now)
        }
        let permission = try robotsPermission(standing?.robots, url, context)
        let twin = files.set.sources.twins(standings.mapValues(\.state))[sourceID]
        return SourceCard(
            record: SourceRecord(sourceID, source, standing, twinOf: twin, at: context.now),
            place: files.place(of: sourceID),
            permission: permission, twins: twins(of: sourceID, source, files.set.sources, standings),
            policy: source.map { source in
                policy(
                    of: source, among: files.set.sources, standings, pollsPerSource: context.settings.pollsPerDay)
            } ?? Policy(), context: context)
    }

    private func robotsPermission(
        _ copy: RobotsCopy?, _ url: WebURL?, _ context: Context
    ) throws -> RobotsCopy.Permission? {
        guard let copy, let url,
            let agent = UserAgent(version: Pantau.configuration.version, contact: context.settings.contact ?? "")
        else { return nil }
        return copy.permission(for: agent, to: url)
    }

    /// Sources that are the same document: one address in two spellings, or one body under two addresses.
    private func twins(
        of id: SourceID, _ source: Source?, _ all: [Source], _ standings: [SourceID: SourceStanding]
    ) -> [SourceID] {
        let key = source.map { AddressKey($0.url) }
        let body = standings[id]?.state.memory.bodyHash.flatMap { $0.isEmpty ? nil : $0 }
        let twins = all.filter { other in
            guard other.id != id else { return false }
            return AddressKey(other.url) == key
                || (body != nil && standings[other.id]?.state.memory.bodyHash == body)
        }
        return twins.map(\.id)
    }
}
