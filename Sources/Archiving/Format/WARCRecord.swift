/// One record of a WARC file (ISO 28500:2017, WARC/1.1): named fields, then a block of bytes.
public struct WARCRecord: Hashable, Sendable {
    /// One named field.
    public struct Field: Hashable, Sendable {
        /// As it stands there; names are compared without regard to case.
        public let name: String
        /// Without line breaks.
        public let value: String
    }

    /// In the order in which they stand there, without Content-Length, which follows from the block.
    public private(set) var fields: [Field]
    /// For a response: the head as of HTTP/1.1, an empty line, and the body.
    public let block: [UInt8]

    /// Control characters in values become blanks: a value from outside can begin no field of its own.
    init(_ fields: [(name: String, value: String)], block: [UInt8]) {
        self.fields = fields.map { Field(name: $0.name, value: singleLine($0.value)) }
        self.block = block
    }

    /// The first value of that name, in any case.
    public subscript(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    private static let version = Array("WARC/1.1\r\n".utf8)
    private static let emptyLine = Array("\r\n\r\n".utf8)
    /// Fields of a record take a few hundred bytes and one address; curl takes no address beyond 8 MB.
    private static let headLimit = 10_000_000

    /// The record as it stands in a file, before compression.
    var bytes: [UInt8] {
        var out = WARCRecord.version
        for field in fields { out += Array("\(field.name): \(field.value)\r\n".utf8) }
        out += Array("Content-Length: \(block.count)\r\n\r\n".utf8)
        out += block
        return out + WARCRecord.emptyLine
    }

    /// Reads one record; linear in its length.
    ///
    /// - Returns: nil where it is not one record of version 1.1, whole and with nothing behind it.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: WARCRecord.version),
            let end = endOfHead(bytes[...].prefix(WARCRecord.headLimit))
        else { return nil }
        var length: Int?
        fields = []
        for line in lines(of: bytes[WARCRecord.version.count..<end.head]) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            let value = String(decoding: line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
            if name.lowercased() == "content-length" {
                length = Int(value)
            } else {
                fields.append(Field(name: name, value: value))
            }
        }
        guard let length, length >= 0, bytes.count - end.block == length + WARCRecord.emptyLine.count,
            bytes.suffix(WARCRecord.emptyLine.count).elementsEqual(WARCRecord.emptyLine)
        else { return nil }
        block = Array(bytes[end.block..<(end.block + length)])
    }

    /// What comes behind the head of a message in the block; the whole block where it holds no message.
    public var payload: ArraySlice<UInt8> {
        guard self["Content-Type"]?.hasPrefix("application/http") == true, let end = endOfHead(block[...]) else {
            return block[...]
        }
        return block[end.block...]
    }
}

/// Where the first empty line stands: the end of the last line before it, and the first byte behind it.
func endOfHead(_ bytes: ArraySlice<UInt8>) -> (head: Int, block: Int)? {
    var index = bytes.startIndex
    while let cr = bytes[index...].firstIndex(of: 13) {
        guard cr + 3 < bytes.endIndex else { return nil }
        if bytes[cr + 1] == 10, bytes[cr + 2] == 13, bytes[cr + 3] == 10 { return (cr, cr + 4) }
        index = cr + 1
    }
    return nil
}

private func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }
}

/// Text without control characters, for one line of a header.
func singleLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return text }
    var line = ""
    for scalar in text.unicodeScalars {
        line.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return line
}
