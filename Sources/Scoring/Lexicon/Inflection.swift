/// Malay prefixes whose nasal adapts to the root.
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
}
