import Glibc
import Locking
public import Model
import Text

/// The right to crawl into one database, held by one process for a whole run. Ends with ``release()``, with its last
/// reference, or with the process.
public final class CrawlLock: Sendable {
    private let file: Lock<FileLock?>

    /// Takes the lock of the database at `path`.
    ///
    /// - Parameters:
    ///   - now: written down for the message that others get.
    ///   - patience: how long to wait for another crawl to end; nothing by default. Blocks the calling thread.
    /// - Throws: `StoreError.locked` with the holder's record.
    public init(database path: String, now: Instant, patience: TimeSpan = .seconds(0)) throws(StoreError) {
        let lock = try FileLock(path: DatabaseFiles(path: path).crawlLock)
        guard lock.take(patience: Int(clamping: patience.milliseconds)) else {
            throw .locked(by: LockOwner(json: lock.contents()))
        }
        let owner = LockOwner(process: getpid(), host: hostName(), since: now)
        // The lock is the kernel's; a record that cannot be written (a full disk) costs only the message its details.
        _ = lock.replaceContents(Array(owner.json.text.utf8))
        file = Lock(lock)
    }

    /// Lets go; nothing the second time.
    public func release() {
        file.withLock {
            if let lock = $0 {
                _ = lock.replaceContents([])
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
private func hostName() -> String {
    var name = utsname()
    guard uname(&name) == 0 else { return "?" }
    return withUnsafeBytes(of: &name.nodename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}
