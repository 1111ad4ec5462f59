/// What a word says of its text's language.
///
/// The lists were chosen by what parts the languages, not by how common the words are: a word stands in the Malay or
/// Indonesian one only where the other language spells it otherwise, uses another word, or says something else with it. No
/// place and no person is among them: Malay news tell of Jakarta too.
enum CommonWords {
    enum Kind: Sendable {
        case malay, indonesian
        /// Malay and Indonesian alike.
        case malayic
        case english
        /// Other languages in Latin letters: of Europe, Tagalog, Javanese, Turkish.
        case elsewhere
    }

    /// The word's kind, of a word in lower case.
    static func kind(of word: NameHash) -> Kind? { table[word.value] }

    private static let table: [UInt64: Kind] = {
        var table: [UInt64: Kind] = [:]
        // A word of two lists counts for the first.
        for (kind, words) in lists.reversed() {
            for word in words.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 }) {
                table[NameHash(word).value] = kind
            }
        }
        return table
    }()

    private static let lists: [(Kind, String)] = [
        (.malay, malay), (.malay, malayOfChats), (.indonesian, indonesian), (.indonesian, indonesianOfChats),
        (.malayic, malayic), (.english, english), (.elsewhere, elsewhere),
    ]
}
