/// Text as it stands in XML or HTML, and the other small forms that feeds and pages share.
enum Markup {
    /// `&`, `<`, `>` and quotes are written as references. XML 1.0 has no place for control characters: they become
    /// U+FFFD, as careful publishing systems do; HTML pages keep them.
    static func escaped(_ text: String, forXML isXML: Bool = false) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}":
                out.unicodeScalars.append(isXML ? "\u{FFFD}" : scalar)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// Lower-case letters, digits and hyphens: `Bapa lima anak lumpuh` is `bapa-lima-anak-lumpuh`.
    static func slug(_ title: String) -> String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.prefix(10).joined(separator: "-")
    }

    /// At most `limit` characters, cut between words, with an ellipsis where something was cut.
    static func teaser(_ text: String, limit: Int = 170) -> String {
        guard text.count > limit else { return text }
        let cut = text.prefix(limit)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end] + " …"
    }

    /// FNV-1a over 64 bits: short, the same on every run, and no secret depends on it.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    static func paragraphs(_ texts: [String]) -> String {
        texts.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
    }
}
