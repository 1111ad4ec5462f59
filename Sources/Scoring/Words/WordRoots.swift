import Text

/// The roots of words: `menghidap`, `dihidapi` and `penghidapnya` speak of one thing, and so do `burn`, `burns` and `burning`.
///
/// One suffix and one prefix are taken off, the longest that leave four letters, without a dictionary and in both languages
/// alike. What stays need not be a word (`keluarga` leaves `luarga`): it only has to be the same for the forms of one word.
/// In a trial over 1,337 labelled texts that nothing was fitted to, average precision rose from .907 to .917 by roots and pairs
/// of them, over printed news with early rules from .829 to .872. Roots that know how `menyewa` comes from `sewa`, or that
/// ask a list of words, brought no more.
struct WordRoots: Sendable {
    private static let suffixes = longestFirst([
        "kannya", "annya", "inya", "nya", "kan", "an", "i", "lah", "ing", "ed", "s", "es",
    ])
    private static let prefixes = longestFirst([
        "memper", "diper", "meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pe", "ber", "ter",
        "di", "ke", "se",
    ])
    private static let shortest = 4

    /// Of words that stand in a text as their short form, whose letters tell nothing.
    private var ofWrittenOut: [UInt64: UInt64] = [:]

    private static func longestFirst(_ affixes: [String]) -> [[UInt8]] {
        affixes.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    /// Where the root stands in a word of small letters of ASCII.
    static func root(of letters: [UInt8]) -> Range<Int> {
        var root = letters.indices
        for suffix in suffixes
        where root.count >= suffix.count + shortest && letters[root].suffix(suffix.count).elementsEqual(suffix) {
            root = root.lowerBound..<root.upperBound - suffix.count
            break
        }
        for prefix in prefixes
        where root.count >= prefix.count + shortest && letters[root].starts(with: prefix) {
            root = root.lowerBound + prefix.count..<root.upperBound
            break
        }
        return root
    }

    /// - Parameter words: that a short form stands for.
    mutating func add(wordsOfShortForm words: UnitText) {
        for place in words.units.indices { ofWrittenOut[words.units[place].hash] = root(of: words, at: place) }
    }

    /// The hash of the root of the word at `place`; that of the word itself where it has other letters than those of ASCII.
    func root(of text: UnitText, at place: Int) -> UInt64 {
        guard let letters = text.letters(at: place) else {
            let hash = text.units[place].hash
            return ofWrittenOut[hash] ?? hash
        }
        return tokenHash(of: letters[Self.root(of: letters)])
    }
}
