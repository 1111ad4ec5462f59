/// Writes RFC 8259 text straight into bytes, value by value in their order: whoever has much to say needs no ``JSONValue``
/// of it first.
///
/// Commas and line breaks between values are its own matter. Control characters, U+2028/9 and the characters that turn
/// text around are escaped, for people look at JSON on terminals too.
public struct JSONWriter: ~Copyable {
    private var out = ByteBuffer()
    private let isIndented: Bool
    private var depth = 0
    /// Whether the innermost list has nothing in it yet.
    private var isAtStart = true
    private var isBehindName = false

    /// - Parameter isIndented: whether each value is to stand on a line, with two blanks of indent a level, for people.
    public init(isIndented: Bool = false) { self.isIndented = isIndented }

    /// Lends what was written, in UTF-8.
    public func withUTF8<Result, Problem: Error>(
        _ body: (Span<UInt8>) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        try out.withSpan(body)
    }

    /// A copy of what was written, in UTF-8.
    public var utf8: [UInt8] { out.bytes }

    /// What was written, as a string.
    public var text: String { String(decoding: out.bytes, as: UTF8.self) }

    /// Ends a document with a line feed; the next may follow.
    public mutating func endLine() { out.append(10) }

    /// Forgets what was written, and keeps the memory for the next document.
    public mutating func clear() {
        out.removeAll()
        (depth, isAtStart, isBehindName) = (0, true, false)
    }

    // MARK: Lists

    /// Writes an object; `members` writes a ``name(_:)`` and a value for each member.
    public mutating func object<Problem: Error>(_ members: (inout JSONWriter) throws(Problem) -> Void) throws(Problem) {
        begin(UInt8(ascii: "{"))
        try members(&self)
        end(UInt8(ascii: "}"))
    }

    /// Writes an array; `items` writes its values.
    public mutating func array<Problem: Error>(_ items: (inout JSONWriter) throws(Problem) -> Void) throws(Problem) {
        begin(UInt8(ascii: "["))
        try items(&self)
        end(UInt8(ascii: "]"))
    }

    /// Writes the name of a member; its value comes next.
    public mutating func name(_ name: StaticString) {
        beginItem()
        out.append(34)
        out.append(literal: name)
        out.append(34)
        endName()
    }

    /// Writes the name of a member, escaped as it needs; its value comes next.
    public mutating func name(escaping name: String) {
        beginItem()
        quote(name, isHTML: false)
        endName()
    }

    private mutating func endName() {
        out.append(UInt8(ascii: ":"))
        if isIndented { out.append(32) }
        isBehindName = true
    }

    private mutating func begin(_ bracket: UInt8) {
        beginItem()
        out.append(bracket)
        depth += 1
        isAtStart = true
    }

    private mutating func end(_ bracket: UInt8) {
        depth -= 1
        if !isAtStart { breakLine() }
        out.append(bracket)
        isAtStart = false
    }

    private mutating func beginItem() {
        guard !isBehindName else {
            isBehindName = false
            return
        }
        guard depth > 0 else { return }
        if !isAtStart { out.append(UInt8(ascii: ",")) }
        isAtStart = false
        breakLine()
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        out.append(10)
        for _ in 0..<(depth * 2) { out.append(32) }
    }

    // MARK: Values

    /// Writes a text.
    public mutating func string(_ text: String) {
        beginItem()
        quote(text, isHTML: false)
    }

    /// Writes a text as HTML: `&`, `<` and `>` become references.
    public mutating func html(_ text: String) {
        beginItem()
        quote(text, isHTML: true)
    }

    /// Writes a number.
    public mutating func integer(_ number: Int64) { word(String(number)) }

    /// Writes true or false.
    public mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

    /// Writes any value.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: word("null")
        case .bool(let value): bool(value)
        case .integer(let number): integer(number)
        // RFC 8259 has no word for what is not finite.
        case .number(let number): word(number.isFinite ? String(number) : "null")
        case .string(let text): string(text)
        case .array(let items): array { for item in items { $0.value(item) } }
        case .object(let members):
            object {
                for member in members {
                    $0.name(escaping: member.name)
                    $0.value(member.value)
                }
            }
        }
    }

    private mutating func word(_ word: String) {
        beginItem()
        out.append(word.utf8.span)
    }

    // MARK: Texts

    /// Copies runs of what needs no escape; feeds and pages are long texts of little else.
    private mutating func quote(_ text: String, isHTML: Bool) {
        let bytes = text.utf8.span
        out.append(34)
        var at = 0
        while true {
            at = isHTML ? copyOfHTML(bytes, from: at) : copy(bytes, from: at)
            guard at < bytes.count else { break }
            let byte = bytes[at]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if byte < 0x80 || JSONWriter.mustEscape(bytes, at: at) {
                escape(bytes, at: at)
            } else {
                out.append(bytes.word(in: at..<(at + length)), length: length)
            }
            at += length
        }
        out.append(34)
    }

    /// Copies printable ASCII up to what may need an escape.
    private mutating func copy(_ bytes: Span<UInt8>, from start: Int) -> Int {
        out.append(bytes, in: start..<bytes.count, upTo: JSONWriter.mayNeedEscape)
    }

    private mutating func copyOfHTML(_ bytes: Span<UInt8>, from start: Int) -> Int {
        out.append(bytes, in: start..<bytes.count) { block in
            JSONWriter.mayNeedEscape(block) .| block.mark(equalTo: UInt8(ascii: "&"))
                .| block.mark(equalTo: UInt8(ascii: "<")) .| block.mark(equalTo: UInt8(ascii: ">"))
        }
    }

    @inline(__always)
    private static func mayNeedEscape(_ block: ByteBlock) -> ByteMask {
        block.mark(below: 0x20) .| block.mark(from: 0x7F) .| block.mark(equalTo: 34) .| block.mark(equalTo: 92)
    }

    /// Whether a character beyond ASCII must not stand there as it is.
    private static func mustEscape(_ bytes: Span<UInt8>, at: Int) -> Bool {
        switch bytes[at] {
        // C1 controls.
        case 0xC2: bytes[at + 1] < 0xA0
        // U+061C; the line and paragraph separators and bidi controls of U+200E...2069 (UAX #9).
        case 0xD8: bytes[at + 1] == 0x9C
        case 0xE2 where bytes[at + 1] == 0x80:
            (0x8E...0x8F).contains(bytes[at + 2]) || (0xA8...0xAE).contains(bytes[at + 2])
        case 0xE2 where bytes[at + 1] == 0x81: (0xA6...0xA9).contains(bytes[at + 2])
        case _: false
        }
    }

    private mutating func escape(_ bytes: Span<UInt8>, at: Int) {
        switch bytes[at] {
        case 34: out.append(literal: "\\\"")
        case 92: out.append(literal: "\\\\")
        case 10: out.append(literal: "\\n")
        case 13: out.append(literal: "\\r")
        case 9: out.append(literal: "\\t")
        case UInt8(ascii: "&"): out.append(literal: "&amp;")
        case UInt8(ascii: "<"): out.append(literal: "&lt;")
        case UInt8(ascii: ">"): out.append(literal: "&gt;")
        default:
            // All that are escaped are of the first plane.
            out.append(literal: "\\u")
            let code = bytes.scalar(at: at).0.value
            for shift in [12, 8, 4, 0] as [UInt32] {
                let digit = UInt8(truncatingIfNeeded: code >> shift & 0xF)
                out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
