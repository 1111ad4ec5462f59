/// The language of screens and messages. Codes and JSON are never translated.
public enum ScreenLanguage: String, Sendable, CaseIterable {
    case malay = "ms"
    case english = "en"

    /// The one of two wordings that is in this language.
    public func phrase<Wording>(_ english: Wording, _ malay: Wording) -> Wording {
        switch self {
        case .malay: malay
        case .english: english
        }
    }
}

/// A code list with labels in both languages; codes are stable, labels may change. Source: contract/taxonomies.json.
public protocol Labelled: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    var labels: (en: String, ms: String) { get }
}

extension Labelled {
    public func label(in language: ScreenLanguage) -> String { language.phrase(labels.en, labels.ms) }
}
