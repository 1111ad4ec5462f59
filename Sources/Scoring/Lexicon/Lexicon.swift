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

    /// Every rule, sign and list as the files have it, in the order of the files.
    public let parts: [LexiconPart]

    let signs: [Sign]
    let vocabulary: Vocabulary
    let phrases: PhraseTrie
    let lists: PhraseTrie
    /// What common words bring.
    let words: WordWeights
    /// What each output of `phrases` means.
    let outputs: [Output]
    let shortForms: [UInt64: [UInt64]]
    /// The numbers of the named lists.
    let listNumbers: [String: Int]

    enum Output: Hashable, Sendable {
        case phrase(rule: Int)
        /// A word that clears the rule.
        case unless(rule: Int)
        /// A word without which the rule's phrases do not count.
        case required(rule: Int)
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
        settings: ScoringSettings, rules: [Rule], signs: [Sign], versions: [LexiconVersion], parts: [LexiconPart],
        vocabulary: Vocabulary, phrases: PhraseTrie, lists: PhraseTrie, words: WordWeights, outputs: [Output],
        shortForms: [UInt64: [UInt64]], listNumbers: [String: Int]
    ) {
        (self.settings, self.rules, self.signs, self.versions) = (settings, rules, signs, versions)
        (self.vocabulary, self.phrases, self.lists, self.words) = (vocabulary, phrases, lists, words)
        (self.outputs, self.shortForms, self.parts, self.listNumbers) = (outputs, shortForms, parts, listNumbers)
    }

    /// The rule as its file has it; nil where there is none of that id.
    public func part(ofRule id: String) -> LexiconPart? { parts.first { $0.kind == .rule && $0.name == id } }

    /// Some of the forms that a phrase stands for, brackets and choices written out: `menyewa rumah`, `sewa rumah`.
    ///
    /// - Parameter limit: how many; they are spread over all there are.
    public func forms(of phrase: String, limit: Int) -> [String] {
        let parser = PhraseParser(lists: listNumbers, allowsNumbersAlone: true, keepsTexts: true)
        // A phrase of a lexicon was read once already; what cannot be read has no forms.
        guard let forms = try? parser.rows(of: phrase).texts, limit > 0 else { return [] }
        let step = max(1, (forms.count + limit - 1) / limit)
        return stride(from: 0, to: forms.count, by: step).map { forms[$0] }
    }
}
