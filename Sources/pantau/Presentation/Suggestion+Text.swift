import Model
import Referring

extension Suggestion.Fit {
    func label(in language: ScreenLanguage) -> String {
        switch self {
        case .likely: language.phrase("likely", "besar kemungkinan")
        case .possible: language.phrase("possible", "mungkin")
        }
    }
}
