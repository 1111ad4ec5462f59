public import Model

/// Which language a text is in, and how sure that is.
public struct LanguageGuess: Hashable, Sendable {
    public var language: Language
    /// 0...1; below 0.3 the text tells little, and what its page or source says of itself counts for more.
    public var confidence: Double

    public init(_ language: Language, confidence: Double) { (self.language, self.confidence) = (language, confidence) }
}

extension Language {
    /// Tells the language of a text by its letters, its commonest words and the beginnings and ends of the others.
    ///
    /// Malay and Indonesian share most words; they are told by those they do not share (`kerana` and `karena`, `wang` and
    /// `uang`). A text that gives no sign either way counts as Malay, with less confidence: we read Malaysian outlets. A
    /// text in two languages is in the one with more words, and its confidence is as much lower. Malay in Arabic letters
    /// (Jawi) is ``Language/other``: no phrase of ours could be found in it. Linear; reads no more than the first 20,000
    /// bytes.
    public static func guess(of text: String) -> LanguageGuess {
        var census = LetterCensus()
        census.count(text.utf8.span)
        return census.guess
    }
}
