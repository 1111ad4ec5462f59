public import Model

/// A prospect with its legs: the one place where the rules of referral stand. Pure.
public struct ReferralCase: Hashable, Sendable {
    public let prospect: UUIDv7
    public let ref: ProspectRef
    /// The state of the case, as `MY-01`...; nil where it is not known.
    public var place: String?
    /// By whose working hours its clocks run.
    public var offices = OfficeCalendar.weekdays
    /// In the order of their hops.
    public internal(set) var legs: [ReferralLeg]
    /// Ends the whole case whatever its legs say.
    public internal(set) var closure: Closure?
    /// What another system said that it repeats. Where it is no duplicate all the same, a person has judged otherwise.
    public internal(set) var original: ForeignCase?
    /// How far help has come for the original, where that is known here.
    public var assistanceOfOriginal: Assistance?
    public var urgency: Urgency
    /// From when on the squad owes the first sending.
    public var acceptedAt: Instant

    public init(
        prospect: UUIDv7, ref: ProspectRef, legs: [ReferralLeg], closure: Closure? = nil,
        original: ForeignCase? = nil, urgency: Urgency, acceptedAt: Instant
    ) {
        (self.prospect, self.ref, self.closure, self.original) = (prospect, ref, closure, original)
        self.legs = legs.sorted { $0.hop < $1.hop }
        (self.urgency, self.acceptedAt) = (urgency, acceptedAt)
    }

    /// An end that no leg decides: `.withdrawn` by the squad, `.declined` by the person, `.duplicate` by another system.
    /// `.prospect` is the end of such an end: it was opened again, and nobody has it.
    public struct Closure: Hashable, Sendable {
        public var state: ReferralState
        public var at: Instant
        public init(_ state: ReferralState, at time: Instant) { (self.state, at) = (state, time) }
    }

    /// Opened again after it was over, and at no door since.
    var isReopened: Bool { closure?.state == .prospect }

    /// What it repeats, where it is a duplicate.
    public var duplicated: ForeignCase? {
        guard status == .duplicate else { return nil }
        return closure?.state == .duplicate ? original : legs.last { $0.state == .duplicate }?.original ?? original
    }

    public var status: ReferralState {
        if let closure, !isReopened { return closure.state }
        return ReferralState.status(ofLegs: legs.map(\.state))
    }

    /// Belum, sedang or telah dibantu. A duplicate has that of its original, and counts as not yet helped until that is
    /// known here.
    public var assistance: Assistance { status.assistance ?? assistanceOfOriginal ?? .notYet }

    /// When the status came about.
    public var statusAt: Instant {
        if let closure, !isReopened { return closure.at }
        return legs.filter { $0.state == status }.map(\.stateAt).max() ?? legs.map(\.stateAt).max() ?? acceptedAt
    }

    /// What is owed next, by whom and until when; nil where nothing is.
    public struct NextAction: Hashable, Sendable {
        public var duty: ReferralState.Duty
        /// The agency that owes it, where an agency does.
        public var agency: String?
        public var dueAt: Instant?
    }

    /// The first act that is due. A refusal is nobody's any more once a later door was tried, or a coordinator has signed
    /// that there is none.
    public var nextAction: NextAction? {
        guard closure == nil || isReopened else { return nil }
        guard !legs.isEmpty, !isReopened else {
            let start = closure?.at ?? acceptedAt
            return ReferralState.prospect.duty.map {
                NextAction(duty: $0, dueAt: due(.prospect, of: nil, from: start))
            }
        }
        let owed = legs.filter(isOwed).compactMap(action)
        return owed.min { ($0.dueAt ?? .distant, $0.duty.action) < ($1.dueAt ?? .distant, $1.duty.action) }
    }

    private func isOwed(_ leg: ReferralLeg) -> Bool {
        guard leg.state.isRefusal else { return leg.state.duty != nil }
        if case .adviceGiven = leg.nextStep?.kind { return false }
        return !legs.contains { $0.hop > leg.hop }
    }

    private func action(on leg: ReferralLeg) -> NextAction? {
        // A leg that another agency has opened is in the referral system already: nobody has to acknowledge it.
        let isHandedOn = leg.state == .referred && leg.from != ReferralLeg.squad
        guard let duty = (isHandedOn ? ReferralState.received : leg.state).duty else { return nil }
        let agency = leg.state == .redirected ? leg.nextStep?.agency : leg.to
        return NextAction(duty: duty, agency: duty.owner == .agency ? agency : nil, dueAt: leg.dueAt)
    }

    /// What was tried at an agency, newest first.
    public func legs(to agency: String) -> [ReferralLeg] { legs.filter { $0.to == agency }.reversed() }

    /// Agencies in the order in which they were tried, each once.
    public var doorsTried: [String] {
        var seen = Set<String>()
        return legs.map(\.to).filter { seen.insert($0).inserted }
    }
}

extension ReferralCase {
    /// Why a coordinator has to look at a case (contract, "No wrong door", d).
    public enum Escalation: Hashable, Sendable {
        case manyDoors(Int)
        /// An agency has let its clock run out twice.
        case clockMissed(agency: String)
    }

    /// More doors than this are a sign that nobody feels responsible.
    public static let usualDoors = 4

    /// nil where the case takes its course, or is over.
    public func escalation(at now: Instant) -> Escalation? {
        guard nextAction != nil else { return nil }
        if let late = legs.first(where: { isOwed($0) && missedClocks(of: $0, at: now) >= 2 }) {
            return .clockMissed(agency: late.to)
        }
        return legs.count > ReferralCase.usualDoors ? .manyDoors(legs.count) : nil
    }

    /// Counts what was late before, one where the clock has run out now, and one more where it has run out twice over.
    public func missedClocks(of leg: ReferralLeg, at now: Instant) -> Int {
        guard let due = leg.dueAt, now > due else { return leg.missedClocks }
        let again = self.due(leg.state, of: leg, from: due) ?? .distant
        return leg.missedClocks + (now > again ? 2 : 1)
    }

    /// The act that is late; nil where none is.
    public func overdue(at now: Instant) -> NextAction? {
        nextAction.flatMap { action in action.dueAt.flatMap { $0 < now ? action : nil } }
    }
}

extension Instant {
    /// Later than any clock.
    static let distant = Instant(milliseconds: .max)
}
