import Text

/// Collects an entry from the elements of any XML format. Of two titles the first wins, of two links or dates the last.
struct EntryBuilder {
    private(set) var entry = FeedEntry()
    private let context: FeedContext
    private let base: WebURL?
    /// The entry's id where it may stand for a missing link: an Atom id, a guid that is not marked as no link.
    private var linkFromID: String?
    private var hasPlainLink = false
    /// A link that leads nowhere is still the feed's word on the link.
    private var hasLinkElement = false
    /// RSS 1.0's name of the item.
    private let about: String?
    private var moduleTitle: String?
    private var moduleSummary: String?

    init(_ element: XMLElement, base: WebURL?, context: FeedContext) {
        self.context = context
        self.base = base
        entry.language = element.attribute("xml:lang").flatMap(FeedLanguage.read)
        about = element.attribute("rdf:about")?.cleanedLine(limit: 2_000).nonEmpty
    }

    /// Takes one child element.
    mutating func add(_ element: XMLElement, as tag: FeedTag) {
        switch tag {
        case .title: entry.title = entry.title ?? FeedText.line(element)
        case .moduleTitle: moduleTitle = moduleTitle ?? FeedText.line(element)
        case .moduleSummary, .subtitle: moduleSummary = moduleSummary ?? FeedText.paragraphs(element)
        case .link: addLink(element)
        case .id: addID(element)
        case .summary: addSummary(element)
        case .content, .body: addContent(element)
        case .published: entry.published = context.date(of: element) ?? entry.published
        case .updated: entry.updated = context.date(of: element) ?? entry.updated
        case .author, .creator: add(author: FeedPerson.name(of: element))
        case .category, .subject, .keywords, .itunesCategory: addCategories(element, as: tag)
        case .enclosure, .mediaContent: addEnclosure(element)
        case .language: entry.language = FeedLanguage.read(element.text) ?? entry.language
        case .rss, .rdf, .feed, .channel, .items, .entry, .created, .contributor, .mediaGroup, .ttl, .updatePeriod,
            .updateFrequency, .source, .image, .textInput, .logo, .schedule, .unknown:
            return
        }
    }

    /// Takes an element that stands in one of no known meaning: where the entry itself has no title or text, these are
    /// as good.
    mutating func add(wrapped element: XMLElement, as tag: FeedTag) {
        switch tag {
        case .title, .moduleTitle: moduleTitle = moduleTitle ?? FeedText.line(element)
        case .summary, .subtitle, .moduleSummary, .content, .body:
            moduleSummary = moduleSummary ?? FeedText.paragraphs(element)
        case .rss, .rdf, .feed, .channel, .items, .entry, .created, .contributor, .mediaGroup, .ttl, .updatePeriod,
            .updateFrequency, .source, .image, .textInput, .logo, .schedule, .unknown, .link, .id, .published, .updated,
            .author, .creator, .category, .subject, .keywords, .itunesCategory, .enclosure, .mediaContent, .language:
            return
        }
    }

    /// The entry, with what only stands in for a missing part.
    consuming func finished() -> FeedEntry {
        var entry = entry
        entry.title = entry.title ?? moduleTitle
        entry.summary = entry.summary ?? moduleSummary
        entry.id = entry.id ?? about
        if !hasLinkElement { entry.link = entry.link ?? linkFromID }
        return entry
    }

    private func base(of element: XMLElement) -> WebURL? {
        element.attribute("xml:base").flatMap { WebURL($0, base: base) } ?? base
    }

    /// RSS writes a link as text, Atom as attributes.
    private mutating func addLink(_ element: XMLElement) {
        let relation = element.attribute("rel")?.lowercased() ?? "alternate"
        guard let target = element.attribute("href") ?? element.attribute("url") ?? element.attribute("uri") else {
            guard relation == "alternate" else { return }
            hasLinkElement = true
            entry.link = FeedLink.resolved(textOf: element, against: base(of: element)) ?? entry.link
            return
        }
        let type = element.attribute("type")?.lowercased() ?? "text/html"
        if relation == "enclosure" {
            addEnclosure(element)
        } else if relation == "alternate", AtomLink.isPage(type) {
            // Of several alternates the one that names no relation is the plain one; of equals the last wins.
            let isPlain = element.attribute("rel") == nil
            guard isPlain || !hasPlainLink, let link = FeedLink.resolved(target, against: base(of: element)) else {
                return
            }
            (entry.link, hasPlainLink) = (link, isPlain)
        }
    }

    private mutating func addID(_ element: XMLElement) {
        guard let id = element.text.cleanedLine(limit: 2_000).nonEmpty else { return }
        // A path is an address, and other documents with the same path have other entries.
        entry.id = id.hasPrefix("/") ? FeedLink.resolved(id, against: base(of: element)) ?? id : id
        // RSS 2.0: a guid is a link unless it says that it is none.
        let isLink = element.attribute("ispermalink")?.lowercased() ?? "true" == "true"
        linkFromID = linkFromID ?? (isLink ? FeedLink.resolved(id, against: base(of: element)) : nil)
    }

    /// The first short text is the summary; one more is taken for the long text.
    private mutating func addSummary(_ element: XMLElement) {
        guard let text = FeedText.paragraphs(element) else { return }
        if entry.summary == nil { entry.summary = text } else if entry.content == nil { entry.content = text }
    }

    private mutating func addContent(_ element: XMLElement) {
        guard element.attribute("src") == nil, let text = FeedText.paragraphs(element) else { return }
        entry.content = entry.content ?? text
    }

    private mutating func add(author name: String?) {
        guard let name, entry.authors.count < 50, !entry.authors.contains(name) else { return }
        entry.authors.append(name)
    }

    private mutating func addCategories(_ element: XMLElement, as tag: FeedTag) {
        // The element of a category that has parts (an image, a name) begins with the word itself.
        let text = FeedText.line(ofHTML: element.hasChildElements ? element.ownText : element.text, limit: 2_000) ?? ""
        let names: [String]
        switch tag {
        case .keywords: names = text.split(separator: ",").map { String($0).trimmed }
        // Apple's subcategories stand in their category.
        case .itunesCategory:
            names = ([element] + element.children.filter { $0.name == element.name }).map {
                $0.attribute("text") ?? $0.ownText
            }
        default:
            names = [element.attribute("term")?.nonEmpty ?? text.nonEmpty ?? element.attribute("label") ?? ""]
        }
        for name in names.map({ $0.cleanedLine(limit: 200) })
        where !name.isEmpty && !entry.categories.contains(name) && entry.categories.count < 200 {
            entry.categories.append(name)
        }
    }

    private mutating func addEnclosure(_ element: XMLElement) {
        let target = element.attribute("url") ?? element.attribute("href") ?? element.attribute("uri")
        guard let link = target.flatMap({ FeedLink.resolved($0, against: base(of: element)) }),
            entry.enclosures.count < 200
        else { return }
        let length = element.attribute("length") ?? element.attribute("filesize")
        entry.enclosures.append(
            .init(
                link: link, type: element.attribute("type")?.cleanedLine(limit: 100), length: length.flatMap { Int($0) }
            ))
    }
}
