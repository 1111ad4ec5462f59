/// Every table that holds something of a case, and what becomes of its rows when the case is erased. A test asks that no
/// table of the schema that names a lead, an article or a prospect is missing here.
enum ErasedTable {
    /// Rows that go, by the columns that name the lead.
    static let ofLead: [(table: String, columns: [String])] = [
        ("lead_article", ["lead"]), ("lead_detail", ["lead"]), ("lead_need", ["lead"]), ("lead_source", ["lead"]),
        ("lead_key", ["lead"]), ("lead_note", ["lead"]), ("lead_offer", ["lead", "other"]),
        ("lead_edit", ["lead"]), ("lead_label", ["lead"]), ("lead_merge", ["lead", "parent", "root"]),
    ]

    /// Rows that go, by the column that names the prospect.
    static let ofProspect: [(table: String, columns: [String])] = [
        ("outbox", ["prospect"]), ("referral_leg", ["prospect"]), ("referral_change", ["prospect"]),
        ("delivery", ["prospect"]), ("known_match", ["prospect"]), ("known_key", ["other"]),
    ]

    /// Tables that are treated in a way of their own, and how.
    static let others = [
        "article": "goes with its lead",
        "article_text": "goes with its article (ON DELETE CASCADE)",
        "article_alias": "goes with its article (ON DELETE CASCADE)",
        "lead_rescore": "goes with its article (ON DELETE CASCADE)",
        "lead": "goes; of a prospect an empty row stays",
        "prospect": "stays with its numbers, so that a receiver's answer finds it",
        "journal_target": "stays without its values",
        "refused_change": "goes where it names the reference of one of its prospects",
        "erasure": "tells that the case was erased",
    ]

    static let statements = deletions(ofLead)
    static let prospectStatements = deletions(ofProspect)

    private static func deletions(_ tables: [(table: String, columns: [String])]) -> [String] {
        tables.map { table, columns in
            "DELETE FROM \(table) WHERE " + columns.map { "\($0) = $1" }.joined(separator: " OR ")
        }
    }
}
