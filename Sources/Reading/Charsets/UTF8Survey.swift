import Text

/// How far bytes are UTF-8. Overlong forms, half surrogates and what lies over U+10FFFF do not count as valid.
struct UTF8Survey {
    /// Characters of two to four bytes.
    private(set) var multibyte = 0
    /// Bytes that are no part of a character. A character cut off at the very end is not counted: the document ends early.
    private(set) var invalid = 0
    /// Whether there is a C1 control, U+0080...009F.
    private(set) var hasC1 = false
    /// Whether there is a control character of ASCII that XML forbids.
    private(set) var hasC0 = false

    var isASCII: Bool { multibyte == 0 && invalid == 0 }
    var isValid: Bool { invalid == 0 }

    init(_ bytes: [UInt8]) {
        let span = bytes.span
        var index = 0
        // Most documents of ours are ASCII throughout, or hold a character beyond it every few words.
        while let next = span.nextOffset(in: index..<span.count, where: UTF8Survey.isNotable) {
            index = next
            if span[index] < 0x80 {
                hasC0 = true
                index += 1
                continue
            }
            repeat {
                let length = UTF8Survey.length(span, at: index)
                if length > 0 {
                    multibyte += 1
                    if span[index] == 0xC2, span[index + 1] < 0xA0 { hasC1 = true }
                    index += length
                } else {
                    if !UTF8Survey.isCutOff(bytes[index...]) { invalid += 1 }
                    index += 1
                }
            } while index < span.count && span[index] >= 0x80
        }
    }

    @inline(__always)
    private static func isNotable(_ block: ByteBlock) -> ByteMask {
        block.mark(from: 0x80) .| block.markForbiddenInXML
    }

    /// The length of the character at `index`; 0 where there is none.
    private static func length(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    private static func isCutOff(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.count < 4, let lead = rest.first else { return false }
        let needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
        return rest.count < needed && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }
}

extension ByteBlock {
    /// Marks the control characters that XML forbids: all of ASCII's but for tab and line ends.
    @inline(__always)
    var markForbiddenInXML: ByteMask {
        mark(below: 9) .| mark(equalTo: 11) .| mark(equalTo: 12) .| (mark(below: 0x20) .& mark(from: 14))
    }
}
