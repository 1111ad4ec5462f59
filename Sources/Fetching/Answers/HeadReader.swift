/// Reads the header of an answer line by line, as libcurl hands it over: a status line, fields, an empty line.
///
/// A new status line begins anew: an interim answer (1xx) comes before the one that counts.
struct HeadReader {
    enum Line {
        case status
        case field
        /// The empty line after the fields.
        case end
    }

    private(set) var status = 0
    private(set) var fields = HeaderFields()
    /// Over all answers of one transfer, interim ones too.
    private(set) var byteCount = 0

    /// Works on bytes: a crawl reads ten lines for each page, and characters cost ten times as much.
    mutating func read(_ line: some RandomAccessCollection<UInt8>) -> Line {
        byteCount += line.count
        let text = Array(line).trimmed { $0 == 13 || $0 == 10 }
        if text.isEmpty { return .end }
        if text.starts(with: "HTTP/".utf8), let code = Self.code(of: text) {
            (status, fields) = (code, HeaderFields())
            return .status
        }
        if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            fields.append(Self.text(text[..<colon]), Self.text(text[(colon + 1)...]))
        }
        return .field
    }

    /// The declared length of the body; nil where there is none.
    ///
    /// - Throws: where two lengths differ: which one counts is how answers are smuggled.
    func contentLength() throws(ContradictoryLength) -> Int? {
        let lengths = Set(fields.values(of: "content-length"))
        guard lengths.count <= 1 else { throw ContradictoryLength() }
        return lengths.first.flatMap { Int($0) }
    }

    struct ContradictoryLength: Error {}

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.trimmed { $0 == 32 || $0 == 9 }, as: UTF8.self)
    }

    private static func code(of line: ArraySlice<UInt8>) -> Int? {
        let words = line.split(separator: 32, maxSplits: 2)
        return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) : nil
    }
}

extension BidirectionalCollection<UInt8> {
    /// Without such bytes at either end.
    fileprivate func trimmed(_ isBlank: (UInt8) -> Bool) -> SubSequence {
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}
