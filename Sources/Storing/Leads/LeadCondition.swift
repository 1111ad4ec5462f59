public import Model

/// Something that is or is not so of a lead.
public indirect enum LeadCondition: Hashable, Sendable {
    case not(LeadCondition)
    case urgency(Urgency)
    /// Found by the rules or added by a reviewer.
    case need(Need)
    /// `MY-01`...`MY-16`
    case stateCode(String)
    /// Such as `10_2`.
    case districtCode(String)
    /// One of its articles came from there.
    case source(SourceID)
    case language(Language)
    /// 0...100
    case score(Comparison, Int)
    /// How long ago it was first seen.
    case age(Comparison, TimeSpan)
    /// Held by nobody.
    case unclaimed
    case claimed(by: Actor)
    /// Held by this person, or handed to them.
    case mine(Actor)
    /// A person put this label on it.
    case label(LeadLabel)
    /// Held by nobody, or by this person, and not accepted by this person before: the queue as that person sees it.
    case open(to: Actor)
    case isProtected
    /// Somebody accepted it, and it waits for a second person.
    case awaitsSecond
    /// One of its persons is under 18.
    case hasMinor
    /// It was rejected for that reason.
    case rejected(RejectReason)
    /// A rule that counted, by its id.
    case rule(String)
    /// This person has decided something about it.
    case decided(by: Actor)
    /// An agency gave its prospect back, and the squad has to find another door.
    case returned
    /// Stands in the headline, the place, or a kept text, whatever its case (ASCII letters). A lead whose identity is
    /// protected is found by its place only: who may not read the name must not be able to ask for it either.
    case text(String)
}

/// How a number is compared with another.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case greater = ">"

    /// The same with its sides exchanged.
    var mirrored: Comparison {
        switch self {
        case .less: .greater
        case .atMost: .atLeast
        case .equal: .equal
        case .atLeast: .atMost
        case .greater: .less
        }
    }
}

extension LeadCondition {
    /// The condition in SQL, its values bound in `filter`.
    func sql(in filter: inout SQLFilter, at now: Instant) -> String {
        switch self {
        case .not(let condition): "NOT (\(condition.sql(in: &filter, at: now)))"
        case .urgency(let urgency): "urgency_rank = \(filter.placeholder(urgency.rank))"
        case .need(let need): "id IN (SELECT lead FROM lead_need WHERE need = \(filter.placeholder(need)))"
        // A lead without a place is in no state: "not in Selangor" holds for it.
        case .stateCode(let code): "ifnull(state_code, '') = \(filter.placeholder(code))"
        case .districtCode(let code): "ifnull(district_code, '') = \(filter.placeholder(code))"
        case .source(let source): "id IN (SELECT lead FROM lead_source WHERE source = \(filter.placeholder(source)))"
        case .language(let language): "language = \(filter.placeholder(language))"
        case .score(let comparison, let points): "score \(comparison.rawValue) \(filter.placeholder(points))"
        // The older, the smaller the time at which it was seen.
        case .age(let comparison, let span):
            "first_seen_at \(comparison.mirrored.rawValue) \(filter.placeholder(now - span))"
        case .unclaimed: "(claimed_by IS NULL OR claimed_until <= \(filter.placeholder(now)))"
        case .claimed(let actor):
            "(ifnull(claimed_by, '') = \(filter.placeholder(actor)) AND claimed_until > \(filter.placeholder(now)))"
        case .mine(let actor):
            """
            (assignee IS \(filter.placeholder(actor)) \
            OR \(LeadCondition.claimed(by: actor).sql(in: &filter, at: now)))
            """
        case .label(let label): "id IN (SELECT lead FROM lead_label WHERE label = \(filter.placeholder(label)))"
        case .open(let actor):
            """
            (claimed_by IS NULL OR claimed_by = \(filter.placeholder(actor)) \
            OR claimed_until <= \(filter.placeholder(now))) AND ifnull(awaits_after, '') <> \(filter.placeholder(actor))
            """
        case .isProtected: "is_protected"
        case .awaitsSecond: "awaits_after IS NOT NULL"
        case .hasMinor: "has_minor"
        case .rejected(let reason): "\(reasonOfStanding) = \(filter.placeholder(reason.rawValue))"
        case .rule(let rule): ruleCounted(filter.placeholder(rule))
        case .decided(let actor): decided(by: filter.placeholder(actor))
        case .returned: isReturned(filter.placeholders(ReferralState.returnedToSquad))
        case .text(let text): stands(filter.placeholder("%\(escapedForLike(text))%"))
        }
    }

    private var reasonOfStanding: String { "ifnull(json_extract(standing_json, '$.reason'), '')" }

    /// A case that a coordinator has ended with advice is nobody's to send on.
    private func isReturned(_ states: String) -> String {
        """
        id IN (SELECT p.lead FROM prospect p WHERE p.status IN (\(states)) AND p.is_withdrawn = 0
          AND p.closed_as IS NULL AND NOT EXISTS (SELECT 1 FROM referral_leg l WHERE l.prospect = p.id
            AND json_extract(l.step_json, '$.kind') = 'advice_given'
            AND l.hop = (SELECT max(hop) FROM referral_leg WHERE prospect = p.id)))
        """
    }

    private func ruleCounted(_ rule: String) -> String {
        """
        EXISTS (SELECT 1 FROM lead_detail d, json_each(d.score_json, '$.contributions') c
          WHERE d.lead = lead.id AND json_extract(c.value, '$.rule') = \(rule))
        """
    }

    private func decided(by actor: String) -> String {
        """
        id IN (SELECT t.lead FROM journal j JOIN journal_target t ON t.entry = j.entry
          WHERE j.actor = \(actor) AND j.via <> 'crawl' AND t.lead IS NOT NULL)
        """
    }

    private func stands(_ pattern: String) -> String {
        """
        (ifnull(place, '') LIKE \(pattern) ESCAPE '\\' OR NOT is_protected AND (headline LIKE \(pattern) ESCAPE '\\'
          OR EXISTS (SELECT 1 FROM lead_article a JOIN article_text x ON x.article = a.article
            WHERE a.lead = lead.id AND x.text LIKE \(pattern) ESCAPE '\\')))
        """
    }
}

/// `%` and `_` in a search are letters like any other.
private func escapedForLike(_ text: String) -> String {
    String(text.flatMap { ["%", "_", "\\"].contains($0) ? ["\\", $0] : [$0] })
}
