public import Model

/// A source as it is written into a file.
public struct SourceEntry: Hashable, Sendable {
    public var source: Source
    /// A line above it, without its number sign; one line of clean text.
    public var heading: String?
    /// Where it was found, for those who read the file.
    public var note: String?

    /// - Parameters:
    ///   - heading: cleaned (`cleanedLine`) by the caller where it comes from outside.
    ///   - note: the same.
    public init(_ source: Source, heading: String? = nil, note: String? = nil) {
        (self.source, self.heading, self.note) = (source, heading, note)
    }

    /// The lines of a new file, with a word on what it is for.
    public static func newFile(_ entries: [SourceEntry], saying purpose: String) -> String {
        let lines = ["# " + purpose, "sources:"] + entries.flatMap { $0.lines(indent: 2) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// How it looks in a file, without line breaks.
    public var yaml: [String] { lines(indent: 2) }

    /// Its lines without line breaks.
    ///
    /// - Parameter indent: blanks before the hyphen.
    func lines(indent: Int) -> [String] {
        let settings: [(String, String?)] = [
            ("id", source.id.value), ("outlet", quoted(source.outlet)), ("kind", source.kind.rawValue),
            ("url", quoted(source.url)), ("language", source.language?.rawValue), ("state", source.state),
            ("status", source.status.rawValue), ("enabled", source.isEnabled ? "true" : "false"),
            ("fetch", source.fetch.rawValue), ("note", note.map(quoted)),
        ]
        let blanks = String(repeating: " ", count: indent)
        var lines = heading.map { [blanks + "# " + $0] } ?? []
        for (key, value) in settings {
            guard let value else { continue }
            lines.append(blanks + (key == "id" ? "- " : "  ") + key + ": " + value)
        }
        return lines
    }
}

/// The text as a YAML scalar: plain where nothing in it could be read as something else, in double quotes otherwise.
private func quoted(_ text: String) -> String {
    let isPlain =
        text.utf8.first.map { (65...90).contains($0 & 0xDF) } ?? false
        && text.utf8.allSatisfy(isPlainByte) && !reserved.contains(text.lowercased())
        && !text.hasSuffix(":") && !text.hasSuffix(" ") && !text.contains(": ")
    guard !isPlain else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        // What YAML forbids or reads as a line break.
        case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value), "\u{2028}", "\u{2029}":
            let hex = String(scalar.value, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        case _: out.unicodeScalars.append(scalar)
        }
    }
    return out + "\""
}

/// Letters, digits, blank and the signs of names and addresses that mean nothing to YAML inside a plain scalar.
private func isPlainByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte) || Array(" .:/_~?&=%+-()".utf8).contains(byte)
}

/// What YAML 1.1 reads as a truth value or nothing.
private let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
