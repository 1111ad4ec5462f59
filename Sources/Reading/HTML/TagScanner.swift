import Text

/// What begins at a `<`.
enum MarkUp {
    case startTag, endTag, comment, declaration

    /// - Returns: nil where the `<` is only a character.
    init?(_ bytes: Span<UInt8>, at: Int) {
        guard at + 1 < bytes.count else { return nil }
        switch bytes[at + 1] {
        case let byte where byte.isLetter: self = .startTag
        case UInt8(ascii: "/"):
            guard at + 2 < bytes.count else { return nil }
            self = bytes[at + 2].isLetter ? .endTag : .declaration
        case UInt8(ascii: "!"):
            let isComment =
                at + 3 < bytes.count && bytes[at + 2] == UInt8(ascii: "-") && bytes[at + 3] == UInt8(ascii: "-")
            self = isComment ? .comment : .declaration
        case UInt8(ascii: "?"): self = .declaration
        default: return nil
        }
    }

    /// Behind the `-->` or `--!>` of a comment whose text begins at `start`; the document's end where there is none.
    static func end(ofComment bytes: Span<UInt8>, from start: Int) -> Int {
        // `<!-->` and `<!--->` are whole comments.
        var dashes = 2
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ">") where dashes >= 2: return at + 1
            case UInt8(ascii: "!") where dashes >= 2 && at > start: break
            default: dashes = 0
            }
            at += 1
        }
        return bytes.count
    }

    static func end(ofDeclaration bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.nextOffset(of: UInt8(ascii: ">"), in: min(start, bytes.count)..<bytes.count).map { $0 + 1 } ?? bytes.count
    }
}

/// Moves through the inside of a tag.
struct TagScanner {
    var at: Int
    private(set) var isSelfClosing = false

    init(at: Int) { self.at = at }

    /// Reads an element's name in lower case.
    mutating func name(_ bytes: Span<UInt8>) -> NameHash {
        var hash = NameHash()
        while at < bytes.count, !bytes[at].endsName {
            hash.add(bytes[at].lowercased)
            at += 1
        }
        return hash
    }

    /// Reads up to and past the `>`, and keeps the first of each attribute that we know.
    ///
    /// - Returns: false where the document ends before the tag does.
    mutating func attributes(_ bytes: Span<UInt8>, into list: inout [HTMLDocument.Attribute]) -> Bool {
        var seen: UInt32 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                at += 1
                return true
            }
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") {
                isSelfClosing = byte == UInt8(ascii: "/")
                at += 1
                continue
            }
            isSelfClosing = false
            let name = attributeName(bytes)
            let value = attributeValue(bytes)
            guard let known = HTMLAttribute(name), seen & 1 << UInt32(known.rawValue) == 0 else { continue }
            seen |= 1 << UInt32(known.rawValue)
            list.append(.init(name: known, lower: Int32(value.lowerBound), upper: Int32(value.upperBound)))
        }
        return false
    }

    /// Reads a whole tag from its name on, for an attribute that `attributes` does not keep.
    ///
    /// - Returns: the value of the first attribute with that name; nil where the tag has none.
    mutating func value(_ bytes: Span<UInt8>, named wanted: NameHash) -> Range<Int>? {
        _ = name(bytes)
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
            if bytes[at].isHTMLSpace || bytes[at] == UInt8(ascii: "/") {
                at += 1
                continue
            }
            let name = attributeName(bytes)
            let value = attributeValue(bytes)
            if name == wanted { return value }
        }
        return nil
    }

    /// Passes the rest of an end tag. Quotes do not count here, so that a stray one loses no text.
    mutating func skipToEnd(_ bytes: Span<UInt8>) -> Bool {
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
        at += 1
        return at <= bytes.count
    }

    private mutating func attributeName(_ bytes: Span<UInt8>) -> NameHash {
        // A leading `=` belongs to the name; the loop must move on in any case.
        var hash = NameHash()
        repeat {
            hash.add(bytes[at].lowercased)
            at += 1
        } while at < bytes.count && !bytes[at].endsName && bytes[at] != UInt8(ascii: "=")
        return hash
    }

    private mutating func attributeValue(_ bytes: Span<UInt8>) -> Range<Int> {
        skipSpace(bytes)
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return at..<at }
        at += 1
        skipSpace(bytes)
        guard at < bytes.count else { return at..<at }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = at
            while at < bytes.count, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
            return start..<at
        }
        at += 1
        let start = at
        let end = bytes.nextOffset(of: quote, in: start..<bytes.count) ?? bytes.count
        at = min(end + 1, bytes.count)
        return start..<end
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while at < bytes.count, bytes[at].isHTMLSpace { at += 1 }
    }

    /// The next end tag of that name: from its `<` to behind its `>`.
    static func endTag(_ bytes: Span<UInt8>, named name: NameHash, from start: Int) -> Range<Int>? {
        var at = start
        while let mark = bytes.nextOffset(of: UInt8(ascii: "<"), in: at..<bytes.count), mark + 2 < bytes.count {
            at = mark + 1
            guard bytes[at] == UInt8(ascii: "/") else { continue }
            var scanner = TagScanner(at: mark + 2)
            if scanner.shortName(bytes) == name {
                return mark..<(scanner.skipToEnd(bytes) ? scanner.at : bytes.count)
            }
        }
        return nil
    }

    /// As `name`, but gives up after the longest name of a raw element, since it is tried at every `</` of a script.
    private mutating func shortName(_ bytes: Span<UInt8>) -> NameHash {
        var hash = NameHash()
        let limit = min(bytes.count, at + 10)
        while at < limit, !bytes[at].endsName {
            hash.add(bytes[at].lowercased)
            at += 1
        }
        return hash
    }
}

extension UInt8 {
    var isHTMLSpace: Bool { self == 32 || self == 10 || self == 9 || self == 13 || self == 12 }
    fileprivate var isLetter: Bool { (97...122).contains(self | 0x20) }
    fileprivate var endsName: Bool { isHTMLSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") }
    fileprivate var lowercased: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
}
