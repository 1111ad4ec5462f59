/// Eight bytes looked at together, in a register: the first byte is the lowest.
///
/// A mark is a word with the bit 0x80 set in each byte that is meant and no other bit; marks are combined with `|` and `&`.
/// There is no carry between the bytes, so that every byte of a mark is right, not only the first.
@usableFromInline
package struct ByteWord {
    @usableFromInline package var bits: UInt64

    /// How many bytes it has.
    @inlinable static var length: Int { 8 }

    /// 0x7F in each byte.
    @inlinable static var lowBits: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }

    @inlinable @inline(__always)
    package init(bits: UInt64) { self.bits = bits }

    /// The same byte eight times.
    @inlinable @inline(__always)
    package init(repeating byte: UInt8) { bits = UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Marks the bytes that are `other`.
    @inlinable @inline(__always)
    package func mark(equalTo other: UInt8) -> UInt64 {
        let difference = bits ^ ByteWord(repeating: other).bits
        return ~(((difference & ByteWord.lowBits) &+ ByteWord.lowBits) | difference | ByteWord.lowBits)
    }

    /// Marks the bytes below `bound`, which is at most 0x80.
    @inlinable @inline(__always)
    package func mark(below bound: UInt8) -> UInt64 {
        ~(((bits & ByteWord.lowBits) &+ ByteWord(repeating: 0x80 - bound).bits) | bits | ByteWord.lowBits)
    }

    /// Marks the bytes that are not ASCII.
    @inlinable @inline(__always)
    package var markBeyondASCII: UInt64 { bits & ~ByteWord.lowBits }
}

extension Span<UInt8> {
    /// The eight bytes from `at` on.
    @inlinable @inline(__always)
    package func word(at: Int) -> ByteWord {
        // Safe: the offset is checked, and any eight bytes are a number. Put together byte by byte, three bounds were
        // checked for each word.
        ByteWord(bits: UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)))
    }

    /// The same without a look at the bounds, which in the loop over words was a tenth of its steps: `at` must be followed by
    /// eight bytes.
    @unsafe @inline(__always)
    func word(uncheckedAt at: Int) -> ByteWord {
        ByteWord(
            bits: UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)))
    }

    /// At most eight bytes, filled up with NUL.
    @inlinable @inline(__always)
    package func word(in range: Range<Int>) -> ByteWord {
        let length = range.upperBound &- range.lowerBound
        guard length > 0, length <= 8 else { return ByteWord(bits: 0) }
        if range.upperBound >= 8 {
            return ByteWord(
                bits: word(at: range.upperBound &- 8).bits &>> UInt64(truncatingIfNeeded: (8 &- length) &* 8))
        }
        var bits: UInt64 = 0
        for index in range.reversed() { bits = bits &<< 8 | UInt64(self[index]) }
        return ByteWord(bits: bits)
    }
}
