import Archiving
import Hashing
public import Model
import Reading
public import Storing
import Text

extension ArticleReader {
    /// The articles of the demonstration, read from their pages as a crawl reads any page.
    ///
    /// - Parameter pages: HTML in which `{ago:26h}` stands for the time so long before `now`: a demonstration of old
    ///   news would be one of old news only.
    public func demonstration(_ pages: [String], at now: Instant) -> [FoundArticle] {
        pages.compactMap { text in
            let body = Array(dated(text, at: now).utf8)
            guard let article = try? readPage(body, contentType: "text/html; charset=utf-8", url: nil, now: now),
                let url = article.canonicalURL
            else { return nil }
            let source = Source(id: .demo, outlet: article.siteName ?? url.host, kind: .page, url: url.href)
            let provenance = Article.Provenance(
                status: 200, contentType: "text/html", etag: nil, rawSHA256: Digest(of: body).hexadecimal,
                rawBytes: body.count)
            let item = ListedItem(
                guid: nil, url: url, title: article.title, text: "", published: article.published)
            return found(
                item, page: Page(article: article, provenance: provenance, url: url), provenance: provenance,
                in: source,
                at: now)
        }
    }

    /// Where an article belongs among leads that share a key with it.
    public func place(
        _ found: FoundArticle, _ candidates: [LeadCandidate], _ load: (LeadID) throws -> CandidateDetail?
    ) throws -> Placement {
        try Placer(memory: memory, gazetteer: gazetteer).place(found, candidates, load)
    }

    private func dated(_ text: String, at now: Instant) -> String {
        guard let start = text.firstRange(of: "{ago:"), let end = text[start.upperBound...].firstIndex(of: "}"),
            let span = TimeSpan(String(text[start.upperBound..<end]))
        else { return text }
        return text.replacing(String(text[start.lowerBound...end]), with: (now - span).rfc3339())
    }
}
