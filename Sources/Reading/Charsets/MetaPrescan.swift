/// The WHATWG HTML Standard's prescan for `<meta charset>` (section 13.2.3.2), as it is: pages are written for it.
struct MetaPrescan {
    private let bytes: [UInt8]
    private var at = 0

    /// The encoding the head of a page declares; nil where it declares none, or one that is not known.
    static func charset(_ head: ArraySlice<UInt8>) -> Charset? {
        var scan = MetaPrescan(bytes: Array(head))
        return scan.run()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() -> Charset? {
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            if starts("<!--") {
                // "<!-->" is a whole comment.
                guard let end = find("-->", from: at + 2) else { return nil }
                at = end + 3
            } else if starts("<meta"), at + 5 < bytes.count, isSpaceOrSlash(bytes[at + 5]) {
                at += 6
                if let charset = meta() { return charset }
            } else if isTag {
                skipTag()
            } else if starts("<!") || starts("</") || starts("<?") {
                guard let end = find(">", from: at) else { return nil }
                at = end + 1
            } else {
                at += 1
            }
        }
        return nil
    }

    private func starts(_ text: String) -> Bool {
        let pattern = Array(text.utf8)
        return at + pattern.count <= bytes.count
            && pattern.indices.allSatisfy { bytes[at + $0].asciiLowercased == pattern[$0] }
    }

    private func find(_ text: String, from: Int) -> Int? {
        guard from < bytes.count else { return nil }
        return Array(bytes[from...]).firstIndex(ofSequence: text).map { $0 + from }
    }

    private func isSpaceOrSlash(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "/") }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 9 || byte == 10 || byte == 12 || byte == 13 || byte == 32 }

    private var isTag: Bool {
        let next = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/") ? at + 2 : at + 1
        return next < bytes.count && bytes[next].isASCIILetter
    }

    private mutating func skipTag() {
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
        while attribute() != nil {}
        if at < bytes.count { at += 1 }
    }

    private mutating func meta() -> Charset? {
        var (hasPragma, needsPragma, charset): (Bool, Bool?, Charset?) = (false, nil, nil)
        var seen: Set<String> = []
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            switch name {
            case "http-equiv": hasPragma = value == "content-type"
            case "content" where charset == nil:
                guard let label = MetaPrescan.label(inContent: value), let found = Charset(label: label) else {
                    continue
                }
                (charset, needsPragma) = (found, true)
            case "charset": (charset, needsPragma) = (Charset(label: value), false)
            default: continue
            }
        }
        // A tag that does not end declares nothing.
        guard at < bytes.count, let needsPragma, let charset, !needsPragma || hasPragma else { return nil }
        // A page that can be read so far is not UTF-16.
        if charset.name.hasPrefix("utf-") { return .utf8 }
        return charset.name == "x-user-defined" ? .windows1252 : charset
    }

    /// The standard's "extract a character encoding from a meta element".
    private static func label(inContent content: String) -> String? {
        var text = Array(content.utf8)
        while let start = text.firstIndex(ofSequence: "charset") {
            var rest = text[(start + 7)...].drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else {
                text = Array(text[(start + 7)...])
                continue
            }
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            guard let first = rest.first else { return nil }
            if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
                guard let end = rest.dropFirst().firstIndex(of: first) else { return nil }
                return String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
            }
            return String(decoding: rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
        }
        return nil
    }

    /// The next attribute of the tag, in lower case; nil at the tag's end.
    private mutating func attribute() -> (name: String, value: String)? {
        while at < bytes.count, isSpaceOrSlash(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return nil }
        let start = at
        while at < bytes.count, !isSpaceOrSlash(bytes[at]), bytes[at] != UInt8(ascii: ">"),
            bytes[at] != UInt8(ascii: "=") || at == start
        {
            at += 1
        }
        let name = lowercased(start..<at)
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return (name, "") }
        at += 1
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
        return (name, value())
    }

    private mutating func value() -> String {
        guard at < bytes.count else { return "" }
        let quote = bytes[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = at + 1
            at = bytes[start...].firstIndex(of: quote) ?? bytes.count
            let value = lowercased(start..<at)
            at = min(at + 1, bytes.count)
            return value
        }
        let start = at
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
        return lowercased(start..<at)
    }

    private func lowercased(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].map(\.asciiLowercased), as: UTF8.self)
    }
}
