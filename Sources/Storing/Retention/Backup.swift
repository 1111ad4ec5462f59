import Glibc
import Hashing
public import Model
import Text

/// A backup that was made.
public struct Backup: Hashable, Sendable {
    public var at: Instant
    public var path: String
    /// Of the file as it lies there, in hexadecimal.
    public var sha256: String
    public var bytes: Int64
    public var isEncrypted: Bool

    public init(at: Instant, path: String, sha256: String, bytes: Int64, isEncrypted: Bool) {
        (self.at, self.path, self.sha256, self.bytes, self.isEncrypted) = (at, path, sha256, bytes, isEncrypted)
    }
}

extension Connection {
    /// Notes a backup that was written and checked, with an entry of the journal.
    public func add(_ backup: Backup, by author: Author) throws(StoreError) {
        try run(
            "INSERT INTO backup (at, path, sha256, bytes, is_encrypted) VALUES ($1, $2, $3, $4, $5)", backup.at,
            backup.path, backup.sha256, backup.bytes, backup.isEncrypted)
        let target = JournalTarget(lead: nil, other: backup.sha256, before: [:], after: ["did": "backup"])
        try append(JournalDraft(at: backup.at, by: author, verb: "db.backup", targets: [target]))
    }

    /// The backups that were made, newest first.
    public func backups() throws(StoreError) -> [Backup] {
        try rows("SELECT * FROM backup ORDER BY number DESC") { row throws(StoreError) in
            Backup(
                at: try row["at"], path: try row["path"], sha256: try row["sha256"], bytes: try row["bytes"],
                isEncrypted: try row["is_encrypted"])
        }
    }
}

extension Store {
    /// Writes a whole copy in one file (0600) while others go on, and looks through it: every page, every reference,
    /// and the chain of the journal. It holds no freed pages, so nothing of what was erased before.
    ///
    /// - Throws: `StoreError.damaged` where the copy is not whole; then it is removed.
    public func writeBackup(to target: String) throws(StoreError) {
        try backUp(to: target)
        do throws(StoreError) {
            let copy = try Connection.open(target, isReadOnly: true)
            try copy.integrityCheck()
            copy.secret = connection.secret
            guard case .whole = try copy.verifyJournal() else {
                throw .damaged(path: target, why: "the journal is not as it was written")
            }
        } catch {
            unlink(target)
            throw error
        }
    }

    /// Lends the file of the database, whole and looked through, while nobody writes: a copy that goes elsewhere need not
    /// lie here first. Its log is empty then, and `secure_delete` has left nothing in its freed pages.
    ///
    /// - Parameter body: must not open the file in this process: closing it would drop SQLite's locks on it.
    /// - Throws: `StoreError.busy` where a reader keeps the log from being emptied, `.damaged` where the file is not whole,
    ///   and what `body` throws.
    public func lendWhole(_ body: (String) throws -> Void) throws {
        try connection.takeWriteLock()
        defer { connection.writeLock?.letGo() }
        try connection.run("PRAGMA query_only = OFF")
        do { try connection.emptyLog() } catch StoreError.notEmptied { throw StoreError.busy(path: path) }
        try connection.transaction(.write) { db in
            guard size(of: DatabaseFiles(path: path).log) ?? 0 == 0 else { throw StoreError.busy(path: path) }
            try db.integrityCheck()
            guard case .whole = try db.verifyJournal() else {
                throw StoreError.damaged(path: path, why: "the journal is not as it was written")
            }
            try body(path)
        }
    }

    /// Files in which what was erased may stand still: backups that were made here and are where they were, copies from
    /// before a migration, and files that a restore has put aside.
    public func copies() async throws -> [String] {
        let backups = try await read { db in try db.backups() }.map(\.path).filter { size(of: $0) != nil }
        return Array(Set(backups + DatabaseFiles(path: path).copies)).sorted()
    }

    /// Copies that lie beside the database and are older than `age`: from before a migration or a restore.
    ///
    /// - Parameter isTrial: removes nothing, and tells what would go.
    public nonisolated func removeCopies(
        olderThan age: TimeSpan, at now: Instant, isTrial: Bool
    ) throws(StoreError) -> [String] {
        let old = DatabaseFiles(path: path).copies.filter { file in
            lastChange(of: file).map { $0 + age < now } ?? false
        }
        guard !isTrial else { return old }
        for file in old where unlink(file) != 0 {
            throw .cannotOpen(path: file, why: String(cString: strerror(errno)))
        }
        return old
    }
}

extension DatabaseFiles {
    /// Copies of the whole database that lie beside it.
    var copies: [String] {
        let folder = folder(of: path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let entries = opendir(folder) else { return [] }
        defer { closedir(entries) }
        var found: [String] = []
        while let entry = readdir(entries) {
            let file = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            let isCopy = file.hasPrefix(name + "-schema-") || file.hasPrefix(name + "-before-")
            if isCopy { found.append(folder + "/" + file) }
        }
        return found.sorted()
    }
}

private func lastChange(of path: String) -> Instant? {
    var status = stat()
    return stat(path, &status) == 0 ? Instant(seconds: Int64(status.st_mtim.tv_sec)) : nil
}
