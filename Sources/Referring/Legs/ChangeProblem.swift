public import Model

/// Why a change was not accepted, with what has to be said instead.
public enum ChangeProblem: Error, Hashable, Sendable {
    /// A refusal or a withdrawal without one.
    case needsReason(ReferralState)
    /// A refusal without the next door.
    case needsNextStep(ReferralState)
    /// A redirection whose next step is something else.
    case needsRedirect
    case redirectedToItself(String)
    /// Advice as the end of a case, without a note that says which.
    case needsAdvice
    /// Helped, and not by what.
    case needsOutcome
    /// A duplicate, and not of what.
    case needsOriginal
    /// No leg can go back to before it was sent.
    case neverSent
    /// Neither the prospect's id nor its reference is ours.
    case unknownProspect(String)
    /// A member that is missing or not as the contract wants it: its JSON Pointer, and what it must be.
    case member(String, expected: String)
}

extension StatusChange {
    /// What the contract demands of a change, whatever it changes; nil where nothing is wrong.
    public var problem: ChangeProblem? {
        if state == .prospect { return .neverSent }
        if state.needsReason, reason == nil { return .needsReason(state) }
        if state.isRefusal {
            guard let nextStep else { return .needsNextStep(state) }
            if case .adviceGiven = nextStep.kind, isBlank(nextStep.note), isBlank(note) { return .needsAdvice }
        }
        if state == .redirected, nextStep?.agency == nil { return .needsRedirect }
        if state == .helped, outcome?.programmes.isEmpty ?? true { return .needsOutcome }
        return state == .duplicate && original == nil ? .needsOriginal : nil
    }

    private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}
