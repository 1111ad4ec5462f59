import Model
import Text

/// A title or text as the phrases see it: its tokens, with short forms written out. `xmampu` is one token of the text and
/// two units, `tidak` and `mampu`, which stand in the same place.
struct UnitText {
    let field: Evidence.Field
    let units: [Token]
    private let text: String

    /// - Parameter shortForms: for the hash of a short form those of the words it stands for.
    init(_ text: String, field: Evidence.Field, shortForms: [UInt64: [UInt64]] = [:]) {
        (self.text, self.field) = (text, field)
        let tokens = Text.tokens(of: text)
        units = shortForms.isEmpty ? tokens : Self.writtenOut(tokens, shortForms)
    }

    private init(_ text: String, _ field: Evidence.Field, _ units: [Token]) {
        (self.text, self.field, self.units) = (text, field, units)
    }

    /// Some of its units, in the places that they have in the whole.
    func passage(_ range: Range<Int>) -> UnitText { UnitText(text, field, Array(units[range])) }

    /// Where each sentence begins that has words.
    var sentenceStarts: [Int] {
        units.indices.filter { $0 == 0 || units[$0].sentence != units[$0 - 1].sentence }
    }

    private static func writtenOut(_ tokens: [Token], _ shortForms: [UInt64: [UInt64]]) -> [Token] {
        guard tokens.contains(where: { shortForms[$0.hash] != nil }) else { return tokens }
        var units: [Token] = []
        units.reserveCapacity(tokens.count + 8)
        for token in tokens {
            guard let long = shortForms[token.hash] else {
                units.append(token)
                continue
            }
            for (place, hash) in long.enumerated() {
                units.append(token.writtenOut(as: hash, separation: place == 0 ? token.separation : .none))
            }
        }
        return units
    }

    /// Whether the token at `position` fills `slot`.
    func fits(_ slot: Phrase.Slot, at position: Int) -> Bool {
        switch (slot.kind, units[position].kind) {
        case (.number, .number(let value?)), (.money, .money(let value?)): slot.range.contains(value)
        case (.age, .number(let value?)): slot.range.contains(value) && standsApart(position)
        case (.number, _), (.age, _), (.money, _): false
        }
    }

    /// Between commas or brackets, as in "Aminah, 34, berkata", and not the subsection of a law: "Section 41(1)".
    private func standsApart(_ position: Int) -> Bool {
        guard position > 0, units[position].separation == .clause, !units[position - 1].isNumber else { return false }
        return position + 1 == units.count || units[position + 1].separation >= .clause
    }

    /// Whether somebody or some place is named among the units of `range`, or an age is printed: a word inside a sentence that
    /// begins with a capital and goes on in small letters.
    func namesSomething(in range: Range<Int>) -> Bool {
        range.contains { position in
            let unit = units[position]
            if case .number(let value?) = unit.kind { return (1...110).contains(value) && standsApart(position) }
            guard unit.separation != .sentence, unit.bytes.count > 1 else { return false }
            let letters = text.utf8.dropFirst(unit.bytes.lowerBound).prefix(2)
            return letters.first.map { $0 &- UInt8(ascii: "A") < 26 } ?? false
                && letters.last.map { $0 &- UInt8(ascii: "A") >= 26 } ?? false
        }
    }

    /// Whether the units of `range` open the text, and a mark stands between them and the rest.
    func isHead(_ range: Range<Int>) -> Bool {
        range.lowerBound == 0 && range.upperBound < units.count && units[range.upperBound].separation >= .clause
    }

    func scalars(from start: Int, to end: Int) -> Range<Int> {
        units[start].scalars.lowerBound..<units[end - 1].scalars.upperBound
    }

    /// The words from `start` up to `end`, each by its hash; 0 for what no phrase of `vocabulary` asks for.
    func words(from start: Int, to end: Int, in vocabulary: Vocabulary) -> [UInt64] {
        units[start..<end].map { !$0.isMoney && vocabulary.contains($0.hash) ? $0.hash : 0 }
    }

    /// The word at `place` in small letters, a doubled one once, without an English `'s`; nil where it has other letters than
    /// those of ASCII, and where a short form stands for it.
    func letters(at place: Int) -> [UInt8]? {
        let bytes = units[place].bytes
        var letters: [UInt8] = []
        letters.reserveCapacity(bytes.count)
        for byte in text.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count) {
            if byte == UInt8(ascii: "-") {
                letters.removeAll(keepingCapacity: true)
            } else if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
                letters.append(byte | 0x20)
            } else {
                break
            }
        }
        return tokenHash(ofSmallLetters: letters.span) == units[place].hash ? letters : nil
    }

    /// The text that the units from `start` up to `end` came from.
    func exact(from start: Int, to end: Int) -> String {
        let bytes = units[start].bytes.lowerBound..<units[end - 1].bytes.upperBound
        return String(decoding: text.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count), as: UTF8.self)
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

    func hasSpans(at position: Int) -> Bool {
        position + 1 < starts.count && starts[position] < starts[position + 1]
    }

    func spans(at position: Int) -> ArraySlice<Span> {
        guard position + 1 < starts.count else { return [] }
        return spans[starts[position]..<starts[position + 1]]
    }
}
