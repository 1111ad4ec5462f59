public import Model

/// What can go wrong with the database, each with the parts that its message needs.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no database at `path`: nothing is set up.
    case missing(path: String)
    case cannotOpen(path: String, why: String)
    /// Others may read the file; `mode` is octal, such as `644`.
    case tooOpen(path: String, mode: String)
    /// Written by a later version of Pantau.
    case newer(found: Int, known: Int)
    /// Of an earlier version, opened read-only and therefore not migrated.
    case older(found: Int, known: Int)
    /// The file is broken, or no database at all. Nothing was written to it.
    case damaged(path: String, why: String)
    /// `free` bytes are left on the file system of `path`. The transaction was rolled back.
    case diskFull(path: String, free: Int64)
    case readOnly(path: String)
    /// What was erased is kept as erased, but other programs read for longer than we wait: the log beside the database
    /// still holds pages from before.
    case notEmptied(path: String)
    /// Another program wrote for longer than we wait.
    case busy(path: String)
    /// Another crawl runs; nil where its record could not be read.
    case locked(by: LockOwner?)
    /// Another process has taken over a host whose lease had run out; what was fetched from it counts no more.
    case leaseLost(HostName)
    /// The task was cancelled; the transaction was rolled back.
    case interrupted
    case outOfMemory
    /// Reading or writing the file failed, `why` as the system says it.
    case inputOutput(path: String, why: String)
    /// A rule of the schema refused a row.
    case constraint(String)
    /// A statement of ours is wrong: a fault of the program.
    case statement(String, why: String)

    /// The id of its message in the catalogue.
    public var messageID: String {
        switch self {
        case .missing: "setup.none"
        case .cannotOpen, .damaged, .busy, .inputOutput, .outOfMemory, .constraint, .statement: "err.db-open"
        case .tooOpen: "err.db-perm"
        case .newer: "err.db-newer"
        case .older: "err.db-older"
        case .diskFull: "err.disk-full"
        case .readOnly: "err.readonly"
        case .locked: "err.locked"
        case .leaseLost: "err.lease"
        case .notEmptied: "err.db-not-emptied"
        case .interrupted: "err.cancelled"
        }
    }

    /// The exit code of UX.md section 4 (sysexits).
    public var exitCode: Int32 {
        switch self {
        case .constraint, .statement: 1
        case .interrupted: 2
        case .readOnly: 4
        case .diskFull, .inputOutput: 74
        case .busy, .locked, .leaseLost, .notEmptied, .outOfMemory: 75
        case .tooOpen: 77
        case .missing, .cannotOpen, .newer, .older, .damaged: 78
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// One English sentence with the next step. Holds no data of a row.
    public var description: String {
        switch self {
        case .missing(let path): "There is no database at \(path). Run: pantau init"
        case .cannotOpen(let path, let why): "Cannot open the database \(path): \(why)."
        case .tooOpen(let path, let mode):
            "\(path) can be read by others (mode \(mode)). It holds personal data: chmod 600 \(path)"
        case .newer(let found, let known):
            "The database has schema \(found); this program knows up to \(known). Update pantau."
        case .older(let found, let known):
            "The database has schema \(found); \(known) is needed. Bring it up to date (a copy of the old one is kept): pantau init"
        case .damaged(let path, let why):
            "The database \(path) is damaged (\(why)). Nothing was written. Restore it from a backup."
        case .diskFull(let path, let free):
            "The disk is full (\(free) bytes left on \(path)). Stopped before anything was lost."
        case .readOnly(let path): "The database \(path) is read-only."
        case .notEmptied(let path):
            "It was erased, but a program that reads \(path) keeps its log from being emptied. Run: pantau db vacuum"
        case .busy(let path): "The database \(path) is locked by another program. Try again."
        case .locked(let owner?):
            "Another crawl (process \(owner.process) on \(owner.host), since \(owner.since.rfc3339())) holds the lock."
        case .locked(nil): "Another crawl holds the lock."
        case .leaseLost(let host): "Another crawl took over \(host) meanwhile. Nothing of this poll was kept."
        case .interrupted: "Cancelled. Nothing was changed."
        case .outOfMemory: "There is not enough memory."
        case .inputOutput(let path, let why): "Reading or writing \(path) failed: \(why)."
        case .constraint(let why): "The database refused a row: \(why)."
        case .statement(let sql, let why): "A statement is wrong (\(why)): \(sql)"
        }
    }
}

/// Who holds the lock of a crawl.
public struct LockOwner: Hashable, Sendable {
    /// Its process id on `host`.
    public var process: Int32
    public var host: String
    public var since: Instant

    public init(process: Int32, host: String, since: Instant) {
        (self.process, self.host, self.since) = (process, host, since)
    }
}
