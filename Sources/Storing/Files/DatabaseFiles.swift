import Glibc

/// The folder of a path, `.` where it names none.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The files that SQLite and we keep for one database.
struct DatabaseFiles {
    let path: String

    var log: String { path + "-wal" }
    var sharedMemory: String { path + "-shm" }
    /// Held for a whole crawl.
    var crawlLock: String { path + "-crawl" }
    /// Held for one write transaction.
    var writeLock: String { path + "-write" }
    /// 32 random bytes for keyed hashes. Not in the database, so that a lost copy of it tells no names.
    var key: String { path + "-key" }

    /// 32 random bytes from which the key of signed checkpoints is made; there is none before the first checkpoint.
    var signingKey: String { path + "-signing" }

    /// The list of erasures, outside the database so that it outlives a backup that is put back.
    var erasures: String { path + "-erased" }

    var all: [String] { [path, log, sharedMemory, crawlLock, writeLock, key, signingKey, erasures] }

    /// Makes the folder (0700) and an empty database file (0600) where they are missing.
    func create() throws(StoreError) {
        try makeFolder(folder(of: path))
        // Made before SQLite opens it, which would use the umask; -wal and -shm take the mode of this file.
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            Glibc.close(descriptor)
        } else if errno != EEXIST {
            throw systemError(path)
        }
    }

    /// Refuses files that anybody but their owner may read or write: the database, what SQLite keeps beside it, keys, and
    /// the copies before a migration.
    func checkModes() throws(StoreError) {
        for file in all + copies {
            guard let mode = mode(of: file), mode & 0o077 != 0 else { continue }
            throw .tooOpen(path: file, mode: String(mode, radix: 8))
        }
    }

    /// Asked first, because SQLite's own answer for a read-only file system names a file that we did not ask for.
    func checkWritable() throws(StoreError) {
        guard access(path, W_OK) == 0 else { throw systemError(path) }
    }

    private func makeFolder(_ folder: String) throws(StoreError) {
        guard mode(of: folder) == nil else { return }
        let parent = Storing.folder(of: folder)
        if parent != folder { try makeFolder(parent) }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw systemError(folder) }
    }

    private func systemError(_ path: String) -> StoreError {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path, free: freeBytes(beside: path))
        case EROFS: .readOnly(path: path)
        default: .cannotOpen(path: path, why: String(cString: strerror(errno)))
        }
    }
}

/// The permission bits of a file; nil where there is none.
func mode(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
}

/// The length of a file in bytes; nil where there is none.
func size(of path: String) -> Int64? {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : nil
}

/// The number of the user that owns a file; nil where there is none.
func owner(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_uid : nil
}
