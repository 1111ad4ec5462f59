/// A name as it is compared: key v1 of the export contract (`normalise_name`).
///
/// Compatibility forms folded, lower case, punctuation left out, without titles and `bin`, `binti`, `a/l`, `a/p`, `anak`;
/// every spelling of Muhammad is `muhammad`. The key is not unique and says nothing without an age or a place.
///
/// - Parameter name: in Unicode NFC, as everything kept is.
public func nameKey(of name: String) -> String {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var wasSlash = false
    func close() {
        guard !word.isEmpty else { return }
        words.append(String(word))
        word = .init()
    }
    for scalar in name.unicodeScalars {
        for folded in compatibilityFold(scalar).properties.lowercaseMapping.unicodeScalars {
            if folded == "ß" {
                word.append(contentsOf: "ss".unicodeScalars)
            } else if folded.properties.isAlphabetic || folded.properties.numericType != nil || folded == "_"
                || folded.properties.generalCategory == .nonspacingMark
            {
                // `a/l`: the letters on both sides of the slash are one word.
                if wasSlash, word.isEmpty, let last = words.last, ["a", "d", "s"].contains(last) {
                    words.removeLast()
                    word.append(contentsOf: last.unicodeScalars)
                }
                wasSlash = false
                word.append(folded)
            } else {
                close()
                wasSlash = folded == "/" || (wasSlash && folded.properties.isWhitespace)
            }
        }
    }
    close()
    return words.filter { !droppedWords.contains($0) }
        .map { muhammads.contains($0) ? "muhammad" : $0 }.joined(separator: " ")
}

/// The parts of NFKC that occur in Latin names: full-width letters, mathematical letters used for show, ligatures' first
/// letters. The standard library offers no NFKC.
private func compatibilityFold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x1D400...0x1D6A3: latinLetter((scalar.value - 0x1D400) % 52) ?? scalar
    case 0x24B6...0x24CF: latinLetter(scalar.value - 0x24B6) ?? scalar
    case 0x24D0...0x24E9: latinLetter(scalar.value - 0x24D0 + 26) ?? scalar
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: " "
    default: scalar
    }
}

/// A...Z, then a...z.
private func latinLetter(_ index: UInt32) -> Unicode.Scalar? {
    Unicode.Scalar(index < 26 ? 0x41 + index : 0x61 + index - 26)
}

private let droppedWords: Set<String> = [
    "encik", "en", "puan", "pn", "cik", "tuan", "tn", "haji", "hj", "hajah", "hjh", "dato", "datuk", "datin", "tan",
    "sri",
    "dr", "ustaz", "ustazah", "allahyarham", "arwah", "mr", "mrs", "ms", "madam", "mdm", "bin", "bt", "bte", "binti",
    "b",
    "al", "ap", "a", "l", "p", "anak", "so", "do",
]

private let muhammads: Set<String> = [
    "mohd", "muhd", "md", "mohamad", "mohamed", "mohammad", "mohammed", "muhamad", "muhammed", "mohamat",
]
