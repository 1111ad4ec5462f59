import Hashing
import Model
import Testing
import Text

@testable import Referring

func record(
    _ lead: Lead = Invented.lead(), _ facts: ProspectFacts = Invented.facts(),
    settings: RecordSettings = Invented.settings
) throws -> JSONValue {
    try prospectRecord(of: lead, facts: facts, suggestions: [], settings: settings)
}

/// What holds for every record: quotes stand where they say, sums add up, what is cited is there, hashes are of the text.
func expectConsistent(_ record: JSONValue, _ lead: Lead, sourceLocation: SourceLocation = #_sourceLocation) {
    let articles = record["articles"]?.items ?? []
    let texts = Dictionary(
        lead.articles.map { (Digest(of: $0.article.text).hexadecimal, $0.article.text) },
        uniquingKeysWith: { first, _ in first })
    for article in articles {
        let text = texts[article["text"]?["sha256"]?.string ?? ""]
        #expect(text != nil, sourceLocation: sourceLocation)
        #expect(
            article["text"]?["scalars"]?.integer == text.map { Int64($0.unicodeScalars.count) },
            sourceLocation: sourceLocation)
    }
    var ids = Set<String>()
    for evidence in record["evidence"]?.items ?? [] {
        ids.insert(evidence["id"]?.string ?? "")
        let article = articles.first { $0["id"] == evidence["article"] }
        let isTitle = evidence["position"]?["field"]?.string == "title"
        let source = isTitle ? article?["title"]?.string : texts[article?["text"]?["sha256"]?.string ?? ""]
        let scalars = Array((source ?? "").unicodeScalars)
        let start = Int(evidence["position"]?["start"]?.integer ?? -1)
        let end = Int(evidence["position"]?["end"]?.integer ?? -1)
        let exact = evidence["quote"]?["exact"]?.string ?? ""
        #expect(start >= 0 && end <= scalars.count && start < end, sourceLocation: sourceLocation)
        guard start >= 0, end <= scalars.count, start < end else { continue }
        #expect(scalars[start..<end].elementsEqual(exact.unicodeScalars), sourceLocation: sourceLocation)
        #expect(end - start <= 300, sourceLocation: sourceLocation)
        for context in ["prefix", "suffix"] {
            #expect(
                (evidence["quote"]?[context]?.string?.unicodeScalars.count ?? 0) <= 24, sourceLocation: sourceLocation)
        }
    }
    let contributions = record["score"]?["contributions"]?.items ?? []
    let sum = contributions.reduce(0) { $0 + ($1["points"]?.integer ?? 0) }
    #expect(record["score"]?["raw"]?.integer == sum, sourceLocation: sourceLocation)
    #expect(record["score"]?["value"]?.integer == max(0, min(100, sum)), sourceLocation: sourceLocation)
    let cited = [contributions, record["persons"]?.items ?? [], record["needs"]?.items ?? []].joined()
    for id in cited.flatMap({ $0["evidence"]?.items ?? [] }) {
        #expect(ids.contains(id.string ?? ""), sourceLocation: sourceLocation)
    }
    #expect(record.text.utf8.count <= 19_200, sourceLocation: sourceLocation)
}
