import Text

/// Persons as feeds write them.
enum FeedPerson {
    /// The name in `aminah@berita.example (Aminah)`, `Aminah <aminah@berita.example>` or `Aminah`; an address where
    /// there is no name.
    static func name(in text: String) -> String? {
        let line = FeedText.line(ofHTML: text, limit: 200) ?? ""
        guard line.utf8.contains(UInt8(ascii: "@")) else { return line.nonEmpty }
        if let open = line.firstIndex(of: "("), line.hasSuffix(")"), open > line.startIndex {
            let before = String(line[..<open]).trimmed
            let inside = String(line[line.index(after: open)...].dropLast()).trimmed
            if isAddress(before), !inside.isEmpty { return inside }
            if isAddress(inside), !before.isEmpty { return before }
        }
        if let space = line.firstIndex(of: " "), isAddress(String(line[..<space])) {
            let rest = String(line[space...]).trimmed
            // "aminah@berita.example (Aminah), wartawan" is told apart by nobody.
            return rest.isEmpty || rest.hasPrefix("(") ? line : rest
        }
        return line.nonEmpty
    }

    /// The name of a person who may have parts, as Atom's have; the mail address where there is no name.
    ///
    /// Parts of other vocabularies (FOAF) are not the person's name, but statements about one.
    static func name(of person: XMLElement) -> String? {
        guard person.hasChildElements else { return name(in: person.text) }
        let own: [FeedNamespace] = [.core, .itunes]
        let parts = person.children.filter { $0.namespace == person.namespace || own.contains(FeedNamespace(of: $0)) }
        for name in ["name", "email"] {
            let part = parts.first { $0.name == name }
            if let text = part.flatMap({ FeedPerson.name(in: $0.text) }) { return text }
        }
        // What is left may be marked up: `<dc:creator><a href="...">Aminah</a></dc:creator>`.
        let isMarkedUp = person.children.allSatisfy { inline.contains($0.name) }
        return name(in: isMarkedUp ? person.text : person.ownText)
    }

    private static let inline: Set<String> = ["a", "b", "br", "em", "font", "i", "span", "strong", "u"]

    /// A `mailto:` address is left as it was written, as readers of feeds leave it.
    private static func isAddress(_ text: String) -> Bool {
        !text.contains(" ") && text.utf8.contains(UInt8(ascii: "@")) && !text.contains("<")
            && !text.hasPrefix("mailto:")
    }
}
