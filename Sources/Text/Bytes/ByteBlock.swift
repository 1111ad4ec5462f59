/// Sixteen bytes looked at together, as every processor of ours can in one step.
@usableFromInline
package struct ByteBlock {
    @usableFromInline var lanes: SIMD16<UInt8>

    @inlinable @inline(__always)
    init(lanes: SIMD16<UInt8>) { self.lanes = lanes }

    /// How many bytes it has.
    @inlinable static var length: Int { 16 }

    // The standard library's comparisons with a single number are loops over the sixteen (Swift 6.3): thirty times as slow.

    /// Marks the bytes that are `other`.
    @inlinable @inline(__always)
    package func mark(equalTo other: UInt8) -> ByteMask { lanes .== SIMD16(repeating: other) }

    /// Marks the bytes below `bound`.
    @inlinable @inline(__always)
    package func mark(below bound: UInt8) -> ByteMask { lanes .< SIMD16(repeating: bound) }

    /// Marks the bytes of `bound` and more.
    @inlinable @inline(__always)
    package func mark(from bound: UInt8) -> ByteMask { lanes .>= SIMD16(repeating: bound) }

    /// Marks the letters of ASCII, in either case.
    @inlinable @inline(__always)
    package var markOfLetters: ByteMask {
        // Every step has its type: what the compiler finds by itself for the whole is a loop again.
        let small: SIMD16<UInt8> = lanes | SIMD16(repeating: 0x20)
        let fromA: SIMD16<UInt8> = small &- SIMD16(repeating: 0x61)
        return fromA .< SIMD16(repeating: 26)
    }
}

/// Which bytes of a block are meant.
@usableFromInline
package typealias ByteMask = SIMDMask<SIMD16<Int8>>

extension SIMDMask<SIMD16<Int8>> {
    /// The offset of the first byte that is meant; 16 where there is none.
    @inlinable @inline(__always)
    var firstOffset: Int {
        // Safe: a mask is sixteen bytes, each all ones or all zeros.
        let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        if words[0] != 0 { return UInt64(littleEndian: words[0]).trailingZeroBitCount / 8 }
        return 8 &+ UInt64(littleEndian: words[1]).trailingZeroBitCount / 8
    }

    /// One bit for each byte, the first the lowest.
    @inline(__always)
    var bits: UInt64 {
        let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return Self.bits(UInt64(littleEndian: words[0])) | Self.bits(UInt64(littleEndian: words[1])) &<< 8
    }

    /// Those of eight bytes: of each byte another bit is kept, and the product adds them up in its highest byte.
    @inline(__always)
    private static func bits(_ mask: UInt64) -> UInt64 {
        ((mask & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    }

    /// Whether any byte is meant.
    @inlinable @inline(__always)
    var hasAny: Bool {
        let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return words[0] | words[1] != 0
    }
}

extension Span<UInt8> {
    /// The sixteen bytes from `at` on.
    @inlinable @inline(__always)
    func block(at: Int) -> ByteBlock {
        // Safe: the offset is checked, and any sixteen bytes are a block.
        ByteBlock(lanes: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self))
    }

    /// At most sixteen bytes, filled up with NUL.
    @inlinable @inline(__always)
    func block(in range: Range<Int>) -> ByteBlock {
        let middle = Swift.min(range.lowerBound &+ 8, range.upperBound)
        let words = SIMD2(
            word(in: range.lowerBound..<middle).bits.littleEndian, word(in: middle..<range.upperBound).bits.littleEndian
        )
        return ByteBlock(lanes: unsafe unsafeBitCast(words, to: SIMD16<UInt8>.self))
    }

    /// The offset of the first byte in `range` that `mark` marks. The last block is filled up with NUL.
    ///
    /// Of 40 bytes it takes a third of what a loop does that asks byte by byte, of long texts a tenth.
    @inlinable @inline(__always)
    package func nextOffset(in range: Range<Int>, where mark: (ByteBlock) -> ByteMask) -> Int? {
        var at = range.lowerBound
        while at &+ 16 <= range.upperBound {
            let found = mark(block(at: at))
            if found.hasAny { return at &+ found.firstOffset }
            at &+= 16
        }
        guard at < range.upperBound else { return nil }
        let offset = at &+ mark(block(in: at..<range.upperBound)).firstOffset
        return offset < range.upperBound ? offset : nil
    }

    /// The offset of the first such byte in `range`.
    @inlinable
    package func nextOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        nextOffset(in: range) { $0.mark(equalTo: byte) }
    }

    /// The offset of the first byte in `range` that is not ASCII.
    @inlinable
    package func nextOffsetBeyondASCII(in range: Range<Int>) -> Int? {
        nextOffset(in: range) { $0.mark(from: 0x80) }
    }
}
