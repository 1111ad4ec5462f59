public import Model
public import Storing
import Text

/// What another lexicon says of one lead.
public struct LeadRescore: Hashable, Sendable {
    public var lead: LeadID
    /// Of the articles whose score is another.
    public var articles: [Rescore]
    /// Of the best article, before and after.
    public var before: Score
    public var after: Score

    /// - Parameter score: what the present lexicon says of an article.
    /// - Returns: nil where nothing is different but the version of the lexicon.
    public init?(of lead: Lead, scoring score: (Article) -> Score) {
        let pairs = lead.articles.map { ($0, score($0.article)) }
        articles = pairs.compactMap { joined, new in
            joined.score.says(theSameAs: new) ? nil : Rescore(article: joined.id, before: joined.score, after: new)
        }
        // The order of the store: the highest score first, then the older article.
        let best = pairs.max { a, b in (a.1.value, b.0.id) < (b.1.value, a.0.id) }
        guard !articles.isEmpty, let old = lead.articles.first?.score, let best else { return nil }
        (self.lead, before, after) = (lead.id, old, best.1)
    }
}

extension Score {
    /// Whether a reader would see no difference.
    fileprivate func says(theSameAs other: Score) -> Bool {
        var copy = other
        (copy.lexicons, copy.likelihood) = (lexicons, likelihood)
        return self == copy
    }
}

extension Connection {
    /// Keeps new scores with one entry of the journal for all. Nobody's decision is changed by it, and no lead's state.
    ///
    /// - Returns: nil where there was nothing to change.
    public func rescore(
        _ changes: [LeadRescore], by author: Author, at now: Instant
    ) throws(StoreError) -> EntryID? {
        var targets: [JournalTarget] = []
        for change in changes {
            guard let standing = try standing(of: change.lead)?.json.members else { continue }
            targets.append(
                JournalTarget(
                    lead: change.lead, before: .object(standing + change.before.journaled),
                    after: .object(standing + change.after.journaled)))
        }
        guard !targets.isEmpty else { return nil }
        let entry = try append(JournalDraft(at: now, by: author, verb: Decision.rescoreVerb, targets: targets)).id
        try rescore(changes.flatMap(\.articles), entry: entry, at: now)
        return entry
    }
}

extension Score {
    /// What of a score the journal keeps: numbers and codes.
    fileprivate var journaled: [JSONValue.Member] {
        [
            .init("score", .integer(Int64(value))), .init("rules_urgency", .string(urgency.rawValue)),
            .init("lexicon", .string(lexicons.map { "\($0.id) \($0.version)" }.joined(separator: ", "))),
        ]
    }
}
