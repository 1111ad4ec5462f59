import Identifying
import Model
import Scoring
import Storing
import Terminal
import Text

/// A text that was scored for whoever asked, and is kept nowhere.
struct ScoredText {
    /// Identifiers masked, as in everything that is shown.
    var title: String
    var text: String
    var score: Score
    var identification: Identification
    /// Where the text is from; nil for words that somebody gave.
    var origin: Origin?

    /// The score is protected where a lead made of the text would be.
    private init(title: String, text: String, score: Score, identification: Identification, origin: Origin?) {
        (self.title, self.text, self.score) = (title, text, score)
        (self.identification, self.origin) = (identification, origin)
        self.score.isProtected = score.isProtected || identification.namesChildInNeed
    }

    /// The page that was fetched.
    struct Origin {
        var url: String
        var outlet: String
        var published: PublishedDate?

        init(_ article: Article) {
            (url, outlet, published) = (article.url, article.outlet, article.published)
        }
    }
}

extension ScoredText {
    /// - Parameter published: nil where nobody knows it; then words such as `semalam` tell no day.
    init(
        title: String, text: String, published: PublishedDate? = nil, lexicon: Lexicon, gazetteer: Gazetteer
    ) {
        let (title, text) = (maskIdentifiers(in: title.nfc).text, maskIdentifiers(in: text.nfc).text)
        var score = Scoring.score(title: title, text: text, with: lexicon)
        score.isProtected = score.isProtected || tellsOfProtectedVictim(title: title, text: text, using: gazetteer)
        self.init(
            title: title, text: text, score: score,
            identification: identify(
                title: title, text: text, publishedWithin: published?.instants, using: gazetteer),
            origin: nil)
    }

    init(_ found: FoundArticle, origin: Origin?) {
        self.init(
            title: found.article.title, text: found.article.text, score: found.score,
            identification: found.identification, origin: origin)
    }

    /// As a person reads it: what was fetched, the score with what led to it, who and where.
    func lines(in language: ScreenLanguage) -> [String] {
        let explanation = ScoreExplanation(score: score, title: title, text: text, language: language)
        var lines: [String] = []
        if let origin { lines += [title, [origin.outlet, origin.url].joined(separator: ", "), ""] }
        lines += explanation.lines
        // A protected person is not named where somebody may look over a shoulder; the text itself is at hand.
        let people = score.isProtected ? [] : identification.people(in: language)
        if !people.isEmpty { lines.append(language.phrase("Who: ", "Siapa: ") + people.joined(separator: "; ")) }
        if let place = identification.place?.name, !place.isEmpty {
            lines.append(language.phrase("Where: ", "Di mana: ") + place)
        }
        if let day = identification.dayOfEvent(in: language) {
            lines.append(language.phrase("When: ", "Bila: ") + day)
        }
        if !score.isProtected, let workplace = identification.workplace {
            lines.append(language.phrase("Work: ", "Tempat kerja: ") + workplace.name)
        }
        return lines
    }

    /// `pantau score --json`.
    var record: JSONValue {
        let head: [(String, JSONValue?)] = [
            ("title", origin.map { _ in .string(title) }), ("url", (origin?.url).map(JSONValue.string)),
            ("outlet", (origin?.outlet).map(JSONValue.string)),
            ("published_at", (origin?.published?.iso).map(JSONValue.string)),
        ]
        let record = ScoreRecord(score: score, identification: identification)
        return .compact((record.explanation.members ?? []).map { ($0.name, $0.value) } + head)
    }
}
