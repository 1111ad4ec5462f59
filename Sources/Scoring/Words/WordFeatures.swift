import Model
import Text

/// Which words, and classes of numbers, stand in which of many texts.
struct WordFeatures {
    /// A word or class, as a lexicon file writes it, and the numbers of the texts that hold it.
    struct Feature {
        var word: String
        var texts: [Int]
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
    /// rounds of labelled texts, each left out in turn.
    private static let grammar: Set<String> = [
        "a", "an", "the", "to", "for", "of", "in", "on", "at", "by", "with", "from", "and", "or", "but", "is", "was",
        "are",
        "were", "be", "been", "it", "that", "this", "as", "di", "ke", "yang", "dan", "dengan", "untuk", "pada", "dari",
        "daripada", "itu", "ini", "ia", "kepada", "dalam", "oleh",
    ]

    private let shortForms: [UInt64: [UInt64]]
    /// How the lexicon writes the words that have points, by their hashes.
    private let spellings: [UInt64: String]
    private var words: [UInt64: Word] = [:]
    private var numbers: [[Int]] = Array(repeating: [], count: Self.classes.count)
    private var count = 0

    private struct Word {
        var spelling = ""
        var texts: [Int] = []
        var inSentences = 0
        var capitals = 0

        /// A word that mostly begins with a capital within sentences names a person, a place or an office: what it says
        /// holds for those who were in the news, and not for the next.
        var isName: Bool { capitals * 2 > inSentences }
    }

    init(of examples: [WordFit.Example], lexicon: Lexicon) {
        shortForms = lexicon.shortForms
        spellings = lexicon.words.spellings
        for example in examples { add(example) }
    }

    private mutating func add(_ example: WordFit.Example) {
        add(UnitText(example.title, field: .title, shortForms: shortForms), prefix: Int.max)
        add(UnitText(example.text, field: .text, shortForms: shortForms), prefix: Self.reach)
        count += 1
    }

    private mutating func add(_ text: UnitText, prefix: Int) {
        for place in text.units.indices.prefix(prefix) {
            if text.units[place].isNumber {
                guard let found = Self.classes.firstIndex(where: { text.fits($0, at: place) }) else { continue }
                if numbers[found].last != count { numbers[found].append(count) }
            } else {
                add(text, at: place)
            }
        }
    }

    private mutating func add(_ text: UnitText, at place: Int) {
        let hash = text.units[place].hash
        var word = words[hash] ?? Word()
        if word.texts.last != count { word.texts.append(count) }
        let exact = text.exact(from: place, to: place + 1)
        if word.spelling.isEmpty { word.spelling = spellings[hash] ?? spelling(exact, of: hash) }
        if text.field == .text, text.units[place].separation != .sentence {
            word.inSentences += 1
            if exact.first?.isUppercase == true { word.capitals += 1 }
        }
        words[hash] = word
    }

    /// The word as a lexicon file can write it; empty for the short form of another word.
    private func spelling(_ exact: String, of hash: UInt64) -> String {
        let small = exact.lowercased()
        let read = tokens(of: small)
        guard read.count == 1, read[0].hash == hash, shortForms[hash] == nil else { return "" }
        return small.allSatisfy { $0.isLetter || $0 == "-" } ? small : ""
    }

    /// Those that enough texts hold, in the order of the alphabet, numbers first.
    ///
    /// - Parameter known: words that count already, however few texts hold them here.
    func features(in smallest: Int, besides known: Set<String>) -> [Feature] {
        let classes = zip(Self.classes, numbers).map { slot, texts in
            Feature(word: "{\(slot.kind.rawValue) \(slot.range.lowerBound)-\(slot.range.upperBound)}", texts: texts)
        }
        let plain = words.values.filter { word in
            let isPlain = !word.spelling.isEmpty && !word.isName && !Self.grammar.contains(word.spelling)
            return isPlain || known.contains(word.spelling)
        }
        let sorted = plain.map { Feature(word: $0.spelling, texts: $0.texts) }.sorted { $0.word < $1.word }
        return (classes + sorted).filter { $0.texts.count >= smallest || known.contains($0.word) }
    }
}
