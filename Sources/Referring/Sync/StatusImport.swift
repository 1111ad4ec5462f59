public import Model
public import Storing
import Text

/// Takes the changes of a file over, or only tells what would come of it.
public struct StatusImport: Sendable {
    private let store: Store
    private let author: Author

    public init(store: Store, author: Author) { (self.store, self.author) = (store, author) }

    /// What became of a file.
    public struct Report: Hashable, Sendable {
        public var counts = ChangeCounts()
        /// The lines of the refused rows, in the order of `counts.refused`.
        public var refusedLines: [Int] = []
    }

    /// Applies every change of a file in one transaction.
    ///
    /// - Parameters:
    ///   - rejected: the file that repeats refused rows with the reason, made only where there are any; must not exist.
    ///   - isDry: tells what would come of it and changes nothing.
    /// - Throws: `ExportError` where the file of refused rows cannot be made; `StoreError`.
    public func run(_ file: StatusFile, rejected path: String, isDry: Bool, at now: Instant) async throws -> Report {
        do {
            return try await store.write { db in
                var report = Report()
                var rows: [String] = []
                for entry in file.entries {
                    guard let problem = try problem(of: entry, db, at: now, &report) else { continue }
                    report.counts.refused.append(.init(id: "line \(entry.line)", problem: problem))
                    report.refusedLines.append(entry.line)
                    rows.append(csvLine(entry.fields + ["\(entry.line)", "\(problem)"]))
                }
                // Rolled back with all that was tried.
                if isDry { throw DryRun(report: report) }
                if !rows.isEmpty { try write(csvLine(file.heading + ["line", "problem"]) + rows.joined(), to: path) }
                return report
            }
        } catch let end as DryRun {
            return end.report
        }
    }

    private struct DryRun: Error {
        var report: Report
    }

    private func problem(
        of entry: StatusFile.Entry, _ db: Connection, at now: Instant, _ report: inout Report
    ) throws(StoreError) -> ChangeProblem? {
        switch entry.change {
        case .failure(let problem): return problem
        case .success(let change):
            let result = try db.apply(change, by: author, at: now)
            report.counts.count(result)
            if case .refused(let problem) = result.verdict { return problem }
            return nil
        }
    }

    private func write(_ text: String, to path: String) throws(ExportError) {
        var file = try OutputFile(creating: path)
        do throws(ExportError) {
            try file.write(Array(("\u{FEFF}" + text).utf8))
            _ = try file.finish()
        } catch {
            file.remove()
            throw error
        }
    }

    private func csvLine(_ fields: [String]) -> String { fields.map(csvField).joined(separator: ",") + "\r\n" }
}
