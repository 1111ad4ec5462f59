import Glibc

/// An advisory lock between processes on a file of its own (`flock`). The kernel lets go of it when the holder ends,
/// however it ends, so a crash blocks nobody.
///
/// Never on the database file itself: closing any descriptor of that would drop SQLite's own (POSIX) locks.
final class FileLock {
    let path: String
    private let descriptor: Int32
    private var isHeld = false

    init(path: String) throws(StoreError) {
        self.path = path
        // Not inherited by children, or a child that outlives us would keep the lock.
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw switch errno {
            case ENOSPC, EDQUOT: .diskFull(path: path, free: freeBytes(beside: path))
            case EROFS: .readOnly(path: path)
            default: .cannotOpen(path: path, why: String(cString: strerror(errno)))
            }
        }
    }

    deinit { Glibc.close(descriptor) }

    /// - Parameters:
    ///   - patience: how long to try, in milliseconds; 0 tries once.
    ///   - isShared: others that share may hold it too.
    /// - Returns: whether the lock is held now.
    func take(patience: Int, isShared: Bool = false) -> Bool {
        guard !isHeld else { return true }
        var waited = 0
        var pause = 1
        while flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
            guard waited < patience else { return false }
            usleep(UInt32(pause) * 1000)
            waited += pause
            pause = min(pause * 2, 25)
        }
        isHeld = true
        return true
    }

    func letGo() {
        guard isHeld else { return }
        flock(descriptor, LOCK_UN)
        isHeld = false
    }

    /// At most 4 KiB of the file's text.
    func contents() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    /// - Returns: whether all of it was written.
    func replaceContents(_ bytes: [UInt8]) -> Bool {
        ftruncate(descriptor, 0) == 0 && pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    }
}
