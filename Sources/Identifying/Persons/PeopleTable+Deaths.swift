/// Which words tell that somebody died.
extension PeopleTable {
    /// `maut`, `passed away`, `fell to his death`; but not `hampir maut` and `dikhuatiri lemas`.
    func tellsOfDeath(_ words: [Word], at index: Int) -> Bool {
        let phrase = self.words.match(words, at: index)?.value ?? []
        guard self[words[index].folded].union(phrase).contains(.dead) else { return false }
        var before = index - 1
        while before >= 0, words[before + 1].gap.isPlain, helpingWords.contains(words[before].folded) { before -= 1 }
        return before < 0 || !words[before + 1].gap.isPlain || words[before].sentence != words[index].sentence
            || !escapes.contains(words[before].folded)
    }
}

private let helpingWords: Set<String> = [
    "telah", "sudah", "turut", "to", "have", "has", "been", "was", "were", "mati", "be",
]

/// What befell nobody yet.
private let escapes: Set<String> = [
    "hampir", "nyaris", "dikhuatiri", "dibimbangi", "bimbang", "khuatir", "feared", "almost", "nearly", "tidak",
    "bukan",
    "elak", "mengelak", "not", "never", "could", "would", "might",
]
