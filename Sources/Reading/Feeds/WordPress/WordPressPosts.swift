public import Model
import Text

/// Reads the list of posts that a site made with WordPress gives at `wp-json/wp/v2/posts`, whole texts included.
///
/// Pure and linear. A post that is no post is left out; one whose parts are of wrong types lacks those parts.
/// - Parameters:
///   - url: where the list came from; relative links are resolved against it.
///   - now: the present, for dates.
///   - limit: a list with more posts is refused whole. WordPress itself gives at most 100.
/// - Throws: ``FeedProblem/refused(_:)`` with WordPress' own word where the answer is an error of its, such as
///   `rest_no_route`; other cases where it is no list of posts.
public func readWordPressPosts(
    _ bytes: [UInt8], from url: WebURL? = nil, now: Instant, limit: Int = 2_000
) throws(FeedProblem) -> [FeedEntry] {
    guard let first = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) else { throw .empty }
    if let binary = BinaryFormat.name(of: bytes) { throw .notAFeed(binary) }
    guard first != UInt8(ascii: "<") else { throw .notAFeed("html") }
    let json: JSONValue
    do {
        json = try JSONValue(parsing: bytes)
    } catch {
        throw .brokenJSON("\(error)")
    }
    if let code = wordPressError(json) { throw .refused(code) }
    guard let items = json.items else { throw .notAFeed("json") }
    guard items.count <= limit else { throw .tooManyEntries(limit: limit) }
    let posts = items.compactMap { WordPressPost($0, base: url, now: now)?.entry }
    guard posts.isEmpty == items.isEmpty else { throw .notAFeed("json") }
    return posts
}

/// The word that WordPress has for an error, where the answer is one: `rest_no_route`, `rest_forbidden`.
public func wordPressError(in bytes: [UInt8]) -> String? {
    guard bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{"),
        let json = try? JSONValue(parsing: bytes)
    else { return nil }
    return wordPressError(json)
}

private func wordPressError(_ json: JSONValue) -> String? {
    guard json.members != nil, let code = json["code"]?.string, json["message"] != nil else { return nil }
    // It is shown to people: only what such a word is made of.
    let word = code.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) || $0 == "_" || $0 == "-" }.prefix(60)
    return word.isEmpty ? "an error" : String(String.UnicodeScalarView(word))
}

/// One post as WordPress names its parts, and what it is to us.
private struct WordPressPost {
    var entry = FeedEntry()

    /// nil where the value is no object, or names nothing that a post has.
    init?(_ json: JSONValue, base: WebURL?, now: Instant) {
        guard json["id"] != nil || json["link"] != nil else { return nil }
        entry.id =
            rendered(json["guid"])?.cleanedLine(limit: 2_000).nonEmpty ?? json["id"]?.integer.map(String.init)
        entry.link = json["link"]?.string.flatMap { FeedLink.resolved($0, against: base) }
        entry.title = rendered(json["title"]).flatMap { FeedText.line(ofHTML: $0) }
        entry.summary = text(json["excerpt"])
        entry.content = text(json["content"])
        entry.published = date(json, "date", now)
        entry.updated = date(json, "modified", now)
    }

    /// A text with its mark-up. WordPress writes `{"rendered": "..."}`, some plug-ins the bare text.
    private func rendered(_ json: JSONValue?) -> String? { json?["rendered"]?.string ?? json?.string }

    /// nil too for what a password protects: what stands there then only says so.
    private func text(_ json: JSONValue?) -> String? {
        guard json?["protected"]?.bool != true else { return nil }
        return rendered(json).flatMap { FeedText.paragraphs(ofHTML: $0) }
    }

    /// `date_gmt` has no zone, and drafts have no `date_gmt`; then the site's own clock, which is Malaysia's.
    private func date(_ json: JSONValue, _ name: String, _ now: Instant) -> PublishedDate? {
        if let text = json[name + "_gmt"]?.string, !text.hasPrefix("0000"),
            let date = readDate(text, zone: 0, now: now, origin: .feed)
        {
            return date
        }
        return json[name]?.string.flatMap { readDate($0, zone: CivilTime.malaysia, now: now, origin: .feed) }
    }
}

extension WebURL {
    /// Where WordPress lists the newest posts of a site.
    ///
    /// This address is the site, or the list itself: then its own parameters (such as `categories=12`) stay. We ask for the
    /// 50 newest and for no more of each than is read.
    public func wordPressPosts() -> WebURL {
        var url = self
        url.fragment = nil
        if !path.contains("/wp-json/"), !(query ?? "").contains("rest_route=") {
            url.path = path.dropLastSlashes + "/wp-json/wp/v2/posts"
            url.query = nil
        }
        let given = Set(URLParameter.parse(url.query ?? "").map(\.name))
        let added = WebURL.postParameters.filter { !given.contains($0.name) }.map { $0.name + "=" + $0.value }
        url.query = ([url.query].compactMap(\.self) + added).filter { !$0.isEmpty }.joined(separator: "&")
        return url
    }

    private static let postParameters = [
        (name: "per_page", value: "50"), (name: "orderby", value: "date"), (name: "order", value: "desc"),
        (name: "_fields", value: "id,guid,link,date,date_gmt,modified,modified_gmt,title,excerpt,content"),
    ]
}

extension String {
    fileprivate var dropLastSlashes: String {
        var text = self[...]
        while text.hasSuffix("/") { text = text.dropLast() }
        return String(text)
    }
}
