import Hashing
public import Model
import Text

extension Connection {
    /// Writes an entry, in the transaction of the change that it records.
    @discardableResult
    public func append(_ draft: JournalDraft) throws(StoreError) -> JournalEntry {
        let last: (Int64, [UInt8])? = try first(
            "SELECT entry, hash FROM journal ORDER BY entry DESC LIMIT 1"
        ) { row throws(StoreError) in (try row["entry"], try row["hash"]) }
        let id = EntryID((last?.0 ?? 0) + 1)
        let previous = last?.1 ?? JournalEntry.noHash
        let seals = draft.targets.map { TargetSeal($0, salt: randomBytes(16)) }
        let unsigned = JournalEntry(id: id, draft: draft, previous: previous, hash: [], seals: seals)
        let entry = JournalEntry(
            id: id, draft: draft, previous: previous, hash: unsigned.computedHash, seals: seals)
        try insert(entry)
        try saveHead(of: entry)
        return entry
    }

    private func insert(_ entry: JournalEntry) throws(StoreError) {
        let draft = entry.draft
        try run(
            """
            INSERT INTO journal (entry, at, actor, unix_user, via, verb, reason, undoes, root, previous, hash, form)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 2)
            """, entry.id, draft.at, draft.author.actor, draft.author.unixUser, draft.author.via, draft.verb,
            draft.reason, draft.undoes, draft.root, entry.previous, entry.hash)
        for (position, target) in draft.targets.enumerated() {
            let seal = entry.seals?[position]
            try run(
                """
                INSERT INTO journal_target (entry, position, lead, other, before_json, after_json, salt, digest)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """, entry.id, position, target.lead, target.other, target.before, target.after, seal?.salt,
                seal?.digest)
        }
    }

    /// The entry of that number; nil where there is none.
    public func journalEntry(_ id: EntryID) throws(StoreError) -> JournalEntry? {
        try journal("WHERE entry = $1", bind: [id]).first
    }

    /// Entries that fit, newest first.
    public func journal(_ query: JournalQuery) throws(StoreError) -> [JournalEntry] {
        var filter = SQLFilter()
        if let lead = query.lead {
            filter.add("entry IN (SELECT entry FROM journal_target WHERE lead = $?)", lead)
        }
        if let actor = query.actor { filter.add("actor = $?", actor) }
        if let since = query.since { filter.add("at >= $?", since) }
        if !query.verbs.isEmpty { filter.add("verb IN (\(filter.placeholders(query.verbs)))") }
        if !query.passedVerbs.isEmpty { filter.add("verb NOT IN (\(filter.placeholders(query.passedVerbs)))") }
        let limit = filter.placeholder(query.limit)
        return try journal("\(filter.whereClause) ORDER BY entry DESC LIMIT \(limit)", bind: filter.values)
    }

    /// The newest decision of `actor` that stands: not yet taken back, or done again since.
    ///
    /// - Parameter isUndone: the newest that was taken back (by `actor`) instead, for a redo.
    public func lastDecision(of actor: Actor, verbs: [String], isUndone: Bool) throws(StoreError) -> EntryID? {
        // The newest entry of a chain of undo and redo tells whether its root stands.
        let undone = """
            EXISTS (SELECT 1 FROM journal u WHERE u.root = d.entry AND u.verb = 'undo' AND u.entry =
              (SELECT max(entry) FROM journal x WHERE x.root = d.entry))
            """
        let list = verbs.map { "'\($0)'" }.joined(separator: ", ")
        if isUndone {
            return try value(
                """
                SELECT root FROM journal u WHERE actor = $1 AND verb = 'undo' AND entry =
                  (SELECT max(entry) FROM journal x WHERE x.root = u.root) ORDER BY entry DESC LIMIT 1
                """, actor)
        }
        return try value(
            "SELECT entry FROM journal d WHERE actor = $1 AND verb IN (\(list)) AND NOT \(undone) "
                + "ORDER BY entry DESC LIMIT 1", actor)
    }

    /// The newest undo or redo of a decision; nil where it was never taken back.
    public func lastReversal(of root: EntryID) throws(StoreError) -> JournalEntry? {
        try journal("WHERE root = $1 ORDER BY entry DESC LIMIT 1", bind: [root]).first
    }

    func journal(_ clause: String, bind values: [any SQLConvertible]) throws(StoreError) -> [JournalEntry] {
        try rows("SELECT * FROM journal \(clause)", bind: values) { row throws(StoreError) in
            let id: EntryID = try row["entry"]
            let (targets, seals) = try targets(of: id, form: try row["form"])
            return JournalEntry(
                id: id,
                draft: JournalDraft(
                    at: try row["at"],
                    by: Author(actor: try row["actor"], unixUser: try row["unix_user"], via: try row["via"]),
                    verb: try row["verb"], reason: try row["reason"], undoes: try row["undoes"],
                    root: try row["root"], targets: targets),
                previous: try row["previous"], hash: try row["hash"], seals: seals)
        }
    }

    private func targets(of entry: EntryID, form: Int) throws(StoreError) -> ([JournalTarget], [TargetSeal]?) {
        var seals: [TargetSeal] = []
        let targets = try rows("SELECT * FROM journal_target WHERE entry = $1 ORDER BY position", entry) {
            row throws(StoreError) in
            // A seal that is missing fits nothing: the check of the journal then names the entry.
            if form >= 2 { seals.append(TargetSeal(salt: try row["salt"], digest: try row["digest"] ?? [])) }
            return JournalTarget(
                lead: try row["lead"], other: try row["other"], before: try row["before_json"],
                after: try row["after_json"])
        }
        return (targets, form >= 2 ? seals : nil)
    }

    /// Takes the values before and after out of every target that names one of the leads or references; who did what to
    /// which lead, when and why stays. An entry that says so must follow, or the check of the journal finds it.
    ///
    /// Entries from before schema 4 keep theirs: they are codes and times alone.
    func forgetValues(of lead: LeadID, _ ref: ProspectRef?) throws(StoreError) {
        let change = "UPDATE journal_target SET before_json = '{}', after_json = '{}', salt = NULL"
        try run("\(change) WHERE lead = $1 AND digest IS NOT NULL", lead)
        if let ref { try run("\(change) WHERE other = $1 AND digest IS NOT NULL", ref) }
    }
}

extension JournalEntry {
    /// Stands before the first entry.
    static let noHash = [UInt8](repeating: 0, count: 32)
}

/// Which entries of the journal to show.
public struct JournalQuery: Hashable, Sendable {
    /// Entries that touched this lead; nil for all.
    public var lead: LeadID?
    /// By this person; nil for all.
    public var actor: Actor?
    /// At or after this instant.
    public var since: Instant?
    /// Of one of these verbs, such as `lead.accept`; empty for all.
    public var verbs: [String]
    /// Of none of these verbs.
    public var passedVerbs: [String]
    /// The most entries.
    public var limit: Int

    public init(
        lead: LeadID? = nil, actor: Actor? = nil, since: Instant? = nil, verbs: [String] = [],
        passing passedVerbs: [String] = [], limit: Int = 1000
    ) {
        (self.lead, self.actor, self.since) = (lead, actor, since)
        (self.verbs, self.passedVerbs, self.limit) = (verbs, passedVerbs, limit)
    }
}
