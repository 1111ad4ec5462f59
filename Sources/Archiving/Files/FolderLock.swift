import Glibc
import Model

/// One writer at a time in a folder, over all processes (`flock`), while nobody reads how long a file is; the kernel lets
/// go of it when the holder ends.
final class FolderLock {
    /// Who asks for it.
    enum Purpose {
        case writing
        /// Shared with others who read: they want to see no half-written record.
        case reading
    }

    /// -1 for a reader where nobody has ever written.
    private let descriptor: Int32

    /// Waits until others are done: they hold it for one record, or while they remove files.
    ///
    /// - Parameter patience: after which the holder counts as stopped; a crawl must not stand still with it.
    init(
        _ folder: ArchiveFolder, for purpose: Purpose, patience: TimeSpan = .seconds(5)
    ) throws(ArchiveError) {
        let path = folder.place("lock")
        let (flags, operation) =
            switch purpose {
            case .writing: (O_RDWR | O_CREAT, LOCK_EX)
            case .reading: (O_RDONLY, LOCK_SH)
            }
        descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            if purpose == .reading, errno == ENOENT { return }
            throw .lastSystemError(at: path)
        }
        var waited = TimeSpan.seconds(0)
        while flock(descriptor, operation | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw .lastSystemError(at: path) }
            guard waited < patience else { throw .busy(path: path) }
            usleep(1000)
            waited = waited + TimeSpan(milliseconds: 1)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// At once, not whenever the last reference goes.
    func letGo() { if descriptor >= 0 { flock(descriptor, LOCK_UN) } }
}
