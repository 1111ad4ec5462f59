import Text

/// The article that a page describes in JSON-LD (schema.org), of the first object that is one.
struct LinkedData: Sendable {
    var headline: String?
    var published: String?
    var modified: String?
    /// Of the first video in the page, which may be older than the article.
    var videoPublished: String?
    var authors: [String] = []
    var body: String?
    var description: String?
    var publisher: String?
    var language: String?
    var sections: [String] = []
    var keywords: [String] = []

    /// - Parameters:
    ///   - scripts: the texts of the page's `application/ld+json` scripts. What is no JSON is passed over: the page has other
    ///     places that say the same.
    ///   - titles: the titles that the page's head gives, to tell its article from others that it lists.
    init(_ scripts: [String], titles: [String] = []) {
        var objects: [JSONValue] = []
        for script in scripts {
            guard let value = LinkedData.value(of: script) else { continue }
            LinkedData.collect(value, into: &objects)
        }
        let byID = Dictionary(
            objects.compactMap { object in object["@id"]?.string.map { ($0, object) } },
            uniquingKeysWith: { LinkedData.line($0["name"]) == nil ? $1 : $0 })
        takeArticle(of: objects.filter { LinkedData.isOne(of: LinkedData.articleTypes, $0) }, titles, byID)
        // Some systems describe the page rather than the article.
        for object in objects where LinkedData.isOne(of: ["WebPage"], object) {
            published = published ?? LinkedData.line(object["datePublished"])
            modified = modified ?? LinkedData.line(object["dateModified"])
            if authors.isEmpty { authors = LinkedData.names(object["author"], byID) }
        }
        let video = objects.first { LinkedData.isOne(of: ["VideoObject"], $0) }
        videoPublished = video.flatMap { LinkedData.line($0["uploadDate"]) ?? LinkedData.line($0["datePublished"]) }
    }

    /// The page's article is the first that has its title, or else the first; others of the same headline complete it. Those
    /// with a headline of their own are teasers, or the entries of a live page.
    private mutating func takeArticle(of articles: [JSONValue], _ titles: [String], _ byID: [String: JSONValue]) {
        let wanted = titles.map(PageTitle.letters).filter { $0.utf8.count >= 8 }
        let letters = articles.map { PageTitle.letters(LinkedData.headline(of: $0) ?? "") }
        let main =
            letters.firstIndex { own in own.utf8.count >= 8 && wanted.contains { PageTitle.isSame(own, $0) } }
            ?? articles.indices.first
        guard let main else { return }
        take(articles[main], byID)
        for index in articles.indices where index != main {
            if letters[index].isEmpty || letters[main].isEmpty || PageTitle.isSame(letters[index], letters[main]) {
                take(articles[index], byID)
            }
        }
    }

    /// Fills what is still missing from one article object.
    private mutating func take(_ object: JSONValue, _ byID: [String: JSONValue]) {
        headline = headline ?? LinkedData.headline(of: object)
        published =
            published ?? LinkedData.line(object["datePublished"]) ?? LinkedData.line(object["dateCreated"])
        modified = modified ?? LinkedData.line(object["dateModified"])
        if authors.isEmpty { authors = LinkedData.names(object["author"], byID) }
        if authors.isEmpty { authors = LinkedData.names(object["creator"], byID) }
        if body == nil, let text = object["articleBody"]?.string { body = LinkedData.paragraphs(text) }
        description = description ?? LinkedData.line(object["description"])
        publisher = publisher ?? LinkedData.names(object["publisher"], byID).first
        language = language ?? object["inLanguage"]?.string
        if sections.isEmpty { sections = LinkedData.strings(object["articleSection"]) }
        if keywords.isEmpty { keywords = LinkedData.strings(object["keywords"]) }
    }

    private static func headline(of object: JSONValue) -> String? {
        line(object["headline"]) ?? line(object["name"]) ?? line(object["alternativeHeadline"])
    }

