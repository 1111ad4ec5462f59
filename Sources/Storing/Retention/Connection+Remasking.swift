public import Model
import Text

// Remarks that were kept before they were masked at once (``masked(_:limit:)``), or by masks that knew less.

/// Where what people write in words of their own is kept. The raw value is its code in counts.
public enum RemarkKind: String, Hashable, Sendable, CaseIterable {
    case note
    /// Who helps already, of a lead that was rejected for it.
    case agency
    /// What agencies say of a referral, as it stands and as it came.
    case referral, reply
    case refusedReply = "refused-reply"
    /// Why a dead letter was given up, a person sent whom others may know, an export left unsealed.
    case dropped, match, export
    /// Where a told text was heard, and by whom an article is written.
    case outlet, author
}

extension Connection {
    /// How many remarks hold identifiers that would be masked if they were written today; empty where none does.
    ///
    /// Linear in the remarks that are kept. The journal is not looked at: it is never written anew.
    public func unmaskedRemarks() throws(StoreError) -> [RemarkKind: Int] {
        var counts: [RemarkKind: Int] = [:]
        for column in RemarkColumn.all {
            for value in try values(in: column) where column.masking(value.text) != nil {
                counts[column.kind, default: 0] += value.count
            }
        }
        return counts
    }

    /// Masks what ``unmaskedRemarks()`` counts, with one entry of the journal that holds the counts alone. Nothing that
    /// people decided changes by it, and a decision from before can still be taken back.
    ///
    /// Call it inside ``Store/write(_:)``, which then also empties the log that holds the pages as they were.
    ///
    /// - Returns: how many were masked; empty, and no entry, where none was.
    public func maskRemarks(by author: Author, at now: Instant) throws(StoreError) -> [RemarkKind: Int] {
        var counts: [RemarkKind: Int] = [:]
        for column in RemarkColumn.all {
            for value in try values(in: column) {
                guard let masked = column.masking(value.text) else { continue }
                // Two answers that differ in a number only are one when it is masked.
                try run(
                    "UPDATE OR REPLACE \(column.table) SET \(column.name) = $2 WHERE \(column.name) = $1 AND "
                        + column.condition, value.text, masked)
                counts[column.kind, default: 0] += value.count
            }
        }
        guard !counts.isEmpty else { return counts }
        let targets = RemarkKind.allCases.compactMap { kind in
            counts[kind].map { count in
                JournalTarget(lead: nil, other: kind.rawValue, before: [:], after: ["masked": .integer(Int64(count))])
            }
        }
        try append(JournalDraft(at: now, by: author, verb: JournalDraft.maskVerb, targets: targets))
        owesErasure = true
        return counts
    }

    /// Each different value of a column once.
    private func values(in column: RemarkColumn) throws(StoreError) -> [(text: String, count: Int)] {
        try rows(
            """
            SELECT \(column.name) AS remark, count(*) AS number FROM \(column.table)
            WHERE \(column.name) IS NOT NULL AND \(column.condition) GROUP BY \(column.name)
            """
        ) { row throws(StoreError) in (try row["remark"], try row["number"]) }
    }
}

extension JournalDraft {
    /// The verb of an entry that tells that remarks from before were masked.
    public static let maskVerb = "db.mask"
}

/// A column that holds remarks, alone or inside a document.
private struct RemarkColumn {
    var kind: RemarkKind
    var table: String
    var name: String
    /// Which rows may hold one.
    var condition = "1"
    /// The value as it is kept today; nil where nothing is to be masked, or where it cannot be read.
    var masking: @Sendable (String) -> String?

    static let all = [
        RemarkColumn(kind: .note, table: "lead_note", name: "text", masking: plain()),
        RemarkColumn(
            kind: .agency, table: "lead", name: "standing_json", condition: "standing_json LIKE '%\"agency\"%'",
            masking: standing),
        RemarkColumn(
            kind: .referral, table: "referral_leg", name: "note", masking: plain(limit: StatusChange.noteLimit)),
        RemarkColumn(
            kind: .referral, table: "referral_leg", name: "step_json", masking: document(limit: NextStep.noteLimit)),
        RemarkColumn(
            kind: .reply, table: "referral_change", name: "change_json",
            masking: document(limit: StatusChange.noteLimit)),
        RemarkColumn(kind: .refusedReply, table: "refused_change", name: "change_json", masking: document()),
        RemarkColumn(kind: .dropped, table: "delivery", name: "drop_reason", masking: plain()),
        RemarkColumn(kind: .match, table: "known_match", name: "answer", masking: plain()),
        RemarkColumn(kind: .export, table: "export", name: "plain_reason", masking: plain()),
        // The names of papers come from the files of sources and stay as they stand there.
        RemarkColumn(kind: .outlet, table: "article", name: "outlet", condition: "source = 'squad'", masking: plain()),
        // Most authors are names: a number or an address has a digit or a sign that no name has.
        RemarkColumn(
            kind: .author, table: "article", name: "author", condition: "author GLOB '*[0-9@]*'", masking: plain()),
    ]

    private static func plain(limit: Int = .max) -> @Sendable (String) -> String? {
        { text in
            let kept = masked(text)
            return kept == text ? nil : masked(text, limit: limit)
        }
    }

    /// - Parameter limit: of the notes in it.
    private static func document(limit: Int = .max) -> @Sendable (String) -> String? {
        { text in
            guard let json = JSONValue(sqlValue: .text(text)) else { return nil }
            let kept = json.withMaskedNotes(limit: limit)
            return kept == json ? nil : kept.text
        }
    }

    private static let standing: @Sendable (String) -> String? = { text in
        guard let json = JSONValue(sqlValue: .text(text)), var standing = LeadStanding(json: json),
            let agency = standing.agency
        else { return nil }
        let kept = masked(agency)
        standing.agency = kept
        return kept == agency ? nil : standing.json.text
    }
}
