extension [UInt8] {
    /// Appends bytes of another text. A slice of an array does the same, but counts a reference up and down for each:
    /// one tenth of the time of reading a feed.
    @inlinable
    package mutating func append(_ bytes: Span<UInt8>) {
        // Safe, because `append` has copied them when it returns.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Appends a character in UTF-8. Through a string it takes ten times as long.
    @inlinable
    package mutating func append(_ scalar: Unicode.Scalar) {
        let (word, length) = scalar.encoded
        for index in 0..<length { append(UInt8(truncatingIfNeeded: word.bits &>> UInt64(index &* 8))) }
    }
}

extension Unicode.Scalar {
    /// Its UTF-8, and how many bytes that is.
    @inlinable package var encoded: (word: ByteWord, length: Int) {
        let value = UInt64(value)
        if value < 0x80 { return (ByteWord(bits: value), 1) }
        let last = value & 0x3F | 0x80
        if value < 0x800 { return (ByteWord(bits: value >> 6 | 0xC0 | last << 8), 2) }
        let middle = value >> 6 & 0x3F | 0x80
        if value < 0x1_0000 { return (ByteWord(bits: value >> 12 | 0xE0 | middle << 8 | last << 16), 3) }
        let second = value >> 12 & 0x3F | 0x80
        return (ByteWord(bits: value >> 18 | 0xF0 | second << 8 | middle << 16 | last << 24), 4)
    }
}

extension Span<UInt8> {
    /// The character that begins at an offset of UTF-8, and the offset behind it. A broken one is U+FFFD.
    package func scalar(at start: Int) -> (Unicode.Scalar, end: Int) {
        let first = self[start]
        guard first >= 0x80 else { return (Unicode.Scalar(first), start + 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, start + length <= count else { return ("\u{FFFD}", start + 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in (start + 1)..<(start + length) { value = value << 6 | UInt32(self[index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", start + length)
    }
}

extension String {
    /// Whether it is printable ASCII without blanks, as addresses and dates of feeds are.
    package var isASCIIWord: Bool {
        let bytes = utf8.span
        return bytes.nextOffset(in: bytes.indices) { $0.mark(below: 0x21) .| $0.mark(from: 0x7F) } == nil
    }

    /// The text that bytes of UTF-8 are. Broken characters become U+FFFD.
    package init(utf8 bytes: Span<UInt8>) {
        // Safe, because the string has copied them when it returns.
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
