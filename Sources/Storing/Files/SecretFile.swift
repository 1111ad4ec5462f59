import Glibc
import Hashing

/// 32 random bytes in a file of their own (0600), made once and never changed.
struct SecretFile {
    let bytes: [UInt8]

    /// Reads the file, or makes it where it is missing and `mayCreate`.
    ///
    /// - Returns: nil where there is none and none may be made.
    init?(_ path: String, mayCreate: Bool) throws(StoreError) {
        if mayCreate { try SecretFile.create(path) }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .cannotOpen(path: path, why: String(cString: strerror(errno)))
        }
        defer { Glibc.close(descriptor) }
        var key = [UInt8](repeating: 0, count: 33)
        guard Glibc.read(descriptor, &key, 33) == 32 else {
            throw .damaged(path: path, why: "a key has 32 bytes")
        }
        bytes = Array(key.prefix(32))
    }

    /// Writes the whole key under another name and links it into place, so that no half key is ever seen, and two
    /// processes that start at once agree on one.
    private static func create(_ path: String) throws(StoreError) {
        guard mode(of: path) == nil else { return }
        let draft = "\(path)-\(getpid())"
        let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, why: String(cString: strerror(errno))) }
        let isWritten = write(descriptor, randomBytes(32), 32) == 32 && fsync(descriptor) == 0
        Glibc.close(descriptor)
        defer { unlink(draft) }
        guard isWritten else { throw .diskFull(path: path, free: freeBytes(beside: path)) }
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw .cannotOpen(path: path, why: String(cString: strerror(errno)))
        }
    }
}
