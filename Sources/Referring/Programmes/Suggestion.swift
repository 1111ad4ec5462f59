public import Model
public import Text

/// A programme to check for a lead: a hint for a person, never a decision.
public struct Suggestion: Hashable, Sendable {
    /// How well what is known fits. The contract's third word, `unlikely`, is not said: such a programme is left out.
    public enum Fit: String, Hashable, Sendable { case likely, possible }

    public var programme: Programme
    public var agency: Agency
    /// The need it answers.
    public var need: Need
    public var fit: Fit
    /// A person wants it checked first, whatever the rules say.
    public var isChosen = false
    /// The last day to apply (`2027-01-19`), where the programme has a clock and the text tells the day of the event.
    public var deadline: String?

    public init(programme: Programme, agency: Agency, need: Need, fit: Fit, deadline: String? = nil) {
        (self.programme, self.agency, self.need, self.fit) = (programme, agency, need, fit)
        self.deadline = deadline
    }

    /// Why, and what to check: `Hurt or killed at work. Check: that the injury arose from the work.`
    public func reason(in language: ScreenLanguage) -> String {
        if isChosen {
            return language.phrase("Chosen by the squad. Check: ", "Dipilih oleh skuad. Semak: ")
                + programme.check(in: language)
        }
        let check = language.phrase("Check", "Semak")
        // Before what is checked: a reason is cut at its end.
        let clock = deadline.map { language.phrase(" Until \($0).", " Sebelum \($0).") } ?? ""
        return "\(need.label(in: language)).\(clock) \(check): \(programme.check(in: language))"
    }

    /// As a record carries it.
    public func record(in language: ScreenLanguage) -> JSONValue {
        [
            "agency": .string(agency.code), "programme": .string(cut(programme.code, to: 64)),
            "programme_name": .string(cut(programme.name(in: language), to: 160)), "fit": .string(fit.rawValue),
            "rule": .string(contractCode(isChosen ? "reviewer.choice" : "suggest.\(programme.code)")),
            "reason": .string(cut(reason(in: language), to: 300)), "need": .string(need.rawValue),
        ]
    }
}
