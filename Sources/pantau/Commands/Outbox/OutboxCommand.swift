import ArgumentParser
import Model
import Referring
import Storing
import Terminal
import Text

/// What is accepted and has not left yet.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "What was accepted and has not left yet.",
        subcommands: [OutboxList.self, OutboxSendNow.self, OutboxHold.self], defaultSubcommand: OutboxList.self)
}

struct OutboxList: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What waits, and until when it can be undone.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        let now = context.now
        let rows = try await store.read { db in try db.prospects(ProspectQuery(isSent: false)) }
            .filter { $0.members == 0 && $0.closedAs == nil }.sorted { ($0.sendsAt, $0.ref) < ($1.sendsAt, $1.ref) }
        switch context.output.format {
        case .json, .jsonl: for row in rows { context.output.json(row.changeRecord) }
        case .id: for row in rows { context.output.record([row.ref.description]) }
        case .tsv: for row in rows { context.output.record([row.ref.description, row.sendsAt.rfc3339()]) }
        case .table:
            guard !rows.isEmpty else { return context.output.say(.outboxEmpty) }
            for row in rows {
                let state: Message = row.sendsAt > now ? .leavesAt(row.sendsAt) : .leavesNext
                context.output.line(StyledText("\(row.ref)  \(state.text(in: context.language))"))
            }
        }
    }
}

struct OutboxSendNow: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "send-now", abstract: "End the hold: the same as prospect release.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    func run(_ context: Context) async throws {
        var release = ProspectRelease()
        (release.global, release.prospects) = (global, prospects)
        try await release.run(context)
    }
}

struct OutboxHold: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Hold longer: the same as prospect hold.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    @Option(name: .customLong("for"), help: ArgumentHelp("How long, such as 2h or 3d.", valueName: "duration"))
    var span: String = "24h"

    func run(_ context: Context) async throws {
        var hold = ProspectHold()
        (hold.global, hold.prospects, hold.span) = (global, prospects, span)
        try hold.validate()
        try await hold.run(context)
    }
}
