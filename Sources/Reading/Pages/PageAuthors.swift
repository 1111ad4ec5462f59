import Text

/// Who wrote the article of a page: the names of the first place that has a person's, truest first.
struct PageAuthors {
    let names: [String]

    init(
        _ document: HTMLDocument, _ metadata: PageMetadata, _ linked: LinkedData, _ main: MainText, siteName: String?
    ) {
        let outlets = [siteName, linked.publisher].compactMap { $0 }.map(PageTitle.letters)
        let visible = VisibleAuthors(document: document, main: main)
        let places: [() -> [String]] = [
            { linked.authors }, { metadata.all(of: PageAuthors.metaNames) },
            { visible.marked(outlets: outlets) }, visible.bylines, visible.named, visible.atTheEnd,
        ]
        var fallback: [String] = []
        var newsroom: String?
        for place in places {
            let texts = place()
            let found = AuthorNames.people(in: texts, outlets: outlets)
            if newsroom == nil { newsroom = AuthorNames.newsroom(in: texts) }
            // An outlet that calls itself the author says nothing, as long as another place has a person.
            var people = found.filter { !outlets.contains(PageTitle.letters($0)) }
            // That says more than a box which happens to be named an author's.
            if !fallback.isEmpty { people = people.filter(AuthorNames.isPersonal) }
            if !people.isEmpty {
                names = people + PageAuthors.missing(from: people, in: visible.bylines(), outlets)
                return
            }
            if fallback.isEmpty { fallback = found }
        }
        names = fallback.isEmpty ? [newsroom].compactMap { $0 } : fallback
    }

    /// The persons of the by-line where the page's data name none of them, but the account that filed the story.
    private static func missing(from names: [String], in bylines: [String], _ outlets: [String]) -> [String] {
        let known = names.map(PageTitle.letters)
        let seen = AuthorNames.people(in: bylines, outlets: outlets).filter(AuthorNames.isPersonal)
        let isKnown = seen.map(PageTitle.letters).contains { own in
            outlets.contains(own) || known.contains { $0.contains(own) || own.contains($0) }
        }
        return isKnown ? [] : seen
    }

    private static let metaNames = [
        "author", "article:author", "article:author_name", "og:article:author", "article.author", "parsely-author",
        "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "citation_author", "byl", "byline",
        "authors", "author_name", "cxenseparse:author", "dable:author", "bt:author", "mrf:authors", "rbauthors",
        "vr:author", "analyticsattributes.author", "dcsext.author", "dc:creator", "dc.creator.aut",
        "dcterms.creator.aut", "shareaholic:article_author_name", "atc-metaauthor", "creator", "twitter:data1",
    ]
}

/// The names that a reader of the page sees.
private struct VisibleAuthors {
    let document: HTMLDocument
    let main: MainText

    /// The lines around the headline, or around the first prose where no headline was found.
    private var around: ArraySlice<PageLine> {
        let lines = main.lines
        if let headline = main.headline { return lines[max(0, headline - 4)..<min(lines.count, headline + 14)] }
        guard let first = lines.firstIndex(where: { $0.isProse && !main.isOut[$0.first] }) else { return [] }
        return lines[max(0, first - 10)..<min(lines.count, first + 3)]
    }

    /// Elements that mark-up names an author's (microdata, `rel=author`) and links to the page of an author.
    func marked(outlets: [String]) -> [String] {
        let near = texts(where: isMarked)
        if !near.isEmpty {
            // Of "By A and B" only A may have a page.
            let names = AuthorNames.people(in: near, outlets: outlets)
            let written = AuthorNames.people(in: bylines(), outlets: outlets)
            return names.allSatisfy(written.contains) ? written : near
        }
        let bytes = document.bytes.span
        let first = document.nodes.indices.first { index in
            document.rawValue(.itemprop, of: index).map { bytes.spells("author", $0) } ?? false
        }
        return first.map { [firstLine(of: $0)] } ?? []
    }

    /// Lines that begin as a by-line.
    func bylines() -> [String] {
        for (index, line) in zip(around.indices, around) where line.length < 160 {
            let pieces = pieces(of: line)
            guard let first = pieces.first else { continue }
            if AuthorNames.isLabel(first) {
                // The name stands in an element or line of its own.
                let next = index + 1 < around.endIndex ? document.text(of: around[index + 1]).cleanedLine() : ""
                let name = pieces.count > 1 ? pieces[1] : next
                if name.utf8.count < 100, AuthorNames.nameAnyone(name) { return [name] }
            }
            if AuthorNames.isByline(first) {
                // First and last name may stand in elements of their own.
                let names = AuthorNames.people(in: [first], outlets: [])
                let isWhole = pieces.count == 1 || names.isEmpty || names.contains { $0.contains(" ") }
                return [isWhole ? first : first + " " + pieces[1]]
            }
            if let name = AuthorNames.labelled(in: pieces.joined(separator: " ")) { return [name] }
        }
        return []
    }

