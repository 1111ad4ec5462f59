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
        return TextCleaner(keepsLines: false, limit: limit).cleaned(self)
    }

    /// The same for a text of paragraphs: line breaks stay, as one line feed between two paragraphs that are not empty.
    public func cleanedParagraphs(limit: Int = 200_000) -> String {
        TextCleaner(keepsLines: true, limit: limit).cleaned(self)
    }
}

/// Writes what may stay of a text, in one pass, fed character by character or in runs.
@usableFromInline
package struct TextCleaner {
    /// Thai, Tamil and Vietnamese put up to three marks on a letter; "zalgo" text dozens.
    static let marksOnALetter = 4
    /// A family emoji or a letter with four marks fits; a base with endless prefixes does not.
    static let bytesPerCharacter = 16

    private let keepsLines: Bool
    private let limit: Int
    @usableFromInline let byteLimit: Int
    @usableFromInline private(set) var out: [UInt8] = []
    private var gap = Gap.none
    private var marks = 0
    private var mayNeedComposing = false
    /// The last character beyond ASCII, and where the text ended behind it.
    private var last: Unicode.Scalar = "\0"
    private var lastEnd = -1
    /// A joiner that was met behind that character: what follows decides.
    private var joiner: Unicode.Scalar?
    private var hasJoiner = false

    private enum Gap { case none, blank, line }

    package init(keepsLines: Bool, limit: Int, expecting count: Int = 0) {
        (self.keepsLines, self.limit) = (keepsLines, limit)
        let most = limit.multipliedReportingOverflow(by: TextCleaner.bytesPerCharacter)
        byteLimit = most.overflow ? Int.max : most.partialValue
        out.reserveCapacity(min(count, byteLimit))
    }

    consuming func cleaned(_ text: String) -> String {
        let text = CharacterReferences.undone(in: text)
        out.reserveCapacity(min(text.utf8.count, byteLimit))
        for scalar in text.unicodeScalars {
            append(scalar)
            if isFull { break }
        }
        return finished()
    }

    /// Whether nothing more is taken: what follows would be cut.
    @inlinable package var isFull: Bool { out.count >= byteLimit }

    /// The text so far, in NFC and within the limit.
    package consuming func finished() -> String {
        var result = String(decoding: out, as: UTF8.self)
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
    package mutating func breakLine() { gap = keepsLines ? .line : .blank }

    /// Ends the word.
    package mutating func addBlank() { gap = gap == .line ? .line : .blank }

    /// Takes printable ASCII other than the blank.
    package mutating func append(printable byte: UInt8) {
        if gap != .none { closeGap() }
        marks = 0
        out.append(byte)
    }

    /// Takes a run of printable ASCII, with at most one blank between two words and none at either end.
    package mutating func append(run: Span<UInt8>) {
        if gap != .none { closeGap() }
        marks = 0
        out.append(run)
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
        (last, lastEnd, joiner) = (scalar, out.count, nil)
    }

    private mutating func closeGap() {
        if gap != .none, !out.isEmpty { out.append(gap == .line ? 10 : 32) }
        gap = .none
    }
}

extension String {
    /// Whether it is printable ASCII without blanks and references, such as an address.
    fileprivate var isCleanWord: Bool { utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "&") } }

    /// Without what a cut leaves behind: blanks, and a joiner that joins nothing any more.
    fileprivate var withoutLooseEnd: String {
        let isLoose: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || Joiner.isJoiner($0) }
        guard let last = unicodeScalars.lastIndex(where: { !isLoose($0) }) else { return "" }
        return String(unicodeScalars[...last])
    }
}
