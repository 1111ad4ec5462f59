import Model
import Text

/// Which roots of words, classes of numbers, and pairs of them stand in which of many texts.
struct WordFeatures {
    /// A root, class or pair, and the numbers of the texts that hold it.
    struct Feature {
        /// As a lexicon file writes it.
        var spelling: String
        /// What `WordWeights` knows it by.
        var key: UInt64
        var texts: [Int]
        var isPair: Bool
    }

    static let reach = 150
    /// Ages and counts, years, and amounts by what a household or a ministry has.
    private static let classes: [Phrase.Slot] = [
        .init(kind: .number, range: 1...12), .init(kind: .number, range: 13...17), .init(kind: .number, range: 18...59),
        .init(kind: .number, range: 60...110), .init(kind: .number, range: 111...1989),
        .init(kind: .number, range: 1990...2035), .init(kind: .number, range: 2036...999_999_999),
        .init(kind: .money, range: 0...1000), .init(kind: .money, range: 1001...20_000),
        .init(kind: .money, range: 20_001...500_000), .init(kind: .money, range: 500_001...999_999_999_999),
    ]

    /// Words that only join others tell how long a text is, not what it is about: without them F1 rose by .012 over fifteen
    /// rounds of labelled texts, each left out in turn. In pairs they tell more: `yang menghidap`, `until the`.
    private static let grammar: Set<UInt64> = Set(
        [
            "a", "an", "the", "to", "for", "of", "in", "on", "at", "by", "with", "from", "and", "or", "but", "is",
            "was", "are", "were", "be", "been", "it", "that", "this", "as",
            "di", "ke", "yang", "dan", "dengan", "untuk", "pada", "dari", "daripada", "itu", "ini", "ia", "kepada",
            "dalam", "oleh",
        ].map { tokenHash(of: $0.utf8) })

    private let lexicon: Lexicon
    private let texts: [[UnitText]]
    /// How many different words and classes of numbers are looked at in each text, names and joining words too.
    private(set) var differentWords: [Int] = []
    /// By their hashes.
    private var forms: [UInt64: Form] = [:]
    private var roots: [UInt64: Root] = [:]
    private var pairs: [UInt64: (first: UInt64, second: UInt64, texts: [Int])] = [:]

    /// A word as it is printed.
    private struct Form {
        var spelling = ""
        var count = 0
        var inSentences = 0
        var capitals = 0

        /// A word that mostly begins with a capital within sentences names a person, a place or an office: what it says
        /// holds for those who were in the news, and not for the next.
        var isName: Bool { capitals * 2 > inSentences }
    }

    private struct Root {
        var forms: Set<UInt64> = []
        var texts: [Int] = []
        /// Of a class of numbers.
        var written: String?
    }

    init(of examples: [WordFit.Example], lexicon: Lexicon) {
        self.lexicon = lexicon
        texts = examples.map {
            [
                UnitText($0.title, field: .title, shortForms: lexicon.shortForms),
                UnitText($0.text, field: .text, shortForms: lexicon.shortForms),
            ]
        }
        for text in texts.joined() { countForms(of: text) }
        for number in texts.indices {
            var different: Set<UInt64> = []
            for text in texts[number] { add(text, of: number, different: &different) }
            differentWords.append(different.count)
        }
    }

    private static func places(of text: UnitText) -> Range<Int> {
        text.field == .title ? text.units.indices : 0..<min(reach, text.units.count)
    }

    // MARK: Forms

    private mutating func countForms(of text: UnitText) {
        for place in Self.places(of: text) where !text.units[place].isNumber {
            let hash = text.units[place].hash
            var form = forms[hash] ?? Form()
            form.count += 1
            if form.spelling.isEmpty { form.spelling = spelling(at: place, of: text) }
            if text.field == .text, text.units[place].separation != .sentence {
                form.inSentences += 1
                if text.exact(from: place, to: place + 1).first?.isUppercase == true { form.capitals += 1 }
            }
            forms[hash] = form
        }
    }

