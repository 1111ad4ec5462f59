/// Reads the archive back: what it holds, one record by its place or its digest, and whether all of it is as it was
/// written. Changes nothing; may read while crawls write.
public struct ArchiveReader: Sendable {
    /// What is read.
    public let folder: ArchiveFolder

    /// - Throws: `ArchiveError` where there is no such folder, or others than its owner may enter it.
    public init(_ folder: ArchiveFolder) throws(ArchiveError) {
        self.folder = folder
        try folder.checkMode()
    }

    /// The records of a file in the order in which they were written: of the index as far as it is true, and of the file
    /// behind that. A record that is being written or damaged ends the list.
    public func entries(of file: ArchiveFile) throws(ArchiveError) -> [ArchiveEntry] {
        guard let (source, size) = try open(file) else { return [] }
        let known = try indexed(file, upTo: size)
        let rest = try listed(file, in: source, from: known.last?.end ?? 0, to: size)
        if !rest.isDamaged || known.isEmpty { return known + rest.entries }
        // Where no record begins at the index's end, it may be the index that is not true.
        let all = try listed(file, in: source, from: 0, to: size)
        return all.entries.count > known.count ? all.entries : known + rest.entries
    }

    /// What stands in the file itself; of a record that is only half written, nothing is said.
    private func listed(
        _ file: ArchiveFile, in source: OpenFile, from offset: Int64, to size: Int64
    ) throws(ArchiveError) -> (entries: [ArchiveEntry], isDamaged: Bool) {
        var scan = MemberScan(file, in: source, from: offset, to: size)
        var found: [ArchiveEntry] = []
        do throws(ArchiveError) {
            while let next = try scan.next() { found.append(next.entry) }
        } catch .damaged(let fault) {
            return (found, fault.kind != .torn)
        }
        return (found, false)
    }

    /// The record at a place that an entry names.
    ///
    /// - Throws: `ArchiveError` where the file is not there, or no whole record begins at that place.
    public func record(in file: ArchiveFile, at offset: Int64) throws(ArchiveError) -> WARCRecord {
        guard let (source, size) = try open(file) else { throw .missing(path: folder.place(file.name)) }
        return try MemberScan(file, in: source, to: size).record(at: offset).record
    }

    /// The last answer with that body.
    ///
    /// - Parameter digest: SHA-256 of the body, 64 lower-case digits: `raw_sha256` of an article.
    /// - Returns: nil where no file holds it.
    /// - Throws: `ArchiveError` where the record is damaged.
    public func response(withDigest digest: String) throws(ArchiveError) -> WARCRecord? {
        for file in try folder.files().reversed() {
            guard let entry = try entries(of: file).last(where: { $0.digest == digest }) else { continue }
            let found = try record(in: file, at: entry.offset)
            if let kind = found.digestFault {
                throw .damaged(ArchiveFault(file: file.name, offset: entry.offset, kind: kind))
            }
            guard found["WARC-Payload-Digest"] == "sha256:\(digest)" else { continue }
            return found
        }
        return nil
    }

    /// What a file holds, or where it is not as it was written.
    public enum Verification: Hashable, Sendable {
        /// So many records, each with the digests it should have.
        case whole(records: Int)
        /// The first record that is not, after so many that are.
        case broken(ArchiveFault, after: Int)
    }

    /// Inflates every record of a file and computes its digests again.
    public func verify(_ file: ArchiveFile) throws(ArchiveError) -> Verification {
        guard let (source, size) = try open(file) else { throw .missing(path: folder.place(file.name)) }
        var scan = MemberScan(file, in: source, to: size)
        var count = 0
        do throws(ArchiveError) {
            while let (entry, record) = try scan.next() {
                if let kind = record.digestFault {
                    return .broken(ArchiveFault(file: file.name, offset: entry.offset, kind: kind), after: count)
                }
                count += 1
            }
        } catch .damaged(let fault) {
            return .broken(fault, after: count)
        }
        return .whole(records: count)
    }

    /// The file, and its length at a moment when nobody was writing.
    private func open(_ file: ArchiveFile) throws(ArchiveError) -> (OpenFile, size: Int64)? {
        let lock = try FolderLock(folder, for: .reading)
        defer { lock.letGo() }
        guard let source = try OpenFile(reading: folder.place(file.name)) else { return nil }
        return (source, try source.state().size)
    }

    private func indexed(_ file: ArchiveFile, upTo size: Int64) throws(ArchiveError) -> [ArchiveEntry] {
        guard let index = try OpenFile(reading: folder.place(file.indexName)) else { return [] }
        let text = try index.bytes(at: 0, count: Int(index.state().size))
        let known = Archiving.entries(ofIndex: text) ?? []
        // An index of more than there is belongs to a file that was cut.
        return known.last.map { $0.end <= size } == true ? known : []
    }
}
