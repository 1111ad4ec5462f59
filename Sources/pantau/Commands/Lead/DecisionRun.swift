import Model
import Reviewing
import Storing
import Terminal
import Text

/// One decision on some leads, from the command line to what is said of it: asks where it is many, decides all in one
/// transaction with one entry of the journal, tells each lead's fate, and ends with the code of UX.md.
struct DecisionRun {
    private let decision: Decision
    private let leads: @Sendable (Context) async throws -> [LeadID]
    private let options: DecisionOptions

    /// More leads than this are not decided without a question (UX.md section 1, from taskwarrior).
    static let bulk = 3

    init(_ decision: Decision, on leads: LeadIDs, _ options: DecisionOptions) {
        (self.decision, self.options) = (decision, options)
        self.leads = { context in try await leads.resolved(in: context) }
    }

    /// On leads that are known already.
    init(_ decision: Decision, on ids: [LeadID], _ options: DecisionOptions) {
        (self.decision, self.options) = (decision, options)
        leads = { _ in ids }
    }

    /// On the one lead of a command that takes no more.
    init(_ decision: Decision, on name: String, _ options: DecisionOptions) {
        (self.decision, self.options) = (decision, options)
        leads = { context in try await LeadNames(words: [name]).resolved(in: context) }
    }

    func carryOut(in context: Context) async throws {
        let ids = try await leads(context)
        guard ids.count <= options.max else { throw CommandFailure(.tooMany(ids.count, max: options.max)) }
        let store = try context.store(.writing)
        if options.dryRun { return try await preview(ids, store, context) }
        if ids.count > DecisionRun.bulk, !options.yes { try await ask(ids, store, context) }
        let (decision, options, author, now) = (decision, options, context.author, context.now)
        let result = try await store.write { db in
            try db.review(
                decision, ids, by: author, at: now, ifVersion: options.ifVersion, takesOver: options.takeOver)
        }
        try tell(result, now: now, context)
    }

    /// Shows what would be decided; at a terminal the count must be typed, elsewhere it is refused (UX.md, screen 08).
    private func ask(_ ids: [LeadID], _ store: Store, _ context: Context) async throws {
        let count = ids.count
        if !context.output.isJSON { try await showFirst(ids, store, context) }
        guard context.isInteractive else { throw CommandFailure(.needsYes(count: count)) }
        context.output.prompt(.askBulk(decision.asked, count: count))
        guard readLine() == "\(count)" else { throw CommandFailure(.cancelled) }
    }

    private func showFirst(_ ids: [LeadID], _ store: Store, _ context: Context) async throws {
        context.output.note(.bulkPreview(decision.asked, count: ids.count))
        let now = context.now
        for id in ids.prefix(DecisionRun.bulk) {
            let lead = try await store.read { db in try db.lead(id, at: now) }
            context.output.note(.bulkLead(id, lead, width: context.output.terminal.columns, at: now))
        }
        context.output.note(.bulkRest(ids.count - DecisionRun.bulk))
    }

    private func preview(_ ids: [LeadID], _ store: Store, _ context: Context) async throws {
        let now = context.now
        var known: [(id: LeadID, state: String)] = []
        var missing: [LeadID] = []
        for id in ids {
            if let head = try await store.read({ db in try db.head(of: id, at: now) }) {
                known.append((id, head.standing.state.code))
            } else {
                missing.append(id)
            }
        }
        guard context.output.isJSON else {
            for lead in known { context.output.record(["\(lead.id.value)", lead.state, decision.verb]) }
            for id in missing { context.output.note(.notFound(id)) }
            return
        }
        context.output.json([
            "schema": "pantau.change/1", "verb": .string(decision.verb), "dry_run": true,
            "changed": .array(known.map { ["id": .integer($0.id.value), "from": .string($0.state)] }),
            "skipped": [],
            "failed": .array(
                missing.map { ["id": .integer($0.value), "why": .string(Message.notFound($0).id)] }),
        ])
    }

    // MARK: What is said of it

    private func tell(_ result: ReviewResult, now: Instant, _ context: Context) throws {
        if context.output.isJSON {
            context.output.json(record(result))
        } else {
            for changed in result.changed { context.output.say(changed.message(of: decision, at: now)) }
            for already in result.already { context.output.note(already.message) }
            if result.changed.count + result.already.count + result.refused.count > DecisionRun.bulk {
                context.output.note(
                    .bulkDone(
                        done: result.changed.count, skipped: result.already.count, failed: result.refused.count))
            }
        }
        guard let first = result.refused.first else { return }
        for refused in result.refused.dropFirst() { context.output.fail(refused.message) }
        throw CommandFailure(first.message)
    }

    private func record(_ result: ReviewResult) -> JSONValue {
        .compact([
            ("schema", "pantau.change/1"), ("entry", result.entry.map { .integer($0.value) }),
            ("verb", .string(decision.verb)), ("dry_run", false),
            (
                "changed",
                .array(
                    result.changed.map { changed in
                        .compact([
                            ("id", .integer(changed.id.value)), ("from", .string(changed.change.before.state.code)),
                            ("to", .string(changed.change.after.state.code)),
                            ("ref", changed.prospect.map { .string($0.ref.description) }),
                            ("version", .integer(Int64(changed.version))),
                            ("sends_at", changed.prospect.map { .string($0.sendsAt.rfc3339()) }),
                            ("awaits_after", changed.change.after.awaitsAfter.map { .string($0.name) }),
                        ])
                    })
            ),
            (
                "skipped",
                .array(
                    result.already.map { already in
                        ["id": .integer(already.id.value), "why": .string("already.\(already.state.code)")]
                    })
            ),
            (
                "failed",
                .array(
                    result.refused.map { refused in
                        ["id": .integer(refused.id.value), "why": .string(refused.message.id)]
                    })
            ),
        ])
    }
}
