/// The contract's normalised name key v1: compatible forms folded, lower case, without titles and connectives, the many
/// spellings of Muhammad as one.
///
/// Of NFKC only the full-width forms are folded: newspapers print names in Latin letters, and the others never
/// occurred in them.
func normalizedName(_ name: String) -> String {
    let folded = string(
        name.unicodeScalars.map { scalar -> Unicode.Scalar in
            guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
            return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        }
    ).lowercased()
    let words = folded.split { $0.isWhitespace || $0 == "," }.map { word in
        word.last == "." ? String(word.dropLast()) : String(word)
    }
    let kept = words.map { $0.replacing("’", with: "'") }.filter { !$0.isEmpty && !leftOut.contains($0) }
    return kept.map { muhammads.contains($0) ? "muhammad" : $0 }.joined(separator: " ")
}

private let muhammads: Set<String> = [
    "mohd", "muhd", "md", "mohamad", "mohammad", "mohamed", "mohammed", "muhamad", "muhammad", "muhammed", "mohd.",
]

/// Titles of birth, office, pilgrimage and death, and what stands between a name and the father's.
private let leftOut: Set<String> = [
    "bin", "binti", "b", "bt", "bte", "bte.", "bnt", "a/l", "a/p", "anak", "al", "ap", "s/o", "d/o", "dato'", "dato",
    "datuk", "datin", "datu", "tan", "sri", "tun", "puan", "encik", "en", "pn", "cik", "tuan", "haji", "hajah", "hj",
    "hjh", "dr", "prof", "ir", "ustaz", "ustazah", "allahyarham", "allahyarhamah", "arwah", "mendiang", "adik", "tok",
]
