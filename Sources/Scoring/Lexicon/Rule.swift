public import Model
public import Text

/// One rule of a lexicon file: phrases or conditions, and the points they bring.
public struct Rule: Sendable {
    /// Such as `ms.health.terlantar`; unique over all files.
    public let id: String
    public let labelEnglish: String
    public let labelMalay: String
    /// The need it speaks for; nil for signs that say nothing of one (a job word, a court).
    public let need: Need?
    /// Negative for a discount.
    public let points: Int
    /// What the rule is a sign of (`death`, `worker`, `appeal`), for the conditions of other rules.
    public let signs: [SignID]
    public let field: Field
    /// Conditions on the signs of other rules.
    public let conditions: Conditions
    /// Whether a negation in front of a phrase clears it.
    public let isNegatable: Bool
    /// A phrase of this rule swallows the shorter phrases inside it: `rumah sakit jiwa` is no `sakit jiwa`.
    public let swallows: Bool
    /// Where a phrase of `unless` clears this rule's phrases.
    public let unlessScope: Scope
    public let urgency: Urgency?
    /// Identity protected where this rule counts.
    public let protects: Bool
    /// Whether it has phrases of its own; a rule without them rests on its conditions alone.
    public let hasPhrases: Bool
    /// The lexicon it stands in, and where.
    public let lexicon: String
    public let file: String
    public let mark: DocumentNode.Mark

    /// Where a rule's phrases count.
    public enum Field: String, Sendable, CaseIterable {
        case any, title, text
        /// The title and the first `lead-sentences` sentences.
        case lead
    }

    /// How near to each other things stand.
    public enum Scope: String, Sendable, CaseIterable {
        case sentence
        /// The same sentence or the next one; the title is next to the first.
        case near
        /// The title and the first `lead-sentences` sentences.
        case lead
        case article
    }

    public struct Conditions: Sendable {
        /// Each group must be met by one of its signs.
        public var with: [[SignID]] = []
        /// None of these may stand anywhere in the article.
        public var without: [SignID] = []
        public var scope = Scope.article

        var isEmpty: Bool { with.isEmpty && without.isEmpty }
    }
}

/// The number of a sign in its lexicon.
public typealias SignID = Int

/// A class of rules, such as `death` or `appeal`.
public struct Sign: Sendable {
    public let name: String
    public let labelEnglish: String
    public let labelMalay: String
    /// The most points that its rules bring together; nil for no limit.
    public let limit: Int?
    /// Whether it is a sign of an event with harm, and so of an incident rather than of hardship.
    public let isIncident: Bool
}

/// What holds for all rules: `settings.yaml`.
public struct ScoringSettings: Sendable {
    /// Flagged at or above.
    public var threshold = 40
    /// How many sentences of the text count as its lead.
    public var leadSentences = 3
    /// What a rule brings whose phrases stand only after the lead, in per cent of its points.
    public var bodyShare = 50
    /// A need is sure from so many points on.
    public var highConfidence = 30
    public var mediumConfidence = 15
}
