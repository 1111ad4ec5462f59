import Model

/// Hides the names of certain persons in a text. Each word of a name is hidden by itself, because a headline seldom has
/// the whole name; a common word that is also part of a name is hidden too, which costs little.
struct NameMask: Sendable {
    /// Lower case.
    private let words: Set<String>

    init(_ names: some Sequence<String>) {
        words = Set(
            names.flatMap { NameMask.words(in: $0) }.map { $0.lowercased() }
                .filter { $0.count > 1 && !NameMask.particles.contains($0) })
    }

    /// Stand between the parts of a name and say nothing of whose it is.
    private static let particles: Set = [
        "bin", "binti", "bt", "bte", "binte", "al", "ap", "anak", "the", "and", "dan", "di", "of",
    ]

    /// `Siti Rekaan merayu` as `S. R. merayu`: for lists.
    func initials(in text: String) -> String { masked(text) { "\($0.prefix(1))." } }

    /// The same with as many scalars as before, so that places in the text stay right: `S*** R***** merayu`.
    func stars(in text: String) -> String {
        masked(text) { word in
            let scalars = word.unicodeScalars
            return String(String.UnicodeScalarView(scalars.prefix(1)))
                + String(repeating: "*", count: scalars.count - 1)
        }
    }

    /// `Mohd Rekaan bin Contoh` as `M. R. b. C.`
    static func initials(of name: String) -> String {
        words(in: name).map { $0.prefix(1) + "." }.joined(separator: " ")
    }

    /// Only words with a capital: a name in the middle of a sentence has one, the verb that looks like it has none.
    private func masked(_ text: String, _ mask: (Substring) -> String) -> String {
        guard !words.isEmpty else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(where: \.isLetter) {
            result += rest[..<start]
            let word = rest[start...].prefix { $0.isLetter }
            let isName = word.first?.isUppercase == true && words.contains(word.lowercased())
            result += isName ? mask(word) : String(word)
            rest = rest[word.endIndex...]
        }
        return result + rest
    }

    private static func words(in name: String) -> [Substring] { name.split { !$0.isLetter } }
}

/// An age as a list tells it: `7-12`, `30-39`, `80+`.
func ageBand(_ years: Int) -> String {
    switch years {
    case ..<7: "0-6"
    case 7...12: "7-12"
    case 13...17: "13-17"
    case 18...29: "18-29"
    case 30...79: "\(years / 10 * 10)-\(years / 10 * 10 + 9)"
    default: "80+"
    }
}
