import Model
import Text

/// The phrases that a record quotes: each gets an id, and each is checked to stand where it says.
struct EvidenceLedger {
    /// Contract: a quote is enough to decide, not a copy of the article.
    static let quoteLimit = 300
    static let contextLimit = 24

    private let articles: [SentArticle]
    private let withholding: Withholding
    private let limit: Int
    private(set) var entries: [JSONValue] = []
    private var idsOfNeeds: [Need: [String]] = [:]
    private var idsOfPlaces: [QuotedPlace: String] = [:]

    init(articles: [SentArticle], withholding: Withholding, limit: Int) {
        (self.articles, self.withholding, self.limit) = (articles, withholding, limit)
    }

    /// What a quote is about: a need, or who, where or why not.
    enum Category {
        case need(Need)
        case person, place, penalty

        var code: String {
            switch self {
            case .need(let need): need.rawValue
            case .person: "person"
            case .place: "place"
            case .penalty: "penalty"
            }
        }
    }

    func ids(of need: Need) -> [String] { idsOfNeeds[need] ?? [] }

    /// The id of the quote; nil where it may not or cannot be quoted: the limit is reached, it names somebody who is
    /// withheld, or no article has these words at this place.
    ///
    /// Words that several rules matched are quoted once, under the first of them.
    mutating func add(_ evidence: Evidence, rule: String, category: Category, points: Int) -> String? {
        for article in articles {
            guard let quote = Quote(evidence, in: article, hiding: withholding) else { continue }
            let place = QuotedPlace(article: article.id, field: quote.field, range: quote.range)
            if let id = idsOfPlaces[place] {
                cite(id, category)
                return id
            }
            guard entries.count < limit else { return nil }
            let id = append(quote, rule: rule, category: category, points: points)
            idsOfPlaces[place] = id
            return id
        }
        return nil
    }

    private struct QuotedPlace: Hashable {
        var article: String
        var field: Evidence.Field
        var range: Range<Int>
    }

    private mutating func cite(_ id: String, _ category: Category) {
        guard case .need(let need) = category, idsOfNeeds[need]?.contains(id) != true else { return }
        idsOfNeeds[need, default: []].append(id)
    }

    /// Quotes the beginning of the best article's title, for a lead that no rule explains.
    mutating func addTitle(need: Need) {
        guard let article = articles.first, !article.title.isEmpty else { return }
        let range = 0..<min(article.title.count, Self.quoteLimit)
        let quote = Quote(article: article, field: .title, scalars: article.title, range: range)
        _ = append(quote, rule: "lead.title", category: .need(need), points: 0)
    }

    private mutating func append(_ quote: Quote, rule: String, category: Category, points: Int) -> String {
        let id = "e\(entries.count + 1)"
        cite(id, category)
        entries.append(
            .compact([
                ("id", .string(id)), ("article", .string(quote.article.id)), ("rule", .string(contractCode(rule))),
                ("category", .string(category.code)), ("quote", quote.selector(hiding: withholding)),
                ("position", quote.position), ("language", .string(quote.article.language.rawValue)),
                ("polarity", "affirmed"), ("points", .integer(Int64(points))),
            ]))
        return id
    }
}

/// A range of an article's title or text that may be shown.
private struct Quote {
    let article: SentArticle
    let field: Evidence.Field
    /// All of the title or text.
    let scalars: [Unicode.Scalar]
    let range: Range<Int>

    init(article: SentArticle, field: Evidence.Field, scalars: [Unicode.Scalar], range: Range<Int>) {
        (self.article, self.field, self.scalars, self.range) = (article, field, scalars, range)
    }

    init?(_ evidence: Evidence, in article: SentArticle, hiding withholding: Withholding) {
        let scalars = article.scalars(of: evidence.field)
        let range = evidence.range
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= scalars.count,
            scalars[range].elementsEqual(evidence.exact.unicodeScalars), !withholding.hides(evidence.exact)
        else { return nil }
        let end = min(range.upperBound, range.lowerBound + EvidenceLedger.quoteLimit)
        self.init(article: article, field: evidence.field, scalars: scalars, range: range.lowerBound..<end)
    }

    /// W3C Web Annotation, TextQuoteSelector.
    func selector(hiding withholding: Withholding) -> JSONValue {
        let before = max(0, range.lowerBound - EvidenceLedger.contextLimit)..<range.lowerBound
        let after = range.upperBound..<min(scalars.count, range.upperBound + EvidenceLedger.contextLimit)
        return .compact([
            ("exact", .string(string(scalars[range]))),
            ("prefix", context(before, hiding: withholding)),
            ("suffix", context(after, hiding: withholding)),
        ])
    }

    var position: JSONValue {
        [
            "field": .string(field.rawValue), "start": .integer(Int64(range.lowerBound)),
            "end": .integer(Int64(range.upperBound)), "unit": "unicode-scalar",
        ]
    }

    /// The words beside the quote on one line; nil where there are none or they name somebody who is withheld.
    private func context(_ range: Range<Int>, hiding withholding: Withholding) -> JSONValue? {
        // A name that the window cuts in half is still a name: `…kaan bin Contoh`.
        let isBefore = range.upperBound == self.range.lowerBound
        let wide =
            isBefore
            ? max(0, range.lowerBound - 40)..<range.upperBound
            : range.lowerBound..<min(scalars.count, range.upperBound + 40)
        guard !range.isEmpty, !withholding.hides(string(scalars[wide])) else { return nil }
        return .string(string(scalars[range].map { $0.properties.isWhitespace ? " " : $0 }))
    }
}

func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
}

/// A rule's or lexicon's id as the contract spells codes: lower case, at most 64 of `a-z 0-9 . _ -`.
func contractCode(_ id: String) -> String {
    let bytes = id.utf8.prefix(64).map { byte -> UInt8 in
        switch byte {
        case 48...57, 97...122, 45, 46, 95: byte
        case 65...90: byte + 32
        default: 45
        }
    }
    guard let first = bytes.first else { return "unnamed" }
    return String(
        decoding: [45, 46, 95].contains(first) ? [120] + bytes.dropLast(bytes.count == 64 ? 1 : 0) : bytes,
        as: UTF8.self)
}
