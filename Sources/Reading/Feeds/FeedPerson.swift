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
            return rest.isEmpty ? line : rest
        }
        return line.nonEmpty
    }

    /// The name of an Atom person; its mail address where it has no name.
    static func name(of person: XMLElement) -> String? {
        guard person.hasChildElements else { return name(in: person.text) }
        for part in ["name", "email"] {
            if let child = person.children.first(where: { $0.name == part }), let text = name(in: child.text) {
                return text
            }
        }
        return nil
    }

    private static func isAddress(_ text: String) -> Bool {
        !text.contains(" ") && text.utf8.contains(UInt8(ascii: "@")) && !text.contains("<")
    }
}
