import ArgumentParser
import Hashing
import Model
import Referring
import Storing
import Text

struct ReferralSet: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Note by hand what an agency said. A refusal needs the next door.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as PR-26-001042-0.", valueName: "ref"))
    var ref: String

    @Option(
        help: "received, accepted, being_helped, helped, returned, redirected, not_eligible, unreachable, declined, ..."
    )
    var state: ReferralState

    @Option(help: "Why, as a code: wrong-agency, outside-area, not-covered, over-limit, missing-info, no-capacity, ...")
    var reason: ReferralReason?

    @Option(help: ArgumentHelp("Which agency said so, where several have it.", valueName: "agency"))
    var agency: String?

    @Option(name: .customLong("to"), help: ArgumentHelp("The next door: this agency.", valueName: "agency"))
    var next: String?

    @Flag(help: "The next door: the squad looks for one.")
    var back = false

    @Option(help: ArgumentHelp("The next door: wait for information until this day.", valueName: "2026-12-31"))
    var wait: String?

    @Flag(help: "There is no door: advice was given (--note says which), and a coordinator signs.")
    var advice = false

    @Option(help: ArgumentHelp("The coordinator who signs the advice.", valueName: "who"))
    var signedBy: String?

    @Option(help: ArgumentHelp("What help was given; may be given again. For helped.", valueName: "name"))
    var programme: [String] = []

    @Option(help: ArgumentHelp("What it repeats in the other system. For duplicate.", valueName: "id"))
    var duplicateOf: String?

    @Option(name: .customLong("case"), help: ArgumentHelp("The agency's own number of the case.", valueName: "id"))
    var caseID: String?

    @Option(help: "For the next agency, so that the person does not tell it again.")
    var note: String?

    @Flag(help: "Also where the table of transitions does not have it: you have judged it right.")
    var anyway = false

    func validate() throws {
        let doors = [next != nil, back, wait != nil, advice].count { $0 }
        guard doors <= 1 else { throw ValidationError("one next door: --to, --back, --wait or --advice") }
        guard !advice || signedBy.map(isStaffID) ?? false else {
            throw ValidationError("--advice needs --signed-by with the coordinator's short name")
        }
        guard wait.map({ Instant(rfc3339: $0 + "T17:00:00+08:00") != nil }) ?? true else {
            throw ValidationError("--wait needs a day such as 2026-12-31, not \"\(wait ?? "")\"")
        }
        guard (note?.unicodeScalars.count ?? 0) <= 1000 else {
            throw ValidationError("a note may have 1000 characters")
        }
    }

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.writing)
        let row = try await ProspectRefs.row(ref, context, store)
        let change = try await change(of: row, context)
        let (author, now, isForced) = (context.author, context.now, anyway)
        let result = try await store.write { db in try db.apply(change, by: author, at: now, isForced: isForced) }
        switch result.verdict {
        case .applied(let legs):
            guard !context.output.isJSON else { return context.output.json(result.row?.changeRecord ?? .null) }
            for leg in legs { context.output.say(.legSet(row.ref, leg)) }
            if legs.isEmpty { context.output.say(.caseClosedAs(row.ref, state)) }
        case .stored(let reason): throw CommandFailure(.changeStored(row.ref, reason))
        case .refused(let problem): throw CommandFailure(Message(problem))
        }
    }

    private func change(of row: ProspectRow, _ context: Context) async throws -> StatusChange {
        let now = context.now
        let known = try await agency.asyncMap { try await context.agency($0).code }
        let target = try await next.asyncMap { try await context.agency($0).code }
        return StatusChange(
            id: AnyUUID(UUIDv7(at: now, random: randomBytes(10))), prospect: row.id, agency: known, state: state,
            reason: reason, at: now, by: "squad:\(context.actor.name)", nextStep: nextStep(to: target),
            caseID: caseID.map { String($0.prefix(80)) },
            original: duplicateOf.map { ForeignCase(system: "mysynergy", id: String($0.prefix(80))) },
            outcome: programme.isEmpty ? nil : HelpOutcome(programmes: programme.map { String($0.prefix(160)) }),
            note: note)
    }

    private func nextStep(to agency: String?) -> NextStep? {
        if let agency { return NextStep(.redirect(to: agency)) }
        if back { return NextStep(.returnToSquad) }
        if let until = wait.flatMap({ Instant(rfc3339: $0 + "T17:00:00+08:00") }) {
            return NextStep(.hold(until: until))
        }
        return advice ? signedBy.map { NextStep(.adviceGiven(signedBy: $0)) } : nil
    }
}

extension Optional {
    /// The value made of what is there; nothing is made of nothing.
    fileprivate func asyncMap<Value>(_ make: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let value = self else { return nil }
        return try await make(value)
    }
}
