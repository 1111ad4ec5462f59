import Model

/// Walks a file from member to member.
struct MemberScan {
    let file: ArchiveFile
    let source: OpenFile
    /// Of the next member.
    private(set) var offset: Int64
    /// Where the walk ends: a length at which no record was being written.
    let size: Int64

    init(_ file: ArchiveFile, in source: OpenFile, from offset: Int64 = 0, to size: Int64) {
        (self.file, self.source, self.offset, self.size) = (file, source, offset, size)
    }

    /// The next record; nil at the end.
    ///
    /// - Throws: `.damaged` where none begins here, or none that is whole; the walk stays where it is.
    mutating func next() throws(ArchiveError) -> (entry: ArchiveEntry, record: WARCRecord)? {
        guard offset < size else { return nil }
        let found = try record(at: offset)
        offset = found.entry.end
        return found
    }

    /// The record whose member begins at `offset`.
    func record(at offset: Int64) throws(ArchiveError) -> (entry: ArchiveEntry, record: WARCRecord) {
        let head = try source.bytes(at: offset, count: MemberHeader.size)
        let begin = MemberHeader.fixed.prefix(head.count)
        guard head.count == MemberHeader.size else {
            throw fault(head.starts(with: begin) ? .torn : .noMember, offset)
        }
        guard let header = MemberHeader(head[...]) else { throw fault(.noMember, offset) }
        guard Int64(header.length) <= size - offset else { throw fault(.torn, offset) }
        guard let content = gunzipped(try source.bytes(at: offset, count: header.length)) else {
            throw fault(.compression, offset)
        }
        guard let record = WARCRecord(content),
            let entry = ArchiveEntry(record, offset: offset, length: header.length)
        else { throw fault(.record, offset) }
        return (entry, record)
    }

    /// Whether the rest of the file is one member that was being written when its writer was killed: it begins like
    /// one, ends too early, and no other begins behind it. Where a length was damaged instead, whole records follow,
    /// and nothing may be cut off.
    func isTornTail() throws(ArchiveError) -> Bool {
        let rest = size - offset
        let limit = Int64(MemberHeader.contentLimit) * 2
        guard rest > 0, rest < limit else { return false }
        do throws(ArchiveError) {
            _ = try record(at: offset)
            return false
        } catch .damaged(let fault) where fault.kind == .torn {
            let bytes = try source.bytes(at: offset, count: Int(rest))
            return !holdsHeader(bytes.dropFirst(1))
        } catch .damaged {
            return false
        }
    }

    private func holdsHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let first = rest.firstIndex(of: MemberHeader.fixed[0]) {
            if rest[first...].starts(with: MemberHeader.fixed) { return true }
            rest = rest[(first + 1)...]
        }
        return false
    }

    private func fault(_ kind: ArchiveFault.Kind, _ offset: Int64) -> ArchiveError {
        .damaged(ArchiveFault(file: file.name, offset: offset, kind: kind))
    }
}
