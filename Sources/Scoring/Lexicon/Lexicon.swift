public import Model
public import Text

/// The rules of one or more lexicon files, ready to score with. Immutable; make it once and share it.
public struct Lexicon: Sendable {
    /// The threshold, and how points are weighed.
    public let settings: ScoringSettings
    /// In the order of their files.
    public let rules: [Rule]
    /// One for each file, in the order they were given.
    public let versions: [LexiconVersion]
    /// What the scores of these rules were worth on labelled texts; nil where nobody fitted it.
    public var calibration: Calibration?

    let signs: [Sign]
    let vocabulary: Vocabulary
    let phrases: PhraseTrie
    let lists: PhraseTrie
    /// What each output of `phrases` means.
    let outputs: [Output]
    let shortForms: [UInt64: [UInt64]]

    enum Output: Hashable, Sendable {
        case phrase(rule: Int)
        /// A word that clears the rule.
        case unless(rule: Int)
        /// A negation that reaches so many words to the right.
        case negation(reach: Int)
        /// Looks like a negation and is none: `bukan sahaja`.
        case noNegation
    }

    /// - Throws: everything that is wrong with the files, each problem with its place and a hint.
    public init(_ documents: [LexiconDocument]) throws(DocumentProblems) {
        var compiler = LexiconCompiler()
        for document in documents { compiler.read(document) }
        self = try compiler.lexicon()
    }

    init(
        settings: ScoringSettings, rules: [Rule], signs: [Sign], versions: [LexiconVersion], vocabulary: Vocabulary,
        phrases: PhraseTrie, lists: PhraseTrie, outputs: [Output], shortForms: [UInt64: [UInt64]]
    ) {
        (self.settings, self.rules, self.signs, self.versions) = (settings, rules, signs, versions)
        (self.vocabulary, self.phrases, self.lists) = (vocabulary, phrases, lists)
        (self.outputs, self.shortForms) = (outputs, shortForms)
    }
}
