public import Model

/// What a check of the journal found.
public enum JournalVerdict: Hashable, Sendable {
    /// All `entries` are as they were written; `head` is the hash of the last.
    case whole(entries: Int, head: [UInt8])
    /// The first entry that is not as it was written, and what is wrong with it.
    case broken(at: EntryID, Fault)

    /// What is wrong with an entry. The raw value is its code in messages and JSON.
    public enum Fault: String, Hashable, Sendable {
        /// Its fields do not give its hash.
        case changed
        /// It does not follow the entry before it: one was taken out, put in or swapped.
        case unlinked
        /// It is not there, and others after it are.
        case missing
        /// It was the last and is gone with all after it.
        case cutOff = "cut-off"
        /// The sealed end does not fit the key of this database: it was written by another program.
        case seal
        /// A checkpoint taken earlier says something else of this entry: an old file was put back, or all was rewritten.
        case checkpoint
    }
}

/// The state of the journal at one moment, to be kept outside.
public struct JournalCheckpoint: Hashable, Sendable {
    /// The last entry at that moment.
    public var entry: EntryID
    /// Its hash, 32 bytes.
    public var hash: [UInt8]

    public init(entry: EntryID, hash: [UInt8]) { (self.entry, self.hash) = (entry, hash) }
}

extension Connection {
    /// The end of the journal now; nil while it is empty.
    public func journalCheckpoint() throws(StoreError) -> JournalCheckpoint? {
        try first("SELECT entry, hash FROM journal ORDER BY entry DESC LIMIT 1") { row throws(StoreError) in
            JournalCheckpoint(entry: try row["entry"], hash: try row["hash"])
        }
    }

    /// Computes every hash of the journal again. Linear; needs no key, so that an auditor can run it on a copy.
    ///
    /// - Parameter checkpoint: what was kept outside earlier; finds a file that was rewritten as a whole.
    public func verifyJournal(against checkpoint: JournalCheckpoint? = nil) throws(StoreError) -> JournalVerdict {
        var last = JournalCheckpoint(entry: EntryID(0), hash: JournalEntry.noHash)
        var erasures = ErasureProof()
        while true {
            // In pages, so that memory does not grow with the journal.
            let page = try journal("WHERE entry > $1 ORDER BY entry LIMIT 500", bind: [last.entry])
            if page.isEmpty { break }
            for entry in page {
                if let fault = fault(in: entry, after: last) { return fault }
                erasures.add(entry)
                last = JournalCheckpoint(entry: entry.id, hash: entry.hash)
                if let checkpoint, checkpoint.entry == entry.id, checkpoint.hash != entry.hash {
                    return .broken(at: entry.id, .checkpoint)
                }
            }
        }
        if let checkpoint, checkpoint.entry > last.entry { return .broken(at: checkpoint.entry, .checkpoint) }
        if let fault = try faultAtEnd(last) { return fault }
        if let entry = erasures.unexplained { return .broken(at: entry, .changed) }
        return .whole(entries: Int(last.entry.value), head: last.hash)
    }

    private func fault(in entry: JournalEntry, after last: JournalCheckpoint) -> JournalVerdict? {
        let next = EntryID(last.entry.value + 1)
        if entry.id != next { return .broken(at: next, .missing) }
        let fits = entry.seals.map { zip($0, entry.draft.targets).allSatisfy { $0.fits($1) } } ?? true
        if !fits || entry.computedHash != entry.hash { return .broken(at: entry.id, .changed) }
        if entry.previous != last.hash { return .broken(at: entry.id, .unlinked) }
        return nil
    }

    /// A cut tail leaves a whole chain behind; the sealed head in another table tells that there was more.
    private func faultAtEnd(_ last: JournalCheckpoint) throws(StoreError) -> JournalVerdict? {
        let head: (EntryID, [UInt8], [UInt8])? = try first(
            "SELECT entry, hash, seal FROM journal_head WHERE only = 1"
        ) { row throws(StoreError) in (try row["entry"], try row["hash"], try row["seal"]) }
        guard let (entry, hash, seal) = head else {
            return last.entry.value == 0 ? nil : .broken(at: last.entry, .seal)
        }
        if entry > last.entry { return .broken(at: EntryID(last.entry.value + 1), .cutOff) }
        if entry < last.entry || hash != last.hash { return .broken(at: EntryID(entry.value + 1), .seal) }
        if let secret, secret(sealForm(last)) != seal { return .broken(at: entry, .seal) }
        return nil
    }

    func saveHead(of entry: JournalEntry) throws(StoreError) {
        guard let secret else { throw .readOnly(path: path) }
        let head = JournalCheckpoint(entry: entry.id, hash: entry.hash)
        try run(
            """
            INSERT INTO journal_head (only, entry, hash, seal) VALUES (1, $1, $2, $3)
            ON CONFLICT (only) DO UPDATE SET entry = excluded.entry, hash = excluded.hash, seal = excluded.seal
            """, head.entry, head.hash, secret(sealForm(head)))
    }

    private func sealForm(_ head: JournalCheckpoint) -> [UInt8] {
        var form = CanonicalForm(domain: 0x02, name: "pantau.journal.head.1")
        form.add(head.entry.value)
        form.add(head.hash)
        return form.bytes
    }
}
