import Text

/// The headline of a page, chosen among the places that may have it.
enum PageTitle {
    /// - Parameters:
    ///   - headlines: the texts of the page's headings of the first level.
    ///   - headings: those of all its headings, the highest level first.
    static func choose(
        linked: String?, social: String?, headlines: [String], headings: [String], title: String?, siteName: String?
    ) -> String {
        let site = siteName.map(letters) ?? ""
        // A page that calls itself by the outlet's name has its headline elsewhere.
        let plain = { (titles: [String?]) in
            titles.compactMap { $0 }.map { withoutSite($0, siteName: siteName) }
                .filter { !$0.isEmpty && letters($0) != site }
        }
        let meant = plain([linked, social])
        let told = meant + plain([title])
        let visible = headings.map { (text: $0, letters: letters($0)) }.filter { $0.letters.utf8.count >= 8 }
        // What readers see is truest, if the page says elsewhere that it is the article's.
        for wanted in (meant.isEmpty ? told : meant).lazy.map(letters) {
            if let heading = visible.first(where: { isSame($0.letters, wanted) }) { return heading.text }
        }
        return headlines.first { heading in
            letters(heading) != site && told.contains { isRewording(heading, of: $0) }
        } ?? told.first ?? headings.first ?? title ?? siteName ?? ""
    }

    /// Whether a heading has most of its words in common with a title, as where an outlet words it anew for search engines.
    private static func isRewording(_ heading: String, of title: String) -> Bool {
        let (own, wanted) = (words(heading), words(title))
        let shared = own.intersection(wanted).count
        return own.count >= 4 && shared >= 3 && shared * 2 >= min(own.count, wanted.count)
    }

    private static func words(_ text: String) -> Set<Substring> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.utf8.count > 1 })
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

    /// `Headline | Section | Outlet` and `Outlet: Headline` without the outlet and, where that is known, the section.
    private static func withoutSite(_ title: String, siteName: String?) -> String {
        let site = siteName.map(letters) ?? ""
        for separator in separators {
            var parts = title.parts(at: separator)
            guard parts.count > 1 else { continue }
            if !site.isEmpty {
                if let last = parts.last, isOutlet(last, site) {
                    return parts.dropLast().joined(separator: separator)
                }
                if let first = parts.first, letters(first) == site {
                    return parts.dropFirst().joined(separator: separator).cleanedLine()
                }
            }
            // Without a name to go by: a last part of few words is the outlet's. Within a word the marks below mean no end.
            guard separator.hasPrefix(" ") || separator == "｜" || separator == "_" else { continue }
            // Old systems put it first.
            if let first = parts.first, first.count < 25, title.count > 3 * first.count, (parts.last?.count ?? 0) > 40 {
                return parts.dropFirst().joined(separator: separator)
            }
            let last = parts.removeLast()
            let rest = parts.joined(separator: separator)
            guard last.count < 40, rest.count > last.count else { continue }
            return rest
        }
        return title
    }

    /// Whether the part of a title is the outlet's name, perhaps with its domain: `Harian Rekaan`, `HarianRekaan.example`.
    private static func isOutlet(_ part: String, _ site: String) -> Bool {
        let own = letters(part)
        return own == site || (site.utf8.count >= 6 && own.hasPrefix(site) && own.utf8.count <= site.utf8.count + 6)
    }

    private static let separators = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", "｜", " : ", " / ", " |", "|", "_", "-", ": ",
    ]
}
