/// One thing that speaks for or against two articles telling of one case, and how much it weighs.
public struct JoinFact: Hashable, Sendable {
    public enum Kind: String, Labelled {
        case sameAddress = "address"
        case sameWording = "wording"
        case sameName = "name"
        case sameAge = "age"
        case sameEvent = "event"
        case samePlace = "place"
        case sameDays = "days"
        case sameThings = "things"
        case sameTitle = "title"
        case sameProperNames = "proper-names"
        case otherPerson = "other-person"
        case otherPlace = "other-place"
        case otherDays = "other-days"
        case noDate = "no-date"
        case otherThings = "other-things"

        public var labels: (en: String, ms: String) {
            switch self {
            case .sameAddress: ("same address", "alamat sama")
            case .sameWording: ("nearly the same words", "hampir sama perkataannya")
            case .sameName: ("same name", "nama sama")
            case .sameAge: ("same age", "umur sama")
            case .sameEvent: ("same kind of event", "jenis kejadian sama")
            case .samePlace: ("same place", "tempat sama")
            case .sameDays: ("same days", "hari sama")
            case .sameThings: ("same things told", "perkara sama diceritakan")
            case .sameTitle: ("same title", "tajuk sama")
            case .sameProperNames: ("same roads, sites or firms", "jalan, tapak atau syarikat sama")
            case .otherPerson: ("other name or age", "nama atau umur lain")
            case .otherPlace: ("other place", "tempat lain")
            case .otherDays: ("days apart", "hari berjauhan")
            case .noDate: ("no date", "tiada tarikh")
            case .otherThings: ("other things told", "perkara lain diceritakan")
            }
        }
    }

    public var kind: Kind
    /// In tenths of a point; below zero for what speaks against. Two cases are joined from 60 on.
    public var tenths: Int

    public init(_ kind: Kind, tenths: Int) { (self.kind, self.tenths) = (kind, tenths) }
}

/// Another lead that is of one case with this one, surely or perhaps, and why.
public struct LeadLink: Hashable, Sendable {
    public var lead: LeadID
    public var reason: JoinReason
    /// Heaviest first.
    public var facts: [JoinFact]

    public init(lead: LeadID, reason: JoinReason, facts: [JoinFact]) {
        (self.lead, self.reason, self.facts) = (lead, reason, facts)
    }

    /// The sum of the facts.
    public var tenths: Int { facts.reduce(0) { $0 + $1.tenths } }
}
