/// Eight bytes of a text, looked at together (SWAR: Warren, "Hacker's Delight", 2nd ed., chapter 6). The first byte is the
/// lowest.
struct WordChunk {
    let bytes: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let caseBits: UInt64 = 0x2020_2020_2020_2020

    /// The eight bytes from `start` on. The compiler makes one load of this: a slice of known length needs no more checks.
    @inline(__always)
    init(_ text: Span<UInt8>, at start: Int) {
        let eight = text.extracting(start..<start &+ 8)
        precondition(eight.count == 8)
        bytes =
            UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
            | UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
    }

    /// The letters a to z as they are, the capitals as small ones; what is no letter is changed without meaning.
    @inline(__always)
    var folded: UInt64 { bytes | Self.caseBits }

    /// The highest bit of each byte that is no ASCII letter.
    @inline(__always)
    var others: UInt64 {
        let low = (bytes | Self.caseBits) & ~Self.highBits
        let fromA = low &+ Self.ones &* (0x80 - 0x61)
        let behindZ = low &+ Self.ones &* (0x80 - 0x7B)
        return ~(fromA & ~behindZ & ~bytes) & Self.highBits
    }

    /// The bit 5 of each byte that is a small letter or no letter.
    @inline(__always)
    var small: UInt64 { bytes & Self.caseBits }

    /// The lowest `count` bytes, fewer than eight.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 { (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1 }

    /// One step of the hash: a multiplication by an odd number loses nothing, and neither does the shift.
    @inline(__always)
    static func mixed(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
        let product = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}
