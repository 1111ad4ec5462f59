import Fetching
import Model
import Storing

/// Keeps copies of robots.txt in the store, so that a run every half hour does not ask for them every half hour.
///
/// The store's own trouble costs a request here and no more: the crawl's next commit tells of it.
struct StoreShelf: RobotsShelf {
    let store: Store

    func copy(for origin: String) async -> RobotsCopy? {
        let row = try? await store.read { db in try db.robots(of: HostName(origin)) }
        guard let row = row ?? nil else { return nil }
        return RobotsCopy(
            origin: origin, answer: RobotsCopy.Answer(row.verdict), body: Array(row.body.utf8),
            fetchedAt: row.fetchedAt, expiresAt: row.expiresAt)
    }

    func keep(_ copy: RobotsCopy) async {
        let row = RobotsRow(
            host: HostName(copy.origin), verdict: RobotsRow.Verdict(copy.answer), status: nil,
            body: String(decoding: copy.body, as: UTF8.self), fetchedAt: copy.fetchedAt, expiresAt: copy.expiresAt)
        _ = try? await store.write { db in try db.save(row) }
    }
}

extension RobotsCopy.Answer {
    fileprivate init(_ verdict: RobotsRow.Verdict) {
        switch verdict {
        case .rules: self = .rules
        case .allowAll: self = .missing
        case .forbidAll: self = .unreachable
        }
    }
}

extension RobotsRow.Verdict {
    fileprivate init(_ answer: RobotsCopy.Answer) {
        switch answer {
        case .rules: self = .rules
        case .missing: self = .allowAll
        case .unreachable: self = .forbidAll
        }
    }
}
