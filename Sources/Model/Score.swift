/// Why an article was flagged, or was not: a plain sum that a person can follow.
public struct Score: Hashable, Sendable {
    /// The sum of the points of `contributions`. May be negative or over 100.
    public var raw: Int
    /// Flagged at or above this value.
    public var threshold: Int
    /// Largest first; penalties (negative points) last.
    public var contributions: [Contribution]
    /// Phrases that matched but were cleared, by a negation or by their context; they carry no points.
    public var cleared: [ClearedPhrase]
    /// Best first.
    public var needs: [NeedFinding]
    public var urgency: Urgency
    /// One short English phrase, such as `breadwinner killed`.
    public var urgencyReason: String
    /// The same in Malay.
    public var urgencyReasonMalay: String
    public var kind: LeadKind
    /// Identity protected: a case of abuse, violence, fraud or suicide. A child in need protects besides:
    /// ``Identification/namesChildInNeed``.
    public var isProtected: Bool
    /// The text tells that help was given already. A note for the reviewer, besides what the rules take off for it.
    public var isHelped = false
    /// Which lexicons were used.
    public var lexicons: [LexiconVersion]
    /// nil where no scale was fitted.
    public var likelihood: Likelihood?

    /// - Parameter urgencyReasonMalay: the English reason where it is nil, as in leads that were scored before there was
    ///   a Malay one.
    public init(
        raw: Int, threshold: Int, contributions: [Contribution], cleared: [ClearedPhrase], needs: [NeedFinding],
        urgency: Urgency, urgencyReason: String, urgencyReasonMalay: String? = nil, kind: LeadKind, isProtected: Bool,
        lexicons: [LexiconVersion], likelihood: Likelihood? = nil
    ) {
        (self.raw, self.threshold, self.contributions, self.cleared) = (raw, threshold, contributions, cleared)
        (self.needs, self.urgency, self.urgencyReason) = (needs, urgency, urgencyReason)
        self.urgencyReasonMalay = urgencyReasonMalay ?? urgencyReason
        (self.kind, self.isProtected, self.lexicons) = (kind, isProtected, lexicons)
        self.likelihood = likelihood
    }

    /// `raw` within 0...100; see ``value(of:)``.
    public var value: Int { Score.value(of: raw) }
    public var isFlagged: Bool { value >= threshold }
    /// A text that tells of help and is flagged all the same tells of a need that goes on.
    public var assistance: Assistance {
        guard isHelped else { return .notYet }
        return isFlagged ? .underWay : .given
    }
    /// 3 what cannot wait, 2 within days, 1 routine; 0 for a text that is not flagged.
    public var urgencyLevel: Int {
        guard isFlagged else { return 0 }
        return switch urgency {
        case .emergency: 3
        case .urgent: 2
        case .routine: 1
        }
    }
    /// A sum of points within 0...100: as it is from 10 to 60, below that one for seven points, above it eight for nineteen.
    /// A text that nothing speaks for or against has 8.
    ///
    /// The rules that ship bring up to 155 and take 60 and more. Cut at 0 and 100, the surest and many doubtful ones stood
    /// side by side: of 604 labelled texts that no rule was written from average precision was .888, told apart .903.
    public static func value(of raw: Int) -> Int {
        switch raw {
        case ..<10: max(0, (raw + 60) / 7)
        case ...60: raw
        default: min(100, 60 + (raw - 60) * 8 / 19)
        }
    }

    public var band: Band { value >= 70 ? .high : value >= threshold ? .medium : .low }

    public enum Band: String, Hashable, Sendable { case low, medium, high }
}

/// How often texts with this score were leads, among the labelled texts that the scale was fitted to.
public struct Likelihood: Hashable, Sendable {
    /// 0...1000.
    public var perMille: Int
    /// Whether the scale was fitted with the very rules that gave the score.
    public var isOfTheseRules: Bool

    public init(perMille: Int, isOfTheseRules: Bool) {
        (self.perMille, self.isOfTheseRules) = (perMille, isOfTheseRules)
    }
}

/// PRODUCT.md, "Two kinds of lead".
public enum LeadKind: String, Hashable, Sendable {
    /// A named event with a date and a place, with death or injury.
    case incident
    /// A person or household in want.
    case hardship
}

/// What one rule added or took away.
public struct Contribution: Hashable, Sendable {
    /// The rule's id in its lexicon file, such as `ms.health.terlantar`.
    public var rule: String
    public var label: (en: String, ms: String) { (labelEnglish, labelMalay) }
    public var labelEnglish: String
    public var labelMalay: String
    public var need: Need?
    public var points: Int
    public var evidence: [Evidence]

    /// The `rule` of what common words bring together.
    public static let words = "words"
    /// The `rule` of what is taken off where one passage speaks for the whole text.
    public static let passage = "passage"

    /// Whether it is what common words bring: marked in an article they would only be in the way.
    public var isOfWords: Bool { rule == Contribution.words }

    public init(rule: String, en: String, ms: String, need: Need?, points: Int, evidence: [Evidence]) {
        (self.rule, self.labelEnglish, self.labelMalay) = (rule, en, ms)
        (self.need, self.points, self.evidence) = (need, points, evidence)
    }
}

/// A phrase that matched, and where it stands.
public struct Evidence: Hashable, Sendable {
    public enum Field: String, Hashable, Sendable { case title, text }

    public var field: Field
    /// Half-open, in Unicode scalars of the NFC title or text, as the contract's `position` counts.
    public var range: Range<Int>
    /// The text in that range.
    public var exact: String
    /// Which sentence of its field, from 0.
    public var sentence: Int

    public init(field: Field, range: Range<Int>, exact: String, sentence: Int) {
        (self.field, self.range, self.exact, self.sentence) = (field, range, exact, sentence)
    }
}

public struct ClearedPhrase: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable { case negated, context, covered }
    public var rule: String
    public var reason: Reason
    public var evidence: Evidence

    public init(rule: String, reason: Reason, evidence: Evidence) {
        (self.rule, self.reason, self.evidence) = (rule, reason, evidence)
    }
}

public struct NeedFinding: Hashable, Sendable {
    public enum Confidence: String, Hashable, Sendable { case low, medium, high, confirmed }
    public var need: Need
    public var confidence: Confidence
    /// Points that speak for it, weighed as the ranking of needs weighs them; 0 where nobody counted.
    public var weight: Int

    public init(need: Need, confidence: Confidence, weight: Int = 0) {
        (self.need, self.confidence, self.weight) = (need, confidence, weight)
    }
}

public struct LexiconVersion: Hashable, Sendable {
    public var id: String
    public var version: String
    /// SHA-256 of the file, in hexadecimal.
    public var sha256: String

    public init(id: String, version: String, sha256: String) {
        (self.id, self.version, self.sha256) = (id, version, sha256)
    }
}
