import Text

/// The text of a piece of HTML as feeds carry it: paragraphs separated by a line feed, clean.
///
/// One pass over the bytes, without a tree: of a feed's HTML only the words are kept, so that nothing of it can run. Every
/// step is constant time a byte, however the tags are broken.
struct MarkedText: ~Copyable {
    private var text: TextCleaner
    /// The end behind which no `>`, no such quote, no end of a comment comes any more: it is not looked for again.
    private var lastEnds = SearchBounds()
    /// Set once a tag whose every `>` stood in quotes was followed to the end of the text: not a second time.
    private var ignoresQuotes = false
    /// How many scripts were ended that were never begun, and how many of those that began after it are still open.
    private var strayEnds = 0
    private var shownScripts = 0
    /// Whether the first character beyond ASCII was taken, and whether ``Mojibake`` may find something from there on.
    private var hasOther = false
    private var mayBeMangled = false
    /// Set once a `noscript` was followed to the end of the text: its end is not looked for again.
    private var hasNoFallbackEnd = false

    enum Kind {
        /// A tag is text, and so is a reference, unless it was encoded twice.
        case plain
        case html
    }

    /// - Parameters:
    ///   - bytes: UTF-8, references of the surrounding XML or JSON resolved.
    ///   - keepsLines: whether paragraphs are told apart; else the text is one line.
    ///   - limit: the greatest length in characters.
    ///   - mends: whether text that was encoded twice is read as it was meant.
    static func read(
        _ bytes: Span<UInt8>, as kind: Kind, keepsLines: Bool, limit: Int, mends: Bool = false
    ) -> String {
        var reader = MarkedText(text: TextCleaner(keepsLines: keepsLines, limit: limit, expecting: bytes.count))
        switch kind {
        case .plain: reader.readPlain(bytes)
        case .html: reader.readHTML(bytes)
        }
        if mends, reader.mayBeMangled, let mended = Mojibake.undone(in: String(utf8: bytes)) {
            return read(mended.utf8.span, as: kind, keepsLines: keepsLines, limit: limit)
        }
        return reader.text.finished()
    }

    private init(text: consuming TextCleaner) { self.text = text }

    private mutating func readPlain(_ bytes: Span<UInt8>) {
        var at = 0
        while at < bytes.count, !text.isFull {
            let byte = bytes[at]
            if byte == UInt8(ascii: "&") {
                at = reference(bytes, at: at, in: .exact)
            } else if byte == UInt8(ascii: "<") {
                at = literal(at)
            } else if byte > 0x20, byte < 0x7F {
                at = text.append(wordsOf: bytes, from: at)
            } else {
                at = character(bytes, at: at)
            }
        }
    }

    private mutating func readHTML(_ bytes: Span<UInt8>) {
        var at = 0
        while at < bytes.count, !text.isFull {
            let byte = bytes[at]
            if byte == UInt8(ascii: "<") {
                at = tag(bytes, at: at)
            } else if byte == UInt8(ascii: "&") {
                at = reference(bytes, at: at, in: .text)
            } else if byte > 0x20, byte < 0x7F {
                at = text.append(wordsOf: bytes, from: at)
            } else if byte == 0x20 || (0x9...0xD).contains(byte) {
                // Line breaks of the source are blanks in HTML.
                text.addBlank()
                at += 1
            } else {
                at = character(bytes, at: at)
            }
        }
    }

    // MARK: Characters

    /// Takes one character beyond printable ASCII.
    private mutating func character(_ bytes: Span<UInt8>, at: Int) -> Int {
        if !hasOther, bytes[at] >= 0x80 {
            hasOther = true
            // U+00C2...00F4 are the first bytes of UTF-8; what follows would then be beyond ASCII too.
            mayBeMangled =
                bytes[at] == 0xC3 && at + 2 < bytes.count && (0x82...0xB4).contains(bytes[at + 1])
                && bytes[at + 2] >= 0x80
        }
        let (scalar, end) = bytes.scalar(at: at)
        text.append(CharacterReferences.meant(by: scalar))
        return end
    }

    /// Takes the reference at an ampersand, and what it is one of where it was encoded twice: `&amp;nbsp;`.
    private mutating func reference(_ bytes: Span<UInt8>, at: Int, in context: CharacterReferences.Context) -> Int {
        // One to NUL or to no character at all stays as written.
        guard let match = CharacterReferences.match(bytes, at: at, in: context), match.first != "\u{FFFD}" else {
            text.append(printable: UInt8(ascii: "&"))
            return at + 1
        }
        if match.first == "&", case .text = context,
            let inner = CharacterReferences.match(bytes, at: match.end - 1, in: .exact)
        {
            append(inner)
            return inner.end
        }
        append(match)
        return match.end
    }

    private mutating func append(_ match: CharacterReferences.Match) {
        text.append(match.first)
        if let second = match.second { text.append(second) }
    }

    // MARK: Tags

