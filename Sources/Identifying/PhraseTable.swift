/// Words and phrases with what they mean, found longest first.
struct PhraseTable<Value: Sendable>: Sendable {
    private var values: [String: Value] = [:]
    /// The most words of a phrase that begins with this word.
    private var longest: [String: Int] = [:]

    /// Adds `phrase`, whose words are folded and parted by single spaces; `merge` joins it with what stands there already.
    mutating func insert(_ phrase: String, _ value: Value, merging merge: (Value, Value) -> Value) {
        if let present = values[phrase] {
            values[phrase] = merge(present, value)
            return
        }
        values[phrase] = value
        let words = phrase.utf8.reduce(into: 1) { if $1 == UInt8(ascii: " ") { $0 += 1 } }
        let first = phrase.utf8.prefix { $0 != UInt8(ascii: " ") }
        longest[String(Substring(first)), default: 0] = max(longest[String(Substring(first))] ?? 0, words)
    }

    subscript(word: String) -> Value? { values[word] }

    /// The longest phrase that begins at `index`, whose words follow each other with nothing but blanks between them (or a
    /// mark that `joins` allows).
    func match(
        _ words: [Word], at index: Int, joins: Word.Gap = [.dash], key: (Word) -> String = { $0.folded }
    ) -> (value: Value, count: Int)? {
        let first = key(words[index])
        guard let limit = longest[first] else { return nil }
        var best = values[first].map { (value: $0, count: 1) }
        var phrase = first
        for count in 2..<max(3, limit + 1) where count <= limit {
            guard index + count <= words.count else { break }
            let next = words[index + count - 1]
            guard next.gap.subtracting(joins).isPlain else { break }
            phrase += " " + key(next)
            if let value = values[phrase] { best = (value, count) }
        }
        return best
    }
}
