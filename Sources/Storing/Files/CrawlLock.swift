import Glibc
import Locking
public import Model
import Text

/// The right to crawl into one database, held for a whole run: by one process alone, or by several that share the hosts
/// among themselves by leases. Ends with ``release()``, with its last
/// reference, or with the process.
public final class CrawlLock: Sendable {
    private let file: Lock<FileLock?>
    /// Whether others may crawl beside the holder.
    public let isShared: Bool

    /// Takes the lock of the database at `path`.
    ///
    /// - Parameters:
    ///   - now: written down for the message that others get.
    ///   - isShared: other crawls may share it; one that wants to be alone waits or goes.
    ///   - patience: how long to wait for another crawl to end; nothing by default. Blocks the calling thread.
    /// - Throws: `StoreError.locked` with the holder's record.
    public init(
        database path: String, now: Instant, isShared: Bool = false, patience: TimeSpan = .seconds(0)
    ) throws(StoreError) {
        let lock = try FileLock(path: DatabaseFiles(path: path).crawlLock)
        guard lock.take(patience: Int(clamping: patience.milliseconds), isShared: isShared) else {
            throw .locked(by: LockOwner(json: lock.contents()))
        }
        let owner = LockOwner(process: getpid(), host: machineName(), since: now)
        // The lock is the kernel's; a record that cannot be written (a full disk) costs only the message its details.
        _ = lock.replaceContents(Array(owner.json.text.utf8))
        file = Lock(lock)
        self.isShared = isShared
    }

    /// Lets go; nothing the second time.
    public func release() {
        file.withLock {
            if let lock = $0 {
                // Of those that share it the last to come has written its name; who goes first takes no other's name away.
                if !isShared { _ = lock.replaceContents([]) }
                lock.letGo()
            }
            $0 = nil
        }
    }

    /// Who crawls into the database at `path` now; nil where nobody does.
    public static func owner(ofDatabase path: String) throws(StoreError) -> LockOwner? {
        let name = DatabaseFiles(path: path).crawlLock
        guard mode(of: name) != nil else { return nil }
        let lock = try FileLock(path: name)
        if lock.take(patience: 0) { return nil }
        return LockOwner(json: lock.contents())
    }
}

extension LockOwner {
    var json: JSONValue {
        ["pid": .integer(Int64(process)), "host": .string(host), "since": .integer(since.milliseconds)]
    }

    init?(json bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: bytes), let process = json["pid"]?.integer,
            let host = json["host"]?.string, let since = json["since"]?.integer
        else { return nil }
        self.init(process: Int32(clamping: process), host: host, since: Instant(milliseconds: since))
    }
}

/// The name of this machine, for people; it decides nothing.
func machineName() -> String {
    var name = utsname()
    guard uname(&name) == 0 else { return "?" }
    return withUnsafeBytes(of: &name.nodename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}
