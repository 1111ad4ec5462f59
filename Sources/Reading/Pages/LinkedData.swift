import Text

/// The article that a page describes in JSON-LD (schema.org), of the first object that is one.
struct LinkedData: Sendable {
    var headline: String?
    var published: String?
    var modified: String?
    var authors: [String] = []
    var body: String?
    var description: String?
    var publisher: String?
    var language: String?
    var sections: [String] = []
    var keywords: [String] = []

    /// - Parameter scripts: the texts of the page's `application/ld+json` scripts. What is no JSON is passed over: the page
    ///   has other places that say the same.
    init(_ scripts: [String]) {
        var objects: [JSONValue] = []
        for script in scripts {
            let text = LinkedData.withoutComments(script)
            guard let value = try? JSONValue(parsing: text.utf8, tolerance: .web) else { continue }
            LinkedData.collect(value, into: &objects)
        }
        let people = Dictionary(
            objects.compactMap { object in object["@id"]?.string.map { ($0, object) } }, uniquingKeysWith: { a, _ in a }
        )
        for object in objects where LinkedData.isArticle(object) { take(object, people) }
        // Some systems describe the page rather than the article.
        for object in objects where object["@type"]?.string == "WebPage" {
            published = published ?? LinkedData.line(object["datePublished"])
            modified = modified ?? LinkedData.line(object["dateModified"])
        }
    }

    /// Fills what is still missing from one article object.
    private mutating func take(_ object: JSONValue, _ byID: [String: JSONValue]) {
        headline = headline ?? LinkedData.line(object["headline"] ?? object["name"])
        published = published ?? LinkedData.line(object["datePublished"] ?? object["dateCreated"])
        modified = modified ?? LinkedData.line(object["dateModified"])
        if authors.isEmpty { authors = LinkedData.names(object["author"] ?? object["creator"], byID) }
        if body == nil, let text = object["articleBody"]?.string { body = LinkedData.paragraphs(text) }
        description = description ?? LinkedData.line(object["description"])
        publisher = publisher ?? LinkedData.names(object["publisher"], byID).first
        language = language ?? object["inLanguage"]?.string
        if sections.isEmpty { sections = LinkedData.strings(object["articleSection"]) }
        if keywords.isEmpty { keywords = LinkedData.strings(object["keywords"]) }
    }

    /// All objects in the value that may be described, outermost first: lists, `@graph`, `mainEntity`.
    private static func collect(_ value: JSONValue, into objects: inout [JSONValue]) {
        var waiting = [value]
        // 2,000 objects are more than any page has; a list of a million is not worth the walk.
        while let next = waiting.popLast(), objects.count < 2_000 {
            if let items = next.items { waiting += items.prefix(2_000).reversed() }
            guard next.members != nil else { continue }
            objects.append(next)
            waiting += ["liveBlogUpdate", "mainEntity", "mainEntityOfPage", "@graph"].compactMap { next[$0] }
        }
    }

    private static func isArticle(_ object: JSONValue) -> Bool {
        let types = object["@type"]?.items?.compactMap(\.string) ?? [object["@type"]?.string ?? ""]
        return types.contains { type in
            type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "OpinionNewsArticle"
        }
    }

    private static func line(_ value: JSONValue?) -> String? {
        let text = (value?.string ?? value?.items?.first?.string ?? "").cleanedLine(limit: 2_000)
        return text.isEmpty ? nil : text
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
        if let items = value.items { return items.prefix(50).flatMap { names(ofOne: $0, byID) } }
        return names(ofOne: value, byID)
    }

    private static func names(ofOne value: JSONValue, _ byID: [String: JSONValue]) -> [String] {
        if let name = line(value) { return [name] }
        if let name = value["name"] { return strings(name) }
        guard let id = value["@id"]?.string, let named = byID[id]?["name"] else { return [] }
        return strings(named)
    }

    /// Scripts are sometimes wrapped in a comment or CDATA section for old browsers.
    private static func withoutComments(_ script: String) -> Substring {
        guard let start = script.firstIndex(where: { $0 == "{" || $0 == "[" }) else { return "" }
        let text = script[start...]
        return text.hasPrefix("[CDATA[") ? text.dropFirst(7).drop { $0 != "{" && $0 != "[" } : text
    }
}
