public import Model

/// Where the rules say something else of an example than people do.
public struct ExampleFailure: Hashable, Sendable {
    /// The example's id.
    public var example: String
    public var kind: Kind
    /// What people say, as a code: `urgent`, `fire|disaster`.
    public var expected: String
    /// What the rules say.
    public var found: String

    /// The raw values are the words of a list of known failures.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A lead that is not flagged.
        case miss
        /// Flagged, and no lead.
        case flag
        case urgency
        /// Another need stands first.
        case need
        /// That help was given is not seen.
        case helped
    }
}

extension ScoringExample {
    /// What `score`, of this example, has wrong. What follows from a lead that is missed is not told besides.
    public func failures(of score: Score) -> [ExampleFailure] {
        func failure(_ kind: ExampleFailure.Kind, _ expected: String, _ found: String) -> ExampleFailure {
            ExampleFailure(example: id, kind: kind, expected: expected, found: found)
        }
        var failures: [ExampleFailure] = []
        if let isHelped, isHelped != score.isHelped {
            failures.append(failure(.helped, isHelped ? "yes" : "no", score.isHelped ? "yes" : "no"))
        }
        switch verdict {
        case .borderline: return failures
        case .no:
            if score.isFlagged { failures.append(failure(.flag, "< \(score.threshold)", "\(score.value)")) }
            return failures
        case .yes: break
        }
        guard score.isFlagged else {
            return failures + [failure(.miss, "≥ \(score.threshold)", "\(score.value)")]
        }
        if let urgency, urgency != score.urgency {
            failures.append(failure(.urgency, urgency.rawValue, score.urgency.rawValue))
        }
        if !needs.isEmpty, !needs.contains(where: { $0 == score.needs.first?.need }) {
            let expected = needs.map(\.rawValue).joined(separator: "|")
            failures.append(failure(.need, expected, score.needs.first?.need.rawValue ?? "-"))
        }
        return failures
    }
}
