/// What an element means, in whatever format it stands.
enum FeedTag: Hashable {
    case rss, rdf, feed, channel, items, entry
    /// Titles and texts of a module stand in where the feed's own are missing.
    case title, moduleTitle, link, id, summary, moduleSummary, subtitle, content, body
    case published, updated, created
    case author, creator, contributor
    case category, subject, keywords, itunesCategory
    case enclosure, mediaContent, mediaGroup
    case language, ttl, updatePeriod, updateFrequency
    case source, image, textInput
    /// CDF only.
    case logo, schedule
    case unknown

    private static let core: [String: FeedTag] = [
        "rss": .rss, "rdf": .rdf, "feed": .feed, "channel": .channel, "items": .items, "item": .entry, "entry": .entry,
        "product": .entry, "title": .title, "link": .link, "guid": .id, "id": .id, "identifier": .id,
        "description": .summary, "summary": .summary, "abstract": .summary, "tagline": .subtitle,
        "subtitle": .subtitle,
        "info": .unknown, "content": .content, "fullitem": .content, "body": .body, "pubdate": .published,
        "published": .published, "issued": .published, "updated": .updated, "modified": .updated,
        "lastbuilddate": .updated, "created": .created, "author": .author, "managingeditor": .creator,
        "contributor": .contributor, "category": .category, "keywords": .keywords, "tags": .keywords,
        "enclosure": .enclosure,
        "language": .language, "ttl": .ttl, "source": .source, "image": .image, "textinput": .textInput, "logo": .logo,
        "schedule": .schedule, "itemref": .unknown,
    ]

    private static let modules: [FeedNamespace: [String: FeedTag]] = [
        .core: core,
        .rdf: ["rdf": .rdf],
        .dublinCore: [
            "title": .moduleTitle, "description": .summary, "date": .updated, "creator": .creator,
            "author": .creator, "subject": .subject, "language": .language,
        ],
        .dublinCoreTerms: ["issued": .published, "modified": .updated, "created": .created, "abstract": .subtitle],
        .content: ["encoded": .content],
        .media: [
            "title": .moduleTitle, "description": .moduleSummary, "content": .mediaContent, "group": .mediaGroup,
            "category": .category, "keywords": .keywords,
        ],
        .itunes: [
            "author": .creator, "subtitle": .subtitle, "summary": .summary, "keywords": .keywords, "name": .unknown,
            "category": .itunesCategory,
        ],
        .syndication: ["updateperiod": .updatePeriod, "updatefrequency": .updateFrequency],
        .xhtml: ["body": .body],
        .other: [:],
    ]

    init(_ name: String, in namespace: FeedNamespace) {
        self = FeedTag.modules[namespace]?[name] ?? .unknown
    }
}

/// Finds the meaning of elements, once for each name and namespace of a document.
struct FeedVocabulary {
    private var known: [Int64: FeedTag] = [:]
    /// The namespace of the root: whatever its address, it is the feed's own.
    private let own: String

    init(root: XMLElement) { own = root.namespace }

    mutating func tag(_ element: XMLElement) -> FeedTag {
        if let tag = known[element.kind] { return tag }
        let isOwn = element.namespace == own && (element.prefix.isEmpty || !own.isEmpty)
        var namespace = FeedNamespace(of: element)
        if namespace == .other, isOwn { namespace = .core }
        let tag = FeedTag(element.name, in: namespace)
        known[element.kind] = tag
        return tag
    }
}