    /// All objects in the value that may be described, outermost first: lists, `@graph`, `mainEntity`.
    private static func collect(_ value: JSONValue, into objects: inout [JSONValue]) {
        var waiting = [value]
        // 2,000 objects are more than any page has; a list of a million is not worth the walk.
        while let next = waiting.popLast(), objects.count < 2_000 {
            if let items = next.items { waiting += items.prefix(2_000).reversed() }
            guard next.members != nil else { continue }
            objects.append(next)
            waiting += ["hasPart", "liveBlogUpdate", "mainEntityOfPage", "mainEntity", "@graph"].compactMap { next[$0] }
        }
    }

    /// Endings of the names of types: `NewsArticle`, `https://schema.org/BlogPosting`.
    private static let articleTypes = ["Article", "Posting", "Report", "Review"]

    private static func isOne(of endings: [String], _ object: JSONValue) -> Bool {
        let types = object["@type"]?.items?.compactMap(\.string) ?? [object["@type"]?.string ?? ""]
        return types.contains { type in endings.contains { type.hasSuffix($0) } }
    }

    private static func line(_ value: JSONValue?) -> String? {
        let text = (value?.string ?? value?.items?.first?.string ?? "").cleanedLine(limit: 2_000)
        let plain = text.contains("</") ? plainText(ofHTML: text).cleanedLine() : text
        return plain.isEmpty ? nil : plain
    }

    /// The body is meant to be plain text, where a line feed ends a paragraph; some outlets write HTML.
    private static func paragraphs(_ text: String) -> String {
        text.contains("</") ? plainText(ofHTML: text) : text.cleanedParagraphs()
    }

    private static func strings(_ value: JSONValue?) -> [String] {
        let parts = value?.items?.compactMap(\.string) ?? value?.string?.split(separator: ",").map(String.init) ?? []
        return parts.map { $0.cleanedLine(limit: 200) }.filter { !$0.isEmpty }
    }

    /// Names of persons or organisations: a string, an object with a name, an `@id` of one, or a list of these.
    private static func names(_ value: JSONValue?, _ byID: [String: JSONValue]) -> [String] {
        guard let value else { return [] }
        if let items = value.items ?? value["@list"]?.items {
            return items.prefix(50).flatMap { names(ofOne: $0, byID) }
        }
        return names(ofOne: value, byID)
    }

    private static func names(ofOne value: JSONValue, _ byID: [String: JSONValue]) -> [String] {
        if value.string != nil { return line(value).map { [$0] } ?? [] }
        if let name = value["name"] {
            let names = name.items?.compactMap { line($0) } ?? [line(name["@value"]) ?? line(name)].compactMap { $0 }
            if !names.isEmpty { return names }
        }
        // An agency writes the names here.
        if let byline = line(value["byline"]) { return [byline] }
        let parts = [line(value["givenName"]), line(value["familyName"])].compactMap { $0 }
        if !parts.isEmpty { return [parts.joined(separator: " ")] }
        guard let id = value["@id"]?.string, let named = byID[id]?["name"] else { return [] }
        return line(named).map { [$0] } ?? []
    }

    /// Some systems write the quotes of a whole script as references.
    private static func value(of script: String) -> JSONValue? {
        let text = withoutComments(script)
        if let value = try? JSONValue(parsing: text.utf8, tolerance: .web) { return value }
        guard text.contains("&quot;") else { return nil }
        let plain = text.split(separator: "&quot;", omittingEmptySubsequences: false).joined(separator: "\"")
        return try? JSONValue(parsing: plain.utf8, tolerance: .web)
    }

    /// Scripts are sometimes wrapped in a comment or CDATA section for old browsers.
    private static func withoutComments(_ script: String) -> Substring {
        guard let start = script.firstIndex(where: { $0 == "{" || $0 == "[" }) else { return "" }
        let text = script[start...]
        return text.hasPrefix("[CDATA[") ? text.dropFirst(7).drop { $0 != "{" && $0 != "[" } : text
    }
}
