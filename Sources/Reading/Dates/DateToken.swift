/// A piece of a date's text.
enum DateToken: Hashable {
    /// A run of at most 15 digits, with their count: `09` is not `9` everywhere.
    case number(Int, digits: Int)
    /// Letters, in lower case.
    case word(String)
    /// One of `: . / - + , @ |` and other signs; white space only where it separates.
    case sign(Character)
    case blank

    /// The pieces of a text. What stands in parentheses is left out: `(Isnin)`, `(Coordinated Universal Time)`.
    static func tokens(of text: String) -> [DateToken] {
        var tokens: [DateToken] = []
        var depth = 0
        var rest = text.lowercased()[...]
        while let first = rest.first {
            if first == "(" || first == ")" {
                depth = max(0, depth + (first == "(" ? 1 : -1))
                rest = rest.dropFirst()
                append(.blank, to: &tokens)
            } else if depth > 0 {
                rest = rest.dropFirst()
            } else if isDigit(first) {
                let digits = rest.prefix(while: isDigit)
                tokens.append(number(digits))
                rest = rest.dropFirst(digits.count)
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter || $0 == "_" || $0 == "'" }
                tokens.append(.word(String(word)))
                rest = rest.dropFirst(word.count)
            } else {
                append(
                    first.isWhitespace ? .blank : .sign(first == "–" || first == "—" || first == "−" ? "-" : first),
                    to: &tokens)
                rest = rest.dropFirst()
            }
        }
        while tokens.last == .blank { tokens.removeLast() }
        return tokens.first == .blank ? Array(tokens.dropFirst()) : tokens
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func number(_ digits: Substring) -> DateToken {
        .number(Int(digits.prefix(15)) ?? 0, digits: digits.count)
    }

    private static func append(_ token: DateToken, to tokens: inout [DateToken]) {
        if token == .blank, tokens.isEmpty || tokens.last == .blank { return }
        tokens.append(token)
    }
}
