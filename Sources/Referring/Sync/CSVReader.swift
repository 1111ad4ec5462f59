/// The rows of a table (RFC 4180), as spreadsheets write it: with or without a byte order mark, parted by commas or, where
/// the heading has more of them, semicolons; lines end with CR LF, LF or CR.
struct CSVReader {
    /// Why a table cannot be read, and in which line.
    struct Problem: Error, Hashable {
        var line: Int
        var reason: String
    }

    /// A row with the line on which it begins.
    struct Row: Hashable {
        var line: Int
        var fields: [String]
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")

    private let bytes: [UInt8]
    private let separator: UInt8
    private var at = 0
    private var line = 1

    /// - Throws: where the bytes are no UTF-8.
    init(_ bytes: [UInt8]) throws(Problem) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem(line: 1, reason: "it is no UTF-8; save it as \"CSV UTF-8\"")
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let heading = body.prefix { $0 != 10 && $0 != 13 }
        let semicolons = heading.count { $0 == UInt8(ascii: ";") }
        separator = semicolons > heading.count { $0 == CSVReader.comma } ? UInt8(ascii: ";") : CSVReader.comma
        self.bytes = body
    }

    /// All rows but empty lines, in linear time.
    mutating func rows() throws(Problem) -> [Row] {
        var rows: [Row] = []
        while at < bytes.count {
            let row = try row()
            if row.fields != [""] { rows.append(row) }
        }
        return rows
    }

    private mutating func row() throws(Problem) -> Row {
        var row = Row(line: line, fields: [])
        while true {
            row.fields.append(try field())
            guard at < bytes.count else { return row }
            let byte = bytes[at]
            at += 1
            if byte == separator { continue }
            if byte == 13, at < bytes.count, bytes[at] == 10 { at += 1 }
            line += 1
            return row
        }
    }

    private mutating func field() throws(Problem) -> String {
        guard at < bytes.count, bytes[at] == CSVReader.quote else {
            let start = at
            while at < bytes.count, bytes[at] != separator, bytes[at] != 10, bytes[at] != 13 { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }
        var text: [UInt8] = []
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == CSVReader.quote {
                guard at < bytes.count, bytes[at] == CSVReader.quote else { return try ended(text) }
                at += 1
            }
            if byte == 10 { line += 1 }
            text.append(byte)
        }
        throw Problem(line: line, reason: "a quotation mark is not closed")
    }

    private func ended(_ text: [UInt8]) throws(Problem) -> String {
        guard at == bytes.count || bytes[at] == separator || bytes[at] == 10 || bytes[at] == 13 else {
            throw Problem(line: line, reason: "text behind a closing quotation mark")
        }
        return String(decoding: text, as: UTF8.self)
    }
}
