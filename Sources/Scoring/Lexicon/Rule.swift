public import Model
public import Text

/// One rule of a lexicon file: phrases or conditions, and the points they bring. Lexicons/rules/README.md explains each
/// key to those who write the files.
public struct Rule: Sendable {
    /// Such as `ms.health.terlantar`; unique over all files.
    public let id: String
    /// A few words for explanations, such as `bedridden`.
    public let labelEnglish: String
    /// The same in Malay, such as `terlantar`.
    public let labelMalay: String
    /// The need it speaks for; nil for signs that say nothing of one (a job word, a court).
    public let need: Need?
    /// Negative for a discount; always under the threshold.
    public let points: Int
    /// The id of the lexicon it stands in.
    public let lexicon: String
    /// The name of its file, and where in it the rule begins.
    public let file: String
    public let mark: DocumentNode.Mark

    /// What the rule is a sign of (`death`, `worker`, `appeal`), for the conditions of other rules.
    let signs: [SignID]
    let field: Field
    /// Conditions on the signs of other rules.
    let conditions: Conditions
    /// Whether a negation in front of a phrase clears it.
    let isNegatable: Bool
    /// A phrase of this rule swallows the shorter phrases inside it: `Sungai Petani` is no `petani`.
    let swallows: Bool
    /// Where a phrase of `unless` clears this rule's phrases.
    let unlessScope: Scope
    /// Where one of its required phrases must stand for a phrase to count; nil where none is required.
    let requiresScope: Scope?
    let urgency: Urgency?
    /// Identity protected where this rule counts.
    let protects: Bool
    /// Whether it has phrases of its own; a rule without them rests on its conditions alone.
    let hasPhrases: Bool
    /// How the number of its different phrases tells.
    let weighing: Weighing
    /// What it says of the passages of an article in which it counts.
    let passages: Passages

    /// Where a rule's phrases count.
    enum Field: String, CaseIterable {
        case any, title, text
        /// The text behind the lead.
        case body
        /// The title and the first `lead-sentences` sentences.
        case lead
        /// What opens the text and ends at a comma, colon, dash or bracket, where papers print where the report is from:
        /// `MEDAN, 29 Ogos –`, `Jakarta:`.
        case dateline
    }

    /// Which passages of an article are scored by themselves where a rule counts.
    enum Passages: String, CaseIterable {
        case yes
        /// None: in a story all are invented.
        case no
        /// What the rule takes off the article it takes off each passage too.
        case less
        /// All but those that hold one of its phrases or begin behind it: what the defence says of the accused.
        case elsewhere
    }

    /// How a rule weighs more than one phrase, and the whole article.
    struct Weighing {
        /// What each further different phrase adds to the rule's points; never above 0.
        var each = 0
        /// The rule counts only where so many different phrases of it stand.
        var minimum = 1
        /// Where the rule counts, all rules together bring at most so many points; nil for a rule that caps nothing.
        var ceiling: Int?
        /// The ceiling holds for what common words bring too: a drowned child's death is told in the words of a worker's.
        var isFirm = false

        /// Further phrases count up to this number; a long article must not sink by its length alone.
        static let maximumFurther = 4
    }

    /// How near to each other things stand.
    enum Scope: String, CaseIterable {
        case sentence
        /// The same sentence or the next one; the title is next to the first.
        case near
        /// The title and the first `lead-sentences` sentences.
        case lead
        case article
    }

    struct Conditions {
        /// Each group must be met by one of its signs.
        var with: [[SignID]] = []
        /// None of these may stand anywhere in the article.
        var without: [SignID] = []
        var scope = Scope.article

        var isEmpty: Bool { with.isEmpty && without.isEmpty }
    }
}

/// The number of a sign in its lexicon.
typealias SignID = Int

/// A class of rules, such as `death` or `appeal`.
struct Sign {
    let name: String
    let labelEnglish: String
    let labelMalay: String
    /// The most points that its rules bring together; nil for no limit.
    let limit: Int?
    /// Whether it is a sign of an event with harm, and so of an incident rather than of hardship.
    let isIncident: Bool
    /// Whether it says that help was given already.
    let isHelped: Bool
}

/// What holds for all rules: the `settings` of a lexicon file.
public struct ScoringSettings: Sendable {
    /// An article is flagged at or above it; 1...100.
    public internal(set) var threshold = 40
    /// How many sentences of the text count as its lead.
    var leadSentences = 3
    /// What a rule brings whose phrases stand only after the lead, in per cent of its points.
    public internal(set) var bodyShare = 50
    /// What all rules together bring at most, before the discounts: a long article collects more signs than a short one
    /// and is no surer for it.
    var totalLimit = 100
    /// How many sentences a passage has that is scored by itself.
    var passageSentences = 2
    /// What is taken off from such a passage: the rest of the article speaks of something else.
    public internal(set) var passageCost = 50
    /// A need is sure, or likely, from so many points on.
    var highConfidence = 30
    var mediumConfidence = 15
}
