import ArgumentParser
import Model
import Referring
import Settings
import Storing
import Text

struct ReferralPush: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "push", abstract: "Send what is due, once; run it from a timer.",
        discussion: """
            Exit 0: all is delivered. 75: some waits for its next try. 3: something is late or was refused for good \
            (pantau referral dead list). 4: a consumer told us to stop.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("To whom; all that take pushes, where none is named.", valueName: "name"))
    var consumer: String?

    @Option(help: ArgumentHelp("The most events of this pass, for each consumer.", valueName: "n"))
    var max: Int?

    @Flag(help: "Show what is due, and send nothing.")
    var dryRun = false

    @Flag(help: "Mark every new record as invented: a receiver must not act on it.")
    var test = false

    func validate() throws {
        if let max, max < 1 { throw ValidationError("--max needs at least 1, not \(max)") }
    }

    func run(_ context: Context) async throws {
        var worst = Message.pushDone
        for consumer in try context.pushedConsumers(consumer) {
            let pusher = try self.pusher(consumer, context)
            guard !dryRun else {
                try await show(pusher, consumer, context)
                continue
            }
            let report = try await pusher.run(limit: max)
            let message = Message(report)
            if context.output.isJSON { context.output.json(report.record) } else { tell(report, context) }
            if message.exit.severity > worst.exit.severity { worst = message }
        }
        if worst.exit != .done { throw CommandFailure(worst) }
    }

    private func pusher(_ consumer: Consumer, _ context: Context) throws -> Pusher {
        let send = try context.sender(to: consumer, for: .prospects, answerBytes: 64 << 10)
        return Pusher(
            store: try context.referralStore(dryRun ? .reading : .writing), consumer: consumer,
            secret: try context.secret(of: consumer), client: try context.clientSecret(of: consumer),
            settings: try context.recordSettings(isTest: test),
            catalogue: try context.programmes(), author: context.author, world: context.pushWorld(send))
    }

    private func show(_ pusher: Pusher, _ consumer: Consumer, _ context: Context) async throws {
        for delivery in try await pusher.due(limit: max ?? 1000) {
            if context.output.isJSON {
                context.output.json(delivery.record)
            } else {
                context.output.record([
                    consumer.name, delivery.event, delivery.prospect.description, "\(delivery.revision)",
                    "\(delivery.attempts)",
                ])
            }
        }
    }

    private func tell(_ report: PushReport, _ context: Context) {
        for refused in report.dispatch.refused { context.output.warn("\(refused.ref): \(refused.problem)") }
        if let problem = report.problem { context.output.warn("\(report.consumer): \(problem)") }
        for ref in report.duplicates { context.output.note(.knownThere(ref, to: report.consumer)) }
        context.output.say(.pushed(report))
    }
}

extension ExitStatus {
    /// Which of several outcomes a timer is told: what a person must do before what time mends.
    fileprivate var severity: Int {
        switch self {
        case .done: 0
        case .temporary: 1
        case .partial: 2
        case .refused: 3
        case .failed, .cancelled, .conflict, .usage, .badData, .unavailable, .cannotCreate, .inputOutput, .noPermission,
            .configuration, .interrupted:
            4
        }
    }
}

extension PushReport {
    /// What a script gets of a pass.
    fileprivate var record: JSONValue {
        .compact([
            ("schema", "pantau.referral.push/1"), ("consumer", .string(consumer)), ("end", .string(end.code)),
            ("queued", .integer(Int64(queued))), ("delivered", .integer(Int64(delivered))),
            ("failed", .integer(Int64(failed))), ("refused", .integer(Int64(refused))),
            ("duplicates", .array(duplicates.map { .string($0.description) })),
            ("waiting", .integer(Int64(counts.waiting))), ("late", .integer(Int64(counts.late))),
            ("dead", .integer(Int64(counts.dead))), ("next_at", nextAt.map { .string($0.rfc3339()) } ?? .null),
            (
                "kept_back",
                .array(
                    dispatch.refused.map {
                        ["ref": .string($0.ref.description), "problem": .string("\($0.problem)")]
                    })
            ),
            ("problem", problem.map { .string($0) }),
        ])
    }
}

extension PushReport.End {
    fileprivate var code: String {
        switch self {
        case .finished: "finished"
        case .stopped: "stopped"
        case .troubled: "troubled"
        case .busy: "busy"
        case .leaseLost: "lease-lost"
        }
    }
}

extension Delivery {
    /// One delivery as `referral push --dry-run` and `referral dead` give it to scripts. No word of the record itself.
    var record: JSONValue {
        .compact([
            ("schema", "pantau.referral.delivery/1"), ("consumer", .string(consumer)), ("event", .string(event)),
            ("prospect", .string(prospect.description)), ("revision", .integer(Int64(revision))),
            ("type", .string(type)), ("state", .string(state.rawValue)), ("attempts", .integer(Int64(attempts))),
            ("next_at", state == .waiting ? .string(nextAt.rfc3339()) : nil),
            ("last_at", lastAt.map { .string($0.rfc3339()) }), ("status", lastStatus.map { .integer(Int64($0)) }),
            ("problem", lastProblem.map { .string($0) }), ("pointer", pointer.map { .string($0) }),
            ("case_id", caseID.map { .string($0) }), ("duplicate_of", duplicateOf.map { .string($0) }),
        ])
    }
}
