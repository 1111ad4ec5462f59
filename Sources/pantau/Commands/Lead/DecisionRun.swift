import Model
import Reviewing
import Storing
import Text

/// One decision on some leads, from the command line to what is said of it: asks where it is many, decides all in one
/// transaction with one entry of the journal, tells each lead's fate, and ends with the code of UX.md.
struct DecisionRun {
    private let decision: Decision
    private let leads: LeadIDs
    private let options: DecisionOptions

    /// More leads than this are not decided without a question (UX.md section 1, from taskwarrior).
    private static let bulk = 3

    init(_ decision: Decision, on leads: LeadIDs, _ options: DecisionOptions) {
        (self.decision, self.leads, self.options) = (decision, leads, options)
    }

    func carryOut(in context: Context) async throws {
        let ids = try leads.resolved()
        guard ids.count <= options.max else { throw CommandFailure(.tooMany(ids.count, max: options.max)) }
        let store = try context.store(.writing)
        if options.dryRun { return try await preview(ids, store, context) }
        if ids.count > DecisionRun.bulk, !options.yes { try ask(ids.count, context) }
        let (decision, options, author, now) = (decision, options, context.author, context.now)
        let result = try await store.write { db in
            try db.review(
                decision, ids, by: author, at: now, ifVersion: options.ifVersion, takesOver: options.takeOver)
        }
        try tell(result, now: now, context)
    }

    private func ask(_ count: Int, _ context: Context) throws {
        guard context.isInteractive else { throw CommandFailure(.needsYes(decision.verb, count: count)) }
        context.output.prompt(.askBulk(decision.verb, count: count))
        guard readLine() == "\(count)" else { throw CommandFailure(.cancelled) }
    }

    private func preview(_ ids: [LeadID], _ store: Store, _ context: Context) async throws {
        let now = context.now
        for id in ids {
            guard let head = try await store.read({ db in try db.head(of: id, at: now) }) else {
                context.output.note(.notFound(id))
                continue
            }
            context.output.record(["\(id.value)", head.standing.state.code, decision.verb])
        }
    }

    // MARK: What is said of it

    private func tell(_ result: ReviewResult, now: Instant, _ context: Context) throws {
        if context.output.isJSON {
            context.output.json(record(result))
        } else {
            for changed in result.changed { context.output.say(done(changed, now: now)) }
            for already in result.already { context.output.note(note(already)) }
            if result.changed.count + result.already.count + result.refused.count > DecisionRun.bulk {
                context.output.note(
                    .bulkDone(
                        done: result.changed.count, skipped: result.already.count, failed: result.refused.count))
            }
        }
        guard let first = result.refused.first else { return }
        for refused in result.refused.dropFirst() { context.output.fail(message(refused)) }
        throw CommandFailure(message(first))
    }

    private func done(_ changed: ReviewResult.Changed, now: Instant) -> Message {
        switch decision {
        case .accept:
            let leaves = changed.prospect?.sendsAt ?? now
            return .leadAccepted(
                changed.id, ref: changed.prospect?.ref.description ?? "",
                leavesAt: String(leaves.rfc3339().dropFirst(11).prefix(5)))
        case .reject(let rejection): return .leadRejected(changed.id, rejection.reason)
        case .snooze(let wake, _): return .leadSnoozed(changed.id, until: wake.words)
        case .unsnooze: return .leadWoke(changed.id)
        case .claim(let span): return .leadClaimed(changed.id, minutes: Int(span.milliseconds / 60_000))
        case .release: return .leadReleased(changed.id)
        case .note: return .leadNoted(changed.id)
        }
    }

    private func note(_ already: ReviewResult.Already) -> Message {
        switch already.state {
        case .prospect(let ref): .alreadyProspect(already.id, ref: ref)
        case .rejected(let reason): .alreadyRejected(already.id, reason)
        case .flagged, .snoozed, .merged: .alreadySo(already.id)
        }
    }

    private func message(_ refused: ReviewResult.Refused) -> Message {
        switch refused.refusal {
        case .notFound(let id): .notFound(id)
        case .claimed(let claim):
            .claimed(refused.id, by: claim.by.name, until: String(claim.until.rfc3339().dropFirst(11).prefix(5)))
        case .changed: .changed(refused.id)
        case .decided(let state): .decidedOtherwise(refused.id, state: state)
        case .needsSecondReviewer: .secondPerson(refused.id)
        case .needsNote: .usage("\"other\" needs --note with the reason", command: "lead reject")
        case .noteTooLong(let limit): .usage("a note may have \(limit) characters", command: "lead")
        case .wakesAtOnce: .usage("--until names a time that has passed", command: "lead snooze")
        case .duplicateOfItself: .usage("a lead is no duplicate of itself", command: "lead reject")
        }
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
                        ["id": .integer(refused.id.value), "why": .string(message(refused).id)]
                    })
            ),
        ])
    }
}

extension Wake {
    /// When a snoozed lead comes back, for a sentence.
    var words: (en: String, ms: String) {
        switch self {
        case .at(let instant):
            let time = instant.rfc3339().prefix(16).replacing("T", with: " ")
            return (String(time), String(time))
        case .newArticle: return ("a new article joins it", "ada berita baharu")
        case .scoreAbove(let points): return ("its score rises by \(points)", "skornya naik \(points)")
        }
    }
}
