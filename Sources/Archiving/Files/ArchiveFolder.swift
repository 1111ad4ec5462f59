import Glibc
public import Model

/// The folder of the archive. What lies in it holds names, illnesses and numbers unmasked, as the pages printed them: so
/// nobody but its owner may enter it (0700), and files go when their time is over.
public struct ArchiveFolder: Hashable, Sendable {
    /// Its path.
    public let path: String

    /// A folder that may not be there yet.
    public init(path: String) { self.path = path }

    /// Makes the folder (0700) where it is missing.
    ///
    /// - Throws: `ArchiveError` where it cannot be made, or is open to others.
    public func prepare() throws(ArchiveError) {
        if mode == nil {
            try makeParents()
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .lastSystemError(at: path) }
        }
        try checkMode()
    }

    /// - Throws: `ArchiveError` where there is no such folder, or others than its owner may enter it.
    public func checkMode() throws(ArchiveError) {
        guard let mode else { throw .missing(path: path) }
        guard mode & 0o077 == 0 else { throw .tooOpen(path: path, mode: String(mode, radix: 8)) }
    }

    /// Its files, the oldest first; files of other names are passed over. None where there is no such folder.
    public func files() throws(ArchiveError) -> [ArchiveFile] {
        try names().compactMap(ArchiveFile.init(name:)).sorted()
    }

    /// Bytes of a file and its index; nil where it is not there.
    public func size(of file: ArchiveFile) -> Int64? {
        bytes(file.name).map { $0 + (bytes(file.indexName) ?? 0) }
    }

    /// Removes the files in which everything is older than `age`, with their indexes.
    ///
    /// - Parameter isTrial: removes nothing, and tells what would go.
    /// - Returns: the files that are gone, the oldest first.
    public func purge(
        olderThan age: TimeSpan, at now: Instant, isTrial: Bool = false
    ) throws(ArchiveError) -> [ArchiveFile] {
        let old = try files().filter { file in file.end.map { $0 + age <= now } ?? false }
        guard !isTrial, !old.isEmpty else { return old }
        let lock = try FolderLock(self, for: .writing)
        defer { lock.letGo() }
        for file in old {
            // The index first: a file without one is read all the same, an index without its file would stay for good.
            for name in [file.indexName, file.name] {
                guard unlink(place(name)) == 0 || errno == ENOENT else { throw .lastSystemError(at: place(name)) }
            }
        }
        return old
    }

    // MARK: Places

    func place(_ name: String) -> String { path + "/" + name }

    /// Permission bits; nil where there is no folder.
    private var mode: UInt32? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return status.st_mode & 0o7777
    }

    private func bytes(_ name: String) -> Int64? {
        var status = stat()
        return stat(place(name), &status) == 0 ? Int64(status.st_size) : nil
    }

    private func makeParents() throws(ArchiveError) {
        let parts = path.split(separator: "/").dropLast()
        var parent = path.hasPrefix("/") ? "" : "."
        for part in parts {
            parent += "/" + part
            guard mkdir(parent, 0o700) == 0 || errno == EEXIST || errno == EROFS || errno == EACCES else {
                throw .lastSystemError(at: parent)
            }
        }
    }

    private func names() throws(ArchiveError) -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw .lastSystemError(at: path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}
