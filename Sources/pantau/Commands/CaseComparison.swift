import Identifying
import Model
import Reading
import Scoring
import Text

/// Which of many texts tell of one case, by what a crawl joins leads by, held against what people say of them.
struct CaseComparison {
    /// A text, and the event that it tells of where somebody has said so.
    struct Told {
        var id: String
        var event: String?
        var signature: CaseSignature
    }

    /// Two texts of one event that no link joins, or two of different events that one does.
    struct Fault {
        var ids: [String]
        var isWrongJoin: Bool
        /// What speaks for the two and against; nil where their days are too far apart.
        var facts: [JoinFact]?
    }

    /// Pairs of texts that people call one event.
    private(set) var pairs = 0
    /// Those that a link joins by itself, and those that stand in one case once all links are made.
    private(set) var (linked, joined) = (0, 0)
    private(set) var faults: [Fault] = []

    /// Takes time in the square of the number of texts: for a labelled collection, not for a store.
    init(of texts: [Told]) {
        var groups = Array(texts.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while groups[index] != index { index = groups[index] }
            return index
        }
        for b in texts.indices {
            for a in texts.indices.prefix(b) {
                let link = link(between: texts[a].signature, and: texts[b].signature)
                if link?.isSure == true { groups[root(b)] = root(a) }
                note(texts[a], texts[b], link)
            }
        }
        for (event, members) in Dictionary(grouping: texts.indices, by: { texts[$0].event }) where event != nil {
            let sizes = Dictionary(grouping: members, by: root).values.map(\.count)
            joined += sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        }
    }

    private mutating func note(_ a: Told, _ b: Told, _ link: CaseLink?) {
        let isOne = a.event != nil && a.event == b.event
        let isLinked = link?.isSure == true
        if isOne { (pairs, linked) = (pairs + 1, linked + (isLinked ? 1 : 0)) }
        guard isOne != isLinked else { return }
        let facts = link?.facts ?? eventFacts(between: a.signature, and: b.signature)
        faults.append(Fault(ids: [a.id, b.id], isWrongJoin: isLinked, facts: facts))
    }

    var lines: [String] {
        let wrong = faults.count(where: \.isWrongJoin)
        return faults.map(\.line) + [
            "pairs: \(pairs)  linked: \(linked)  in one case: \(joined)  wrong links: \(wrong)"
        ]
    }
}

extension CaseComparison.Fault {
    fileprivate var line: String {
        let told = facts.map { facts in
            facts.map { "\($0.kind.rawValue) \($0.tenths)" } + ["= \(facts.reduce(0) { $0 + $1.tenths })"]
        }
        let verdict = isWrongJoin ? "wrong" : "missed"
        return "\(verdict)  \(ids.joined(separator: "  "))  \(told?.joined(separator: ", ") ?? "days too far apart")"
    }
}

extension CaseComparison.Told {
    /// - Parameters:
    ///   - labelled: its date may be in any form that feeds use; none where nobody knows it.
    ///   - now: for dates without a year.
    init(_ labelled: LabelledText, lexicon: Lexicon, gazetteer: Gazetteer, now: Instant) {
        let published = labelled.date.flatMap { readDate($0, now: now, origin: .feed) }
        let address = "https://labelled.invalid/" + labelled.id
        let article = Article(
            source: .demo, outlet: "", url: address, canonicalURL: address, guid: nil, title: labelled.title,
            text: labelled.text, author: nil, published: published, retrievedAt: now,
            language: Language.guess(of: labelled.title + "\n" + labelled.text).language, extent: .full,
            provenance: .init(status: 200, contentType: nil, etag: nil, rawSHA256: "", rawBytes: 0))
        let identification = identify(
            title: labelled.title, text: labelled.text, publishedWithin: article.publishedWithin, using: gazetteer)
        let score = score(title: labelled.title, text: labelled.text, with: lexicon)
        self.init(
            id: labelled.id, event: labelled.event,
            signature: CaseSignature(
                article: article, identification: identification, score: score, using: gazetteer))
    }
}
