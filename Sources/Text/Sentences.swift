/// Where sentences end.
enum Sentences {
    /// Whether a full stop behind a word ends no sentence.
    ///
    /// - Parameter word: its `tokenHash(of:)`.
    static func isAbbreviation(_ word: UInt64) -> Bool {
        marks[Int(truncatingIfNeeded: word &>> 60)] &>> (word &>> 54 & 63) & 1 != 0 && abbreviations.contains(word)
    }

    /// The bit that the highest ten of a word's hash number, for each of them: most other words are told by a look at it.
    private static let marks = {
        var marks = InlineArray<16, UInt64>(repeating: 0)
        for word in abbreviations { marks[Int(truncatingIfNeeded: word &>> 60)] |= 1 &<< (word &>> 54 & 63) }
        return marks
    }()

    private static let abbreviations = [
        "abd", "acp", "asp", "bdr", "bhd", "bkt", "bt", "cpl", "dr", "dsp", "en", "hj", "hjh", "hosp", "insp", "ir",
        "jl", "jln", "kapt", "kg", "km", "kmpg", "kpg", "kpl", "lrg", "lt", "md", "mej", "mohd", "mr", "mrs", "ms",
        "muhd", "no", "pdg", "pkn", "pn", "pnt", "prof", "puan", "rev", "sdn", "sg", "sgt", "sjn", "spg", "sr", "st",
        "supt", "tg", "tjg", "tlk", "tmn", "tn", "ts", "ust", "vs", "yb", "jan", "feb", "mac", "mar", "apr", "jun",
        "jul", "julai", "aug", "ogos", "sep", "sept", "okt", "oct", "nov", "dis", "dec",
    ].map { tokenHash(of: $0.utf8) }
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