    /// Passes what begins with `<`; a tag that never ends is text.
    ///
    /// - Returns: the offset behind it.
    private mutating func tag(_ bytes: Span<UInt8>, at start: Int) -> Int {
        guard start + 1 < bytes.count else { return literal(start) }
        let next = bytes[start + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return declaration(bytes, at: start) }
        let isEnd = next == UInt8(ascii: "/")
        let nameStart = isEnd ? start + 2 : start + 1
        guard nameStart < bytes.count, bytes[nameStart].isASCIILetter else {
            // A browser takes `</ x>` for a comment.
            return isEnd
                ? lastEnds.of(UInt8(ascii: ">"), in: bytes, from: start).map { $0 + 1 } ?? literal(start)
                : literal(start)
        }
        let (name, nameEnd) = FeedHTMLName.read(bytes, at: nameStart)
        guard let end = tagEnd(bytes, from: nameEnd) else { return literal(start) }
        switch name.role {
        case .line: text.breakLine()
        // Readers of feeds count the ends of scripts against their beginnings: one that was ended before it began hides
        // nothing. Its words are text then, and text only.
        case .silent where isEnd && shownScripts > 0: shownScripts -= 1
        case .silent where isEnd: strayEnds += 1
        case .silent where strayEnds > 0:
            strayEnds -= 1
            shownScripts += 1
        case .silent: return silentEnd(bytes, of: name, from: end) ?? bytes.count
        case .fallback:
            text.breakLine()
            if !isEnd, !hasNoFallbackEnd {
                if let behind = silentEnd(bytes, of: name, from: end) { return behind }
                hasNoFallbackEnd = true
            }
        case .inline: break
        }
        return end
    }

    private mutating func literal(_ at: Int) -> Int {
        text.append(printable: UInt8(ascii: "<"))
        return at + 1
    }

    /// The offset behind the `>` of a tag, which may also stand in quotes.
    @inline(__always)
    private mutating func tagEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        if ignoresQuotes || lastEnds.hasNoAngle {
            return lastEnds.of(UInt8(ascii: ">"), in: bytes, from: start).map { $0 + 1 }
        }
        var at = start
        var unseen = start
        while let next = bytes.nextOffset(in: at..<bytes.count, where: MarkedText.endsOrQuotes) {
            let byte = bytes[next]
            if byte == UInt8(ascii: ">") { return next + 1 }
            // A quote that never ends is no quote; nor is one that does not begin a value.
            var before = next - 1
            while before >= unseen, bytes[before] <= 0x20 { before -= 1 }
            at = next + 1
            if before >= unseen, bytes[before] == UInt8(ascii: "="),
                let end = lastEnds.of(byte, in: bytes, from: at)
            {
                at = end + 1
            }
            unseen = at
        }
        guard let first = lastEnds.of(UInt8(ascii: ">"), in: bytes, from: start) else { return nil }
        ignoresQuotes = true
        return first + 1
    }

    @inline(__always)
    private static func endsOrQuotes(_ bytes: ByteBlock) -> ByteMask {
        bytes.mark(equalTo: UInt8(ascii: ">")) .| bytes.mark(equalTo: UInt8(ascii: "\""))
            .| bytes.mark(equalTo: UInt8(ascii: "'"))
    }

    /// Comments, document types, CDATA marks, instructions.
    private mutating func declaration(_ bytes: Span<UInt8>, at start: Int) -> Int {
        let isComment =
            start + 3 < bytes.count && bytes[start + 1] == UInt8(ascii: "!") && bytes[start + 2] == UInt8(ascii: "-")
            && bytes[start + 3] == UInt8(ascii: "-")
        // `<!-->` is a whole comment; one that never ends is ended by its first `>`, so that the text is not lost.
        if isComment, let end = lastEnds.ofComment(in: bytes, from: start + 2) { return end }
        return lastEnds.of(UInt8(ascii: ">"), in: bytes, from: start).map { $0 + 1 }
            ?? (isComment ? bytes.count : literal(start))
    }

    /// Passes the content of a script or style, which ends with its own end tag only; nil where there is none.
    private mutating func silentEnd(_ bytes: Span<UInt8>, of name: FeedHTMLName, from start: Int) -> Int? {
        var at = start
        while let open = lastEnds.of(UInt8(ascii: "<"), in: bytes, from: at) {
            at = open + 1
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "/"), bytes[at + 1].isASCIILetter else { continue }
            let (found, nameEnd) = FeedHTMLName.read(bytes, at: at + 1)
            if found == name {
                return lastEnds.of(UInt8(ascii: ">"), in: bytes, from: nameEnd).map { $0 + 1 } ?? bytes.count
            }
        }
        return nil
    }
}

/// Where a byte or the end of a comment is next; what is not found once is not looked for again.
private struct SearchBounds {
    private var noMore: (angle: Bool, double: Bool, single: Bool, comment: Bool) = (false, false, false, false)

    var hasNoAngle: Bool { noMore.angle }

    /// The offset of the next such byte.
    mutating func of(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
        switch byte {
        case UInt8(ascii: ">") where noMore.angle: return nil
        case UInt8(ascii: "\"") where noMore.double: return nil
        case UInt8(ascii: "'") where noMore.single: return nil
        default: break
        }
        if let found = bytes.nextOffset(of: byte, in: min(start, bytes.count)..<bytes.count) { return found }
        switch byte {
        case UInt8(ascii: ">"): noMore.angle = true
        case UInt8(ascii: "\""): noMore.double = true
        case UInt8(ascii: "'"): noMore.single = true
        default: break
        }
        return nil
    }

    /// The offset behind the next `-->`.
    mutating func ofComment(in bytes: Span<UInt8>, from start: Int) -> Int? {
        guard !noMore.comment else { return nil }
        var at = min(start + 2, bytes.count)
        while let end = bytes.nextOffset(of: UInt8(ascii: ">"), in: at..<bytes.count) {
            if bytes[end - 1] == UInt8(ascii: "-"), bytes[end - 2] == UInt8(ascii: "-") { return end + 1 }
            at = end + 1
        }
        noMore.comment = true
        return nil
    }
}
