extension String {
    /// Text from the web as one line that is safe to keep and to show.
    ///
    /// Control characters (C0, C1, ESC, NUL), bidi controls, zero-width, tag and other invisible characters and
    /// noncharacters go, but for those that shape a letter or a picture (see ``CharacterRole``); letters drawn in bold or
    /// wide type become plain; entities that were encoded twice are undone once; every run of white space and line breaks
    /// becomes one blank; combining marks beyond four on one letter go; the rest is in NFC. A text without entities that
    /// was cleaned stays as it is when it is cleaned again.
    ///
    /// - Parameter limit: the greatest length in characters. Text over 16 bytes a character is cut earlier.
    public func cleanedLine(limit: Int = 500) -> String {
        if utf8.count <= limit, isCleanWord { return self }
        return TextCleaner.cleaned(self, keepsLines: false, limit: limit)
    }

    /// The same for a text of paragraphs: line breaks stay, as one line feed between two paragraphs that are not empty.
    public func cleanedParagraphs(limit: Int = 200_000) -> String {
        TextCleaner.cleaned(self, keepsLines: true, limit: limit)
    }
}

/// Writes what may stay of a text, in one pass, fed character by character or in runs.
@usableFromInline
package struct TextCleaner: ~Copyable {
    /// Thai, Tamil and Vietnamese put up to three marks on a letter; "zalgo" text dozens.
    static let marksOnALetter = 4
    /// A family emoji or a letter with four marks fits; a base with endless prefixes does not.
    static let bytesPerCharacter = 16

    @usableFromInline let keepsLines: Bool
    private let limit: Int
    @usableFromInline let byteLimit: Int
    /// Always UTF-8: only ASCII and whole characters are appended.
    @usableFromInline private(set) var out: ByteBuffer
    private var isASCII = true
    @usableFromInline private(set) var gap = Gap.none
    @usableFromInline private(set) var marks = 0
    private var mayNeedComposing = false
    /// The last character beyond ASCII, and where the text ended behind it.
    private var last: Unicode.Scalar = "\0"
    private var lastEnd = -1
    /// A joiner that was met behind that character: what follows decides.
    private var joiner: Unicode.Scalar?
    private var hasJoiner = false

    @usableFromInline enum Gap { case none, blank, line }

    package init(keepsLines: Bool, limit: Int, expecting count: Int = 0) {
        (self.keepsLines, self.limit) = (keepsLines, limit)
        let most = limit.multipliedReportingOverflow(by: TextCleaner.bytesPerCharacter)
        byteLimit = most.overflow ? Int.max : most.partialValue
        out = ByteBuffer(capacity: min(count, byteLimit))
    }

    static func cleaned(_ text: String, keepsLines: Bool, limit: Int) -> String {
        let text = CharacterReferences.undone(in: text)
        var cleaner = TextCleaner(keepsLines: keepsLines, limit: limit, expecting: text.utf8.count)
        for scalar in text.unicodeScalars {
            cleaner.append(scalar)
            if cleaner.isFull { break }
        }
        return cleaner.finished()
    }

    /// Whether nothing more is taken: what follows would be cut.
    @inlinable
    package var isFull: Bool { out.count >= byteLimit }

    /// The text so far, in NFC and within the limit.
    package consuming func finished() -> String {
        // Safe: it is UTF-8, as `out` says.
        var result = unsafe out.string(isASCII: isASCII)
        if mayNeedComposing {
            result = hasJoiner ? result.nfc.withSettledJoiners : result.nfc
            // A few characters grow threefold; then the end goes, as it would have gone had they been written so.
            if result.utf8.count > byteLimit {
                let end = result.utf8.index(result.startIndex, offsetBy: byteLimit)
                result = String(result.unicodeScalars[..<end]).withoutLooseEnd
            }
        }
        guard result.utf8.count > limit else { return result }
        return String(result.prefix(limit)).withoutLooseEnd
    }

    /// Ends the paragraph, or the word where the text is one line.
    @inlinable
    package mutating func breakLine() { gap = keepsLines ? .line : .blank }

    /// Ends the word.
    @inlinable
    package mutating func addBlank() { gap = gap == .line ? .line : .blank }

    /// Takes printable ASCII other than the blank.
    @inlinable
    package mutating func append(printable byte: UInt8) {
        precondition(byte < 0x80)
        if gap != .none { closeGap() }
        marks = 0
        out.append(byte)
    }

    /// Takes words of printable ASCII, and the single blanks between them, up to the next `<`, `&` or other character.
    ///
    /// - Parameter start: where such a word begins.
    /// - Returns: the offset behind the last word.
    @inlinable
    package mutating func append(wordsOf bytes: Span<UInt8>, from start: Int) -> Int {
        if gap != .none { closeGap() }
        marks = 0
        let end = out.append(wordsOf: bytes, from: start) { block in
            block.mark(below: 0x20) .| block.mark(from: 0x7F) .| block.mark(equalTo: UInt8(ascii: "<"))
                .| block.mark(equalTo: UInt8(ascii: "&"))
        }
        // A blank before what ends the run is none between two words.
        guard out.last == 0x20 else { return end }
        out.removeLast()
        return end &- 1
    }

    package mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value > 0x20, value < 0x7F {
            append(printable: UInt8(value))
            return
        }
        switch CharacterRole(scalar) {
        case .dropped: keepJoiner(scalar)
        case .blank: addBlank()
        case .lineBreak: breakLine()
        case .mark:
            if let second = CharacterRole.secondHalf(of: scalar) {
                append("\u{F71}")
                append(second)
                return
            }
            let count = CharacterRole.marksWhenComposed(scalar)
            guard marks + count <= TextCleaner.marksOnALetter else { return }
            marks += count
            closeGap()
            write(scalar)
        case .letter:
            let plain = scalar.withoutStyle
            guard !plain.isASCII else {
                append(printable: UInt8(plain.value))
                return
            }
            if let joiner, gap == .none, lastEnd == out.count, Joiner.keeps(joiner, between: last, and: scalar) {
                write(joiner)
                hasJoiner = true
            }
            closeGap()
            marks = CharacterRole.marksWhenComposed(scalar)
            write(scalar)
        }
    }

    /// Of the invisible characters a few belong to the letter or picture beside them; see ``Joiner``.
    private mutating func keepJoiner(_ scalar: Unicode.Scalar) {
        guard gap == .none, lastEnd == out.count else { return }
        if Joiner.keepsSelector(scalar, after: last) {
            write(scalar)
        } else if Joiner.isJoiner(scalar), joiner == nil {
            joiner = scalar
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        mayNeedComposing = mayNeedComposing || CharacterRole.mayNeedComposing(scalar)
        out.append(scalar)
        isASCII = false
        (last, lastEnd, joiner) = (scalar, out.count, nil)
    }

    @inlinable
    mutating func closeGap() {
        if gap != .none, out.count > 0 { out.append(gap == .line ? 10 : 32) }
        gap = .none
    }
}

extension String {
    /// Whether it is printable ASCII without blanks and references, such as an address.
    fileprivate var isCleanWord: Bool {
        let bytes = utf8.span
        return isASCIIWord && bytes.nextOffset(of: UInt8(ascii: "&"), in: bytes.indices) == nil
    }

    /// Without what a cut leaves behind: blanks, and a joiner that joins nothing any more.
    fileprivate var withoutLooseEnd: String {
        let isLoose: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || Joiner.isJoiner($0) }
        guard let last = unicodeScalars.lastIndex(where: { !isLoose($0) }) else { return "" }
        return String(unicodeScalars[...last])
    }
}
