extension JSONValue {
    /// RFC 8259 text on one line, members in their order, no spaces; see ``JSONWriter`` for what is escaped.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The same as bytes, for a file or a pipe.
    public var utf8: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.utf8
    }

    /// The same with two blanks of indent a level, for people.
    public var indentedText: String {
        var writer = JSONWriter(isIndented: true)
        writer.value(self)
        return writer.text
    }
}
