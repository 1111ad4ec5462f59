public import Model

/// How a rule has done over texts that people have decided on.
public struct RuleTally: Hashable, Sendable {
    public var rule: String
    public var points: Int
    /// Texts in which it counted.
    public var texts = 0
    /// Of them, those that were flagged.
    public var flagged = 0
    /// Of them, leads that people took, or rejected for a reason that is not the rules' fault.
    public var right = 0
    /// Leads that people rejected as none.
    public var wrong = 0

    /// What people made of a lead.
    public enum Decision: Sendable { case none, right, wrong }

    public var isSilent: Bool { texts == 0 }

    /// At least as many wrong as right of five or more. A discount that stands in leads that are none does its work.
    public var misfires: Bool { points > 0 && right + wrong >= Self.enough && wrong >= right }

    /// Fewer decisions say nothing of a rule.
    private static let enough = 5

    /// One tally for each rule of `lexicon`, in its order.
    public static func all(of lexicon: Lexicon) -> [RuleTally] {
        lexicon.rules.map { RuleTally(rule: $0.id, points: $0.points) }
    }

    /// Counts a text in which the rule brought points.
    public mutating func count(_ score: Score, _ decision: Decision) {
        texts += 1
        guard score.isFlagged else { return }
        flagged += 1
        switch decision {
        case .none: break
        case .right: right += 1
        case .wrong: wrong += 1
        }
    }
}
