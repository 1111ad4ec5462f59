/// How words change: Malay prefixes whose nasal adapts to the root, clitics, English endings.
enum Inflection {
    /// `prefix` (`meN` or `peN`, the N standing for the nasal) joined to `root`: menyewa, menanggung, memukul, mengambil.
    ///
    /// The four voiceless initials p, t, k, s fall away; a root of one syllable (`cat`) would take `menge-`, which a
    /// lexicon writes out.
    static func joined(_ prefix: String, to root: String) -> String {
        let stem = String(prefix.dropLast())
        guard let first = root.first else { return prefix }
        switch first {
        case "p": return stem + "m" + root.dropFirst()
        case "t": return stem + "n" + root.dropFirst()
        case "k": return stem + "ng" + root.dropFirst()
        case "s": return stem + "ny" + root.dropFirst()
        case "b", "f", "v": return stem + "m" + root
        case "c", "d", "j", "z": return stem + "n" + root
        case "a", "e", "i", "o", "u", "g", "h": return stem + "ng" + root
        default: return stem + root
        }
    }

    /// Whether a piece of a phrase is a prefix with a nasal.
    static func isNasal(_ piece: String) -> Bool {
        piece.count >= 3 && piece.hasSuffix("N") && piece.dropLast().allSatisfy(\.isLowercase)
    }

    /// A Malay word with and without what is written onto its end.
    static func withClitics(_ word: String) -> [String] {
        ["", "nya", "lah", "ku", "mu", "kah", "pun"].map { word + $0 }
    }

    /// A regular English verb or noun and its forms: `evict`, `evicts`, `evicted`, `evicting`.
    ///
    /// After a single vowel the last consonant of a word of one syllable is doubled (`robbed`); longer words with that
    /// stress (`referred`) a lexicon writes out.
    static func english(_ word: String) -> [String] {
        guard let last = word.last, word.count > 1 else { return [word] }
        let isVowel = { (letter: Character) in "aeiou".contains(letter) }
        let stem = String(word.dropLast())
        let before = stem.last.map(isVowel) ?? false
        switch last {
        case "e": return [word, word + "s", word + "d", stem + "ing"]
        case "y" where !before: return [word, stem + "ies", stem + "ied", word + "ing"]
        case "s", "x", "z": return [word, word + "es", word + "ed", word + "ing"]
        case "h" where stem.hasSuffix("s") || stem.hasSuffix("c"):
            return [word, word + "es", word + "ed", word + "ing"]
        default: break
        }
        let isShort = before && word.count(where: isVowel) == 1 && !isVowel(last) && !"wxy".contains(last)
        let doubled = isShort ? word + String(last) : word
        return [word, word + "s", doubled + "ed", doubled + "ing"]
    }
}
