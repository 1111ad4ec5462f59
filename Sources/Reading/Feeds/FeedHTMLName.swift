import Text

/// The name of an HTML element, by its last eight letters: enough to tell those apart that matter here.
struct FeedHTMLName: Equatable {
    private let letters: UInt64

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
    static func read(_ bytes: Span<UInt8>, at start: Int) -> (FeedHTMLName, end: Int) {
        var letters: UInt64 = 0
        var at = start
        while at < bytes.count, bytes[at].isASCIILetter || bytes[at].isASCIIDigit {
            letters = letters << 8 | UInt64(bytes[at].asciiLowercased)
            at += 1
        }
        return (FeedHTMLName(letters: letters), at)
    }

    private init(letters: UInt64) { self.letters = letters }

    private init(_ name: String) {
        self.init(letters: name.utf8.reduce(0) { $0 << 8 | UInt64($1) })
    }

    var role: Role {
        var slot = FeedHTMLName.slot(of: letters)
        while FeedHTMLName.table[slot].letters != 0 {
            if FeedHTMLName.table[slot].letters == letters { return FeedHTMLName.table[slot].role }
            slot = (slot + 1) & (FeedHTMLName.slots - 1)
        }
        return .inline
    }

    /// Of the 64 names at most a few meet in 512 slots.
    private static let slots = 512

    private static func slot(of letters: UInt64) -> Int { Int((letters &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    private static let table: [(letters: UInt64, role: Role)] = {
        var table = Array(repeating: (letters: UInt64(0), role: Role.inline), count: slots)
        let silent = ["script", "style", "applet"]
        for (names, role) in [(lines, Role.line), (silent, .silent), (["noscript"], .fallback)] {
            for name in names.map({ FeedHTMLName($0) }) {
                var slot = slot(of: name.letters)
                while table[slot].letters != 0 { slot = (slot + 1) & (slots - 1) }
                table[slot] = (name.letters, role)
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
