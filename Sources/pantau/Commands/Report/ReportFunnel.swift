import ArgumentParser
import Model
import Storing
import Terminal
import Text

struct ReportFunnel: PantauCommand {
    static let permission = Permission.seeNumbers
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "funnel",
        abstract: "From articles to people helped, and where it leaks; leads first seen in the last 30 days.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var period: ReportPeriod

    func run(_ context: Context) async throws {
        let start = period.start(at: context.now, otherwise: .days(30))
        let (arrivals, outcomes) = try await context.store(.reading).read { db in
            (try db.arrivals(since: start), try db.outcomes(since: start))
        }
        let stages = FunnelStage.all(articles: arrivals.first?.count ?? 0, outcomes)
        let listing = Listing(FunnelStage.fields, stages, schema: "pantau.report.funnel/1")
        try context.writeReport(listing, from: start, ("The funnel of leads first seen", "Corong kes yang dilihat"))
    }
}

/// How far leads have come, and what stays behind at each step.
struct FunnelStage: Hashable, Sendable {
    let name: String
    let count: Int
    /// Of the stage before, 0...1; nil for the first, and where there was nothing before.
    let share: Double?
    /// What came no further, by code, the most first.
    let leaks: [ReportCount]

    /// Codes of ``Connection/outcomes(since:)`` by the stage that they got to.
    private static let reached: [(stage: String, codes: Set<String>)] = [
        ("flagged", ["flagged", "snoozed", "awaiting"]), ("reviewed", ["rejected", "merged"]),
        ("accepted", ["held", "prospect"]), ("sent", ["sent"]), ("being_helped", ["being_helped"]),
        ("helped", ["helped"]),
    ]

    static func all(articles: Int, _ outcomes: [ReportCount]) -> [FunnelStage] {
        var stages = [FunnelStage(name: "articles", count: articles, share: nil, leaks: [])]
        for index in reached.indices {
            let codes = reached[index...].reduce(into: Set<String>()) { $0.formUnion($1.codes) }
            let count = outcomes.filter { codes.contains($0.code) }.reduce(0) { $0 + $1.count }
            let before = stages.last?.count ?? 0
            stages.append(
                FunnelStage(
                    name: reached[index].stage, count: count, share: before > 0 ? Double(count) / Double(before) : nil,
                    leaks: reached[index].stage == "helped" ? [] : leaks(at: index, outcomes)))
        }
        return stages
    }

    private static func leaks(at index: Int, _ outcomes: [ReportCount]) -> [ReportCount] {
        outcomes.filter { reached[index].codes.contains($0.code) }.sorted {
            (-$0.count, $0.code, $0.detail ?? "") < (-$1.count, $1.code, $1.detail ?? "")
        }
    }

    static let fields: [Field<FunnelStage>] = [
        Field("stage", "STAGE", "PERINGKAT", id: true) { .text($0.name) },
        Field("count", "COUNT", "BILANGAN", layout: .init("", .right)) { .number($0.count) },
        Field("share", "OF BEFORE", "DARIPADA", layout: .init("", .right)) { $0.share.map { .share($0) } ?? .none },
        Field("stays", "STAYS THERE", "TERHENTI", layout: .init("", minimum: 20)) { stage in
            let json = stage.leaks.map { leak in
                JSONValue.compact([
                    ("code", .string(leak.code)), ("reason", leak.detail.map { .string($0) }),
                    ("count", .integer(Int64(leak.count))),
                ])
            }
            let words = stage.leaks.map { "\($0.detail ?? $0.code) \($0.count)" }
            return .nested(.array(json), plain: words.joined(separator: ", "))
        },
    ]
}
