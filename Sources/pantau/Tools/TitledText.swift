import Text

/// A text as people keep one in a file.
struct TitledText {
    var title: String
    var text: String

    /// Whether a file holds a web page, by its name.
    static func isPage(_ path: String) -> Bool {
        [".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
    }
}

extension TitledText {
    /// The first line is the title where a blank line follows it; else there is none. Lines that an editor has wrapped are
    /// joined.
    init(of whole: String) {
        let lines = whole.linesOfText
        if lines.count > 2, !lines[0].isEmpty, lines[1].allSatisfy(\.isWhitespace) {
            self.init(title: String(lines[0]), text: lines.dropFirst(2).unwrapped)
        } else {
            self.init(title: "", text: lines.unwrapped)
        }
    }

    /// The text of a file whose title somebody gave.
    init(title: String, of whole: String) {
        self.init(title: title, text: whole.linesOfText.unwrapped)
    }
}

extension String {
    /// Its lines, whatever ends them: a line feed, a carriage return, or both.
    fileprivate var linesOfText: [Substring] {
        var text = self[...]
        if text.first == "\u{FEFF}" { text.removeFirst() }
        return text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
    }
}

extension Sequence<Substring> {
    /// Joined by line feeds; by a blank where a sentence goes on: the line before has no end mark, and the next begins with
    /// a small letter.
    fileprivate var unwrapped: String {
        var text = ""
        var last: Character?
        for (number, line) in enumerated() {
            let goesOn = line.first?.isLowercase == true && last.map { !endMarks.contains($0) } ?? false
            if number > 0 { text += goesOn ? " " : "\n" }
            text += line
            last = line.last { !$0.isWhitespace }
        }
        return text
    }
}

/// What a line ends with where no sentence is cut; a hyphen may part one word in two, or not.
private let endMarks: Set<Character> = [".", "!", "?", "…", ":", ";", "\"", "”", "’", ")", "-", "–", "—"]
