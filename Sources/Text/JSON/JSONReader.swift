/// Why a text is not JSON, and at which byte.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public var reason: String
    public var offset: Int
    public var description: String { "\(reason) at byte \(offset)" }
}

extension JSONValue {
    /// How the text may stray from RFC 8259.
    public enum Tolerance: Sendable {
        case strict
        /// What pages get away with in JSON-LD: raw control characters in strings, trailing commas, trailing text.
        case web
    }

    /// Reads one JSON document in UTF-8. Linear in time; nesting over `maximumDepth` levels is an error, not a crash.
    public init(
        parsing bytes: some Sequence<UInt8>, tolerance: Tolerance = .strict, maximumDepth: Int = 200
    ) throws(JSONError) {
        var reader = JSONReader(bytes: Array(bytes), tolerance: tolerance, maximumDepth: maximumDepth)
        self = try reader.document()
    }
}

struct JSONReader {
    let bytes: [UInt8]
    let tolerance: JSONValue.Tolerance
    let maximumDepth: Int
    var at = 0

    init(bytes: [UInt8], tolerance: JSONValue.Tolerance, maximumDepth: Int) {
        (self.bytes, self.tolerance, self.maximumDepth) = (bytes, tolerance, maximumDepth)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let result = try value(depth: 0)
        skipBlanks()
        guard at == bytes.count || tolerance == .web else { throw error("text after the value") }
        return result
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= maximumDepth else { throw error("nested deeper than \(maximumDepth) levels") }
        skipBlanks()
        guard at < bytes.count else { throw error("ends too early") }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case 34: return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        var members: [JSONValue.Member] = []
        at += 1
        while true {
            skipBlanks()
            if try closes(UInt8(ascii: "}"), isFirst: members.isEmpty) { return .object(members) }
            skipBlanks()
            guard at < bytes.count, bytes[at] == 34 else { throw error("a member needs a name in quotes") }
            let name = try string()
            skipBlanks()
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw error("\":\" is missing") }
            at += 1
            members.append(.init(name, try value(depth: depth + 1)))
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        var items: [JSONValue] = []
        at += 1
        while true {
            skipBlanks()
            if try closes(UInt8(ascii: "]"), isFirst: items.isEmpty) { return .array(items) }
            items.append(try value(depth: depth + 1))
        }
    }

    /// Passes the end of a list, or the comma before its next item.
    private mutating func closes(_ end: UInt8, isFirst: Bool) throws(JSONError) -> Bool {
        guard at < bytes.count else { throw error("ends too early") }
        if bytes[at] == end {
            at += 1
            return true
        }
        guard !isFirst else { return false }
        guard bytes[at] == UInt8(ascii: ",") else { throw error("\",\" is missing") }
        at += 1
        guard tolerance == .web else { return false }
        skipBlanks()
        if at < bytes.count, bytes[at] == end {
            at += 1
            return true
        }
        return false
    }

    private mutating func string() throws(JSONError) -> String {
        at += 1
        var out: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case 34: return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<0x20 where tolerance == .strict: throw error("a control character in a string")
            default: out.append(byte)
            }
        }
        throw error("a string does not end")
    }

    private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
        guard at < bytes.count else { throw error("ends too early") }
        let byte = bytes[at]
        at += 1
        switch byte {
        case 34, UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(8)
        case UInt8(ascii: "f"): out.append(12)
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "t"): out.append(9)
        case UInt8(ascii: "u"):
            var code = try hex4()
            if (0xD800..<0xDC00).contains(code), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                bytes[at + 1] == UInt8(ascii: "u")
            {
                let mark = at
                at += 2
                let low = try hex4()
                if (0xDC00..<0xE000).contains(low) {
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    at = mark
                }
            }
            out += UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}")!
        default:
            guard tolerance == .web else { throw error("an unknown escape") }
            out += [UInt8(ascii: "\\"), byte]
        }
    }

    private mutating func hex4() throws(JSONError) -> UInt32 {
        guard at + 4 <= bytes.count else { throw error("ends too early") }
        var code: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error("a bad \\u escape") }
            code = code << 4 | UInt32(digit)
        }
        at += 4
        return code
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = at
        while at < bytes.count, isNumberByte(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        guard let first = digits.first, (48...57).contains(first),
            digits.count == 1 || first != 48
                || !(48...57).contains(digits.dropFirst().first!)
        else { throw error("not a JSON value") }
        if let n = Int64(text) { return .integer(n) }
        guard let d = Double(text), d.isFinite else { throw error("not a number") }
        return .number(d)
    }

    private func isNumberByte(_ b: UInt8) -> Bool {
        (48...57).contains(b) || b == UInt8(ascii: "-") || b == UInt8(ascii: "+") || b == UInt8(ascii: ".")
            || b == UInt8(ascii: "e") || b == UInt8(ascii: "E")
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes[at...].starts(with: word.utf8) else { throw error("not a JSON value") }
        at += word.utf8.count
        return value
    }

    private mutating func skipBlanks() {
        while at < bytes.count, bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 { at += 1 }
    }

    private func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: at) }
}
