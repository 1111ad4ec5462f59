extension JSONValue {
    /// RFC 8259 text on one line, members in their order, no spaces. Control characters, U+2028/9 and the
    /// characters that turn text around are escaped, for people look at JSON on terminals too.
    public var text: String {
        var out: [UInt8] = []
        write(to: &out, indent: nil)
        return String(decoding: out, as: UTF8.self)
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

    /// The line and paragraph separators, and the bidi controls (UAX #9).
    private static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func quote(_ s: String, to out: inout [UInt8]) {
        out.append(34)
        for scalar in s.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\"".utf8
            case "\\": out += "\\\\".utf8
            case "\n": out += "\\n".utf8
            case "\r": out += "\\r".utf8
            case "\t": out += "\\t".utf8
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || turnsText(scalar):
                let hex = String(scalar.value, radix: 16)
                out += ("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8
            default: out += UTF8.encode(scalar)!
            }
        }
        out.append(34)
    }
}
