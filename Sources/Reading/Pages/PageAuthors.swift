import Text

/// Who wrote the article of a page.
struct PageAuthors {
    let names: [String]

    init(
        _ document: HTMLDocument, _ metadata: PageMetadata, _ linked: LinkedData, _ main: MainText, siteName: String?
    ) {
        let outlets = [siteName, linked.publisher].compactMap { $0 }.map(PageTitle.letters)
        let places: [() -> [String]] = [
            { linked.authors }, { metadata.all(of: PageAuthors.metaNames) }, { PageAuthors.marked(document) },
            { PageAuthors.byline(document, main) },
        ]
        var fallback: [String] = []
        for place in places {
            let found = PageAuthors.people(in: place())
            // An outlet that calls itself the author says nothing, as long as another place has a person.
            let people = found.filter { !outlets.contains(PageTitle.letters($0)) }
            if !people.isEmpty {
                names = people
                return
            }
            if fallback.isEmpty { fallback = found }
        }
        names = fallback
    }

    private static let metaNames = [
        "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator",
        "dcterms.creator", "byl", "byline", "cxenseparse:author", "dable:author", "twitter:data1",
    ]

    /// Elements that mark-up names an author's: microdata, `rel=author`.
    private static func marked(_ document: HTMLDocument) -> [String] {
        let bytes = document.bytes.span
        var names: [String] = []
        for index in document.nodes.indices where document.nodes[index].tag != .text && names.count < 20 {
            let isAuthor =
                document.rawValue(.itemprop, of: index).map { bytes.spells("author", $0) } ?? false
                || document.rawValue(.rel, of: index).map { bytes.spells("author", $0) } ?? false
            guard isAuthor else { continue }
            let text = document.text(in: index)
            if text.utf8.count < 200 { names.append(text) }
        }
        return names
    }

    /// The first line around the headline that begins as a by-line, or stands in an element named so.
    private static func byline(_ document: HTMLDocument, _ main: MainText) -> [String] {
        guard let headline = main.headline else { return [] }
        let around = main.lines[max(0, headline - 3)..<min(main.lines.count, headline + 12)]
        for line in around where line.length < 120 {
            let text = document.text(of: line).cleanedLine()
            let lower = text.lowercased()
            if prefixes.contains(where: { lower.hasPrefix($0) }) { return [text] }
        }
        for line in around where line.length < 80 && isInAuthorElement(line, document) {
            return [document.text(of: line).cleanedLine()]
        }
        return []
    }

    private static func isInAuthorElement(_ line: PageLine, _ document: HTMLDocument) -> Bool {
        var index = Int(document.nodes[line.first].parent)
        for _ in 0..<4 where index > 0 {
            for name in [HTMLAttribute.class, .id] {
                guard let range = document.rawValue(name, of: index) else { continue }
                if ["author", "byline", "penulis", "wartawan"].contains(where: {
                    document.bytes.span.contains($0, range)
                }) {
                    return true
                }
            }
            index = Int(document.nodes[index].parent)
        }
        return false
    }

    private static let prefixes = [
        "by ", "by: ", "oleh ", "oleh: ", "oleh:", "laporan ", "penulis:", "written by ", "文/",
    ]

    /// Names out of by-lines: "Oleh Aminah Rekaan dan Tan Rekaan" gives two.
    private static func people(in texts: [String]) -> [String] {
        var people: [String] = []
        for text in texts {
            for part in parts(of: text.cleanedLine(limit: 200)) where isName(part) && !people.contains(part) {
                people.append(part)
            }
        }
        return people
    }

    private static func parts(of text: String) -> [String] {
        var text = text
        while let prefix = prefixes.first(where: { text.lowercased().hasPrefix($0) }) {
            text = String(text.dropFirst(prefix.count)).cleanedLine()
        }
        for separator in [" and ", " dan ", " & ", " | ", ";", " • ", " · ", " - ", " – ", ","] {
            text = text.split(separator: separator).joined(separator: "\n")
        }
        return text.split(separator: "\n").map { String($0).cleanedLine() }
    }

    private static func isName(_ text: String) -> Bool {
        guard (2...60).contains(text.count), !text.contains("@"), !text.contains("/"), !text.contains("http") else {
            return false
        }
        let digits = text.utf8.count { (48...57).contains($0) }
        return digits == 0 && !notNames.contains(text.lowercased())
    }

    private static let notNames: Set<String> = [
        "admin", "administrator", "editor", "redaksi", "staff", "webmaster", "pengarang", "null", "undefined", "author",
        "penulis", "contributor", "guest", "website", "jr.", "user",
    ]
}
