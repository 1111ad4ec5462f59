/// Signs beyond ASCII that texts in any language have, and where they are at home.
enum LetterSigns {
    enum Use {
        case opening, closing, apostrophe, dash, currency, ordinal, degree, common, rare
    }

    private static let uses: [Unicode.Scalar: Use] = {
        var uses: [Unicode.Scalar: Use] = [:]
        for scalar in "“„‘‚«‹¡¿".unicodeScalars { uses[scalar] = .opening }
        for scalar in "”»›".unicodeScalars { uses[scalar] = .closing }
        for scalar in "–—\u{A0}…·•".unicodeScalars { uses[scalar] = .dash }
        for scalar in "€£¥¢".unicodeScalars { uses[scalar] = .currency }
        for scalar in "ªº".unicodeScalars { uses[scalar] = .ordinal }
        for scalar in "°²³½¼¾".unicodeScalars { uses[scalar] = .degree }
        for scalar in "©®™§№×،؛؟".unicodeScalars { uses[scalar] = .common }
        uses["’"] = .apostrophe
        return uses
    }()

    static func use(of scalar: Unicode.Scalar) -> Use? { uses[scalar] }

    /// In nats. The figures are ranks of plausibility more than frequencies: at home about 4, out of place about 9.
    static func cost(_ use: Use, at index: Int, in bytes: [UInt8], afterLetter: Bool) -> Float {
        let before = index > 0 ? bytes[index - 1] : 0x20
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        let isAfterDigit = before.isASCIIDigit
        switch use {
        case .opening: return before.isASCIILetter || afterLetter ? 9 : 4
        case .closing: return before == 0x20 ? 7 : 4
        case .apostrophe: return before.isASCIILetter || afterLetter ? 3.5 : 6
        case .dash: return 5
        case .currency: return isAfterDigit || next.isASCIIDigit ? 4 : before == 0x20 && next == 0x20 ? 6 : 9
        case .ordinal:
            if next.isASCIILetter { return 11 }
            return isAfterDigit || (65...90).contains(before) ? 4 : before == 0x20 ? 6 : 8
        case .degree: return isAfterDigit ? 4 : 8
        case .common: return before.isASCIILetter && next.isASCIILetter ? 10 : 6
        case .rare: return afterLetter || before.isASCIILetter || next.isASCIILetter ? 14 : 12
        }
    }
}
