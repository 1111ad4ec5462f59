import Text

/// The words of a village, estate, flat or road that begins at `index`: its kind and up to five capitalised words or numbers
/// after it; or a highway, whose kind stands last in English (`MEX highway`).
func localityRange(in words: [Word], at index: Int) -> Range<Int>? {
    let head = words[index]
    if head.isCapitalised, index + 1 < words.count, words[index + 1].gap.isPlain,
        ["highway", "expressway"].contains(words[index + 1].folded)
    {
        return index..<(index + 2)
    }
    guard head.isCapitalised, localityHeads.contains(placeSpelling(head.folded)),
        !head.isUpper || head.folded == "ppr" || isShortInCapitals(words, at: index)
    else { return nil }
    var end = index + 1
    while end < words.count, end - index <= 5, words[end].isCapitalised || words[end].isNumber {
        guard words[end].gap.subtracting([.dash, .slash]).isPlain || followsShortForm(words, at: end) else { break }
        // `Jalan 3` is a road, `Lebuhraya Contoh 3.30 petang` ends before the time.
        if words[end].isNumber, words[end].folded.contains(".") { break }
        end += 1
    }
    return end > index + 1 ? index..<end : nil
}

/// `KG Rekaan`: written short, not a headline's word in capitals, nor `10 KG Beras`.
private func isShortInCapitals(_ words: [Word], at index: Int) -> Bool {
    guard isShortForm(words[index].folded), index + 1 < words.count, !words[index + 1].isUpper else { return false }
    return index == 0 || !words[index - 1].isNumber || !words[index].gap.isPlain
}

/// Nothing but the full stop of a short form stands before the word: `Sg. Rekaan`.
func followsShortForm(_ words: [Word], at index: Int) -> Bool {
    index > 0 && words[index].gap.subtracting(.stop).isPlain && isShortForm(words[index - 1].folded)
}

/// Every locality among the first 300 words, as compared, and every kilometre of a highway. A highway itself is none: it runs
/// through seven states, and on one day many crash on it.
func localityKeys(in passage: Passage) -> Set<String> {
    var keys: Set<String> = []
    for index in passage.words.indices.prefix(300) where keys.count < 12 {
        if let number = kilometre(in: passage.words, at: index) {
            keys.insert("\(LocalityKind.kilometre) \(number)")
        } else if let range = localityRange(in: passage.words, at: index),
            let key = localityKey(of: passage.text(of: range))
        {
            keys.insert(key)
        }
    }
    return keys
}

/// Of the villages and estates among the first 300 words whose names have two words or more besides their kind, the hash of
/// the name's first two: papers write `Kampung Rekaan Contoh`, neighbours post from `Rekaan Contoh`.
func namePairs(ofLocalitiesIn passage: Passage) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    let words = passage.words
    for index in words.indices.prefix(300) {
        guard let range = localityRange(in: words, at: index), range.count > 2, !words[index + 2].isNumber,
            !LocalityKind.isRoad(placeSpelling(words[index].folded))
        else { continue }
        pairs.insert(pairHash(words[index + 1], words[index + 2]))
    }
    return pairs
}

/// Of two words that stand side by side.
func pairHash(_ first: Word, _ second: Word) -> UInt64 { first.token.hash &* 31 &+ second.token.hash }

/// `KM204`, `KM 371.9`, `Kilometer 204`: where on a highway, without the decimals that not every paper gives. Below ten it is
/// as likely a distance.
private func kilometre(in words: [Word], at index: Int) -> Int? {
    let word = words[index]
    let isHead = ["km", "kilometer", "kilometre"].contains(word.folded)
    if isHead, word.isCapitalised, index + 1 < words.count, words[index + 1].gap.isPlain {
        return words[index + 1].number.flatMap { (10...999).contains($0) ? $0 : nil }
    }
    guard word.folded.hasPrefix("km"), (4...5).contains(word.folded.utf8.count) else { return nil }
    return Int(word.folded.dropFirst(2)).flatMap { $0 >= 10 ? $0 : nil }
}

/// A locality as two papers may spell it: `Kampung Rekung`, `Kg Rekong`; nil for a highway.
func localityKey(of name: String) -> String? {
    let key = String(placeKey(of: Substring(name)).map { $0 == "o" ? "u" : $0 })
    return ["lebuhraya", "highway", "expressway"].contains(where: key.contains) ? nil : key
}

/// A house stands in a village and at a road; only two villages or two roads can contradict each other, for a pile-up goes
/// on over kilometres.
enum LocalityKind: CaseIterable {
    case road, home

    /// Begins the key of a kilometre.
    static let kilometre = "kilometer"

    private static let roads: Set<String> = ["jalan", "lurung", "lebuh", "lebuhraya", "persiaran"]

    static func isRoad(_ head: String) -> Bool { roads.contains(head) }

    /// The words of the names among `keys` that are of this kind, without `kampung`, `jalan` and their like.
    func words(of keys: Set<String>) -> Set<Substring> {
        var words: Set<Substring> = []
        for key in keys {
            let parts = key.split(separator: " ")
            guard let head = parts.first, head != LocalityKind.kilometre,
                LocalityKind.roads.contains(String(head)) == (self == .road)
            else { continue }
            words.formUnion(parts.dropFirst())
        }
        return words
    }
}

/// What villages, estates, flats and roads begin with.
private let localityHeads: Set<String> = [
    "kampung", "taman", "jalan", "lorong", "felda", "felcra", "ppr", "flat", "apartmen", "apartment", "kondominium",
    "pangsapuri", "desa", "perumahan", "lebuh", "lebuhraya", "ladang", "estet", "residensi", "persiaran", "rancangan",
    "perkampungan", "pps", "presint",
]
