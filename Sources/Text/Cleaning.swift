extension String {
    /// Text from the web as one line that is safe to keep and to show.
    ///
    /// Control characters (C0, C1, ESC, NUL), bidi controls, zero-width, tag and other invisible characters and
    /// noncharacters go; entities that were encoded twice are undone once; every run of white space and line breaks becomes
    /// one blank; combining marks beyond four on one letter go; the rest is in NFC.
    ///
    /// - Parameter limit: the greatest length in characters. Text over 16 bytes a character is cut earlier.
    public func cleanedLine(limit: Int = 500) -> String {
        TextCleaner(keepsLines: false, limit: limit).cleaned(self)
    }

    /// The same for a text of paragraphs: line breaks stay, as one line feed between two paragraphs that are not empty.
    public func cleanedParagraphs(limit: Int = 200_000) -> String {
        TextCleaner(keepsLines: true, limit: limit).cleaned(self)
    }
}

/// Writes what may stay of a text, in one pass.
struct TextCleaner {
    /// Thai, Tamil and Vietnamese put up to three marks on a letter; "zalgo" text dozens.
    static let marksOnALetter = 4
    /// A family emoji without its joiners or a letter with four marks fits; a base with endless prefixes does not.
    static let bytesPerCharacter = 16

    private let keepsLines: Bool
    private let limit: Int
    private var out: [UInt8] = []
    private var gap = Gap.none
    private var marks = 0
    private var mayNeedComposing = false

    private enum Gap { case none, blank, line }

    init(keepsLines: Bool, limit: Int) { (self.keepsLines, self.limit) = (keepsLines, limit) }

    consuming func cleaned(_ text: String) -> String {
        let most = limit.multipliedReportingOverflow(by: TextCleaner.bytesPerCharacter)
        let byteLimit = most.overflow ? Int.max : most.partialValue
        out.reserveCapacity(min(text.utf8.count, byteLimit))
        for scalar in CharacterReferences.undone(in: text).unicodeScalars {
            append(scalar)
            if out.count >= byteLimit { break }
        }
        var result = String(decoding: out, as: UTF8.self)
        if mayNeedComposing { result = result.nfc }
        guard result.utf8.count > limit else { return result }
        return String(result.prefix(limit)).withoutTrailingBlanks
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value > 0x20, value < 0x7F {
            closeGap()
            marks = 0
            out.append(UInt8(value))
            return
        }
        switch CharacterRole(scalar) {
        case .dropped: return
        case .blank: gap = gap == .line ? .line : .blank
        case .lineBreak: gap = keepsLines ? .line : .blank
        case .mark:
            marks += 1
            guard marks <= TextCleaner.marksOnALetter else { return }
            closeGap()
            write(scalar)
        case .letter:
            closeGap()
            marks = 0
            write(scalar)
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        mayNeedComposing = mayNeedComposing || CharacterRole.mayNeedComposing(scalar)
        out += String(scalar).utf8
    }

    private mutating func closeGap() {
        if gap != .none, !out.isEmpty { out.append(gap == .line ? 10 : 32) }
        gap = .none
    }
}

extension String {
    fileprivate var withoutTrailingBlanks: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last])
    }
}
