import ArgumentParser
import Identifying
import Model
import Storing
import Text

/// A text that rules are tried on.
struct TrialText {
    /// The article's number, or the id that a line of JSON gives.
    var id: String
    var source: String
    var title: String
    var text: String
    var state: LeadState?
    var isProtected = false
}

/// The texts that rules are tried on: the articles of the store, or JSON Lines.
struct KeptTexts: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "JSON Lines with \"title\" and \"text\", instead of the articles of the store.", valueName: "file"))
    var texts: String?

    @Option(help: ArgumentHelp("Only articles retrieved in the last time, such as 30d.", valueName: "duration"))
    var since: String?

    func validate() throws {
        guard since == nil || TimeSpan(since ?? "") != nil else {
            throw ValidationError("--since needs a duration such as 30d, not \"\(since ?? "")\"")
        }
        guard since == nil || texts == nil else { throw ValidationError("--since is for the articles of the store") }
    }

    /// Calls `body` with each text, in the order of their numbers or lines. Nothing is written.
    func forEach(_ context: Context, _ body: (TrialText) -> Void) async throws {
        if let texts { return try forEachLine(of: texts, context, body) }
        let store = try context.store(.reading)
        let start = since.flatMap(TimeSpan.init).map { context.now - $0 }
        var last: ArticleID?
        while true {
            let position = last
            let kept = try await store.read { db in
                try db.keptTexts(after: position, since: start, limit: Self.step)
            }
            guard let end = kept.last else { return }
            for text in kept {
                body(
                    TrialText(
                        id: "\(text.id.value)", source: text.source.value, title: text.title, text: text.text,
                        state: text.state, isProtected: text.isProtected))
            }
            last = end.id
        }
    }

    /// Articles read at once: what is kept in memory of them.
    private static let step = 200

    /// A bad line is told and passed over.
    private func forEachLine(of path: String, _ context: Context, _ body: (TrialText) -> Void) throws {
        let bytes: [UInt8]
        do {
            bytes = try readBytes(path)
        } catch {
            throw CommandFailure(.unreadable(path, why: "it is not there or not readable", exit: .badData))
        }
        for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == 32 || $0 == 13 }) {
            do throws(JSONError) {
                let text = try JSONValue(parsing: line)
                guard text.members != nil else {
                    context.output.warn("\(path):\(number + 1):1: a line holds one JSON object")
                    continue
                }
                body(trial(text, line: number + 1, of: path))
            } catch {
                context.output.warn("\(path):\(number + 1):\(error.offset + 1): \(error.reason)")
            }
        }
    }

    private func trial(_ text: JSONValue, line: Int, of path: String) -> TrialText {
        let id = text["id"].flatMap { $0.string ?? $0.integer.map { String($0) } }
        return TrialText(
            id: id ?? "\(line)", source: text["source"]?.string ?? path,
            title: maskIdentifiers(in: text["title"]?.string ?? "").text,
            text: maskIdentifiers(in: text["text"]?.string ?? "").text)
    }
}
