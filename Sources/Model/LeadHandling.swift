/// What people did with a lead besides deciding it.
public struct LeadHandling: Hashable, Sendable {
    /// Whom it was handed to; nil for nobody.
    public var assignee: Actor?
    /// In alphabetical order.
    public var labels: [LeadLabel]
    /// A person's own words for the case; nil where nobody wrote any.
    public var summary: String?
    /// How the people of the case can be reached; nil where nobody noted it.
    public var contact: CaseContact?
    /// Codes of programmes that a person wants checked first; empty where the rules say.
    public var programmes: [String] = []
    /// Who brought it, where a person did and no crawl.
    public var foundBy: Actor?
    /// Leads that live on in it, oldest first.
    public var merged: [LeadID]
    /// What a person has set, so that neither articles nor rules change it.
    public var setFields: Set<LeadField>

    public init(
        assignee: Actor? = nil, labels: [LeadLabel] = [], summary: String? = nil, foundBy: Actor? = nil,
        merged: [LeadID] = [], setFields: Set<LeadField> = []
    ) {
        (self.assignee, self.labels, self.summary) = (assignee, labels, summary)
        (self.foundBy, self.merged, self.setFields) = (foundBy, merged, setFields)
    }
}

/// What of a lead a person may set.
public enum LeadField: String, Labelled {
    case who
    case location = "where"
    case needs, urgency, summary, contact, programmes

    public var labels: (en: String, ms: String) {
        switch self {
        case .who: ("Who", "Siapa")
        case .location: ("Where", "Di mana")
        case .needs: ("Needs", "Keperluan")
        case .urgency: ("Urgency", "Kesegeraan")
        case .summary: ("Summary", "Ringkasan")
        case .contact: ("Contact", "Hubungan")
        case .programmes: ("Programmes", "Program")
        }
    }
}
