/// Eight bytes of a text as a part of a word (see `ByteWord`), and how they go into the hash.
struct WordChunk {
    let bytes: UInt64

    private static let caseBits: UInt64 = 0x2020_2020_2020_2020

    /// The eight bytes from `start` on.
    @inline(__always)
    init(_ text: Span<UInt8>, at start: Int) { bytes = text.word(at: start).bits }

    /// The same, where the caller knows that they are there.
    @inline(__always)
    init(_ text: Span<UInt8>, uncheckedAt start: Int) { bytes = unsafe text.word(uncheckedAt: start).bits }

    /// The letters a to z as they are, the capitals as small ones; what is no letter is changed without meaning.
    @inline(__always)
    var folded: UInt64 { bytes | Self.caseBits }

    /// The bit 5 of each byte that is a small letter or no letter.
    @inline(__always)
    var small: UInt64 { bytes & Self.caseBits }

    /// The lowest `count` bytes, from one to eight.
    @inline(__always)
    static func mask(oneTo count: Int) -> UInt64 { .max &>> UInt64(truncatingIfNeeded: 0 &- count &* 8) }

    /// One step of the hash: a multiplication by an odd number loses nothing, and neither does the shift.
    @inline(__always)
    static func mixed(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
        let product = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}
