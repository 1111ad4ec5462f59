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
        let value = scalar.value
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
            return
        }
        let last = UInt8(truncatingIfNeeded: value & 0x3F) | 0x80
        if value < 0x800 {
            append(UInt8(truncatingIfNeeded: value >> 6) | 0xC0)
        } else {
            let middle = UInt8(truncatingIfNeeded: value >> 6 & 0x3F) | 0x80
            if value < 0x1_0000 {
                append(UInt8(truncatingIfNeeded: value >> 12) | 0xE0)
            } else {
                append(UInt8(truncatingIfNeeded: value >> 18) | 0xF0)
                append(UInt8(truncatingIfNeeded: value >> 12 & 0x3F) | 0x80)
            }
            append(middle)
        }
        append(last)
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
