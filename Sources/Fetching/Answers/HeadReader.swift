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

    mutating func read(_ line: some Collection<UInt8>) -> Line {
        byteCount += line.count
        let text = String(decoding: line, as: UTF8.self).trimmingLineEnd
        if text.isEmpty { return .end }
        if text.hasPrefix("HTTP/"), let code = Self.code(of: text) {
            (status, fields) = (code, HeaderFields())
            return .status
        }
        if let colon = text.firstIndex(of: ":") {
            let name = text[..<colon].trimmingBlanks
            fields.append(String(name), String(text[text.index(after: colon)...].trimmingBlanks))
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

    private static func code(of line: some StringProtocol) -> Int? {
        let words = line.split(separator: " ", maxSplits: 2)
        return words.count > 1 ? Int(words[1]) : nil
    }
}

extension StringProtocol {
    fileprivate var trimmingLineEnd: SubSequence {
        self[..<(lastIndex { !$0.isNewline }.map { index(after: $0) } ?? startIndex)]
    }
}
