import Text

/// Domain names as the name system sees them: ASCII in lower case, other letters in Punycode (RFC 3492).
///
/// The mapping is UTS 46 (non-transitional) where it matters to an address guard: case, full-width forms, the four
/// full stops, characters that are ignored. Compatibility forms beyond full width (`㎏`, `½`) are refused instead of
/// mapped: no outlet's name has them.
enum DomainName {
    /// - Returns: nil where the name holds what no domain may hold.
    static func ascii(_ text: String) -> String? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: text.utf8.map(\.asciiLowercased), as: UTF8.self)
        }
        guard let mapped = mapped(text) else { return nil }
        var labels: [String] = []
        for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
            if label.utf8.allSatisfy({ $0 < 0x80 }) {
                labels.append(String(label))
                continue
            }
            guard !label.hasPrefix("xn--"), let first = label.unicodeScalars.first, !isMark(first),
                let encoded = Punycode.encode(Array(label.unicodeScalars))
            else { return nil }
            labels.append("xn--" + encoded)
        }
        return labels.joined(separator: ".")
    }

    private static func mapped(_ text: String) -> String? {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3002, 0xFF0E, 0xFF61: out.append(".")
            // Full-width ASCII: `１２７` must be the number that it looks like.
            case 0xFF01...0xFF5E:
                guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
                out.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
            default:
                if scalar.properties.isDefaultIgnorableCodePoint { continue }
                guard isAllowed(scalar) else { return nil }
                out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(out).nfc
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            return scalar.value != 0xFFFD
        }
    }
}
