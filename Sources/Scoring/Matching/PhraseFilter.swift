import Text

/// Tells most of the words at which no phrase begins, by a look at one bit.
///
/// Each word that begins a phrase has a cell of 64 bits, which others may share. The lower half tells which words may come
/// next, by five bits of their hashes; the upper half which words begin a phrase whatever follows. A bit may say yes where
/// no phrase begins (the walk finds that out), never no where one does.
struct PhraseFilter: Sendable {
    private var cells: [UInt64] = Array(repeating: 0, count: 64)
    /// What is left of a hash numbers a cell. Its highest bits come of all letters of the word.
    private var shift: UInt64 = 64 - 6
    private var begun: [(word: UInt64, mark: UInt64)] = []
    /// Phrases that begin with something else than a plain word.
    private var beginsInCapitals = false
    private var beginsWithNumber = false
    private var beginsWithList = false

    /// With more, the cells would not be near the processor (256 kB).
    private static let mostCells = 32_768

    mutating func insert(_ phrase: Span<Phrase.Atom>) {
        guard phrase.count > 0 else { return }
        switch phrase[0] {
        case .word(let hash):
            if phrase.count > 1, case .word(let next) = phrase[1] {
                insert(hash, mark: Self.mark(next: next))
            } else {
                insert(hash, mark: Self.mark(alone: hash))
            }
        case .capitals: beginsInCapitals = true
        case .slot: beginsWithNumber = true
        case .list: beginsWithList = true
        case .gap: break
        }
    }

    /// Two cells for each phrase, as long as they are few enough.
    private mutating func insert(_ word: UInt64, mark: UInt64) {
        begun.append((word, mark))
        if begun.count * 2 > cells.count, cells.count < Self.mostCells {
            cells = Array(repeating: 0, count: cells.count * 2)
            shift -= 1
            for (word, mark) in begun { cells[cell(of: word)] |= mark }
        } else {
            cells[cell(of: word)] |= mark
        }
    }

    @inline(__always)
    private func cell(of word: UInt64) -> Int { Int(truncatingIfNeeded: word &>> shift) }

    @inline(__always)
    private static func mark(next: UInt64) -> UInt64 { 1 &<< (next &>> 59) }

    @inline(__always)
    private static func mark(alone word: UInt64) -> UInt64 { 0x1_0000_0000 &<< (word & 31) }

    /// Whether a phrase may begin at the unit of `index`, whose hash is given with that of the next (0 behind the last).
    @inline(__always)
    func mayBegin(at index: Int, _ hash: UInt64, _ next: UInt64, in units: [Token], _ lists: ListSpans) -> Bool {
        cells[cell(of: hash)] & (Self.mark(next: next) | Self.mark(alone: hash)) != 0
            || beginsOtherwise && mayBeginOtherwise(at: index, units[index], lists)
    }

    /// Whether it can only be one whose first two words are those of this unit and the next.
    func mayBeginWithPairAlone(at index: Int, _ hash: UInt64, in units: [Token], _ lists: ListSpans) -> Bool {
        cells[cell(of: hash)] & Self.mark(alone: hash) == 0
            && !(beginsOtherwise && mayBeginOtherwise(at: index, units[index], lists))
    }

    private var beginsOtherwise: Bool { beginsInCapitals || beginsWithNumber || beginsWithList }

    private func mayBeginOtherwise(at index: Int, _ unit: Token, _ lists: ListSpans) -> Bool {
        beginsInCapitals && unit.isUppercase || beginsWithNumber && unit.isNumber
            || beginsWithList && lists.hasSpans(at: index)
    }
}
