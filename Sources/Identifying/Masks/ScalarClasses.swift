extension Unicode.Scalar {
    /// 0...9 of ASCII digits and of the full-width digits that hide a number from a plain search.
    var digitValue: Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0xFF10...0xFF19: Int(value - 0xFF10)
        default: nil
        }
    }

    var isASCIILetter: Bool { (0x41...0x5A).contains(value & ~0x20) && value < 0x80 }
    var isASCIIUpper: Bool { (0x41...0x5A).contains(value) }
    var isLetter: Bool { value < 0x80 ? isASCIILetter : properties.isAlphabetic }

    /// Spaces that stand between the groups of a number; a line's end is none of them.
    var isInlineSpace: Bool { value == 0x20 || value == 0xA0 || value == 0x2009 || value == 0x202F || value == 0x09 }

    /// Hyphens and dashes as papers print them inside numbers.
    var isHyphen: Bool { value == 0x2D || (0x2010...0x2015).contains(value) || value == 0x2212 }

    /// Zero-width characters and soft hyphens, which split a number for a program and not for a reader.
    var isInvisible: Bool {
        value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
    }

    /// ASCII letters in lower case; everything else as it is.
    var asciiLowercased: Unicode.Scalar {
        isASCIIUpper ? Unicode.Scalar(UInt8(value) | 0x20) : self
    }
}
