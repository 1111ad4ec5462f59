/// The words that occur in phrases.
struct Vocabulary: Sendable {
    private var numbers = IntegerTable()

    func contains(_ hash: UInt64) -> Bool { numbers[hash] != 0 }

    mutating func insert(_ phrase: Span<Phrase.Atom>) {
        for place in phrase.indices {
            if case .word(let hash) = phrase[place], numbers[hash] == 0 {
                numbers.set(hash, to: Int32(numbers.count + 1))
            }
        }
    }
}