    /// A line's text, parted where two elements follow one another without a blank: `By Aminah Rekaan` and `Harian Rekaan`,
    /// which a style sheet puts below each other.
    private func pieces(of line: PageLine) -> [String] {
        var pieces: [String] = []
        var current = ""
        var index = line.first
        while index <= line.last {
            let tag = document.nodes[index].tag
            if tag == .text {
                let text = document.text(of: index)
                if current.last?.isLetter == true, text.first?.isLetter == true {
                    pieces.append(current)
                    current = ""
                }
                current += text
            }
            let isSkipped = tag == .time || tag.traits.contains(.silent)
            index = isSkipped ? Int(document.nodes[index].end) : index + 1
        }
        return (pieces + [current]).map { $0.cleanedLine() }.filter { !$0.isEmpty }
    }

    /// Elements that their class or id calls an author's.
    func named() -> [String] { texts(where: isNamed) }

    /// "Oleh: …" or "Reported by …" as the article's last words.
    func atTheEnd() -> [String] {
        let prose = main.lines.lastIndex { $0.isProse && !main.isOut[$0.first] && !main.isMargin[$0.first] } ?? 0
        for line in main.lines[prose...].dropFirst().prefix(4) where line.length < 100 {
            let text = document.text(of: line).cleanedLine()
            if AuthorNames.isByline(text) { return [text] }
        }
        return []
    }

    /// The texts of the innermost elements around the headline that `isAuthor` takes.
    private func texts(where isAuthor: (Int) -> Bool) -> [String] {
        guard let first = around.first, let last = around.last else { return [] }
        var found: [(index: Int, text: String)] = []
        // The element around a line's text stands before it.
        for index in max(1, first.first - 4)...last.last where found.count < 10 && document.nodes[index].tag != .text {
            guard isAuthor(index) else { continue }
            let text = firstLine(of: index)
            guard !text.isEmpty, text.utf8.count < 160 else { continue }
            if let outer = found.last, index < Int(document.nodes[outer.index].end) { found.removeLast() }
            found.append((index, text))
        }
        return found.map(\.text)
    }

    /// The first line in an element that is more than a label.
    private func firstLine(of element: Int) -> String {
        let end = Int(document.nodes[element].end)
        // A box with more in it is no by-line. Boxes may stand one in another, and would each be read whole.
        guard end - element < 60,
            !document.nodes[element..<end].contains(where: { $0.tag == .text && $0.upper - $0.lower > 1_000 })
        else { return "" }
        let lines = document.text(in: element).split(separator: "\n").map { String($0).cleanedLine() }
        return lines.first(where: AuthorNames.nameAnyone) ?? ""
    }

    private func isMarked(_ index: Int) -> Bool {
        let bytes = document.bytes.span
        for name in [HTMLAttribute.itemprop, .rel, .property] {
            if let range = document.rawValue(name, of: index),
                VisibleAuthors.marks.contains(where: { bytes.spells($0, range) })
            {
                return true
            }
        }
        guard document.nodes[index].tag == .a, let range = document.rawValue(.href, of: index) else { return false }
        return VisibleAuthors.folders.contains { bytes.contains($0, range) }
    }

    private func isNamed(_ index: Int) -> Bool {
        let bytes = document.bytes.span
        var isNamed = false
        for name in [HTMLAttribute.class, .id] {
            guard let range = document.rawValue(name, of: index) else { continue }
            if VisibleAuthors.notNames.contains(where: { bytes.contains($0, range) }) { return false }
            isNamed = isNamed || VisibleAuthors.classes.contains { bytes.contains($0, range) }
        }
        return isNamed
    }

    private static let marks = [
        "author", "schema:author", "dc:creator", "creator", "sioc:has_creator", "article:author",
    ]
    private static let folders = [
        "/author/", "/authors/", "/penulis/", "/wartawan/", "/writer/", "/writers/", "/contributor", "/journalist",
        "/autor/", "/autores/", "/autoren/", "/auteur/", "/auteurs/", "/autore/", "/autori/", "/reporter/",
        "/columnist",
        "/byline/", "/by/", "/staff/", "/jurnalis/", "/redaktur/", "/correspondent",
    ]
    private static let classes = [
        "author", "byline", "penulis", "wartawan", "reporter", "writer", "contributor", "journalist", "creator",
        "autor", "auteur", "zuozhe", "submitted", "posted-by", "posted_by", "postedby", "username",
    ]
    private static let notNames = [
        "avatar", "bio", "desc", "social", "comment", "count", "authorization", "role",
        "job", "follow", "title", "position", "affiliation", "image", "img", "photo", "underwriter",
    ]
}
