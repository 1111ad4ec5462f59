/// What a phrase is made of as it is matched: a row of atoms.
enum Phrase {
    enum Atom: Hashable, Sendable {
        /// The hash of a folded word.
        case word(UInt64)
        /// The same, where the text has it in capitals: `AS` is no `as`.
        case capitals(UInt64)
        case slot(Slot)
        /// Any entry of a named list.
        case list(Int)
        /// Up to so many words that may stand between.
        case gap(Int)
    }

    /// A place for a number.
    struct Slot: Hashable, Sendable {
        enum Kind: String, Hashable, Sendable, CaseIterable {
            case number
            /// A number that stands between commas or brackets, as ages do in Malaysian news.
            case age
            case money
        }
        var kind: Kind
        var range: ClosedRange<Int>
    }
}
