import ArgumentParser
import Model
import Reviewing
import Storing
import Terminal
import Text

struct LeadRescoreCommand: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "rescore",
        abstract: "Score leads again with the present rules and say what changes.",
        discussion: """
            No decision and no state is changed, nor what a person set. --all means all that are open: to review or \
            snoozed. Each 200 are one transaction and one entry of the log; stopped, and started again, it goes on.
            """)

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("As in the other commands; none with --all.", valueName: "id"))
    var ids: [String] = []

    @Flag(help: "All leads that are open.")
    var all = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func validate() throws {
        guard ids.isEmpty == all else { throw ValidationError("name leads, or say --all") }
    }

    func run(_ context: Context) async throws {
        let store = try context.store(dryRun ? .reading : .writing)
        let now = context.now
        let ids =
            all
            ? try await store.read { db in try db.leads(LeadQuery(states: [.flagged, .snoozed], order: .old), at: now) }
                .leads.map(\.id) : try await LeadNames(words: ids).resolved(in: context)
        let run = RescoreRun(ids: ids, reader: try context.articleReader(), store: store, context: context)
        // The first signal ends the batch that is written, the second the program.
        var signals = StopSignals()
        defer { signals.ignore() }
        var report: RescoreRun.Report
        if dryRun || yes || ids.count <= DecisionRun.bulk {
            report = try await run.carryOut(isKept: !dryRun, until: signals) { tell($0, context) }
        } else {
            report = try await run.carryOut(isKept: false, until: signals) { _ in nil }
            if signals.received == nil {
                let (missing, read) = (report.missing, report.read)
                // At the question Ctrl-C is an answer.
                signals.ignore()
                try ask(report.changed.count, context)
                signals = StopSignals()
                let confirmed = RescoreRun(ids: report.changed, reader: run.reader, store: store, context: context)
                report = try await confirmed.carryOut(isKept: true, until: signals) { tell($0, context) }
                (report.missing, report.read) = (missing, read)
            }
        }
        try finish(report, of: ids.count, stoppedBy: signals.received, context)
    }

    private func ask(_ count: Int, _ context: Context) throws {
        guard count > DecisionRun.bulk else { return }
        context.output.note(.rescorePreview(count))
        guard context.isInteractive else { throw CommandFailure(.needsYes(Decision.rescoreVerb, count: count)) }
        context.output.prompt(.askBulk(Decision.rescoreVerb, count: count))
        guard readLine() == "\(count)" else { throw CommandFailure(.cancelled) }
    }

    // MARK: What is said of it

    /// One change: a line at once, or its JSON for the end.
    private func tell(_ change: LeadRescore, _ context: Context) -> JSONValue? {
        guard !context.output.isJSON else { return json(change) }
        context.output.record([
            "\(change.lead.value)", "\(change.before.value)", "\(change.after.value)",
            change.before.urgency.rawValue, change.after.urgency.rawValue, needs(change.before),
            needs(change.after), rules(change).joined(separator: ","),
        ])
        return nil
    }

    private func finish(
        _ report: RescoreRun.Report, of count: Int, stoppedBy signal: String?, _ context: Context
    ) throws {
        if context.output.isJSON {
            context.output.json(record(report))
        } else {
            context.output.note(
                .rescored(report.changed.count, of: report.read - report.missing.count, isTrial: dryRun))
            if report.entries.count > 1 { context.output.note(.rescoreEntries(report.entries)) }
        }
        if let signal {
            throw CommandFailure(.rescoreStopped(by: signal, done: report.read, total: count, isTrial: dryRun))
        }
        if let first = report.missing.first { throw CommandFailure(.notFound(first)) }
    }

    private func needs(_ score: Score) -> String { score.needs.map(\.need.rawValue).joined(separator: ",") }

    /// Rules that count now and did not, with a plus sign, and the other way round.
    private func rules(_ change: LeadRescore) -> [String] {
        let (old, new) = (Set(change.before.contributions.map(\.rule)), Set(change.after.contributions.map(\.rule)))
        return new.subtracting(old).sorted().map { "+" + $0 } + old.subtracting(new).sorted().map { "-" + $0 }
    }

    private func json(_ change: LeadRescore) -> JSONValue {
        [
            "id": .integer(change.lead.value), "from": .integer(Int64(change.before.value)),
            "to": .integer(Int64(change.after.value)),
            "urgency": [.string(change.before.urgency.rawValue), .string(change.after.urgency.rawValue)],
            "protected": .bool(change.after.isProtected),
            "rules": .array(rules(change).map { .string($0) }),
        ]
    }

    private func record(_ report: RescoreRun.Report) -> JSONValue {
        .compact([
            ("schema", "pantau.change/1"), ("entry", report.entries.last.map { .integer($0.value) }),
            (
                "entries",
                report.entries.count > 1 ? .array(report.entries.map { .integer($0.value) }) : nil
            ),
            ("verb", .string(Decision.rescoreVerb)), ("dry_run", .bool(dryRun)),
            ("changed", .array(report.changes)), ("skipped", []),
            (
                "failed",
                .array(
                    report.missing.map { ["id": .integer($0.value), "why": .string(Message.notFound($0).id)] })
            ),
        ])
    }
}
