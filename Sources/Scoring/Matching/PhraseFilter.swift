import Text

/// Tells most of the words at which no phrase begins, by a look at two bits.
///
/// Two bitmaps: words that begin a phrase whatever follows, and pairs of words that begin one. Either may say yes where no
/// phrase begins (the walk finds that out), never no where one does.
struct PhraseFilter: Sendable {
    private var words = Bitmap()
    private var pairs = Bitmap()
    /// Phrases that begin with something else than a plain word.
    private var beginsInCapitals = false
    private var beginsWithNumber = false
    private var beginsWithList = false

    mutating func insert(_ phrase: Phrase) {
        guard let first = phrase.atoms.first else { return }
        switch first {
        case .word(let hash):
            if phrase.atoms.count > 1, case .word(let next) = phrase.atoms[1] {
                pairs.insert(Self.pair(hash, next))
            } else {
                words.insert(hash)
            }
        case .capitals: beginsInCapitals = true
        case .slot: beginsWithNumber = true
        case .list: beginsWithList = true
        case .gap: break
        }
    }

    @inline(__always)
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first << 7 | first >> 57) ^ second
    }

    /// What may begin at a unit.
    enum Start {
        case nothing
        /// A phrase whose first two words are those of this unit and the next.
        case pair
        case any
    }

    /// What may begin at the unit of `index`, whose hash is given with that of the next (0 behind the last).
    @inline(__always)
    func start(at index: Int, _ hash: UInt64, _ next: UInt64, in units: [Token], _ lists: ListSpans) -> Start {
        if words.contains(hash) || beginsOtherwise && mayBeginOtherwise(at: index, units[index], lists) { return .any }
        return pairs.contains(Self.pair(hash, next)) ? .pair : .nothing
    }

    private var beginsOtherwise: Bool { beginsInCapitals || beginsWithNumber || beginsWithList }

    private func mayBeginOtherwise(at index: Int, _ unit: Token, _ lists: ListSpans) -> Bool {
        beginsInCapitals && unit.isUppercase || beginsWithNumber && unit.isNumber
            || beginsWithList && lists.hasSpans(at: index)
    }

    /// A set of hashes that seems to hold more than was put in: with 64 bits for each of them, about one in 64 of the others.
    /// It stays below 128 kB, which is near the processor.
    private struct Bitmap: Sendable {
        private(set) var bits: [UInt64] = Array(repeating: 0, count: 64)
        private var hashes: [UInt64] = []

        mutating func insert(_ hash: UInt64) {
            hashes.append(hash)
            if hashes.count > bits.count, bits.count < 16_384 {
                bits = Array(repeating: 0, count: bits.count * 2)
                for known in hashes { set(known) }
            } else {
                set(hash)
            }
        }

        private mutating func set(_ hash: UInt64) {
            let place = Self.place(hash)
            bits[Int(truncatingIfNeeded: place >> 6) & (bits.count - 1)] |= 1 &<< (place & 63)
        }

        @inline(__always)
        private static func place(_ hash: UInt64) -> UInt64 { hash &* 0xFF51_AFD7_ED55_8CCD &>> 36 }

        @inline(__always)
        func contains(_ hash: UInt64) -> Bool {
            let place = Self.place(hash)
            return bits[Int(truncatingIfNeeded: place >> 6) & (bits.count &- 1)] &>> (place & 63) & 1 != 0
        }
    }
}
