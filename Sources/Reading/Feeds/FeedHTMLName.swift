import Text

/// The name of an HTML element, by its length and its first eight letters: enough to tell those apart that matter here.
struct FeedHTMLName: Equatable {
    /// In lower case, the first in the lowest byte.
    private let letters: UInt64
    private let length: Int

    /// What an element does to the text around it.
    enum Role {
        /// Begins and ends a line.
        case line
        /// Its content is no text.
        case silent
        /// Its content stands there for readers without scripts, beside what the scripts would show.
        case fallback
        case inline
    }

    /// Reads a name.
    ///
    /// - Returns: the name, and the offset behind it.
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, at start: Int) -> (FeedHTMLName, end: Int) {
        let word = bytes.word(in: start..<min(start &+ 8, bytes.count))
        let small = ByteWord(bits: word.bits | 0x2020_2020_2020_2020)
        let letters = small.mark(below: UInt8(ascii: "z") + 1) & ~small.mark(below: UInt8(ascii: "a"))
        // With the bit of small letters set, control characters would pass for digits.
        let digits = word.mark(below: UInt8(ascii: "9") + 1) & ~word.mark(below: UInt8(ascii: "0"))
        var length = ByteWord(bits: ~(letters | digits) & 0x8080_8080_8080_8080).bits.trailingZeroBitCount / 8
        let mask = length == 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
        while length >= 8, start &+ length < bytes.count,
            bytes[start &+ length].isASCIILetter || bytes[start &+ length].isASCIIDigit
        {
            length &+= 1
        }
        return (FeedHTMLName(letters: small.bits & mask, length: length), start &+ length)
    }

    private init(letters: UInt64, length: Int) { (self.letters, self.length) = (letters, length) }

    private init(_ name: String) {
        let bytes = Array(name.utf8)
        self = FeedHTMLName.read(bytes.span, at: 0).0
    }

    @inline(__always)
    var role: Role {
        var slot = slot
        while FeedHTMLName.table[slot].name.length != 0 {
            if FeedHTMLName.table[slot].name == self { return FeedHTMLName.table[slot].role }
            slot = (slot &+ 1) & (FeedHTMLName.slots &- 1)
        }
        return .inline
    }

    /// Of the 64 names at most a few meet in 512 slots.
    private static let slots = 512

    private var slot: Int { Int(truncatingIfNeeded: (letters &* 0x9E37_79B9_7F4A_7C15) &>> 55) }

    /// In place, not an array: that would be counted up and down for each tag.
    private static let table: InlineArray<512, (name: FeedHTMLName, role: Role)> = {
        var table = InlineArray<512, (name: FeedHTMLName, role: Role)>(
            repeating: (FeedHTMLName(letters: 0, length: 0), .inline))
        let silent = ["script", "style", "applet"]
        for (names, role) in [(lines, Role.line), (silent, .silent), (["noscript"], .fallback)] {
            for name in names.map({ FeedHTMLName($0) }) {
                var slot = name.slot
                while table[slot].name.length != 0 { slot = (slot + 1) & (slots - 1) }
                table[slot] = (name, role)
            }
        }
        return table
    }()

    private static let lines = [
        "address", "article", "aside", "audio", "blockquote", "body", "br", "button", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav",
        "object", "ol", "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody",
        "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul", "video", "xmp",
    ]
}
