import Model
import Referring
import Terminal

extension LeadCard {
    /// Programmes with why and what to check, for whoever chooses the door; nothing where there are none.
    func reasons(of suggestions: [Suggestion]) -> [StyledText] {
        guard !suggestions.isEmpty else { return [] }
        let heading = language.phrase("Try", "Cuba")
        return suggestions.enumerated().flatMap { index, suggestion in
            let name = "\(suggestion.agency.code), \(suggestion.programme.name(in: language))"
            let first = (index == 0 ? heading : "").padded(to: 11)
            return wrapped("\(name): \(suggestion.reason(in: language))", width: width, first: first, indent: 11)
                .map { StyledText($0) }
        }
    }
}
