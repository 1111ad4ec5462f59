import ArgumentParser
import FoundationEssentials
import Model
import Reading
import Settings
import Sources
import Text

struct SourceExport: PantauCommand {
    static let permission = Permission.seeNumbers
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "The sources as an OPML 2.0 list, for feed readers and other squads.")

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Those that are disabled, too.")
    var all = false

    @Option(help: ArgumentHelp("Write a new file instead of standard output.", valueName: "file"))
    var out: String?

    func run(_ context: Context) async throws {
        let files = try context.sourceFiles()
        for problem in files.set.problems { context.output.warn(problem.description) }
        let sources = files.set.sources.filter { all || $0.isEnabled }
        var list = OPML()
        list.title = "Pantau"
        list.feeds = sources.compactMap { feed($0, in: files) }
        guard let out else {
            // OPML is what was asked for; a script that wants JSON gets it inside of JSON.
            guard context.output.isJSON else { return context.output.text(list.text) }
            return context.output.json(record(list, ["opml": .string(list.text)]))
        }
        do {
            try Data(list.text.utf8).write(to: URL(filePath: out), options: .withoutOverwriting)
        } catch {
            guard !FileManager.default.fileExists(atPath: out) else { throw CommandFailure(.exists(out)) }
            throw CommandFailure(.cannotCreate(out, why: "the folder is missing or not writable"))
        }
        if context.output.isJSON {
            context.output.json(record(list, ["file": .string(out)]))
        } else {
            context.output.note(.exported(list.feeds.count, to: out))
        }
    }

    private func record(_ list: OPML, _ more: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .compact(
            [("schema", "pantau.source.export/1"), ("sources", .integer(Int64(list.feeds.count)))]
                + more.map { ($0.key, $0.value) })
    }

    /// Grouped by the file it stands in. What may be a password does not leave with the list.
    private func feed(_ source: Source, in files: SourceFiles) -> OPML.Feed? {
        guard let url = WebURL(source.url)?.withoutCredentials else { return nil }
        let file = files.file(of: source.id)?.path.split(separator: "/").last ?? ""
        let group = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : String(file)
        var feed = OPML.Feed(
            url: url, title: source.outlet.cleanedLine(), site: url.resolving("/"), language: source.language?.rawValue,
            groups: group.isEmpty ? [] : [group], line: nil)
        feed.marks["id"] = source.id.value
        feed.marks["kind"] = source.kind.rawValue
        feed.marks["state"] = source.state
        return feed
    }
}
