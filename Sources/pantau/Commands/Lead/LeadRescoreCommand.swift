import ArgumentParser
import Crawling
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
            snoozed.
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
        let reader = try context.articleReader()
        let now = context.now
        let ids =
            all
            ? try await store.read { db in try db.leads(LeadQuery(states: [.flagged, .snoozed], order: .old), at: now) }
                .leads.map(\.id) : try await LeadNames(words: ids).resolved(in: context)
        var changes: [LeadRescore] = []
        var missing: [LeadID] = []
        for id in ids {
            guard let lead = try await store.read({ db in try db.lead(id, at: now) }) else {
                missing.append(id)
                continue
            }
            if let change = LeadRescore(of: lead, scoring: reader.rescored) { changes.append(change) }
        }
        let entry = dryRun ? nil : try await keep(changes, store, context)
        tell(changes, missing, of: ids.count, entry: entry, context)
        if let first = missing.first { throw CommandFailure(.notFound(first)) }
    }

    private func keep(_ changes: [LeadRescore], _ store: Store, _ context: Context) async throws -> EntryID? {
        guard !changes.isEmpty else { return nil }
        if changes.count > DecisionRun.bulk, !yes {
            context.output.note(.rescorePreview(changes.count))
            guard context.isInteractive else {
                throw CommandFailure(.needsYes(Decision.rescoreVerb, count: changes.count))
            }
            context.output.prompt(.askBulk(Decision.rescoreVerb, count: changes.count))
            guard readLine() == "\(changes.count)" else { throw CommandFailure(.cancelled) }
        }
        let (author, now, changes) = (context.author, context.now, changes)
        return try await store.write { db in try db.rescore(changes, by: author, at: now) }
    }

    private func tell(
        _ changes: [LeadRescore], _ missing: [LeadID], of count: Int, entry: EntryID?, _ context: Context
    ) {
        guard !context.output.isJSON else {
            context.output.json(record(changes, missing, entry))
            return
        }
        for change in changes {
            context.output.record([
                "\(change.lead.value)", "\(change.before.value)", "\(change.after.value)",
                change.before.urgency.rawValue, change.after.urgency.rawValue, needs(change.before),
                needs(change.after), rules(change).joined(separator: ","),
            ])
        }
        context.output.note(.rescored(changes.count, of: count - missing.count, isTrial: dryRun))
    }

    private func needs(_ score: Score) -> String { score.needs.map(\.need.rawValue).joined(separator: ",") }

    /// Rules that count now and did not, with a plus sign, and the other way round.
    private func rules(_ change: LeadRescore) -> [String] {
        let (old, new) = (Set(change.before.contributions.map(\.rule)), Set(change.after.contributions.map(\.rule)))
        return new.subtracting(old).sorted().map { "+" + $0 } + old.subtracting(new).sorted().map { "-" + $0 }
    }

    private func record(_ changes: [LeadRescore], _ missing: [LeadID], _ entry: EntryID?) -> JSONValue {
        .compact([
            ("schema", "pantau.change/1"), ("entry", entry.map { .integer($0.value) }),
            ("verb", .string(Decision.rescoreVerb)), ("dry_run", .bool(dryRun)),
            (
                "changed",
                .array(
                    changes.map { change in
                        [
                            "id": .integer(change.lead.value), "from": .integer(Int64(change.before.value)),
                            "to": .integer(Int64(change.after.value)),
                            "urgency": [
                                .string(change.before.urgency.rawValue), .string(change.after.urgency.rawValue),
                            ],
                            "protected": .bool(change.after.isProtected),
                            "rules": .array(rules(change).map { .string($0) }),
                        ]
                    })
            ),
            ("skipped", []),
            (
                "failed",
                .array(missing.map { ["id": .integer($0.value), "why": .string(Message.notFound($0).id)] })
            ),
        ])
    }
}
