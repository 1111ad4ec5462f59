import Archiving
import Fetching
public import Identifying
import Model
import Reading
public import Scoring
import Storing
import Text

/// Makes an article of an item and its page: text cleaned, identifiers masked, scored, persons and places found.
///
/// Pure but for what it is given; the same item and page give the same article.
public struct ArticleReader: Sendable {
    let lexicon: Lexicon
    let gazetteer: Gazetteer
    let memory = SignatureMemory()
    private let bar: Double

    /// - Parameter bar: the part of the threshold (0...1) that title and summary must reach for a page to be fetched where
    ///   a source says `fetch: promising`.
    public init(lexicon: Lexicon, gazetteer: Gazetteer, bar: Double = 0.5) {
        (self.lexicon, self.gazetteer, self.bar) = (lexicon, gazetteer, bar)
    }

    /// A page that was fetched for an item.
    struct Page: Sendable {
        var article: PageArticle
        var provenance: Article.Provenance
        /// Where it was in the end.
        var url: WebURL?
        /// As it came, for the archive.
        var answer: RawResponse?
    }

    /// Whether title and summary alone say enough to fetch the page.
    ///
    /// Of 38 verbatim leads a cue word stood in title and first 180 characters for 30: the bar must be low.
    func isPromising(_ item: ListedItem) -> Bool {
        let score = score(title: item.title, text: item.text, with: lexicon)
        // The sum: nothing brings 0 points, though its value is above 0.
        return Double(max(0, score.raw)) >= Double(score.threshold) * bar
    }

    /// A title, an outlet or an author as it is kept; also to compare it with one that is.
    func masked(_ line: String) -> String { maskIdentifiers(in: line).text }

    /// - Parameters:
    ///   - page: nil where only the item's own text is known.
    ///   - provenance: of the document that listed the item, where there is no page.
    func found(
        _ item: ListedItem, page: Page?, provenance: Article.Provenance, in source: Source, at now: Instant
    ) -> FoundArticle {
        // The feed's title is the one that the next poll can compare with; a page's often carries its section.
        let title = item.title.isEmpty ? page?.article.title ?? "" : item.title
        let hasPageText = !(page?.article.text.isEmpty ?? true)
        let text = hasPageText ? page?.article.text ?? "" : item.text
        let (maskedTitle, maskedText) = (maskIdentifiers(in: title), maskIdentifiers(in: text))
        let article = Article(
            source: source.id, outlet: source.outlet, url: address(page?.url ?? item.url, in: source),
            canonicalURL: item.canonicalURL(in: source), guid: item.guid, title: maskedTitle.text,
            text: maskedText.text, author: (page?.article.authors.first ?? item.author).map(masked),
            published: page?.article.published ?? item.published, retrievedAt: now,
            language: language(of: maskedTitle.text + "\n" + maskedText.text, in: source),
            extent: hasPageText || item.isWhole ? .full : .summary, provenance: page?.provenance ?? provenance)
        return found(article)
    }

    /// Without name and password: the address is shown, exported and sent, and whoever needs a login has their own.
    private func address(_ url: WebURL?, in source: Source) -> String {
        (url ?? WebURL(source.url))?.withoutCredentials.href ?? source.url
    }

    /// Scores and identifies an article whose identifiers are masked.
    func found(_ article: Article) -> FoundArticle {
        var score = score(title: article.title, text: article.text, with: lexicon)
        score.isProtected =
            score.isProtected || tellsOfProtectedVictim(title: article.title, text: article.text, using: gazetteer)
        let identification = identify(
            title: article.title, text: article.text, publishedWithin: article.publishedWithin, using: gazetteer)
        let signature = CaseSignature(article: article, identification: identification, score: score, using: gazetteer)
        memory.keep(signature)
        return FoundArticle(
            article: article, score: score, identification: identification, fingerprint: signature.wording.bits,
            keys: signature.blockingKeys)
    }

    private func language(of text: String, in source: Source) -> Language {
        let guess = Language.guess(of: text)
        guard guess.confidence < 0.3, let usual = source.language else { return guess.language }
        return usual
    }
}
