import Text

/// A response header given to a tool.
struct ToolHeader {
    var name: String
    var value: String

    init(name: String, value: String) { (self.name, self.value) = (name, value) }

    /// Reads `Name: value`; nil where there is no colon.
    init?(_ line: String) {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        name = String(line[..<colon])
        value = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
}

/// The `headers` of a batch request: an object of names and values.
func requestedHeaders(_ request: JSONValue) -> [ToolHeader] {
    (request["headers"]?.members ?? []).compactMap { member in
        member.value.string.map { ToolHeader(name: member.name, value: $0) }
    }
}
