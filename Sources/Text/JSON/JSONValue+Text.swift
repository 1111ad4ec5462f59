extension JSONValue {
    /// RFC 8259 text on one line, members in their order, no spaces. Control characters, U+2028/9 and the
    /// characters that turn text around are escaped, for people look at JSON on terminals too.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The same as bytes, for a file or a pipe.
    public var utf8: [UInt8] {
        var out: [UInt8] = []
        write(to: &out, indent: nil)
        return out
    }

    /// The same with two blanks of indent a level, for people.
    public var indentedText: String {
        var out: [UInt8] = []
        write(to: &out, indent: 0)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8], indent: Int?) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let b): out += (b ? "true" : "false").utf8
        case .integer(let n): out += String(n).utf8
        case .number(let d): out += (d.isFinite ? String(d) : "null").utf8
        case .string(let s): JSONValue.quote(s, to: &out)
        case .array(let items):
            list(items.count, open: "[", close: "]", to: &out, indent: indent) { items[$0].write(to: &$1, indent: $2) }
        case .object(let members):
            list(members.count, open: "{", close: "}", to: &out, indent: indent) { index, out, indent in
                JSONValue.quote(members[index].name, to: &out)
                out += (indent == nil ? ":" : ": ").utf8
                members[index].value.write(to: &out, indent: indent)
            }
        }
    }

    private func list(
        _ count: Int, open: String, close: String, to out: inout [UInt8], indent: Int?,
        item: (Int, inout [UInt8], Int?) -> Void
    ) {
        out += open.utf8
        for index in 0..<count {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            JSONValue.newLine(indent.map { $0 + 1 }, to: &out)
            item(index, &out, indent.map { $0 + 1 })
        }
        if count > 0 { JSONValue.newLine(indent, to: &out) }
        out += close.utf8
    }

    private static func newLine(_ level: Int?, to out: inout [UInt8]) {
        guard let level else { return }
        out.append(10)
        out += repeatElement(32, count: level * 2)
    }

    /// Copies runs of what needs no escape; feeds and pages are long texts of little else.
    private static func quote(_ s: String, to out: inout [UInt8]) {
        let bytes = s.utf8.span
        out.append(34)
        var plain = 0
        var at = 0
        while let next = bytes.nextOffset(in: at..<bytes.count, marking: mayNeedEscape) {
            at = next
            let length = escapedLength(bytes, at: at)
            guard length > 0 else {
                at += 1
                continue
            }
            out.append(bytes.extracting(plain..<at))
            escape(bytes.extracting(at..<(at + length)), to: &out)
            at += length
            plain = at
        }
        out.append(bytes.extracting(plain..<bytes.count))
        out.append(34)
    }

    private static func mayNeedEscape(_ bytes: ByteWord) -> UInt64 {
        bytes.mark(below: 0x20) | bytes.mark(equalTo: 34) | bytes.mark(equalTo: 92) | bytes.mark(equalTo: 0x7F)
            | bytes.mark(equalTo: 0xC2) | bytes.mark(equalTo: 0xD8) | bytes.mark(equalTo: 0xE2)
    }

    /// How many bytes make up the character at `at`, where it must be escaped; 0 where it need not, or none begins.
    private static func escapedLength(_ bytes: Span<UInt8>, at: Int) -> Int {
        let byte = bytes[at]
        if byte < 0x80 { return byte < 0x20 || byte == 34 || byte == 92 || byte == 0x7F ? 1 : 0 }
        switch byte {
        // C1 controls.
        case 0xC2: return bytes[at + 1] < 0xA0 ? 2 : 0
        // U+061C; the line and paragraph separators and bidi controls of U+200E...2069 (UAX #9).
        case 0xD8: return bytes[at + 1] == 0x9C ? 2 : 0
        case 0xE2:
            let turnsText =
                bytes[at + 1] == 0x80
                ? (0x8E...0x8F).contains(bytes[at + 2]) || (0xA8...0xAE).contains(bytes[at + 2])
                : bytes[at + 1] == 0x81 && (0xA6...0xA9).contains(bytes[at + 2])
            return turnsText ? 3 : 0
        default: return 0
        }
    }

    private static func escape(_ character: Span<UInt8>, to out: inout [UInt8]) {
        switch character[0] {
        case 34: out += "\\\"".utf8
        case 92: out += "\\\\".utf8
        case 10: out += "\\n".utf8
        case 13: out += "\\r".utf8
        case 9: out += "\\t".utf8
        default:
            // All that are escaped are of the first plane.
            let hex = String(character.scalar(at: 0).0.value, radix: 16)
            out += ("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8
        }
    }
}
