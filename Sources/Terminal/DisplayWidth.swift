extension StringProtocol {
    /// How many columns of a terminal the text takes, after `sanitised`. Linear in its length; needs no locale.
    public var columns: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.columns }
    }
}

extension Character {
    /// 0 for a lone mark, 2 for East Asian wide and emoji, else 1 for each scalar that takes room.
    ///
    /// An emoji sequence (skin tones, families joined by U+200D, flags) is one picture of two columns.
    var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
        return unicodeScalars.reduce(0) { $0 + $1.columns }
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        if value < 0x7F { return value < 0x20 ? 0 : 1 }
        if takesNoRoom { return 0 }
        return isWide ? 2 : 1
    }

    /// Marks that stand over or under their letter, format characters, and the vowels and finals of a Hangul syllable.
    private var takesNoRoom: Bool {
        if (0x1160...0x11FF).contains(value) { return true }
        return switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: true
        // U+00AD is drawn as a hyphen by most terminals, and Markus Kuhn's wcwidth counts it so.
        case .format: value != 0xAD
        default: false
        }
    }

    private var isWide: Bool {
        guard value >= 0x1100 else { return false }
        return wideRanges.contains { $0.contains(value) }
    }
}

/// East_Asian_Width W and F of Unicode 14 (UAX #11), without the emoji, which Swift's own tables know; gaps that no
/// character is assigned to are joined. The planes 2 and 3 are wide as a whole by the annex's default.
private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
]
