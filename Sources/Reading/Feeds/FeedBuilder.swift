import Model
import Text

/// Collects what a feed says of itself, from the elements of any XML format.
struct FeedBuilder {
    private(set) var feed: Feed
    private let context: FeedContext
    private var vocabulary: FeedVocabulary
    private var moduleTitle: String?
    private var updatePeriod: String?
    private var updateFrequency: Int?
    private let rootLanguage: String?

    init(_ format: FeedFormat, root: XMLElement, context: FeedContext) {
        vocabulary = FeedVocabulary(root: root)
        feed = Feed(format: format, charset: .utf8)
        rootLanguage = root.attribute("xml:lang").flatMap(FeedLanguage.read)
        self.context = context
    }

    mutating func tag(_ element: XMLElement) -> FeedTag { vocabulary.tag(element) }

    /// Takes one child element of the feed or channel.
    mutating func add(_ element: XMLElement, as tag: FeedTag, base: WebURL?) {
        switch tag {
        case .title: feed.title = feed.title ?? FeedText.line(element)
        case .moduleTitle: moduleTitle = moduleTitle ?? FeedText.line(element)
        case .link: addLink(element, base: element.attribute("xml:base").flatMap { WebURL($0, base: base) } ?? base)
        case .id: feed.id = element.text.cleanedLine(limit: 2_000).nonEmpty ?? feed.id
        case .summary, .subtitle: feed.subtitle = feed.subtitle ?? FeedText.paragraphs(element, limit: 2_000)
        case .language: feed.language = FeedLanguage.read(element.text) ?? feed.language
        case .author, .creator: feed.author = feed.author ?? FeedPerson.name(of: element)
        case .published: feed.published = context.date(of: element) ?? feed.published
        case .updated: feed.updated = context.date(of: element) ?? feed.updated
        case .ttl: feed.hints.interval = Int64(element.text.trimmed).flatMap(FeedBuilder.minutes) ?? feed.hints.interval
        case .updatePeriod: updatePeriod = element.text.trimmed.lowercased()
        case .updateFrequency: updateFrequency = Int(element.text.trimmed)
        case .rss, .rdf, .feed, .channel, .items, .entry, .moduleSummary, .content, .body, .created,
            .contributor,
            .category,
            .subject, .keywords, .itunesCategory, .enclosure, .mediaContent, .mediaGroup, .source, .image, .textInput,
            .logo, .schedule, .unknown:
            return
        }
    }

    /// Reads an entry with all its elements, and the entries in it: where an end tag is missing, the next entry stands in
    /// the one before. A loop, for all of them may be missing.
    mutating func addEntry(_ element: XMLElement, base: WebURL?) throws(FeedProblem) {
        var inner: XMLElement? = element
        while let element = inner {
            inner = nil
            // An entry within another stands beside it: its base is not the other's.
            let base = element.attribute("xml:base").flatMap { WebURL($0, base: base) } ?? base
            var entry = EntryBuilder(element, base: base, context: context)
            for child in element.children {
                let tag = vocabulary.tag(child)
                if tag == .entry { inner = child } else { entry.add(child, as: tag) }
                if tag == .mediaGroup {
                    for inner in child.children { entry.add(inner, as: vocabulary.tag(inner)) }
                } else if tag == .unknown || tag == .category || tag == .mediaContent || tag == .image {
                    addWrapped(child, to: &entry)
                }
            }
            // Where the document ends in it, the next poll will have it whole.
            guard element.isClosed else { continue }
            guard feed.entries.count < context.entryLimit else { throw .tooManyEntries(limit: context.entryLimit) }
            feed.entries.append(entry.finished())
        }
    }

    /// Looks for what may stand in for a missing title or text, in elements that wrap it: two levels, as many as were
    /// seen. Entries in there are other entries.
    private mutating func addWrapped(_ wrapper: XMLElement, to entry: inout EntryBuilder) {
        for child in wrapper.children {
            let tag = vocabulary.tag(child)
            guard tag == .unknown || tag == .image else {
                entry.add(wrapped: child, as: tag)
                continue
            }
            for inner in child.children { entry.add(wrapped: inner, as: vocabulary.tag(inner)) }
        }
    }

    func finished() -> Feed {
        var feed = feed
        feed.title = feed.title ?? moduleTitle
        feed.language = feed.language ?? rootLanguage
        // An Atom feed without a link is known by its id.
        feed.link = feed.link ?? feed.id.flatMap { FeedLink.resolved($0, against: context.base) }
        if let updatePeriod, let seconds = FeedBuilder.periods[updatePeriod] {
            let interval = TimeSpan.seconds(seconds / Int64(max(1, min(updateFrequency ?? 1, 1_000))))
            feed.hints.interval = max(feed.hints.interval ?? interval, interval)
        }
        return feed
    }

    private static let periods: [String: Int64] = [
        "hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
    ]

    /// RSS `ttl`. A year at most: a feed that asks for more has no clock.
    private static func minutes(_ count: Int64) -> TimeSpan? { (1...525_600).contains(count) ? .minutes(count) : nil }

    private mutating func addLink(_ element: XMLElement, base: WebURL?) {
        guard let target = element.attribute("href") else {
            feed.link = FeedLink.resolved(textOf: element, against: base) ?? feed.link
            return
        }
        let relation = element.attribute("rel")?.lowercased() ?? "alternate"
        guard relation == "alternate", AtomLink.isPage(element.attribute("type")?.lowercased() ?? "text/html") else {
            return
        }
        feed.link = FeedLink.resolved(target, against: base) ?? feed.link
    }
}
