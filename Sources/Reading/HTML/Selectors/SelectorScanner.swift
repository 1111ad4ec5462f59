import Text

/// Moves through the text of a selector.
struct SelectorScanner {
    let text: String
    private let characters: [Character]
    private(set) var at = 0

    init(_ text: String) { (self.text, characters) = (text, Array(text)) }

    var isAtEnd: Bool { at == characters.count }
    var next: Character? { at < characters.count ? characters[at] : nil }

    func problem(_ reason: String) -> HTMLSelector.Problem { .init(selector: text, offset: at, reason: reason) }

    /// Passes `word` where it stands here.
    mutating func take(_ word: String) -> Bool {
        let word = Array(word)
        guard characters[at...].starts(with: word) else { return false }
        at += word.count
        return true
    }

    mutating func expect(_ word: String) throws(HTMLSelector.Problem) {
        guard take(word) else { throw problem("expected `\(word)`") }
    }

    /// - Returns: whether there were any.
    @discardableResult
    mutating func skipBlanks() -> Bool {
        let start = at
        while let next, next.isWhitespace { at += 1 }
        return at > start
    }

    /// A name of a tag, class, id or attribute. A backslash makes any sign a part of it, as in `.md\:wide`.
    mutating func name(of what: String) throws(HTMLSelector.Problem) -> String {
        var name = ""
        while let next {
            if next == "\\", at + 1 < characters.count {
                name.append(characters[at + 1])
                at += 2
            } else if next.isLetter || next.isNumber || next == "-" || next == "_" {
                name.append(next)
                at += 1
            } else {
                break
            }
        }
        guard !name.isEmpty else { throw problem("expected \(what)") }
        return name
    }

    /// A text in single or double quotes; nil where none begins here.
    mutating func quoted() throws(HTMLSelector.Problem) -> String? {
        guard let quote = next, quote == "'" || quote == "\"" else { return nil }
        guard let end = characters[(at + 1)...].firstIndex(of: quote) else {
            throw problem("a quotation that never ends")
        }
        defer { at = end + 1 }
        return String(characters[(at + 1)..<end])
    }

    /// A whole number up to 9,999; nil where none begins here.
    mutating func number() -> Int? {
        let digits = characters[at...].prefix(4).prefix { $0.isASCII && $0.isNumber }
        at += digits.count
        return Int(String(digits))
    }
}

extension HTMLSelector.Condition {
    static func element(named name: String) -> HTMLSelector.Condition {
        let hash = NameHash(name.lowercased().utf8)
        return .element(HTMLTag(hash), hash)
    }

    static func attribute(named name: String, _ test: HTMLSelector.AttributeTest) -> HTMLSelector.Condition {
        .attribute(NameHash(name.lowercased().utf8), test)
    }
}
