/// Somebody a text speaks of, named or not.
public struct Person: Hashable, Sendable {
    /// As printed, without titles; nil for "a single mother, 34".
    public var name: String?
    /// What else they are called, as printed: `Pok Li` of `lebih dikenali sebagai Pok Li`, the name behind an `@`.
    public var aliases: [String]
    public var age: Age?
    public var role: Role
    /// Only where the text says so, never from the name.
    public var sex: Sex?
    /// As printed, such as `buruh binaan`.
    public var occupation: String?
    /// To the subject, as printed, such as `isteri`.
    public var relation: String?
    public var isDead: Bool
    /// The text calls them a child (`murid Tahun Dua`, `a toddler`) without printing an age.
    public var isChild: Bool
    /// Where the name (or the phrase that stands for it) was read.
    public var evidence: Evidence?

    public init(
        name: String?, aliases: [String] = [], age: Age? = nil, role: Role = .subject, sex: Sex? = nil,
        occupation: String? = nil, relation: String? = nil, isDead: Bool = false, isChild: Bool = false,
        evidence: Evidence? = nil
    ) {
        (self.name, self.aliases, self.age, self.role, self.sex) = (name, aliases, age, role, sex)
        (self.occupation, self.relation, self.isDead) = (occupation, relation, isDead)
        (self.isChild, self.evidence) = (isChild, evidence)
    }

    /// The name and the aliases: whoever hides or compares one has all of them before them.
    public var names: [String] { [name].compactMap(\.self) + aliases }

    /// Under 18: the Child Act's line. Where no age is known, whoever is called a child.
    public var isMinor: Bool { age.map { $0.years < 18 } ?? isChild }

    public enum Role: String, Hashable, Sendable {
        case subject
        case family
        case breadwinnerDeceased = "breadwinner-deceased"
        case carer
        case otherAffected = "other-affected"
        /// A police chief, a minister, a spokesman: never a prospect.
        case speaker
        case accused
    }

    public enum Sex: String, Hashable, Sendable, CaseIterable { case female, male }

    /// Whole years; an estimate ("in her seventies") is the decade's beginning.
    public struct Age: Hashable, Sendable {
        /// 0...120
        public var years: Int
        public var isEstimate: Bool
        public init(years: Int, isEstimate: Bool = false) { (self.years, self.isEstimate) = (years, isEstimate) }
    }
}

public struct Household: Hashable, Sendable {
    /// People living together, the subject included.
    public var size: Int?
    public var children: Int?
    /// Whole years, youngest first; the two ends where the text gives a range.
    public var childAges: [Int]

    public init(size: Int? = nil, children: Int? = nil, childAges: [Int] = []) {
        (self.size, self.children, self.childAges) = (size, children, childAges)
    }
}

/// Where a person or an event is.
public struct Place: Hashable, Sendable {
    /// `MY-01`...`MY-16`
    public var stateCode: String?
    public var stateName: String?
    /// The statistics department's code of the district, such as `10_2`.
    public var districtCode: String?
    public var districtName: String?
    /// Village, estate, flat, road or town, as printed.
    public var locality: String?
    public var evidence: Evidence?

    public init(
        stateCode: String? = nil, stateName: String? = nil, districtCode: String? = nil, districtName: String? = nil,
        locality: String? = nil, evidence: Evidence? = nil
    ) {
        (self.stateCode, self.stateName) = (stateCode, stateName)
        (self.districtCode, self.districtName) = (districtCode, districtName)
        (self.locality, self.evidence) = (locality, evidence)
    }
}

/// An identity number, telephone, account or number plate that a text held. Only its kind and place are kept; the digits are not.
public struct MaskedIdentifier: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case identityCard = "ic"
        case passport, phone
        case bankAccount = "account"
        case email, plate
    }
    public var kind: Kind
    public var field: Evidence.Field

    public init(kind: Kind, field: Evidence.Field) { (self.kind, self.field) = (kind, field) }
}

/// An employer or a site of work that a text names: a company, a mill, a construction site.
public struct Workplace: Hashable, Sendable {
    /// As printed, such as `kilang Syarikat Besi Rekaan Sdn Bhd` or `tapak pembinaan di Jalan Rekaan`.
    public var name: String
    public var evidence: Evidence?

    public init(name: String, evidence: Evidence? = nil) { (self.name, self.evidence) = (name, evidence) }
}

/// Who, where and what an article is about.
public struct Identification: Hashable, Sendable {
    public var persons: [Person]
    public var household: Household?
    public var place: Place?
    /// The day of the event, in Malaysia's time, where the text gives one.
    public var eventDay: CivilTime?
    /// Where those whom it is about work, or where it happened while somebody worked.
    public var workplace: Workplace?
    public var identifiers: [MaskedIdentifier]
    /// An appeal with an account or telephone number stands in the text.
    public var isAppeal: Bool

    public init(
        persons: [Person] = [], household: Household? = nil, place: Place? = nil, eventDay: CivilTime? = nil,
        workplace: Workplace? = nil, identifiers: [MaskedIdentifier] = [], isAppeal: Bool = false
    ) {
        (self.persons, self.household, self.place) = (persons, household, place)
        (self.eventDay, self.workplace) = (eventDay, workplace)
        (self.identifiers, self.isAppeal) = (identifiers, isAppeal)
    }

    /// A named child is the one in need: then the identity is protected whatever the story.
    public var namesChildInNeed: Bool { persons.contains { $0.isMinor && $0.role == .subject && $0.name != nil } }
}
