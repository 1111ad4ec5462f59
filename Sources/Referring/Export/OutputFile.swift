import Glibc
import Hashing
import Sealing

/// A file that did not exist before, readable by us alone, with the SHA-256 of what was written. Sealed, only what `age` made
/// of the bytes is in it.
struct OutputFile: ~Copyable {
    let path: String
    private let descriptor: Int32
    private var hash = RunningDigest()
    /// What was written; of a finished file, what is in it.
    private(set) var byteCount = 0
    private var buffer: [UInt8] = []
    private var seal: AgeProcess?

    /// A line of an export is about 10 kB; a system call for every hundred of them.
    private static let bufferLimit = 1 << 20

    /// - Parameter recipients: a file of age recipients, to whom alone it can be read; nil leaves it plain.
    /// - Throws: `ExportError.exists` where anything has that name, be it a dangling link: O_EXCL follows none.
    init(creating path: String, sealedTo recipients: String? = nil) throws(ExportError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ExportError(errno, path: path) }
        guard let recipients else { return }
        do throws(SealError) {
            seal = try AgeProcess(["-R", recipients], output: descriptor, path: path)
        } catch {
            unlink(path)
            throw .seal(error)
        }
    }

    /// For tests: takes a descriptor that is open already.
    init(path: String, descriptor: Int32) {
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit { close(descriptor) }

    mutating func write(_ bytes: [UInt8]) throws(ExportError) {
        if seal == nil { hash.update(bytes) }
        byteCount += bytes.count
        buffer += bytes
        if buffer.count >= OutputFile.bufferLimit { try flush() }
    }

    /// Writes what is left and waits until the disk has it.
    ///
    /// - Returns: the SHA-256 of the whole file in hexadecimal.
    mutating func finish() throws(ExportError) -> String {
        try flush()
        if let seal {
            do throws(SealError) { try seal.finish() } catch { throw .seal(error) }
            try hashWhatIsThere()
        }
        guard fsync(descriptor) == 0 else { throw ExportError(errno, path: path) }
        return hash.digest.hexadecimal
    }

    /// Takes the file away; for one that could not be finished.
    func remove() { unlink(path) }

    /// Sealed, what the receiver gets is other bytes than those that were written.
    private mutating func hashWhatIsThere() throws(ExportError) {
        var chunk = [UInt8](repeating: 0, count: OutputFile.bufferLimit)
        byteCount = 0
        while true {
            let count = pread(descriptor, &chunk, chunk.count, off_t(byteCount))
            guard count >= 0 || errno == EINTR else { throw ExportError(errno, path: path) }
            if count == 0 { return }
            guard count > 0 else { continue }
            hash.update(Array(chunk[..<count]))
            byteCount += count
        }
    }

    private mutating func flush() throws(ExportError) {
        if let seal {
            do throws(SealError) { try seal.write(buffer) } catch { throw .seal(error) }
            buffer.removeAll(keepingCapacity: true)
            return
        }
        var done = 0
        while done < buffer.count {
            let count = buffer[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                done += count
            } else if errno != EINTR {
                throw ExportError(errno, path: path)
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

extension ExportError {
    /// The error of a system call on `path`.
    init(_ number: Int32, path: String) {
        switch number {
        case EEXIST: self = .exists(path: path)
        case ENOENT: self = .noFolder(path: folder(of: path))
        case ENOTDIR: self = .notAFolder(path: folder(of: path))
        case EACCES, EPERM, EROFS: self = .notAllowed(path: folder(of: path))
        // EFBIG comes from `ulimit -f`, EDQUOT from a quota: both are a disk that is full for us.
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: folder(of: path))
        default: self = .cannotWrite(path: path, why: String(cString: strerror(number)))
        }
    }
}

func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Makes the names in a folder last through a power cut.
func synchronizeFolder(_ path: String) throws(ExportError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ExportError(errno, path: path + "/.") }
    defer { close(descriptor) }
    // Some network file systems refuse to sync a folder; the files themselves are safe.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw ExportError(errno, path: path + "/.") }
}

/// Gives `path` its name only if nothing has it: a link fails where a rename would replace.
func publish(_ temporary: String, as path: String) throws(ExportError) {
    if link(temporary, path) == 0 {
        unlink(temporary)
        return
    }
    let number = errno
    // FAT and some network file systems have no links.
    guard number == EPERM || number == EOPNOTSUPP || number == EMLINK, access(path, F_OK) != 0 else {
        throw ExportError(number, path: path)
    }
    guard rename(temporary, path) == 0 else { throw ExportError(errno, path: path) }
}
