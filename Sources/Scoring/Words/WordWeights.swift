import Model
import Text

/// What single words, and two words side by side, say of a text, in points: `ketika` and `jirannya` stand in cases, `menteri`
/// and `tahun lalu` in other writing; `api` and `hangus` speak of a fire. All forms of a word have the points of its root.
///
/// Rules name what people have thought of; the next text says it differently. Many common words, a little each, still
/// tell news of somebody in need from a speech about it, and a fire from an illness.
struct WordWeights: Sendable {
    /// Of 604 labelled texts that no rule was written from, with words on top of the caps: 30 points each way gave an F1 of
    /// .847, 39 of .848, 60 of .851, 80 no more; average precision .905, .908, .909 and .908.
    static let usualLimit = 60

    /// What the words of a text together bring, or take, at most. No text is flagged by its vocabulary alone, whatever this
    /// is: see ``Scorer/contributions(of:besides:upTo:)``.
    var limit = usualLimit
    /// The title and so many words of the text are looked at: what news tells first says what it is about.
    var reach = WordFeatures.reach
    var roots = WordRoots()

    private var meanings: [UInt64: Meaning] = [:]
    /// Classes of numbers and amounts, such as the ages of grown people.
    private var classes: [(slot: Phrase.Slot, key: UInt64)] = []

    /// What a word, a class or a pair says.
    struct Meaning: Sendable {
        /// For a case, or against one.
        var points = 0
        /// For each need that it speaks for, or against.
        var needs: [(need: Need, points: Int)] = []
    }

    /// The points as the lexicon file writes them, in its order: what a fit goes on from.
    private(set) var written: [Written] = []

    /// The points of one word, class or pair.
    struct Written: Sendable {
        /// As the lexicon file writes it.
        var spelling: String
        var key: UInt64
        /// nil for points that count for the score.
        var need: Need?
        var points: Int
    }

    /// A word, or a class of numbers.
    enum Part {
        /// The hash of its root.
        case root(UInt64)
        case number(Phrase.Slot)

        /// What tells it from every other.
        var key: UInt64 {
            switch self {
            case .root(let hash): hash
            case .number(let slot): tokenHash(of: slot.written.utf8)
            }
        }
    }

    /// What tells two parts side by side from every other two, and from a single one.
    static func key(of first: UInt64, _ second: UInt64) -> UInt64 {
        // Two odd constants of many bits: the order of the two counts.
        (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
    }

    var isEmpty: Bool { meanings.isEmpty }

    /// - Parameters:
    ///   - parts: one, or two that stand side by side.
    ///   - spelling: as the lexicon file writes them.
    ///   - need: nil for points that count for the score.
    /// - Returns: false where they have such points already.
    mutating func set(_ parts: [Part], written spelling: String, to points: Int, need: Need?) -> Bool {
        let key = parts.count == 2 ? Self.key(of: parts[0].key, parts[1].key) : parts[0].key
        guard meanings[key, default: Meaning()].set(points, need: need) else { return false }
        for case .number(let slot) in parts where !classes.contains(where: { $0.slot == slot }) {
            classes.append((slot, tokenHash(of: slot.written.utf8)))
        }
        written.append(Written(spelling: spelling, key: key, need: need, points: points))
        return true
    }

    /// A word, class or pair that stands in a text, where it stands first.
    struct Found {
        var meaning: Meaning
        var isInTitle: Bool
        /// In units of its field.
        var places: Range<Int>

        var points: Int { meaning.points }
    }

    /// The words that a text has points for.
    struct FoundWords {
        /// Each word, class and pair once, in the order of the text.
        var items: [Found] = []
        /// How many different words and classes were looked at, with points or without.
        var differentWords = 0

        /// What they bring together, whole points.
        var points: Int {
            let sum = items.reduce(0) { $0 + $1.points }
            return Int((Double(sum) * WordWeights.share(of: differentWords)).rounded())
        }
    }

    /// A text of more different words than this collects more points of chance: each counts less, by the square root of the
    /// number. In a trial over 1,338 labelled texts that nothing was fitted to, average precision rose from .922 to .927 so, F1
    /// from .859 to .867; over printed news with early rules average precision from .845 to .868. From 20 to 60 words the
    /// figures are alike.
    private static let ordinaryLength = 30

    /// How much of its points each word brings in a text of so many different words; above 0, at most 1.
    static func share(of differentWords: Int) -> Double {
        (Double(ordinaryLength) / Double(max(differentWords, ordinaryLength))).squareRoot()
    }

    /// What of the title and the beginning of the text has points.
    func found(title: UnitText, text: UnitText) -> FoundWords {
        guard !isEmpty else { return FoundWords() }
        var (different, pairs): (Set<UInt64>, Set<UInt64>) = ([], [])
        var found: [Found] = []
        for (units, isTitle) in [(title, true), (text, false)] {
            var before: UInt64?
            for place in units.units.indices.prefix(isTitle ? units.units.count : reach) {
                let key = key(of: units, at: place)
                if let key, different.insert(key).inserted, let meaning = meanings[key] {
                    found.append(Found(meaning: meaning, isInTitle: isTitle, places: place..<place + 1))
                }
                if let key, let before, units.units[place].separation != .sentence {
                    let pair = Self.key(of: before, key)
                    if let meaning = meanings[pair], pairs.insert(pair).inserted {
                        found.append(Found(meaning: meaning, isInTitle: isTitle, places: place - 1..<place + 1))
                    }
                }
                before = key
            }
        }
        return FoundWords(items: found, differentWords: different.count)
    }

    /// nil for a number of no class.
    private func key(of units: UnitText, at place: Int) -> UInt64? {
        guard units.units[place].isNumber else { return roots.root(of: units, at: place) }
        return classes.first { units.fits($0.slot, at: place) }?.key
    }
}

extension Phrase.Slot {
    /// As a lexicon file writes it.
    var written: String { "{\(kind.rawValue) \(range.lowerBound)-\(range.upperBound)}" }
}

extension WordWeights.Meaning {
    fileprivate mutating func set(_ value: Int, need: Need?) -> Bool {
        guard let need else {
            guard points == 0 else { return false }
            points = value
            return true
        }
        guard !needs.contains(where: { $0.need == need }) else { return false }
        needs.append((need, value))
        return true
    }
}
