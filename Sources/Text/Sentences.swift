/// Where sentences end.
enum Sentences {
    /// Words after which a full stop ends no sentence, folded and without it.
    static let abbreviations: Set<String> = [
        "abd", "acp", "asp", "bhd", "cpl", "dr", "dsp", "en", "hj", "hjh", "insp", "ir", "jln", "kapt", "kg", "km",
        "kpl",
        "lt", "md", "mej", "mohd", "mr", "mrs", "ms", "muhd", "no", "pn", "prof", "puan", "rev", "sdn", "sgt", "sjn",
        "sr",
        "st", "supt", "tg", "tmn", "tn", "ts", "ust", "vs", "yb", "jan", "feb", "mac", "mar", "apr", "jun", "jul",
        "julai",
        "aug", "ogos", "sep", "sept", "okt", "oct", "nov", "dis", "dec",
    ]

    /// Whether the full stop between `word` (folded) and the text from `next` on ends a sentence.
    ///
    /// Single letters are initials (`M. Selvi`); a lower-case letter goes on with the sentence.
    static func ends(after word: String, next: Unicode.Scalar?) -> Bool {
        guard let next else { return true }
        if word.utf8.count == 1, word.utf8.first.map({ (97...122).contains($0) }) == true { return false }
        return !abbreviations.contains(word) && !next.properties.isLowercase
    }
}

/// The sentences of `text` that hold a word, in Unicode scalars, from the first word's beginning to the last word's end.
public func sentences(of tokens: [Token]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var current = -1
    for token in tokens {
        if token.sentence == current, let last = out.popLast() {
            out.append(last.lowerBound..<token.scalars.upperBound)
        } else {
            out.append(token.scalars)
            current = token.sentence
        }
    }
    return out
}
