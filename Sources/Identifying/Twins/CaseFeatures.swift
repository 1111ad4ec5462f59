import Model
import Text

/// What an article speaks of, in no language: things, proper nouns, counts, sums of money, longer words. Each has a weight that
/// says how much it tells when two articles share it.
struct CaseFeatures: Hashable, Sendable {
    /// In the order of their keys.
    private var entries: [Entry]
    /// The sum of all weights.
    let total: Double
    /// By their group, the things that cannot both be true of one event.
    private let exclusive: [String: Set<Int>]

    private struct Entry: Hashable, Sendable {
        var key: UInt64
        var weight: Double
    }

    private init(_ weights: [UInt64: Double], exclusive: [String: Set<Int>]) {
        self.exclusive = exclusive
        entries = weights.map { Entry(key: $0.key, weight: $0.value) }.sorted { $0.key < $1.key }
        total = entries.reduce(0) { $0 + $1.weight }
    }

    /// The weight of all that both have, of what has at least a weight of `least`.
    ///
    /// Takes time linear in the number of features.
    func shared(with other: CaseFeatures, atLeast least: Double = 0) -> Double {
        var (sum, left, right) = (0.0, 0, 0)
        while left < entries.count, right < other.entries.count {
            let (first, second) = (entries[left], other.entries[right])
            if first.key == second.key, first.weight >= least { sum += min(first.weight, second.weight) }
            if first.key <= second.key { left += 1 }
            if second.key <= first.key { right += 1 }
        }
        return sum
    }

    /// The keys of what tells most, at most eight: two tellings of one event share one, so that a store finds candidates by
    /// equality where no person and no kind of event is known.
    var tellingKeys: [UInt64] {
        entries.filter { $0.weight >= 1 }.sorted { ($1.weight, $0.key) < ($0.weight, $1.key) }.prefix(8).map(\.key)
    }

    /// How many groups both have something of and nothing in common.
    func contradictions(to other: CaseFeatures) -> Int {
        exclusive.count { group, own in other.exclusive[group]?.isDisjoint(with: own) ?? false }
    }

    /// The part of the smaller one that is in the other, 0...1.
    func cover(with other: CaseFeatures) -> Double {
        let smaller = min(total, other.total)
        return smaller > 0 ? shared(with: other) / smaller : 0
    }

    /// The same of what can stand in a text of any language, 0...1: the words that no table knows are no difference there.
    ///
    /// Never less than ``cover(with:)``. One thing that two headlines share is not all of them: `fewFeatures` at least are
    /// measured against.
    func coverAcrossLanguages(with other: CaseFeatures) -> Double {
        let least = Self.weightInEveryLanguage
        let smaller = min(weight(atLeast: least), other.weight(atLeast: least))
        return max(cover(with: other), shared(with: other, atLeast: least) / max(Self.fewFeatures, smaller))
    }

    /// The weight of two or three things.
    private static let fewFeatures = 4.0

    private func weight(atLeast least: Double) -> Double {
        entries.reduce(0) { $0 + ($1.weight >= least ? $1.weight : 0) }
    }

    /// A word that no table knows weighs less, and stands in texts of one language.
    private static let weightInEveryLanguage = 0.75
}

extension CaseFeatures {
    /// - Parameter farthest: how many words are read: what happened stands first, and long texts speak of everything.
    init(_ passages: [Passage], farthest: Int, using gazetteer: Gazetteer) {
        var found = FoundFeatures()
        for passage in passages {
            FeatureReader(passage: passage, gazetteer: gazetteer).read(farthest, into: &found)
        }
        self.init(found.weights, exclusive: found.exclusive)
    }
}

private struct FoundFeatures {
    var weights: [UInt64: Double] = [:]
    var exclusive: [String: Set<Int>] = [:]

    mutating func add(_ key: UInt64, _ weight: Double) {
        guard weight > 0 else { return }
        weights[key] = max(weights[key] ?? 0, weight)
    }
}

/// Reads the features of one passage.
private struct FeatureReader {
    let passage: Passage
    let gazetteer: Gazetteer

    private var words: [Word] { passage.words }

    /// Later words tell of hospitals, police cars and last year's case.
    private static let farthestExclusive = 70

    func read(_ farthest: Int, into found: inout FoundFeatures) {
        let saysCase = !passage.isInTitleCase
        var index = 0
        while index < min(words.count, farthest) {
            if let count = count(at: index) {
                found.add(count.key, count.weight)
                index += 1
            } else if let match = gazetteer.concepts.match(words, at: index) {
                found.add(mixed(1, UInt64(match.concept.number)), match.concept.weight)
                if !match.concept.group.isEmpty, index < Self.farthestExclusive {
                    found.exclusive[match.concept.group, default: []].insert(match.concept.number)
                }
                index += match.count
            } else {
                addWord(at: index, saysCase: saysCase, &found)
                index += 1
            }
        }
    }

    /// A word that no table knows: a proper noun tells much, a long word a little. Places count elsewhere.
    private func addWord(at index: Int, saysCase: Bool, _ found: inout FoundFeatures) {
        let word = words[index]
        guard !word.isNumber, word.folded.utf8.count > 3 else { return }
        if gazetteer.places.byName[placeSpelling(word.folded)] != nil {
            found.add(word.token.hash, 0.5)
        } else if word.isCapitalised, saysCase, index > 0, word.token.separation != .sentence {
            // Half of all names hold a Mohd or a Siti.
            found.add(word.token.hash, gazetteer.names.isUsual(word.folded) ? 0.75 : 1.5)
        } else {
            found.add(word.token.hash, word.folded.utf8.count > 4 ? 0.5 : 0.25)
        }
    }

    /// `10 rumah`, `ten houses`, `eighth floor`, `tingkat lapan`, `RM770,300`.
    private func count(at index: Int) -> (key: UInt64, weight: Double)? {
        if case .money(let value?) = words[index].token.kind {
            return (mixed(2, UInt64(clamping: value)), value % 1000 == 0 ? 1 : 2.5)
        }
        guard
            let number = ordinals[words[index].folded].map({ (value: $0, count: 1) }) ?? smallNumber(words, at: index),
            (2...100_000).contains(number.value)
        else { return nil }
        guard let unit = unit(at: index + number.count) ?? (index > 0 ? floor(at: index - 1) : nil) else { return nil }
        let weight = number.value >= 10 ? 1.5 : number.value >= 4 ? 1 : 0.5
        return (mixed(3 + UInt64(unit), UInt64(number.value)), weight)
    }

    /// What is counted: the next word, or the one after `orang` and the like, where it is a thing and no hour or month.
    private func unit(at index: Int) -> Int? {
        guard index < words.count, words[index].gap.subtracting(.dash).isPlain,
            let match = gazetteer.concepts.match(words, at: index), match.concept.weight > 0
        else { return nil }
        return match.concept.number
    }

    private func floor(at index: Int) -> Int? {
        ["tingkat", "aras", "level"].contains(words[index].folded) ? unit(at: index) : nil
    }

    /// A key of its own for each kind of feature (SplitMix64's steps).
    private func mixed(_ kind: UInt64, _ value: UInt64) -> UInt64 {
        var z = kind &* 0x9E37_79B9_7F4A_7C15 ^ value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private let ordinals: [String: Int] = [
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "11th": 11, "12th": 12, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7, "kelapan": 8,
    "kesembilan": 9, "kesepuluh": 10,
]
