import ArgumentParser
import Model
import Storing
import Terminal

struct ReportDaily: PantauCommand {
    static let permission = Permission.seeNumbers
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "daily", abstract: "What came, was decided and by whom, and what waits; since midnight.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var period: ReportPeriod

    func run(_ context: Context) async throws {
        let now = context.now
        let start = period.start(at: now, otherwise: nil)
        let figures = try await context.store(.reading).read { db in try DailyFigure.all(db, from: start, at: now) }
        let listing = Listing(DailyFigure.fields(in: context.language), figures, schema: "pantau.report.daily/1")
        try context.writeReport(listing, from: start, ("The day", "Hari ini"))
    }
}

/// One number of the day.
struct DailyFigure: Hashable, Sendable {
    enum Part: String, Labelled {
        case came, decided, waits

        var labels: (en: String, ms: String) {
            switch self {
            case .came: ("came", "masuk")
            case .decided: ("decided", "diputuskan")
            case .waits: ("waits", "menunggu")
            }
        }
    }

    let part: Part
    let count: ReportCount

    static func all(_ db: Connection, from start: Instant, at now: Instant) throws(StoreError) -> [DailyFigure] {
        let came = try db.arrivals(since: start).map { DailyFigure(part: .came, count: $0) }
        let decided = try db.decisions(since: start).map { DailyFigure(part: .decided, count: $0) }
        let queue = try db.leadCounts().filter { $0.state == .flagged }
        var waits = queue.map { ReportCount("to-review", $0.urgency.rawValue, count: $0.count) }
        waits.append(
            ReportCount("awaiting-second", count: try db.countLeads(LeadQuery(where: [.awaitsSecond]), at: now)))
        let held = try db.prospects(ProspectQuery(isSent: false)).count { $0.sendsAt > now }
        waits.append(ReportCount("held", count: held))
        return came + decided + waits.map { DailyFigure(part: .waits, count: $0) }
    }

    static func fields(in language: ScreenLanguage) -> [Field<DailyFigure>] {
        [
            Field(
                "part", "PART", "BAHAGIAN", id: true, cell: { StyledText($0.part.label(in: language)) },
                value: { .text($0.part.rawValue) }),
            Field("what", "WHAT", "APA") { .text($0.count.code) },
            Field("detail", "MORE", "LANJUT") { .optional($0.count.detail) },
            Field("who", "WHO", "SIAPA") { .optional($0.count.actor?.name) },
            Field("count", "COUNT", "BILANGAN", layout: .init("", .right)) { .number($0.count.count) },
        ]
    }
}
