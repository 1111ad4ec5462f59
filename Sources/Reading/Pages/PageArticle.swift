public import Model
import Text

/// What a page says of its article.
public struct PageArticle: Hashable, Sendable {
    /// One line of at most 500 characters; empty where the page gives none.
    public var title = ""
    /// Paragraphs separated by a line feed, without the title; at most 200,000 characters; empty where no article was found.
    public var text = ""
    public var published: PublishedDate?
    /// The names as the page gives them, without "By" or "Oleh".
    public var authors: [String] = []
    public var language = Language.other
    /// 0...1; see ``LanguageGuess``.
    public var languageConfidence = 0.0
    /// The outlet's own name for itself.
    public var siteName: String?
    /// The page's own summary, one line.
    public var excerpt: String?
    /// The address that the page calls its own, absolute.
    public var canonicalURL: WebURL?
    /// The sections the page files itself under.
    public var sections: [String] = []
    public var tags: [String] = []
}

/// Reads the article of an HTML page, in linear time. A page without an article gives empty text.
///
/// Of a page over 16 MB only that much is read.
///
/// - Parameters:
///   - contentType: the Content-Type header; the page's bytes and its own label are asked before it.
///   - url: where the page came from, for relative addresses and dates in paths.
///   - now: the present, so that a date in the future is not believed.
/// - Throws: ``UnsupportedCharset`` for a page in an encoding that is not read.
public func readPage(
    _ body: [UInt8], contentType: String? = nil, url: WebURL?, now: Instant
) throws(UnsupportedCharset) -> PageArticle {
    let body = body.count > maximumPageSize ? Array(body.prefix(maximumPageSize)) : body
    let text = try decodedText(body, kind: .html, contentType: contentType)
    return PageReader(text.utf8, url: url, now: now).article()
}

/// The longest page that is read whole. The largest news page seen had 3 MB.
private let maximumPageSize = 16 << 20

/// Brings together what the parts of a page say.
private struct PageReader {
    let document: HTMLDocument
    let metadata: PageMetadata
    let linked: LinkedData
    let url: WebURL?
    let now: Instant

    init(_ body: [UInt8], url: WebURL?, now: Instant) {
        document = HTMLDocument(body)
        metadata = PageMetadata(document)
        linked = LinkedData(metadata.linkedData, titles: metadata.titles)
        self.url = metadata.base.flatMap { WebURL($0, base: url) } ?? url
        self.now = now
    }

    func article() -> PageArticle {
        var article = PageArticle()
        article.siteName = metadata.first(of: ["og:site_name", "application-name"]) ?? linked.publisher
        article.title = title(siteName: article.siteName)
        let main = MainText(document, title: article.title, told: linked.body)
        article.text = main.paragraphs(title: article.title).joined(separator: "\n").cut(to: 200_000)
        // A page that its scripts would build shows a line or two, if any.
        if article.text.utf8.count < 250, let state = metadata.state,
            let script = document.rawText(of: state, decoded: false),
            let body = PageState.body(in: script, title: article.title)
        {
            article.text = body.cut(to: 200_000)
        }
        article.excerpt =
            metadata.first(of: ["og:description", "description", "twitter:description"]) ?? linked.description
        article.canonicalURL = (metadata.canonical ?? metadata.first(of: ["og:url"])).flatMap { WebURL($0, base: url) }
        article.sections = linked.sections.isEmpty ? metadata.all(of: ["article:section"]) : linked.sections
        article.tags = tags()
        article.authors = PageAuthors(document, metadata, linked, main, siteName: article.siteName).names
        article.published = PageDate(document, metadata, linked, main, url: url, now: now).published
        setLanguage(of: &article)
        return article
    }

    private func title(siteName: String?) -> String {
        let headlines = headings(.h1)
        return PageTitle.choose(
            linked: linked.headline, social: metadata.first(of: PageMetadata.titleNames), headlines: headlines,
            headings: headlines + headings(.h2) + headings(.h3), title: metadata.title?.cleanedLine(),
            siteName: siteName
        ).cut(to: 500)
    }

    private func headings(_ tag: HTMLTag) -> [String] {
        document.nodes.indices.lazy.filter { document.nodes[$0].tag == tag }.prefix(10)
            .map { document.text(in: $0).cleanedLine() }
    }

    private func tags() -> [String] {
        let written = metadata.all(of: ["article:tag", "news_keywords", "keywords"]) + linked.keywords
        var seen: Set<String> = []
        return written.flatMap { $0.split(separator: ",").map { $0.trimmed } }
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
            .prefix(100).map(\.self)
    }

    /// The text tells the language; for a text of a few words the page's own word counts.
    private func setLanguage(of article: inout PageArticle) {
        let guess = Language.guess(of: article.title + "\n" + article.text)
        (article.language, article.languageConfidence) = (guess.language, guess.confidence)
        guard guess.confidence < 0.3, let code = metadata.language?.lowercased().prefix(2),
            let said = Language(rawValue: String(code))
        else { return }
        article.language = said
    }
}

extension String {
    fileprivate func cut(to limit: Int) -> String { utf8.count <= limit ? self : String(prefix(limit)) }
}

extension Substring {
    fileprivate var trimmed: String { String(self).cleanedLine(limit: 200) }
}
