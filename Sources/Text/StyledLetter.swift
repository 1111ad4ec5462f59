extension Unicode.Scalar {
    /// The letter or digit of ASCII that this one is drawn for; itself where there is none.
    ///
    /// Posts write 𝗧𝗢𝗟𝗢𝗡𝗚 in the mathematical alphabets, for want of bold type, and Chinese pages write ４７ in the width of
    /// their own characters. No phrase would be found in either, and few terminals have a font for the first. The
    /// wide signs of Chinese (`，：（`) are its own punctuation and stay.
    var withoutStyle: Unicode.Scalar {
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(UInt8(value - 0xFEE0))
        // Thirteen alphabets of 26 capitals and 26 small letters.
        case 0x1D400...0x1D6A3: StyledLetter.letter((value - 0x1D400) % 52)
        case 0x1D7CE...0x1D7FF: Unicode.Scalar(UInt8((value - 0x1D7CE) % 10) + 48)
        case 0x2102...0x2134: StyledLetter.older[value] ?? self
        default: self
        }
    }
}

enum StyledLetter {
    fileprivate static func letter(_ place: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(place < 26 ? place + 65 : place - 26 + 97))
    }

    /// The letters that were in Unicode before those alphabets, whose places there are empty.
    fileprivate static let older: [UInt32: Unicode.Scalar] = [
        0x2102: "C", 0x210A: "g", 0x210B: "H", 0x210C: "H", 0x210D: "H", 0x210E: "h", 0x2110: "I", 0x2111: "I",
        0x2112: "L", 0x2115: "N", 0x2119: "P", 0x211A: "Q", 0x211B: "R", 0x211C: "R", 0x211D: "R", 0x2124: "Z",
        0x2128: "Z", 0x212C: "B", 0x212D: "C", 0x212F: "e", 0x2130: "E", 0x2131: "F", 0x2133: "M", 0x2134: "o",
    ]
}
