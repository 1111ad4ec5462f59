import FoundationEssentials
public import Model
import Storing

/// What a simulated day has shown.
public struct SoakReport: Sendable {
    /// How it stood at the begin of an hour.
    public struct Hour: Sendable {
        public var number: Int
        public var residentBytes: Int
        /// Requests since the start.
        public var polls: Int
    }

    public var sources: Int
    public var hours: [Hour] = []
    public var requests = 0
    /// Requests that met another one at their host: none, or a host was in two hands.
    public var overlaps = 0
    /// The shortest rest between two requests at one host.
    public var shortestGap: TimeSpan?
    public var leasesLost = 0
    /// Leases and workers that were left behind.
    public var leftBehind = 0
    /// Sources that were never polled.
    public var neverPolled = 0
    /// Sources that were due an hour before the end and more, and still are.
    public var forgotten = 0
    /// How much later than planned polls came, sorted.
    public var lateness: [TimeSpan] = []
    public var articles = 0

    init(sources: Int) { self.sources = sources }

    /// - Parameter part: 0...1
    public func lateness(at part: Double) -> TimeSpan {
        lateness.isEmpty ? .seconds(0) : lateness[min(lateness.count - 1, Int(part * Double(lateness.count)))]
    }

    mutating func note(_ store: Store, _ end: Instant) async throws {
        let (rows, left, articles) = try await store.read { db in
            let left: Int = try db.value("SELECT count(*) FROM host_state WHERE lease_owner IS NOT NULL") ?? 0
            return (
                try db.sourceRows().map { ($0, try db.history(of: $0.source)) }, left + (try db.workers().count),
                try db.value("SELECT count(*) FROM article", as: Int.self) ?? 0
            )
        }
        (leftBehind, self.articles) = (left, articles)
        neverPolled = sources - rows.count
        forgotten = rows.count { row, _ in row.nextAt < end - .hours(1) }
        // Newest first: the plan of each poll against the time of the one after it.
        lateness = rows.flatMap { _, history in
            zip(history, history.dropFirst()).map { after, before in after.at - before.nextAt }
        }.sorted()
    }
}

/// The memory of this process that lies in RAM; 0 where the system does not say.
func residentBytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096
}

extension SoakReport {
    /// What is not as it has to be; empty where all is well.
    public var problems: [String] {
        var problems: [String] = []
        if overlaps > 0 { problems.append("\(overlaps) requests met another one at their host") }
        if let gap = shortestGap, gap < .seconds(2) { problems.append("a rest of \(gap.milliseconds) ms") }
        if leasesLost + leftBehind > 0 { problems.append("\(leasesLost) leases lost, \(leftBehind) left behind") }
        if neverPolled > 0 { problems.append("\(neverPolled) sources were never polled") }
        if forgotten > 0 { problems.append("\(forgotten) sources are an hour overdue") }
        if lateness(at: 0.99) > .minutes(10) { problems.append("one poll in a hundred comes ten minutes late") }
        // The first quarter fills caches; from then on memory has to stay where it is.
        if hours.count >= 8, let last = hours.last {
            let early = hours[hours.count / 4].residentBytes
            if last.residentBytes > early + early / 2 {
                problems.append("memory grew from \(early >> 20) to \(last.residentBytes >> 20) MB")
            }
        }
        return problems
    }
}
