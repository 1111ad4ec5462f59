import Model
import Text

/// A phrase of a rule that stands in the title or text.
struct Hit {
    var rule: Int
    var field: Evidence.Field
    /// In units of its field, half-open.
    var units: Range<Int>
    /// Counts on through title and text, so that neighbours differ by one; the title's are first.
    var sentence: Int
    /// It lies inside a longer phrase of the same sign, or of a rule that swallows.
    var isCovered = false
}

/// The hits of a lexicon in an article, and those that something cleared.
struct Hits {
    private(set) var kept: [Hit] = []
    private(set) var cleared: [ClearedPhrase] = []
    /// Sentences from 0 up to here are the title and the lead.
    let leadEnd: Int

    let title: UnitText
    let text: UnitText
    private let vocabulary: Vocabulary

    /// Enough to explain; an article that repeats one phrase a thousand times must not fill a store.
    static let maximumPerRule = 40
    static let maximumCleared = 60

    init(title: String, text: String, lexicon: Lexicon) {
        self.init(
            title: UnitText(title, field: .title, shortForms: lexicon.shortForms),
            text: UnitText(text, field: .text, shortForms: lexicon.shortForms), lexicon: lexicon)
    }

    /// - Parameter text: of a whole article, or a passage of one.
    init(title: UnitText, text: UnitText, lexicon: Lexicon) {
        (self.title, self.text, vocabulary) = (title, text, lexicon.vocabulary)
        let titleSentences = (title.units.last?.sentence).map { $0 + 1 } ?? 0
        leadEnd = titleSentences + lexicon.settings.leadSentences
        let inTitle = FoundPhrases(in: title, firstSentence: 0, lexicon: lexicon)
        let inText = FoundPhrases(
            in: text, firstSentence: titleSentences - (text.units.first?.sentence ?? 0), lexicon: lexicon)
        let context = inTitle.context.joined(with: inText.context)
        add(inTitle, in: context, lexicon)
        add(inText, in: context, lexicon)
    }

    /// What a person sees of a hit.
    func evidence(of hit: Hit) -> Evidence {
        evidence(at: hit.units, isInTitle: hit.field == .title)
    }

    /// What a person sees of some units of the title or text.
    func evidence(at places: Range<Int>, isInTitle: Bool) -> Evidence {
        let units = isInTitle ? title : text
        return Evidence(
            field: units.field, range: units.scalars(from: places.lowerBound, to: places.upperBound),
            exact: units.exact(from: places.lowerBound, to: places.upperBound),
            sentence: units.units[places.lowerBound].sentence)
    }

    /// How many different phrases some hits of one rule are, in whatever case; one inside a longer one is none of its own.
    ///
    /// - Parameter indices: into `kept`, whose hits stand in the order of their beginnings, the title's first.
    func differentPhrases(of indices: [Int]) -> Int {
        var phrases: Set<[UInt64]> = []
        var longest = (field: Evidence.Field.title, end: 0)
        for hit in indices.map({ kept[$0] }) {
            guard hit.field != longest.field || hit.units.upperBound > longest.end else { continue }
            longest = (hit.field, hit.units.upperBound)
            let units = hit.field == .title ? title : text
            phrases.insert(units.words(from: hit.units.lowerBound, to: hit.units.upperBound, in: vocabulary))
        }
        return phrases.count
    }

    /// The phrase that some hits are all of, overlapping one another; nil where they are of two or more different ones.
    ///
    /// - Parameters:
    ///   - indices: into `kept`, in its order.
    ///   - words: how many the phrase may have.
    func onlyPhrase(of indices: [Int], words: Int) -> Evidence? {
        var spans: [(field: Evidence.Field, units: Range<Int>)] = []
        for hit in indices.map({ kept[$0] }) {
            if let last = spans.last, last.field == hit.field, last.units.overlaps(hit.units) {
                spans[spans.count - 1].units = last.units.lowerBound..<max(last.units.upperBound, hit.units.upperBound)
            } else {
                spans.append((hit.field, hit.units))
            }
        }
        guard let first = spans.first, first.units.count <= words else { return nil }
        let phrases = Set(
            spans.map { span in (span.field == .title ? title : text).units[span.units].map(\.hash) })
        guard phrases.count == 1 else { return nil }
        let units = first.field == .title ? title : text
        return Evidence(
            field: first.field, range: units.scalars(from: first.units.lowerBound, to: first.units.upperBound),
            exact: units.exact(from: first.units.lowerBound, to: first.units.upperBound),
            sentence: units.units[first.units.lowerBound].sentence)
    }

    private mutating func add(_ found: FoundPhrases, in context: FoundPhrases.Context, _ lexicon: Lexicon) {
        var counts: [Int: Int] = [:]
        for hit in found.hits where isIn(lexicon.rules[hit.rule].field, hit) {
            guard let reason = found.clears(hit, in: context, leadEnd: leadEnd, lexicon: lexicon) else {
                counts[hit.rule, default: 0] += 1
                if counts[hit.rule, default: 0] <= Self.maximumPerRule { kept.append(hit) }
                continue
            }
            guard cleared.count < Self.maximumCleared else { continue }
            cleared.append(
                ClearedPhrase(rule: lexicon.rules[hit.rule].id, reason: reason, evidence: evidence(of: hit)))
        }
    }

    private func isIn(_ field: Rule.Field, _ hit: Hit) -> Bool {
        switch field {
        case .any: true
        case .title: hit.field == .title
        case .text: hit.field == .text
        case .lead: hit.sentence < leadEnd
        case .body: hit.sentence >= leadEnd
        case .dateline: hit.field == .text && text.isHead(hit.units)
        }
    }
}
