/// The language of an article's text, told from the text itself.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case malay = "ms"
    case english = "en"
    case indonesian = "id"
    case chinese = "zh"
    case tamil = "ta"
    case other = "und"
}
