/// Where one leg of a referral stands, and so the whole prospect. Source: contract/taxonomies.json, referral_state.
public enum ReferralState: String, Labelled {
    /// Confirmed and not sent to any agency. No leg has this state, only a prospect.
    case prospect
    case referred
    /// The receiving system has it; no person has taken it.
    case received
    case accepted
    case beingHelped = "being_helped"
    case helped
    case returned
    case redirected
    case notEligible = "not_eligible"
    case duplicate
    case unreachable
    /// The person does not want the help.
    case declined
    case withdrawn

    public var labels: (en: String, ms: String) {
        switch self {
        case .prospect: ("Ready to refer", "Sedia dirujuk")
        case .referred: ("Sent", "Telah disalurkan")
        case .received: ("Received", "Diterima sistem")
        case .accepted: ("Accepted by agency", "Diterima agensi")
        case .beingHelped: ("Being helped", "Sedang dibantu")
        case .helped: ("Helped", "Telah dibantu")
        case .returned: ("Returned to squad", "Dipulangkan")
        case .redirected: ("Passed to another agency", "Disalurkan ke agensi lain")
        case .notEligible: ("Not eligible", "Tidak layak")
        case .duplicate: ("Duplicate", "Pendua")
        case .unreachable: ("Could not be reached", "Gagal dihubungi")
        case .declined: ("Person declined help", "Individu menolak bantuan")
        case .withdrawn: ("Withdrawn by squad", "Ditarik balik")
        }
    }

    /// How far help has come; nil for a duplicate, which has the assistance of its original.
    public var assistance: Assistance? {
        switch self {
        case .beingHelped: .underWay
        case .helped: .given
        case .duplicate: nil
        case .prospect, .referred, .received, .accepted, .returned, .redirected, .notEligible, .unreachable, .declined,
            .withdrawn:
            .notYet
        }
    }

    /// An agency said no, or found nobody. Allowed only with a reason and a next step: nobody is closed into nothing.
    public var isRefusal: Bool {
        switch self {
        case .returned, .redirected, .notEligible, .unreachable: true
        case .prospect, .referred, .received, .accepted, .beingHelped, .helped, .duplicate, .declined, .withdrawn: false
        }
    }

    /// A refusal after which the squad moves next.
    public static let returnedToSquad = allCases.filter { $0.isRefusal && $0.duty?.owner == .squad }

    public var needsReason: Bool { isRefusal || self == .withdrawn }

    /// An agency has it and has not said yes or no to the end.
    public var isOpen: Bool { self == .referred || self == .received || self == .accepted }

    /// Nothing more is owed, unless somebody opens it again.
    public var isTerminal: Bool { duty == nil }

    /// Who moves next, and by which act (the contract's `next_action`); nil where nobody has to.
    public var duty: Duty? {
        switch self {
        case .prospect: Duty(.squad, "send")
        case .referred: Duty(.system, "acknowledge")
        case .received, .redirected: Duty(.agency, "accept-or-return")
        case .accepted: Duty(.agency, "start-help")
        case .beingHelped: Duty(.agency, "update")
        case .returned, .notEligible: Duty(.squad, "re-route")
        case .unreachable: Duty(.squad, "find-contact")
        case .helped, .duplicate, .declined, .withdrawn: nil
        }
    }

    /// What somebody owes next.
    public struct Duty: Hashable, Sendable {
        public var owner: Owner
        /// The contract's code, such as `accept-or-return`.
        public var action: String
        public init(_ owner: Owner, _ action: String) { (self.owner, self.action) = (owner, action) }

        public enum Owner: String, Hashable, Sendable {
            case squad
            case system = "referral-system"
            case agency
        }
    }
}
