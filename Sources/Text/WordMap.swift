/// Where the ASCII words of 64 bytes of a text begin and end: bit `i` of each number speaks of byte `i`.
///
/// Read byte by byte or eight bytes at a time, a word must end before the next can begin, and the processor waits for the
/// one before it begins the other. From these bits it reads several words at once.
struct WordMap {
    static let length = 64
    /// How many words of 64 bytes can end among them.
    static let mostWords = 32
    /// How many bytes must be there: eight from the last letter on are read together.
    static let reach = length + 8

    /// The first letter of each word.
    let starts: UInt64
    /// The byte behind each word; none for a word that reaches the last byte.
    let ends: UInt64
    /// Neither letters nor blanks.
    let others: UInt64

    /// The 64 bytes from `start` on; what stands before them is not looked at.
    @inline(__always)
    init(_ text: Span<UInt8>, at start: Int) {
        var (letters, blanks): (UInt64, UInt64) = (0, 0)
        for part in 0..<4 {
            let block = text.block(at: start &+ part &* ByteBlock.length)
            let shift = UInt64(truncatingIfNeeded: part &* ByteBlock.length)
            letters |= block.markOfLetters.bits &<< shift
            blanks |= block.mark(equalTo: UInt8(ascii: " ")).bits &<< shift
        }
        starts = letters & ~(letters &<< 1)
        ends = letters &<< 1 & ~letters
        others = ~(letters | blanks)
    }
}
