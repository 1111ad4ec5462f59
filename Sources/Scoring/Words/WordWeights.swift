import Model
import Text

/// What single words say of a text, in points: `ketika` and `jirannya` stand in cases, `menteri` and `sasaran` in other
/// writing; `api` and `hangus` speak of a fire.
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

    /// By `tokenHash(of:)` of the folded word.
    private var words: [UInt64: Meaning] = [:]
    /// Classes of numbers and amounts, such as the ages of grown people.
    private var classes: [(slot: Phrase.Slot, meaning: Meaning)] = []

    /// What a word or class says.
    struct Meaning: Sendable {
        /// For a case, or against one.
        var points = 0
        /// For each need that it speaks for, or against.
        var needs: [(need: Need, points: Int)] = []
    }

    /// The points as the lexicon file writes them, in its order: what a fit goes on from.
    private(set) var written: [Written] = []

    /// The points of one word or class.
    struct Written: Sendable {
        /// As the lexicon file writes it.
        var spelling: String
        /// nil for a class.
        var hash: UInt64?
        /// nil for points that count for the score.
        var need: Need?
        var points: Int
    }

    /// One spelling of each word that has points, by its hash: a file may write `baru` in one place, `baru-baru` in another.
    var spellings: [UInt64: String] {
        Dictionary(written.compactMap { item in item.hash.map { ($0, item.spelling) } }) { first, _ in first }
    }

    var isEmpty: Bool { words.isEmpty && classes.isEmpty }

    /// - Parameters:
    ///   - spelling: as the lexicon file writes it.
    ///   - need: nil for points that count for the score.
    /// - Returns: false where the word or class has such points already.
    mutating func set(_ atom: Phrase.Atom, written spelling: String, to points: Int, need: Need?) -> Bool {
        guard set(atom, to: points, need: need) else { return false }
        var hash: UInt64?
        if case .word(let known) = atom { hash = known }
        written.append(Written(spelling: spelling, hash: hash, need: need, points: points))
        return true
    }

    private mutating func set(_ atom: Phrase.Atom, to points: Int, need: Need?) -> Bool {
        switch atom {
        case .word(let hash), .capitals(let hash): return words[hash, default: Meaning()].set(points, need: need)
        case .slot(let slot):
            if let index = classes.firstIndex(where: { $0.slot == slot }) {
                return classes[index].meaning.set(points, need: need)
            }
            var meaning = Meaning()
            let isNew = meaning.set(points, need: need)
            classes.append((slot, meaning))
            return isNew
        case .list, .gap: return false
        }
    }

    /// A word or class that stands in a text, where it stands first.
    struct Found {
        var meaning: Meaning
        var isInTitle: Bool
        /// In units of its field.
        var place: Int

        var points: Int { meaning.points }
    }

    /// Each word once, in the order of the text.
    func found(title: UnitText, text: UnitText) -> [Found] {
        var seen: Set<UInt64> = []
        var found: [Found] = []
        for (units, isTitle) in [(title, true), (text, false)] {
            for place in units.units.indices.prefix(isTitle ? units.units.count : reach) {
                guard let (key, meaning) = meaning(of: units, at: place), seen.insert(key).inserted else { continue }
                found.append(Found(meaning: meaning, isInTitle: isTitle, place: place))
            }
        }
        return found
    }

    /// With a key of the word or class: a class has its number for one, which the hash of no word is.
    private func meaning(of units: UnitText, at place: Int) -> (key: UInt64, Meaning)? {
        guard units.units[place].isNumber else {
            let hash = units.units[place].hash
            return words[hash].map { (hash, $0) }
        }
        return classes.firstIndex { units.fits($0.slot, at: place) }.map { (UInt64($0), classes[$0].meaning) }
    }
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
