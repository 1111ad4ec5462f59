import LoopbackServer
import Locking
import Text

/// A referral system that stores what comes, answers as the contract says, and remembers enough to accuse us.
final class Inbox: Sendable {
    /// What it has seen.
    struct Ledger: Sendable {
        var posts = 0
        /// The body's hash of each event id: the same id with another body would be two records under one name.
        var bodies: [String: Int] = [:]
        /// The revisions of each prospect in the order in which they were first stored.
        var revisions: [String: [Int64]] = [:]
        var problems: [String] = []
    }

    private let ledger = Lock(Ledger())
    private let server = Lock<LoopbackServer?>(nil)

    func start() throws {
        let server = try LoopbackServer { [ledger] request in
            guard request.method == "POST", let json = try? JSONValue(parsing: request.body),
                let id = json["id"]?.string, let prospect = json["subject"]?.string
            else { return .text("{}", type: "application/json", status: 400) }
            let revision = json["data"]?["revision"]?.integer ?? 0
            let isDuplicate = ledger.withLock { $0.store(id, of: prospect, revision, request.body) }
            let receipt: JSONValue = ["id": .string(id), "duplicate": .bool(isDuplicate)]
            return .text(receipt.text, type: "application/json", status: isDuplicate ? 200 : 202)
        }
        self.server.withLock { $0 = server }
    }

    func stop() { server.withLock { $0?.stop() } }

    var address: String { server.withLock { $0?.url("") ?? "" } }

    var seen: Ledger { ledger.withLock { $0 } }
}

extension Inbox.Ledger {
    /// - Returns: whether it was here before.
    fileprivate mutating func store(_ id: String, of prospect: String, _ revision: Int64, _ body: [UInt8]) -> Bool {
        posts += 1
        let mark = body.hashValue
        if let known = bodies[id] {
            if known != mark { problems.append("\(id) came with another body") }
            return true
        }
        bodies[id] = mark
        if let last = revisions[prospect]?.last, last >= revision {
            problems.append("\(prospect): revision \(revision) after \(last)")
        }
        revisions[prospect, default: []].append(revision)
        return false
    }
}
