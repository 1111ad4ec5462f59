import Model
import Storing

/// One word, phrase or condition of a search, before it is understood.
struct SearchTerm: Hashable {
    /// It began with a minus sign.
    var isNegated: Bool
    /// nil for a word or a phrase.
    var key: Key?
    /// Without its quotation marks.
    var value: String
    /// Where it begins, in scalars from 1.
    var column: Int

    struct Key: Hashable {
        var key: SearchKey
        var comparison: Comparison
    }

    /// The terms of a line, in its order.
    static func all(in text: String) throws(SearchProblem) -> [SearchTerm] {
        var scanner = SearchScanner(text)
        var terms: [SearchTerm] = []
        while let term = try scanner.next() { terms.append(term) }
        return terms
    }
}

/// Cuts a line into terms.
private struct SearchScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    private static let quotes: Set<Unicode.Scalar> = ["\"", "\u{201C}", "\u{201D}"]

    mutating func next() throws(SearchProblem) -> SearchTerm? {
        while let scalar = current, scalar.properties.isWhitespace { position += 1 }
        guard current != nil else { return nil }
        let column = position + 1
        let isNegated = take("-")
        let key = isQuote ? nil : try takeKey(column: column)
        let value = try takeValue(column: column)
        guard !value.isEmpty else {
            let before = String(String.UnicodeScalarView(scalars[(column - 1)..<position]))
            throw .nothingAfter(before, column: column)
        }
        return SearchTerm(isNegated: isNegated, key: key, value: value, column: column)
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
    private var isQuote: Bool { current.map(SearchScanner.quotes.contains) ?? false }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    /// ASCII letters before a colon or a comparison are a key; `10:30` and `a/l` are words.
    private mutating func takeKey(column: Int) throws(SearchProblem) -> SearchTerm.Key? {
        let start = position
        while let scalar = current, ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) { position += 1 }
        guard position > start, let comparison = takeComparison() else {
            position = start
            return nil
        }
        var end = position - comparison.rawValue.unicodeScalars.count
        // A web address is no key.
        if comparison == .equal, scalars[end] == ":", scalars[position...].starts(with: ["/", "/"]) {
            position = start
            return nil
        }
        end = max(end, start)
        let name = String(String.UnicodeScalarView(scalars[start..<end])).lowercased()
        guard let key = SearchKey(rawValue: name) else { throw .unknownKey(name, column: column) }
        return .init(key: key, comparison: comparison)
    }

    private mutating func takeComparison() -> Comparison? {
        if take(":") { return .equal }
        if take("=") { return .equal }
        if take("<") { return take("=") ? .atMost : .less }
        if take(">") { return take("=") ? .atLeast : .greater }
        return nil
    }

    private mutating func takeValue(column: Int) throws(SearchProblem) -> String {
        var value = String.UnicodeScalarView()
        if isQuote {
            let opening = position + 1
            position += 1
            while let scalar = current, !SearchScanner.quotes.contains(scalar) {
                value.append(scalar)
                position += 1
            }
            guard current != nil else { throw .openQuote(column: opening) }
            position += 1
        } else {
            while let scalar = current, !scalar.properties.isWhitespace {
                value.append(scalar)
                position += 1
            }
        }
        return String(value)
    }
}
