import Text

/// The languages that feeds name.
enum FeedLanguage {
    /// As written, but for `ms_MY`, which is `ms-MY`; nil where nothing is.
    static func read(_ text: String) -> String? {
        text.replacing("_", with: "-").cleanedLine(limit: 40).nonEmpty
    }
}
