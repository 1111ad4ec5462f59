import Glibc

/// An open file, closed with its last reference. Reads are by place, writes go to the end.
final class OpenFile {
    let path: String
    private let descriptor: Int32
    /// `write(2)`; tests put a disk in its place that is full.
    private let write: SystemWrite

    /// Opens for appending, makes it (0600) where it is missing.
    init(appendingTo path: String, write: @escaping SystemWrite) throws(ArchiveError) {
        (self.path, self.write) = (path, write)
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .lastSystemError(at: path) }
    }

    /// - Returns: nil where there is no such file.
    init?(reading path: String) throws(ArchiveError) {
        (self.path, write) = (path, systemWrite)
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw .lastSystemError(at: path)
        }
    }

    deinit { close(descriptor) }

    /// Its length in bytes, and whether its name still leads to it.
    func state() throws(ArchiveError) -> (size: Int64, isLinked: Bool) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .lastSystemError(at: path) }
        return (Int64(status.st_size), status.st_nlink > 0)
    }

    /// Up to `count` bytes from `offset`; fewer only where the file ends.
    func bytes(at offset: Int64, count: Int) throws(ArchiveError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
            while filled < count {
                let got = pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset) + filled)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                guard got > 0 else { return }
                filled += got
            }
        }
        if failed { throw .lastSystemError(at: path) }
        return bytes
    }

    /// Appends all of `bytes`, or nothing: what was written of them is cut off again.
    ///
    /// - Parameter size: the length before.
    func append(_ bytes: [UInt8], to size: Int64) throws(ArchiveError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, UnsafeRawBufferPointer(rebasing: $0[written...])) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let error = ArchiveError.lastSystemError(at: path)
                try truncate(to: size)
                throw error
            }
            written += count
        }
    }

    func truncate(to size: Int64) throws(ArchiveError) {
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw .lastSystemError(at: path) }
    }

    /// Until it is on the disk.
    func synchronise() throws(ArchiveError) {
        guard fdatasync(descriptor) == 0 else { throw .lastSystemError(at: path) }
    }
}

/// Writes to a descriptor: how many bytes it took, or -1 with `errno`.
typealias SystemWrite = @Sendable (Int32, UnsafeRawBufferPointer) -> Int

let systemWrite: SystemWrite = { Glibc.write($0, $1.baseAddress, $1.count) }
