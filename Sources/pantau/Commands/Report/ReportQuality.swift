import ArgumentParser
import Model
import Storing
import Terminal
import Text

struct ReportQuality: PantauCommand {
    static let permission = Permission.seeNumbers
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract: "How right each rule was, whether two people agree, how long leads wait; the last 30 days.",
        discussion: """
            Right are leads that were accepted, or rejected for what is no fault of the rules (already helped, not enough \
            information); wrong are those rejected as no case. Old news, duplicates, doubtful and protected count as neither.
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var period: ReportPeriod

    func run(_ context: Context) async throws {
        let start = period.start(at: context.now, otherwise: .days(30))
        let (rules, waits, agreement, looks) = try await context.store(.reading).read { db in
            (
                try db.ruleRecords(since: start), try db.waitingTimes(since: start), try db.agreement(since: start),
                try db.secondLooks(since: start)
            )
        }
        let listing = Listing(ReportQuality.fields, rules, schema: "pantau.report.quality/1")
        guard context.output.format == .table else { return try write(listing, waits, agreement, looks, context) }
        try context.writeReport(listing, from: start, ("The rules, by leads first seen", "Peraturan, kes yang dilihat"))
        context.output.line()
        context.output.say(.agreement(pairs: agreement.pairs, agreed: agreement.agreed))
        context.output.say(.secondLooks(pairs: looks.pairs, agreed: looks.agreed))
        guard let median = waits.quantile(0.5), let slow = waits.quantile(0.9) else { return }
        context.output.say(.waited(median: words(median, context), slow: words(slow, context), leads: waits.count))
    }

    /// JSON holds all three; records hold the rules.
    private func write(
        _ listing: Listing<RuleRecord>, _ waits: [TimeSpan], _ agreement: Agreement, _ looks: Agreement,
        _ context: Context
    ) throws {
        guard context.output.format == .json else { return try context.write(listing) }
        try context.write(
            listing,
            besides: [
                (
                    "agreement",
                    ["pairs": .integer(Int64(agreement.pairs)), "agreed": .integer(Int64(agreement.agreed))]
                ),
                ("second_look", ["pairs": .integer(Int64(looks.pairs)), "agreed": .integer(Int64(looks.agreed))]),
                (
                    "waiting_seconds",
                    .compact([
                        ("leads", .integer(Int64(waits.count))),
                        ("median", waits.quantile(0.5).map { .integer($0.milliseconds / 1000) } ?? .null),
                        ("p90", waits.quantile(0.9).map { .integer($0.milliseconds / 1000) } ?? .null),
                    ])
                ),
            ])
    }

    private func words(_ span: TimeSpan, _ context: Context) -> String {
        age(since: context.now - span, at: context.now, in: context.language)
    }

    private static let fields: [Field<RuleRecord>] = [
        Field("rule", "RULE", "PERATURAN", id: true, layout: .init("", minimum: 20)) { .text($0.rule) },
        Field("right", "RIGHT", "BETUL", layout: .init("", .right)) { .number($0.right) },
        Field("wrong", "WRONG", "SALAH", layout: .init("", .right)) { .number($0.wrong) },
        Field("precision", "PRECISION", "KETEPATAN", layout: .init("", .right)) { record in
            record.precision.map { .share($0) } ?? .none
        },
    ]
}

extension [TimeSpan] {
    /// The value that this part of them does not exceed (nearest rank); the array is sorted. nil where it is empty.
    func quantile(_ part: Double) -> TimeSpan? {
        guard !isEmpty else { return nil }
        return self[Swift.min(count - 1, Swift.max(0, Int((part * Double(count)).rounded(.up)) - 1))]
    }
}
