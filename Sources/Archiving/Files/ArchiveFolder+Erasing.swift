import Glibc
import Model

extension ArchiveFolder {
    /// Takes single records out of a file: the others are copied into a new one, which takes its place. Writers of other
    /// processes notice that their file is gone, and open the new one.
    ///
    /// - Parameter entries: as a reader listed them; what has another place by now stays.
    /// - Returns: how many records went.
    public func erase(_ entries: [ArchiveEntry], from file: ArchiveFile) throws(ArchiveError) -> Int {
        let lock = try FolderLock(self, for: .writing)
        defer { lock.letGo() }
        guard let source = try OpenFile(reading: place(file.name)) else { return 0 }
        let doomed = Set(entries)
        let path = place(file.name)
        unlink(path + ".part")
        let target = try OpenFile(appendingTo: path + ".part", write: systemWrite)
        var scan = MemberScan(file, in: source, to: try source.state().size)
        var (size, gone): (Int64, Int) = (0, 0)
        do throws(ArchiveError) {
            while let (entry, _) = try scan.next() {
                guard !doomed.contains(entry) else {
                    gone += 1
                    continue
                }
                try target.append(try source.bytes(at: entry.offset, count: entry.length), to: size)
                size += Int64(entry.length)
            }
            try target.synchronise()
        } catch {
            // A damaged record would be lost with what follows it: the file stays as it is, and whoever asked is told.
            unlink(path + ".part")
            throw error
        }
        guard gone > 0 else {
            unlink(path + ".part")
            return 0
        }
        // The index first: one that does not fit its file is made again, an old one would name what is gone.
        guard unlink(place(file.indexName)) == 0 || errno == ENOENT, rename(path + ".part", path) == 0 else {
            throw .lastSystemError(at: path)
        }
        return gone
    }
}
