/// Words that are usual in names of people.
struct NameTable: Sendable {
    private var usual: Set<String> = []
    private var surnames: Set<String> = []
    private var nicknames: Set<String> = []

    init(_ table: DataTable) {
        for row in table.rows {
            for word in row.columns.flatMap({ parts(of: $0, at: UInt8(ascii: " ")) }) {
                switch word.utf8.first {
                case UInt8(ascii: "+"): surnames.insert(String(word.dropFirst()))
                case UInt8(ascii: "~"): nicknames.insert(String(word.dropFirst()))
                default: usual.insert(String(word))
                }
            }
        }
    }

    func isUsual(_ word: String) -> Bool { usual.contains(word) || surnames.contains(word) }

    /// `Ng`, `Law`: they come first and are short, so two more words must stand with them.
    func isSurname(_ word: String) -> Bool { surnames.contains(word) }

    /// Known as a name beyond doubt: not merely a short surname that is also a word.
    func isGivenName(_ word: String) -> Bool { usual.contains(word) }

    /// `Jah`, `Din`: a name after `kak` or `pak`, an ordinary word or nothing elsewhere.
    func isNickname(_ word: String) -> Bool { nicknames.contains(word) }

    /// `Jah` and `Din`, and what is a name anywhere.
    func isFamiliarName(_ word: String) -> Bool { usual.contains(word) || nicknames.contains(word) }
}
