import Model
import Text

/// A title or text as the phrases see it: its tokens, with short forms written out.
struct UnitText {
    /// One word of the written-out text. `xmampu` is one token and two units, `tidak` and `mampu`.
    struct Unit {
        /// Its number in the vocabulary; 0 where no phrase has it.
        var word: Int32
        /// The number of the word in capitals, where the text has it so and a phrase asks for it; else 0.
        var capitals: Int32
        var token: Int
        var separation: Token.Break
        var sentence: Int
        /// A number or an amount of money.
        var isNumber = false
    }

    let field: Evidence.Field
    let tokens: [Token]
    private(set) var units: [Unit] = []
    private let bytes: [UInt8]

    init(_ text: String, field: Evidence.Field, lexicon: Lexicon) {
        let (vocabulary, shortForms) = (lexicon.vocabulary, lexicon.shortForms)
        self.field = field
        tokens = Text.tokens(of: text)
        bytes = Array(text.utf8)
        units.reserveCapacity(tokens.count)
        for (index, token) in tokens.enumerated() {
            guard let long = shortForms[token.hash] else {
                let isMoney = if case .money = token.kind { true } else { false }
                units.append(
                    Unit(
                        word: isMoney ? 0 : vocabulary[token.hash],
                        capitals: token.isUppercase ? vocabulary[Vocabulary.capitals(token.hash)] : 0, token: index,
                        separation: token.separation, sentence: token.sentence, isNumber: token.kind != .word))
                continue
            }
            for (place, hash) in long.enumerated() {
                let separation = place == 0 ? token.separation : .none
                units.append(
                    Unit(
                        word: vocabulary[hash], capitals: 0, token: index, separation: separation,
                        sentence: token.sentence))
            }
        }
    }

    /// Whether the token at `position` fills `slot`.
    func fits(_ slot: Phrase.Slot, at position: Int) -> Bool {
        switch (slot.kind, tokens[units[position].token].kind) {
        case (.number, .number(let value?)), (.money, .money(let value?)): slot.range.contains(value)
        case (.age, .number(let value?)): slot.range.contains(value) && standsApart(position)
        case (.number, _), (.age, _), (.money, _): false
        }
    }

    /// Between commas or brackets, as in "Aminah, 34, berkata".
    private func standsApart(_ position: Int) -> Bool {
        guard position > 0, units[position].separation == .clause else { return false }
        return position + 1 == units.count || units[position + 1].separation >= .clause
    }

    func scalars(from start: Int, to end: Int) -> Range<Int> {
        tokens[units[start].token].scalars.lowerBound..<tokens[units[end - 1].token].scalars.upperBound
    }

    /// The numbers of the words from `start` up to `end`; 0 for numbers.
    func words(from start: Int, to end: Int) -> [Int32] { units[start..<end].map(\.word) }

    /// The text that the units from `start` up to `end` came from.
    func exact(from start: Int, to end: Int) -> String {
        let range = tokens[units[start].token].bytes.lowerBound..<tokens[units[end - 1].token].bytes.upperBound
        return String(decoding: bytes[range], as: UTF8.self)
    }
}

/// Where the entries of the named lists stand in a text.
struct ListSpans {
    struct Span {
        var list: Int
        var end: Int
    }
    /// Where in `spans` those of a unit begin; empty where no list was found.
    private var starts: [Int] = []
    private var spans: [Span] = []

    static let none = ListSpans()

    private init() {}

    init(of trie: PhraseTrie, in text: UnitText) {
        // Matches come in the order of their beginnings.
        for match in trie.matches(in: text, lists: .none) {
            while starts.count <= match.units.lowerBound { starts.append(spans.count) }
            spans.append(Span(list: match.output, end: match.units.upperBound))
        }
        while starts.count <= text.units.count { starts.append(spans.count) }
    }

    func spans(at position: Int) -> ArraySlice<Span> {
        guard position + 1 < starts.count else { return [] }
        return spans[starts[position]..<starts[position + 1]]
    }
}
