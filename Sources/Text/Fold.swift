/// Case folding of one Unicode scalar for matching, and the scalars that are no part of any word.
enum Fold {
    /// How `scalar` is compared: lower case, and every apostrophe alike. Most scalars fold to themselves.
    ///
    /// Full case mapping only where it is one scalar long (`İ` keeps its case): a token must never grow.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "A"..."Z": return Unicode.Scalar(UInt8(scalar.value) + 32)
        case "\u{00}"..."\u{7F}": return scalar
        case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{2032}", "\u{FF07}": return "'"
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first ?? scalar : scalar
        }
    }

    /// Scalars that are drawn as nothing. Pages break words with soft hyphens, and a zero-width blank hides a word from a
    /// filter; both are passed over inside a word.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{00AD}", "\u{200B}"..."\u{200F}", "\u{2060}"..."\u{2064}", "\u{FEFF}", "\u{FE00}"..."\u{FE0F}": true
        default: false
        }
    }

    /// Letters, marks and digits, of any script.
    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": return true
        case "\u{00}"..."\u{7F}": return false
        default: break
        }
        let properties = scalar.properties
        if properties.isAlphabetic { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return false
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

/// `text` as it is compared: lower case, apostrophes alike, invisible scalars left out.
public func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !Fold.isInvisible(scalar) { out.append(Fold.folded(scalar)) }
    return String(out)
}
