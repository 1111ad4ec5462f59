import Text

/// The headline of a page, chosen among the places that may have it.
enum PageTitle {
    /// - Parameter headings: the texts of the page's headings, the highest first.
    static func choose(
        linked: String?, social: String?, headings: [String], title: String?, siteName: String?
    ) -> String {
        let told = (linked ?? social ?? title).map { withoutSite($0, siteName: siteName) }
        guard let told else { return headings.first ?? "" }
        // What readers see is truest, if the page says elsewhere that it is the article's.
        let wanted = letters(told)
        return headings.first { heading in
            let letters = letters(heading)
            return letters.utf8.count >= 8 && isSame(letters, wanted)
        } ?? told
    }

    /// Whether two texts of letters are the same headline: equal, or one the most of the other with an outlet's or section's
    /// name before or after it.
    static func isSame(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
        return short.utf8.count * 2 >= long.utf8.count
            && (long.utf8.starts(with: short.utf8) || long.utf8.reversed().starts(with: short.utf8.reversed()))
    }

    /// Only the letters, in lower case: what two spellings of a headline have in common.
    static func letters(_ text: String) -> String {
        // Pages have hundreds of headings in cards, and nearly all are ASCII: asking Unicode of each scalar took an
        // eighth of all the time of reading.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let bytes = text.utf8.lazy.map { $0 | 0x20 }.filter { (97...122).contains($0) }
            return String(decoding: Array(bytes), as: UTF8.self)
        }
        return unicodeLetters(text)
    }

    private static func unicodeLetters(_ text: String) -> String {
        String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
    }

    /// `Headline | Outlet` without the outlet.
    private static func withoutSite(_ title: String, siteName: String?) -> String {
        for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", "｜", " : "] {
            let parts = title.components(separatedBy: separator)
            guard parts.count > 1 else { continue }
            if let siteName, let last = parts.last, letters(last) == letters(siteName) {
                return parts.dropLast().joined(separator: separator)
            }
            // Without a name to go by: a last part of few words is the outlet's.
            let rest = parts.dropLast().joined(separator: separator)
            guard let last = parts.last, last.count < 40, rest.count > last.count else { continue }
            return rest
        }
        return title
    }
}

extension String {
    /// The parts between the occurrences of a separator that is not empty.
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
