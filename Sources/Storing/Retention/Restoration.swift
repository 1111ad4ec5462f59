import CSQLite
import Glibc
import Hashing
public import Model
import Text

/// Puts a backup in the place of a database, without bringing back anybody who was erased since.
///
/// The backup is looked through first and copied beside the database; the erasures that the list outside and the present
/// database know are applied to the copy; only then the present file is put aside, and the copy takes its name. Whatever
/// fails before that leaves everything as it was.
public struct Restoration: Sendable {
    /// What was done.
    public struct Report: Hashable, Sendable {
        /// Where the file lies that was there before; nil where there was none.
        public var putAside: String?
        /// Leads of the backup that were erased since it was made, and are gone again.
        public var erasedAgain: Int
        /// Erasures that were known in all.
        public var erasures: Int
        /// Entries of the journal that the backup holds.
        public var entries: Int
    }

    /// Makes the tombstone of a prospect that had left when the backup was made.
    public typealias Tombstone = @Sendable (Connection, ProspectRow) throws(StoreError) -> Void

    private let files: DatabaseFiles
    private let author: Author
    private let now: Instant

    /// - Parameter path: of the database; it need not be there, or be whole.
    public init(to path: String, by author: Author, at now: Instant) {
        (files, self.author, self.now) = (DatabaseFiles(path: path), author, now)
    }

    private var draft: String { files.path + "-restoring" }

    /// Does it, or changes nothing.
    ///
    /// - Parameters:
    ///   - backup: not encrypted.
    ///   - isTrial: looks through everything, and replaces nothing.
    /// - Throws: `StoreError.damaged` for a backup that is not whole, or whose journal was not written with the key of
    ///   this database; `.newer` for one of a later program; `.busy` while other programs have the database open.
    public func restore(
        from backup: String, isTrial: Bool = false, tombstone: Tombstone
    ) throws(StoreError) -> Report {
        guard let key = try SecretFile(files.key, mayCreate: false) else { throw .missing(path: files.key) }
        let secret = KeyedHash(key: key)
        let entries = try check(backup, secret)
        defer { for ending in ["", "-wal", "-shm"] { unlink(draft + ending) } }
        let list = ErasureList(path: files.erasures, secret: secret)
        let (known, counters) = present(secret)
        let erasures = joined(try list.records(), known)
        try Connection.open(backup, isReadOnly: true).copy(to: draft)
        let erasedAgain = try prepare(secret, erasures, counters, tombstone: tombstone)
        var report = Report(erasedAgain: erasedAgain, erasures: erasures.count, entries: entries)
        guard !isTrial else { return report }
        try list.append(missing: erasures)
        report.putAside = try exchange()
        return report
    }

    /// - Returns: the entries of its journal.
    private func check(_ backup: String, _ secret: KeyedHash) throws(StoreError) -> Int {
        guard size(of: backup) != nil else { throw .missing(path: backup) }
        let source = try Connection.open(backup, isReadOnly: true)
        let (found, known) = (try source.schemaVersion(), Migration.all.last?.version ?? 0)
        guard found > 0 else { throw .damaged(path: backup, why: "it is empty") }
        guard found <= known else { throw .newer(found: found, known: known) }
        try source.integrityCheck()
        guard found == known else { return 0 }
        return try verified(source, secret, path: backup)
    }

    private func verified(_ db: Connection, _ secret: KeyedHash, path: String) throws(StoreError) -> Int {
        db.secret = secret
        switch try db.verifyJournal() {
        case .whole(let entries, _): return entries
        case .broken(let entry, .seal):
            throw .damaged(
                path: path, why: "its journal (entry \(entry)) was written with another key than \(files.key)")
        case .broken(let entry, let fault): throw .damaged(path: path, why: "entry \(entry) of its journal is \(fault)")
        }
    }

    /// What the database that is there knows of erasures and of numbers given, as far as it can be read.
    private func present(_ secret: KeyedHash) -> ([ErasureRecord], [(String, Int64)]) {
        // A database that is broken is why somebody restores: then the list outside has to do.
        guard let db = try? Connection.open(files.path, isReadOnly: true) else { return ([], []) }
        let counters = try? db.rows("SELECT name, seq FROM sqlite_sequence") { row throws(StoreError) in
            (try row["name"] as String, try row["seq"] as Int64)
        }
        return ((try? db.erasures()) ?? [], counters ?? [])
    }

    private func joined(_ list: [ErasureRecord], _ known: [ErasureRecord]) -> [ErasureRecord] {
        let listed = Set(list.map(\.identity))
        return list + known.filter { !listed.contains($0.identity) }
    }

    // MARK: The draft

