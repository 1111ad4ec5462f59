import Model
import Reviewing

extension Message {
    /// A search that cannot be understood. Nothing was searched: a mistyped key must not look like an empty list.
    static func search(_ problem: SearchProblem) -> Message {
        let (english, malay) = problem.wordings
        return Message(
            "err.search", "\(english). Nothing was searched. See: pantau help search",
            "\(malay). Tiada carian dibuat. Lihat: pantau help search", exit: .usage, hint: "pantau help search")
    }
}

extension SearchProblem {
    fileprivate var wordings: (en: String, ms: String) {
        switch self {
        case .unknownKey(let key, let column):
            let keys = SearchKey.allCases.map(\.rawValue).joined(separator: ", ")
            return (
                "\"\(key)\" (column \(column)) is no key; the keys are \(keys)",
                "\"\(key)\" (lajur \(column)) bukan kunci; kunci yang ada: \(keys)"
            )
        case .badValue(let key, let value, let column, let allowed):
            let (choice, pilihan) = choices(key, allowed)
            return (
                "\"\(value)\" (column \(column)) does not fit \(key.rawValue):; \(choice)",
                "\"\(value)\" (lajur \(column)) tidak sepadan dengan \(key.rawValue):; \(pilihan)"
            )
        case .openQuote(let column):
            return (
                "the quotation mark in column \(column) has no second one",
                "tanda petikan di lajur \(column) tiada penutup"
            )
        case .nothingAfter(let text, let column):
            return ("nothing follows \(text) in column \(column)", "tiada apa-apa selepas \(text) di lajur \(column)")
        case .tooLong(let limit):
            return ("a search has at most \(limit) characters", "carian paling panjang \(limit) aksara")
        }
    }

    private func choices(_ key: SearchKey, _ allowed: [String]) -> (en: String, ms: String) {
        guard allowed.isEmpty else {
            let list = allowed.joined(separator: ", ")
            return ("one of \(list)", "salah satu: \(list)")
        }
        return ("as in \(key.example)", "contohnya \(key.example)")
    }
}
