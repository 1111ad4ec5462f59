import Text

/// The languages that feeds name.
enum FeedLanguage {
    /// As written, but for `ms_MY`, which is `ms-MY`; nil where nothing is.
    static func read(_ text: String) -> String? {
        let line = text.cleanedLine(limit: 40)
        return (line.utf8.contains(UInt8(ascii: "_")) ? line.replacing("_", with: "-") : line).nonEmpty
    }
}
