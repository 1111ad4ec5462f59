public import Archiving
public import Fetching
import Hashing
import Identifying
public import Model
public import Reading
import Scoring
public import Storing
import Text

// What a person brings goes the same way as what a crawl finds: masked, scored, identified, compared.

/// Why a page that a person named was not read.
public struct PageTrouble: Error, Hashable, Sendable {
    /// What the fetch came to; a failure where the page was fetched and holds no article.
    public let outcome: Outcome
}

extension ArticleReader {
    /// A text that a person brought: a phone call, a cutting, a message.
    ///
    /// - Parameters:
    ///   - title: empty where the text's first line is its title.
    ///   - outlet: where it was heard or read.
    /// - Returns: nil where there is no text. Its address is a name made of its words, so that the same text is known
    ///   again; it is no address on the web.
    public func found(title: String, text: String, from outlet: String, at now: Instant) -> FoundArticle? {
        brought(Telling(title: title, text: text), from: outlet, at: now)
    }

    private func brought(_ telling: Telling, from outlet: String, at now: Instant) -> FoundArticle? {
        let (title, text) = (telling.title, telling.text.cleanedParagraphs())
        let lines = text.split(separator: "\n", maxSplits: 1)
        guard let first = lines.first else { return nil }
        let headline = title.cleanedLine().isEmpty ? String(first).cleanedLine(limit: 120) : title.cleanedLine()
        let hash = Digest(of: Array((headline + "\n" + text).utf8)).hexadecimal
        let provenance = Article.Provenance(
            status: 0, contentType: nil, etag: nil, rawSHA256: hash, rawBytes: text.utf8.count)
        let name = Article.toldAddress + hash.prefix(32)
        return found(
            Telling(title: headline, text: text, author: telling.author, published: telling.published), at: name,
            canonical: name, outlet: outlet, provenance: provenance, now)
    }

    /// The article of a page that somebody has as a file; nil where there is none in it.
    public func found(page bytes: [UInt8], from outlet: String, at now: Instant) -> FoundArticle? {
        guard let page = try? readPage(bytes, contentType: "text/html", url: nil, now: now), !page.text.isEmpty else {
            return nil
        }
        return brought(Telling(page), from: page.siteName ?? outlet, at: now)
    }

    /// Fetches one page as a crawl does, asking robots.txt first, and reads its article.
    ///
    /// - Parameters:
    ///   - outlet: the newspaper's name; nil for what the page calls it, else its host.
    ///   - archive: keeps the answer as it came.
    /// - Throws: where it is not allowed, not there, or no article.
    public func fetch(
        _ url: WebURL, outlet: String?, with fetcher: Fetcher, pace: PaceRule, archive: (any ResponseArchive)?
    ) async throws(PageTrouble) -> FoundArticle {
        let clock = SystemClock()
        let response: FetchResponse
        do throws(FetchFailure) {
            response = try await PoliteFetcher(fetcher, pace: pace, clock: clock).fetch(FetchRequest(url, as: .page))
        } catch {
            throw PageTrouble(outcome: error.outcome(at: clock.now()))
        }
        switch response.verdict(at: clock.now()) {
        case .trouble(let outcome): throw PageTrouble(outcome: outcome)
        case .unchanged: throw PageTrouble(outcome: .failed(.hard, .empty))
        case .document: archive?.keep(RawResponse(response, at: clock.now()))
        }
        let now = clock.now()
        let read = try? readPage(response.body, contentType: response.contentType, url: response.url, now: now)
        guard let page = read, !page.text.isEmpty else {
            throw PageTrouble(outcome: .failed(.hard, .unreadable("no article in it")))
        }
        let address = (response.url ?? url).withoutCredentials
        return found(
            Telling(page), at: address.href, canonical: address.identity(),
            outlet: outlet ?? page.siteName ?? address.host,
            provenance: Article.Provenance(response, hash: Digest(of: response.body).hexadecimal), now)
    }

    /// What a person brought, as it was read.
    private struct Telling {
        var title: String
        var text: String
        var author: String?
        var published: PublishedDate?

        init(title: String, text: String, author: String? = nil, published: PublishedDate? = nil) {
            (self.title, self.text, self.author, self.published) = (title, text, author, published)
        }

        init(_ page: PageArticle) {
            self.init(title: page.title, text: page.text, author: page.authors.first, published: page.published)
        }
    }

    private func found(
        _ telling: Telling, at url: String, canonical: String, outlet: String, provenance: Article.Provenance,
        _ now: Instant
    ) -> FoundArticle {
        let (title, text) = (masked(telling.title), maskIdentifiers(in: telling.text).text)
        return found(
            Article(
                source: ArticleReader.broughtBySquad, outlet: masked(outlet), url: url, canonicalURL: canonical,
                guid: nil,
                title: title, text: text, author: telling.author.map(masked), published: telling.published,
                retrievedAt: now,
                language: Language.guess(of: title + "\n" + text).language, extent: .full, provenance: provenance))
    }

    /// The source of what people bring; no file in Feeds/ may have its id, as none is polled for it.
    public static let broughtBySquad: SourceID = {
        guard let id = SourceID("squad") else { preconditionFailure("\"squad\" is a valid id") }
        return id
    }()

    /// What the present lexicon says of an article that is kept.
    public func rescored(_ article: Article) -> Score { found(article).score }

    /// Where an article belongs among leads that share a key with it.
    public var placing: Placing {
        let placer = Placer(memory: memory, gazetteer: gazetteer)
        return { found, candidates, load in try placer.place(found, candidates, load) }
    }
}
