import ArgumentParser
import Locking
import Model
import Storing
import StoringSamples
import Terminal
import Testing

@testable import pantau

/// A desk in memory with a database of its own, at which several logins sit one after another.
final class MemoryDesk: Sendable {
    let folder: TemporaryFolder
    let store: Store

    /// What a command wrote, and why it did not do its work.
    struct Written: Sendable {
        var data = ""
        var messages = ""
        var failure: Message?

        var lines: [String] { data.split(separator: "\n").map(String.init) }
        var records: [[String]] {
            lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        }
    }

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    /// Runs a command as a login of the operating system; without a terminal unless it asks for a table.
    /// A ␣ in a word stands for a blank.
    @discardableResult
    func run(
        _ line: String, by login: String = "aminah", language: ScreenLanguage = .english, columns: Int = 100,
        at now: Instant = Sample.monday
    ) async throws -> Written {
        let written = Lock(Written())
        let words = line.split(separator: " ").map { String($0).replacing("␣", with: " ") }
        let parsed = try Pantau.parseAsRoot(words + ["--db", folder.database])
        let command = try #require(parsed as? any PantauCommand)
        let environment = ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path]
        var context = try Context(command.global, environment: environment)
        context.clock = { now }
        context.unixUser = login
        context.actor = context.asked ?? Actor(login) ?? context.actor
        context.output = Output(
            language: language, format: command.global.json ? .json : command.global.format ?? .tsv,
            terminal: TerminalTraits(isTerminal: false, columns: columns)
        ) { stream, text in
            written.withLock {
                switch stream {
                case .data: $0.data += text
                case .messages: $0.messages += text
                }
            }
        }
        do {
            try await command.begin(in: context)
        } catch let failure as CommandFailure {
            written.withLock { $0.failure = failure.message }
        }
        return written.withLock { $0 }
    }

    func keep(_ found: FoundArticle..., at now: Instant = Sample.monday) async throws {
        let result = Sample.result(found, at: now)
        try await store.write { db in _ = try db.commit(result) { _, _, _ in .alone } }
    }

    /// Lead 1 is protected, lead 2 is not; both tell of an invented man.
    func keepTwoLeads() async throws {
        let told = Sample.article(2, title: "Rekaan Contoh hilang rumah", text: "Rekaan bin Contoh, 34, hilang rumah.")
        try await keep(
            Sample.found(
                Sample.article(1, title: "Rekaan Contoh didera", text: "Rekaan bin Contoh, 34, didera."),
                score: Sample.score(90, urgency: .urgent, needs: [.abuse], isProtected: true)),
            Sample.found(told, score: Sample.score(60)))
    }

    /// Registers one login for each role, named after it; aminah is the owner.
    func registerEverybody() async throws {
        for role in Role.allCases { try await run("user add \(role.rawValue) --role \(role.rawValue)") }
    }

    func log() async throws -> [JournalEntry] {
        try await store.read { db in try db.journal(JournalQuery()) }
    }
}
