import ArgumentParser
import Bundled
import Crawling
import FoundationEssentials
import Model
import Storing

struct InitCommand: PantauCommand {
    static let permission = Permission.configure
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a database only you can read, and copies of the feeds and rules to edit.")

    @OptionGroup var global: GlobalOptions

    @Option(help: "The name on your decisions: short, no blanks.")
    var user: String?

    @Flag(help: "Also load twelve invented articles, so that there is something to review without a network.")
    var demo = false

    func validate() throws {
        guard user == nil || Actor(user ?? "") != nil else {
            throw ValidationError("--user needs a short name of letters, digits, '.', '_' and '-'")
        }
    }

    func run(_ context: Context) async throws {
        guard let paths = context.paths else { throw CommandFailure(.noHome) }
        let database = try context.databasePath()
        let isNew = !FileManager.default.fileExists(atPath: database)
        let store = try context.store(.creating)
        context.output.say(isNew ? .madeDatabase(database) : .kept(database))
        try writeSettings(paths, context)
        for name in ["Feeds", "Lexicons"] {
            try copy(name, to: paths.config + "/" + name, context)
        }
        if demo { try await loadDemo(into: store, context) }
        context.output.say(demo ? .tryDemo : .initialized)
    }

    /// Read and scored as a crawl does. Loaded again they are known, and no harm is done.
    private func loadDemo(into store: Store, _ context: Context) async throws {
        let pages = BundledFile.files(in: "Demo").map(\.text)
        let (reader, author, now) = (try context.articleReader(), context.crawler, context.now)
        let articles = reader.demonstration(pages, at: now)
        let summary = try await store.write { db in
            try db.commit(articles, by: author, at: now, placing: reader.place)
        }
        context.output.say(
            summary.new == 0 ? .demoKnown(articles.count) : .demoLoaded(summary.new, leads: summary.made.count))
    }

    /// Never over a file that is there: it is somebody's work.
    private func writeSettings(_ paths: Paths, _ context: Context) throws {
        let path = paths.config + "/config.yaml"
        guard !FileManager.default.fileExists(atPath: path) else { return context.output.say(.kept(path)) }
        let name = user ?? context.actor.name
        let text = """
            # Settings of pantau; `pantau info` and the README list them all.
            lang: \(context.language.rawValue)
            user: \(name)
            # contact: an address by which a webmaster can reach you; told to every host we visit

            """
        try create(path, text)
        context.output.say(.made(path))
    }

    private func copy(_ name: String, to folder: String, _ context: Context) throws {
        guard !FileManager.default.fileExists(atPath: folder) else { return context.output.say(.kept(folder)) }
        let files = BundledFile.files(in: name)
        for file in files { try create(folder + "/" + file.path.dropFirst(name.utf8.count + 1), file.text) }
        context.output.say(.copied(files.count, to: folder))
    }

    private func create(_ path: String, _ text: String) throws {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch {
            throw CommandFailure(.cannotCreate(path, why: "the folder cannot be made or written to"))
        }
    }
}
