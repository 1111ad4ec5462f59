import Identifying
import Model
import Testing
import Text

/// One article of an invented event.
struct Telling: CustomTestStringConvertible {
    /// Tellings of one event have the same name.
    var event: String
    var day: Int
    var title: String
    var text: String

    init(_ event: String, day: Int, _ title: String, _ text: String) {
        (self.event, self.day, self.title, self.text) = (event, day, title, text)
    }

    var testDescription: String { "\(event) \(day): \(title)" }

    func signature(_ number: Int) throws -> CaseSignature {
        let published = Cases.monday + .days(Int64(day))
        return try Cases.signature(title, text, on: published, url: "https://a.example/\(event)/\(number)")
    }
}

/// Signatures of invented articles.
enum Cases {
    static let monday = Instant(seconds: 1_795_312_800 + 86_400)

    static func signature(
        _ title: String, _ text: String, on published: Instant? = monday, url: String = "https://a.example/1",
        kind: LeadKind = .incident, precision: PublishedDate.Precision = .second
    ) throws -> CaseSignature {
        let gazetteer = try Tables.gazetteer.get()
        let identification = identify(title: title, text: text, published: published, using: gazetteer)
        let source = try #require(SourceID("harian-rekaan"))
        let article = Article(
            source: source, outlet: "Harian Rekaan", url: url, canonicalURL: url, guid: nil, title: title, text: text,
            author: nil, published: published.map { PublishedDate(instant: $0, precision: precision, origin: .feed) },
            retrievedAt: monday + .days(40), language: Language.guess(of: title + "\n" + text).language,
            extent: .full,
            provenance: .init(status: 200, contentType: nil, etag: nil, rawSHA256: "", rawBytes: 0))
        let score = Score(
            raw: 50, threshold: 40, contributions: [], cleared: [], needs: [], urgency: .routine, urgencyReason: "",
            kind: kind, isProtected: false, lexicons: [])
        return CaseSignature(article: article, identification: identification, score: score, using: gazetteer)
    }
}
