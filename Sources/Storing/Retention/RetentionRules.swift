public import Model

/// How long what kind of case is kept after its last change (PRIVACY.md section 6).
public struct RetentionRules: Hashable, Sendable {
    /// A lead that nobody decided on, or that sleeps without a time to wake.
    public var unreviewed: TimeSpan
    /// A lead that was rejected; with it what was merged into it.
    public var rejected: TimeSpan
    /// A prospect that was sent, confirmed and is no open referral.
    public var prospect: TimeSpan
    /// The text of an article of no lead.
    public var text: TimeSpan

    public init(
        unreviewed: TimeSpan = .days(30), rejected: TimeSpan = .days(7), prospect: TimeSpan = .days(90),
        text: TimeSpan = .days(30)
    ) {
        (self.unreviewed, self.rejected, self.prospect, self.text) = (unreviewed, rejected, prospect, text)
    }
}

/// A kind of data with a time of its own.
public enum RetentionClass: String, Labelled {
    case unreviewed, rejected, merged, prospect, text

    public var labels: (en: String, ms: String) {
        switch self {
        case .unreviewed: ("unreviewed or sleeping leads", "kes belum disemak atau ditangguh")
        case .rejected: ("rejected leads", "kes ditolak")
        case .merged: ("leads merged into one that is gone", "kes yang digabung dengan kes yang tiada lagi")
        case .prospect: ("prospects sent and confirmed", "prospek yang dihantar dan disahkan")
        case .text: ("texts of articles without a lead", "teks berita tanpa kes")
        }
    }
}

extension RetentionRules {
    /// When the last change of what is over must have been, at the latest.
    func cutoff(_ kind: RetentionClass, at now: Instant) -> Instant {
        switch kind {
        case .unreviewed: now - unreviewed
        case .rejected: now - rejected
        // Whatever it was merged into is gone already.
        case .merged: now
        case .prospect: now - prospect
        case .text: now - text
        }
    }
}

extension RetentionClass {
    /// The leads, or articles, whose time is over: `$1` is the latest last change, `$2` the present. Never one that
    /// somebody holds, and never a prospect that waits to be sent or confirmed, or is with an agency.
    var query: String {
        switch self {
        case .unreviewed:
            """
            SELECT id FROM lead WHERE state IN ('flagged', 'snoozed') AND updated_at < $1 AND claimed_until <= $2
              AND (wake_at IS NULL OR wake_at <= $2)
            """
        case .rejected: "SELECT id FROM lead WHERE state = 'rejected' AND updated_at < $1 AND claimed_until <= $2"
        case .merged:
            """
            SELECT id FROM lead WHERE state = 'merged' AND updated_at < $1 AND claimed_until <= $2 AND NOT EXISTS
              (SELECT 1 FROM lead root WHERE root.id = json_extract(lead.standing_json, '$.into')
                AND root.erased_at IS NULL)
            """
        case .prospect:
            """
            SELECT lead.id FROM prospect JOIN lead ON lead.id = prospect.lead
            WHERE lead.erased_at IS NULL AND max(prospect.updated_at, prospect.status_at, prospect.sent_at) < $1
              AND lead.updated_at < prospect.updated_at AND lead.claimed_until <= $2 AND prospect.status NOT IN
                ('referred', 'received', 'accepted', 'being_helped', 'returned', 'redirected', 'unreachable')
              AND EXISTS (SELECT 1 FROM consumer) AND NOT EXISTS (SELECT 1 FROM outbox
                WHERE outbox.prospect = prospect.id AND sequence > (SELECT min(cursor) FROM consumer))
            """
        case .text:
            """
            SELECT article.id FROM article JOIN article_text ON article_text.article = article.id
            WHERE retrieved_at < $1 AND $2 = $2 AND text <> ''
              AND NOT EXISTS (SELECT 1 FROM lead_article WHERE lead_article.article = article.id)
            """
        }
    }
}
