/// What may be left of a word without its beginnings and endings, Malay and English, likeliest first; the word itself is not
/// among them. Which of them is a word a table decides: `merempuh` gives `rempuh` and `mpuh`, `collided` gives `collid` and
/// `collide`.
func stems(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    guard bytes.count >= shortestStem, bytes.count <= longestWord else { return [] }
    var found: [String] = []
    let cut = withoutEndings(bytes[...])
    for stem in cut + [bytes[...]] {
        if stem.count < bytes.count { found.append(String(decoding: stem, as: UTF8.self)) }
        for (beginning, restored) in beginnings where stem.count >= beginning.count + shortestStem - restored.count {
            guard stem.starts(with: beginning) else { continue }
            found.append(String(decoding: restored + stem.dropFirst(beginning.count), as: UTF8.self))
        }
    }
    return found + english(bytes)
}

/// Shorter rests (`di` + `a`) are no stems.
private let shortestStem = 3
/// Longer than any word of either language; an attack, or an address.
private let longestWord = 32

private func withoutEndings(_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    for ending in endings
    where word.count >= ending.count + shortestStem && word.suffix(ending.count).elementsEqual(ending) {
        found.append(word.dropLast(ending.count))
    }
    // `kematiannya`: two endings.
    if let first = found.first, word.suffix(3).elementsEqual(Array("nya".utf8)) { found += withoutEndings(first) }
    return found
}

/// `collided`, `collides`, `families`, `burning`, `crashed`.
private func english(_ word: [UInt8]) -> [String] {
    let table: [(ending: String, instead: [String])] = [
        ("ies", ["y"]), ("ied", ["y"]), ("es", ["", "e"]), ("s", [""]), ("ed", ["", "e"]), ("ing", ["", "e"]),
        ("er", ["", "e"]), ("ers", ["", "e"]), ("ly", [""]),
    ]
    var found: [String] = []
    for row in table where word.count >= row.ending.utf8.count + shortestStem && word.ends(with: row.ending.utf8) {
        let rest = String(decoding: word.dropLast(row.ending.utf8.count), as: UTF8.self)
        found += row.instead.map { rest + $0 }
    }
    return found
}

extension [UInt8] {
    fileprivate func ends(with other: String.UTF8View) -> Bool { suffix(other.count).elementsEqual(other) }
}

private let endings: [[UInt8]] = ["nya", "lah", "kan", "an", "i", "ku"].map { Array($0.utf8) }

/// Malay prefixes and the letter they swallow: `memukul` is `pukul`, `menyamun` is `samun`.
private let beginnings: [(beginning: [UInt8], restored: [UInt8])] = [
    ("diper", ""), ("memper", ""), ("keber", ""), ("meng", ""), ("meng", "k"), ("meny", "s"), ("mem", ""), ("mem", "p"),
    ("men", ""), ("men", "t"), ("me", ""), ("peng", ""), ("peng", "k"), ("peny", "s"), ("pem", ""), ("pem", "p"),
    ("pen", ""), ("pen", "t"), ("per", ""), ("pe", ""), ("ber", ""), ("be", ""), ("ter", ""), ("di", ""), ("ke", ""),
    ("se", ""),
].map { (Array($0.0.utf8), Array($0.1.utf8)) }
