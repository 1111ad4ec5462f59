extension Unicode.Scalar {
    /// 0...9 of ASCII digits and of those of other scripts (full-width, Arabic-Indic, Tamil, bold and circled ones for show),
    /// which hide a number from a plain search. Raised and lowered digits are notes and units (`m²`).
    var digitValue: Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        // What most texts hold: no script before Arabic has other digits, and raised and lowered ones are none.
        case 0...0x65F, 0x2000...0x245F: nil
        default: properties.numericType == .decimal || isCircled ? properties.numericValue.map { Int($0) } : nil
        }
    }

    /// `①`, `⓪`, `❶`, `⑴`.
    private var isCircled: Bool { properties.numericType == .digit }

    var isASCIILetter: Bool { (0x41...0x5A).contains(value & ~0x20) && value < 0x80 }
    var isASCIIUpper: Bool { (0x41...0x5A).contains(value) }
    var isLetter: Bool { value < 0x80 ? isASCIILetter : properties.isAlphabetic }

    /// Spaces that stand between the groups of a number; a line's end is none of them.
    var isInlineSpace: Bool { value == 0x20 || value == 0xA0 || value == 0x2009 || value == 0x202F || value == 0x09 }

    /// Hyphens and dashes as papers print them inside numbers.
    var isHyphen: Bool { value == 0x2D || (0x2010...0x2015).contains(value) || value == 0x2212 || value == 0xFF0D }

    /// Zero-width characters, marks of direction, soft hyphens, and the frame that makes a digit an emoji: they split a number
    /// for a program and not for a reader.
    var isInvisible: Bool {
        switch value {
        case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0x20E3: true
        default: false
        }
    }

    /// What stands between the groups of a number besides blanks.
    var isGroupMark: Bool {
        isHyphen || self == "." || self == ")" || self == "(" || self == "/" || self == "_" || self == "*"
            || self == "~"
            || self == "·" || self == "•"
    }

    /// ASCII letters in lower case; everything else as it is.
    var asciiLowercased: Unicode.Scalar {
        isASCIIUpper ? Unicode.Scalar(UInt8(value) | 0x20) : self
    }
}
