/// One file of the archive with its index, open for appending. Every call needs the folder's lock.
struct Volume {
    let file: ArchiveFile
    private let data: OpenFile
    private let index: OpenFile
    /// As far as we know the file, and all of it is whole and indexed.
    private(set) var size: Int64 = 0
    private var indexSize: Int64 = 0

    /// What one finds who looks at a file after a while.
    enum Condition {
        case whole
        /// So many bytes of a record that was being written were cut off.
        case repaired(bytes: Int64)
        case damaged(ArchiveFault)
    }

    /// Makes the files where they are missing.
    init(_ file: ArchiveFile, in folder: ArchiveFolder, write: @escaping SystemWrite) throws(ArchiveError) {
        self.file = file
        data = try OpenFile(appendingTo: folder.place(file.name), write: write)
        index = try OpenFile(appendingTo: folder.place(file.indexName), write: write)
    }

    /// Whether the name still leads here; not after somebody removed the files.
    func isLinked() throws(ArchiveError) -> Bool {
        let (data, index) = (try data.state(), try index.state())
        return data.isLinked && index.isLinked
    }

    /// Takes up what others have written since, and mends the end where a writer was killed.
    mutating func catchUp() throws(ArchiveError) -> Condition {
        let now = try data.state().size
        if now == size, now > 0 { return .whole }
        let indexEnd = try index.state().size
        let news = try index.bytes(at: indexSize, count: Int(max(0, indexEnd - indexSize)))
        if let added = entries(ofIndex: news, from: size), added.last?.end == now, news.last == 10 {
            (size, indexSize) = (now, indexSize + Int64(news.count))
            return .whole
        }
        return try mend(until: now)
    }

    /// Keeps what of the index is true, and lists the records behind it again; all of them, where none begins there.
    private mutating func mend(until now: Int64) throws(ArchiveError) -> Condition {
        let text = try index.bytes(at: 0, count: Int(try index.state().size))
        let known = entries(ofIndex: text)?.last?.end ?? 0
        if known > 0, known <= now {
            let whole = Int64((text.lastIndex(of: 10) ?? -1) + 1)
            let condition = try list(from: known, behind: whole, until: now)
            guard case .damaged = condition else { return condition }
        }
        return try list(from: 0, behind: 0, until: now)
    }

    /// Cuts the index at `indexEnd`, lists the records from `offset` on, and cuts off one that is torn.
    private mutating func list(
        from offset: Int64, behind indexEnd: Int64, until now: Int64
    ) throws(ArchiveError) -> Condition {
        try index.truncate(to: indexEnd)
        var scan = MemberScan(file, in: data, from: offset, to: now)
        var condition = Condition.whole
        var lines: [UInt8] = []
        do throws(ArchiveError) {
            while let found = try scan.next() { lines += Array(found.entry.line.utf8) }
        } catch .damaged(let fault) {
            if try scan.isTornTail() {
                try data.truncate(to: scan.offset)
                condition = .repaired(bytes: now - scan.offset)
            } else {
                condition = .damaged(fault)
            }
        }
        try index.append(lines, to: indexEnd)
        (size, indexSize) = (scan.offset, indexEnd + Int64(lines.count))
        return condition
    }

    /// Appends a member in one write; a caught-up file is asked for.
    mutating func append(_ member: [UInt8], of record: WARCRecord) throws(ArchiveError) {
        try data.append(member, to: size)
        let line = Array((ArchiveEntry(record, offset: size, length: member.count)?.line ?? "").utf8)
        size += Int64(member.count)
        try index.append(line, to: indexSize)
        indexSize += Int64(line.count)
    }

    /// Until all of it is on the disk.
    func synchronise() throws(ArchiveError) {
        try data.synchronise()
        try index.synchronise()
    }
}
