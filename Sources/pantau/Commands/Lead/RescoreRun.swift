import Crawling
import Model
import Reviewing
import Storing
import Text

/// Scores many leads again, a batch in each transaction: nobody who decides meanwhile waits long, memory stays that of
/// one batch, and what was scored before it is stopped is kept. Started again it goes on, because a lead whose score is
/// right already is not written.
struct RescoreRun {
    /// Leads in one transaction, and in one entry of the journal. 200 rows with their scores are written in some 50 ms.
    static let batch = 200

    let ids: [LeadID]
    let reader: ArticleReader
    let store: Store
    let context: Context

    /// What came of it.
    struct Report {
        var changes: [JSONValue] = []
        var changed: [LeadID] = []
        var missing: [LeadID] = []
        /// How many leads were looked at.
        var read = 0
        var entries: [EntryID] = []
    }

    /// Compares the leads with the present rules.
    ///
    /// - Parameters:
    ///   - isKept: whether new scores are written.
    ///   - signals: at the first of them the run ends with its batch.
    ///   - tell: is called with each change, in the order of the leads.
    func carryOut(
        isKept: Bool, until signals: StopSignals, _ tell: (LeadRescore) -> JSONValue?
    ) async throws -> Report {
        var report = Report()
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            guard signals.received == nil else { break }
            let part = Array(ids[start..<min(start + Self.batch, ids.count)])
            let changes = try await compare(part, &report)
            if isKept, !changes.isEmpty {
                let (author, now) = (context.author, context.now)
                let entry = try await store.write { db in try db.rescore(changes, by: author, at: now) }
                if let entry { report.entries.append(entry) }
            }
            report.changes += changes.compactMap(tell)
            report.changed += changes.map(\.lead)
            report.read += part.count
            if ids.count > Self.batch {
                context.output.note(.rescoreProgress(report.read, of: ids.count, changed: report.changed.count))
            }
        }
        return report
    }

    private func compare(_ part: [LeadID], _ report: inout Report) async throws -> [LeadRescore] {
        let now = context.now
        let leads = try await store.read { db in try part.map { id in (id, try db.lead(id, at: now)) } }
        report.missing += leads.filter { $0.1 == nil }.map(\.0)
        return leads.compactMap { $0.1.flatMap { LeadRescore(of: $0, scoring: reader.rescored) } }
    }
}