    /// The word as a lexicon file can write it; empty for the short form of another word.
    private func spelling(at place: Int, of text: UnitText) -> String {
        if let letters = text.letters(at: place) { return String(decoding: letters, as: UTF8.self) }
        let hash = text.units[place].hash
        let small = text.exact(from: place, to: place + 1).lowercased()
        let read = tokens(of: small)
        guard read.count == 1, read[0].hash == hash, lexicon.shortForms[hash] == nil else { return "" }
        return small.allSatisfy { $0.isLetter || $0 == "-" } ? small : ""
    }

    // MARK: Roots and pairs

    private mutating func add(_ text: UnitText, of number: Int, different: inout Set<UInt64>) {
        var before: UInt64?
        for place in Self.places(of: text) {
            let found = key(of: text, at: place)
            if let found { different.insert(found.key) }
            guard let found, !found.isName else {
                before = nil
                continue
            }
            if roots[found.key]?.texts.last != number { roots[found.key]?.texts.append(number) }
            if let before, text.units[place].separation != .sentence {
                let pair = WordWeights.key(of: before, found.key)
                if pairs[pair]?.texts.last != number {
                    pairs[pair, default: (before, found.key, [])].texts.append(number)
                }
            }
            before = found.key
        }
    }

    /// The key of the root or class at `place`; nil for a number of no class.
    private mutating func key(of text: UnitText, at place: Int) -> (key: UInt64, isName: Bool)? {
        guard !text.units[place].isNumber else {
            guard let slot = Self.classes.first(where: { text.fits($0, at: place) }) else { return nil }
            let key = WordWeights.Part.number(slot).key
            roots[key, default: Root()].written = slot.written
            return (key, false)
        }
        let (hash, key) = (text.units[place].hash, lexicon.words.roots.root(of: text, at: place))
        guard forms[hash]?.isName == false else { return (key, true) }
        roots[key, default: Root()].forms.insert(hash)
        return (key, false)
    }

    /// Those that enough texts hold, in the order of the alphabet, numbers first.
    ///
    /// - Parameters:
    ///   - smallest: how many texts hold a word or class.
    ///   - smallestPair: how many hold a pair; nil for no pairs.
    ///   - known: those that count already, by their keys, with their spellings: they are features however few texts hold them
    ///     here.
    func features(in smallest: Int, pairsIn smallestPair: Int?, besides known: [UInt64: String]) -> [Feature] {
        var spellings: [UInt64: String] = [:]
        for (key, root) in roots { spellings[key] = root.written ?? spelling(of: root, key) }
        var features: [Feature] = []
        for (key, root) in roots where root.texts.count >= smallest || known[key] != nil {
            guard let spelling = known[key] ?? spellings[key], !spelling.isEmpty else { continue }
            guard known[key] != nil || root.forms.isDisjoint(with: Self.grammar) else { continue }
            features.append(Feature(spelling: spelling, key: key, texts: root.texts, isPair: false))
        }
        for (key, pair) in pairs where pair.texts.count >= smallestPair ?? Int.max || known[key] != nil {
            let words = [spellings[pair.first], spellings[pair.second]].compactMap(\.self)
            guard let spelling = known[key] ?? (words.contains("") ? nil : words.joined(separator: " ")) else {
                continue
            }
            features.append(Feature(spelling: spelling, key: key, texts: pair.texts, isPair: true))
        }
        return features.sorted {
            ($0.spelling.first == "{" ? 0 : 1, $0.spelling) < ($1.spelling.first == "{" ? 0 : 1, $1.spelling)
        }
    }

    /// The form that stands most often and is read back as this root; empty where none can be written. A form that some text
    /// has with an invisible character in it is a root of its own there, and written as the other.
    private func spelling(of root: Root, _ key: UInt64) -> String {
        root.forms.compactMap { forms[$0] }.filter { form in
            let read = UnitText(form.spelling, field: .text)
            return read.units.count == 1 && lexicon.words.roots.root(of: read, at: 0) == key
        }
        .min { (-$0.count, $0.spelling) < (-$1.count, $1.spelling) }?.spelling ?? ""
    }
}
