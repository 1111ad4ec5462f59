import ArgumentParser
import Crawling
import Model
import Sources
import Storing
import Terminal

struct ReportSources: PantauCommand {
    static let permission = Permission.seeNumbers
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "What each source brought and cost, and which have gone quiet; the last 30 days.",
        discussion: "Polls and bytes are those still remembered: the newest of each source.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var period: ReportPeriod

    func run(_ context: Context) async throws {
        let now = context.now
        let start = period.start(at: now, otherwise: .days(30))
        let yields = try await context.store(.reading).read { db in try db.sourceYields(since: start) }
        let standings = try await context.sourceStandings()
        let sources = Dictionary(uniqueKeysWithValues: try context.sourceSet().sources.map { ($0.id, $0) })
        let rows = yields.map { yield in
            SourceFigure(
                yield: yield, outlet: sources[yield.source]?.outlet,
                condition: SourceCondition(sources[yield.source], standings[yield.source], at: now).code)
        }
        let listing = Listing(SourceFigure.fields, rows, schema: "pantau.report.sources/1")
        try context.writeReport(listing, from: start, ("What the sources brought", "Hasil sumber"))
    }
}

/// A source with its numbers and how it fares.
private struct SourceFigure: Sendable {
    let yield: SourceYield
    let outlet: String?
    /// As `source list` says it: `ok`, `quiet`, `failing`, ...
    let condition: String

    static let fields: [Field<SourceFigure>] = [
        Field("source", "SOURCE", "SUMBER", id: true, layout: .init("", minimum: 12)) { .text($0.yield.source.value) },
        Field("outlet", "OUTLET", "AKHBAR", in: [.record, .json]) { .optional($0.outlet) },
        Field("leads", "LEADS", "KES", layout: .init("", .right)) { .number($0.yield.leads) },
        Field("accepted", "ACCEPTED", "DITERIMA", layout: .init("", .right)) { .number($0.yield.accepted) },
        Field("rejected", "REJECTED", "DITOLAK", layout: .init("", .right, dropOrder: 2)) {
            .number($0.yield.rejected)
        },
        Field("accepted_share", "SHARE", "BAHAGIAN", layout: .init("", .right)) { figure in
            figure.yield.acceptedShare.map { .share($0) } ?? .none
        },
        Field("polls", "POLLS", "LAWATAN", layout: .init("", .right, dropOrder: 3)) { .number($0.yield.polls) },
        Field(
            "bytes", "COST", "KOS", layout: .init("", .right, dropOrder: 1),
            cell: { StyledText("\(($0.yield.bytes + 500) / 1000) kB") }, value: { .number($0.yield.bytes) }),
        Field("new_articles", "NEW", "BAHARU", layout: .init("", .right, dropOrder: 4)) {
            .number($0.yield.newArticles)
        },
        Field("last_new_at", "LAST NEW", "TERAKHIR", in: [.record, .json]) { figure in
            figure.yield.lastNewAt.map { .time($0) } ?? .none
        },
        Field("condition", "STATE", "KEADAAN") { .text($0.condition) },
    ]
}