    private func prepare(
        _ secret: KeyedHash, _ erasures: [ErasureRecord], _ counters: [(String, Int64)], tombstone: Tombstone
    ) throws(StoreError) -> Int {
        let db = try Connection.open(draft, isReadOnly: false)
        try db.migrate(Migration.all)
        db.secret = secret
        _ = try verified(db, secret, path: draft)
        do {
            let count = try db.transaction(.write) { db in
                // No number is given twice, or an old reference would lead to another person.
                for (name, number) in counters {
                    try db.run("UPDATE sqlite_sequence SET seq = max(seq, $2) WHERE name = $1", name, number)
                }
                let count = try db.eraseAgain(erasures, by: author, at: now, tombstone: tombstone)
                let target = JournalTarget(
                    lead: nil, other: "backup", before: [:], after: ["erased_again": .integer(Int64(count))])
                try db.append(JournalDraft(at: now, by: author, verb: "db.restore", targets: [target]))
                return count
            }
            try db.script("PRAGMA incremental_vacuum")
            try db.emptyLog()
            return count
        } catch let error as StoreError {
            throw error
        } catch {
            throw .statement("restore", why: "\(error)")
        }
    }

    // MARK: The exchange

    /// - Returns: where the file lies that was there.
    private func exchange() throws(StoreError) -> String? {
        let lock = try FileLock(path: files.writeLock)
        guard lock.take(patience: Int(Connection.patience)) else { throw .busy(path: files.path) }
        defer { lock.letGo() }
        let crawl = try FileLock(path: files.crawlLock)
        guard crawl.take(patience: 0) else { throw .locked(by: nil) }
        defer { crawl.letGo() }
        guard size(of: files.path) != nil else {
            try move(draft, to: files.path)
            return nil
        }
        try closeForOthers()
        let stamp = now.rfc3339().filter { $0.isNumber }.prefix(14)
        let aside = "\(files.path)-before-\(stamp)"
        guard size(of: aside) == nil else { throw .cannotOpen(path: aside, why: "it is there already") }
        // Of a database that cannot be opened the log may hold the last changes: it goes aside with it.
        if size(of: files.log) ?? 0 > 0 { try move(files.log, to: aside + "-wal") }
        unlink(files.sharedMemory)
        try move(files.path, to: aside)
        try move(draft, to: files.path)
        return aside
    }

    /// Makes sure that nobody has the database open, and brings its log into it: leaving the log mode needs a database
    /// of one's own.
    private func closeForOthers() throws(StoreError) {
        guard let db = try? Connection.open(files.path, isReadOnly: false) else { return }
        do throws(StoreError) {
            let mode: String? = try db.value("PRAGMA journal_mode = DELETE")
            guard mode == "delete" else { throw .busy(path: files.path) }
        } catch .damaged {
            return
        }
    }

    private func move(_ old: String, to new: String) throws(StoreError) {
        guard rename(old, new) == 0 else { throw .cannotOpen(path: new, why: String(cString: strerror(errno))) }
    }
}

extension Connection {
    /// Erases what an older database holds of cases that were erased since.
    ///
    /// Leads are found by their articles' hashes and wording and by the prospect's id, never by their number: after a
    /// restore another lead may have it.
    ///
    /// - Returns: how many leads went.
    func eraseAgain(
        _ erasures: [ErasureRecord], by author: Author, at now: Instant, tombstone: Restoration.Tombstone
    ) throws(StoreError) -> Int {
        let known = Set(try self.erasures().map(\.identity))
        var count = 0
        var reasons: [ErasureReason] = []
        for record in erasures where !known.contains(record.identity) {
            _ = try add(record)
            reasons.append(record.reason)
            guard let id = record.prospect else { continue }
            let lead: LeadID? = try value("SELECT lead FROM prospect WHERE id = $1", id)
            guard let lead else { continue }
            count += try erase(lead, because: record.reason, by: author, at: now, tombstone: tombstone)?.leads.count ?? 0
        }
        guard let first = reasons.first else { return count }
        let articles: [(ArticleID, LeadID?)] = try rows(
            "SELECT id, lead FROM article LEFT JOIN lead_article ON article = id ORDER BY id"
        ) { row throws(StoreError) in (try row["id"], try row["lead"]) }
        for (id, lead) in articles where try isErased(id) {
            if let lead {
                count += try erase(lead, because: first, by: author, at: now, tombstone: tombstone)?.leads.count ?? 0
            } else {
                try run("DELETE FROM article WHERE id = $1", id)
            }
        }
        owesErasure = false
        return count
    }

    private func isErased(_ id: ArticleID) throws(StoreError) -> Bool {
        guard let article = try article(id) else { return false }
        let bits: UInt64? = try value("SELECT fingerprint FROM article WHERE id = $1", id, as: UInt64?.self) ?? nil
        return try isErased(article, fingerprint: bits)
    }
}
