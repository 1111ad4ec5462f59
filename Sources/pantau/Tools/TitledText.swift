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
    /// The first line is the title where a blank line follows it; else there is none.
    init(of whole: String) {
        let lines = whole.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        if lines.count == 3, !lines[0].isEmpty, lines[1].allSatisfy(\.isWhitespace) {
            self.init(title: String(lines[0]), text: String(lines[2]))
        } else {
            self.init(title: "", text: whole)
        }
    }
}
