/// The language of screens and messages. Codes and JSON are never translated.
public enum ScreenLanguage: String, Sendable, CaseIterable {
    case malay = "ms"
    case english = "en"
}

/// A code list with labels in both languages; codes are stable, labels may change. Source: contract/taxonomies.json.
public protocol Labelled: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    var labels: (en: String, ms: String) { get }
}

extension Labelled {
    public func label(in language: ScreenLanguage) -> String {
        switch language {
        case .malay: labels.ms
        case .english: labels.en
        }
    }
}
