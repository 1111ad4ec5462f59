import Text

/// Domain names as the name system sees them: ASCII in lower case, other letters in Punycode (RFC 3492).
///
/// The mapping is UTS 46, non-transitional as browsers use it: `ß` and `ς` are letters of their own, compatibility forms
/// are what they stand for (`１２７` is the number that it looks like), marks that nobody sees are dropped or refused. Not
/// checked are the order of right-to-left letters and the length of a name: a name server knows neither.
enum DomainName {
    /// - Returns: nil where the name holds what no domain may hold.
    static func ascii(_ text: String) -> String? {
        // A name in ASCII is taken as it is, also with an `xn--` that decodes to nothing: browsers ask the name server for it.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: text.utf8.map(\.asciiLowercased), as: UTF8.self)
        }
        guard let mapped = mapped(text) else { return nil }
        var labels: [String] = []
        for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
            guard let ascii = asciiLabel(label) else { return nil }
            labels.append(ascii)
        }
        return labels.joined(separator: ".")
    }

    private static func asciiLabel(_ label: Substring) -> String? {
        if label.utf8.allSatisfy({ $0 < 0x80 }) {
            // What is encoded already must be what we would encode ourselves, or two spellings would name one host.
            guard label.hasPrefix("xn--") else { return String(label) }
            guard let letters = Punycode.decode(label.utf8.dropFirst(4)), letters.contains(where: { !$0.isASCII }),
                isValid(letters), mapped(text(letters)) == text(letters)
            else { return nil }
            return String(label)
        }
        let letters = Array(label.unicodeScalars)
        guard !label.hasPrefix("xn--"), isValid(letters), let encoded = Punycode.encode(letters) else { return nil }
        return "xn--" + encoded
    }

    private static func text(_ letters: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        return String(view)
    }

    // MARK: Mapping

    private static let meanings: [Unicode.Scalar: String] = {
        var meanings: [Unicode.Scalar: String] = [:]
        for entry in HostMappings.table.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if let source = entry.first { meanings[source] = String(entry.dropFirst()) }
        }
        return meanings
    }()

    private static func mapped(_ text: String) -> String? {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3002, 0xFF0E, 0xFF61: out.append(".")
            // Soft hyphens, joiners of words and choices of form, which show nothing.
            case 0xAD, 0x34F, 0x180B...0x180D, 0x180F, 0x200B, 0x2060, 0x2064, 0xFE00...0xFE0F, 0xFEFF,
                0xE0100...0xE01EF:
                continue
            case 0x200C, 0x200D: out.append(scalar)
            default:
                if let meaning = meanings[scalar] {
                    guard meaning != "!", meaning.unicodeScalars.allSatisfy(isAllowed) else { return nil }
                    out.append(contentsOf: meaning.unicodeScalars)
                    continue
                }
                guard isAllowed(scalar) else { return nil }
                out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(out).nfc
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        // Turned text and fillers look like another name, or like none.
        if scalar.properties.isDefaultIgnorableCodePoint { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            return scalar.value != 0xFFFD
        }
    }

    // MARK: Validity

    /// No mark at the beginning, and joiners only where they change how a letter looks (RFC 5892, appendix A).
    private static func isValid(_ letters: [Unicode.Scalar]) -> Bool {
        guard let first = letters.first, !isMark(first) else { return false }
        for index in letters.indices where letters[index].value == 0x200C || letters[index].value == 0x200D {
            guard index > 0 else { return false }
            let before = letters[index - 1]
            // A virama; or for the one that parts, Arabic letters on both sides.
            if before.properties.canonicalCombiningClass.rawValue == 9 { continue }
            guard letters[index].value == 0x200C, index + 1 < letters.count, isArabic(before),
                isArabic(letters[index + 1])
            else { return false }
        }
        return true
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        (0x620...0x6FF).contains(scalar.value) && scalar.properties.isAlphabetic
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
