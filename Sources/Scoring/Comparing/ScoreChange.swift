public import Model

/// What another lexicon makes of a text.
public struct ScoreChange: Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Flagged now, and was not.
        case appears
        case vanishes
        case urgency
        /// Another need stands first.
        case need
        /// The points alone.
        case score
    }

    public var before: Score
    public var after: Score
    /// The first of all cases that fits; a lead that appears has an urgency, but that is no change of it.
    public var kind: Kind
    /// The contributions that differ, those with the greatest difference first.
    public var causes: [Cause]

    /// A rule that brings other points than before.
    public struct Cause: Hashable, Sendable {
        public var rule: String
        /// nil where it did not count.
        public var before: Int?
        public var after: Int?
        /// The words that it rests on, or rested on.
        public var evidence: [Evidence]

        public var difference: Int { (after ?? 0) - (before ?? 0) }
    }

    /// - Returns: nil where nothing that a reviewer sees is different.
    public init?(from before: Score, to after: Score) {
        (self.before, self.after) = (before, after)
        switch (before.isFlagged, after.isFlagged) {
        case (false, true): kind = .appears
        case (true, false): kind = .vanishes
        case (true, true) where before.urgency != after.urgency: kind = .urgency
        case (true, true) where before.needs.first?.need != after.needs.first?.need: kind = .need
        case (true, true), (false, false):
            guard before.raw != after.raw else { return nil }
            kind = .score
        }
        causes = Self.causes(before.contributions, after.contributions)
    }

    private static func causes(_ before: [Contribution], _ after: [Contribution]) -> [Cause] {
        let old = Dictionary(before.map { ($0.rule, $0) }) { first, _ in first }
        let new = Set(after.map(\.rule))
        let kept = after.map { item in
            Cause(rule: item.rule, before: old[item.rule]?.points, after: item.points, evidence: item.evidence)
        }
        let gone = before.filter { !new.contains($0.rule) }.map {
            Cause(rule: $0.rule, before: $0.points, after: nil, evidence: $0.evidence)
        }
        return (kept + gone).filter { $0.before != $0.after }.enumerated().sorted {
            (-abs($0.element.difference), $0.offset) < (-abs($1.element.difference), $1.offset)
        }.map(\.element)
    }
}
