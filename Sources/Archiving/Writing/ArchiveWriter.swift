import Locking
public import Model

/// Keeps answers in the archive: appended to the day's file, one write a record under a lock of the folder, so that
/// several processes may write at once.
///
/// What a crash costs: a killed process loses at most the record it was writing, and the next writer cuts its rest off.
/// Files are brought to the disk when they are full, when their day is over and at ``close()``, not at every record: a
/// power cut may take the answers of the crawl that was running. What the database holds never depends on them.
public final class ArchiveWriter: ResponseArchive {
    /// Bounds of a writer.
    public struct Limits: Hashable, Sendable {
        /// A file that would grow beyond is followed by the next: 1 GB, as the standard recommends.
        public var fileSize: Int64 = 1_000_000_000
        /// What stays free on the disk for the database: 256 MiB.
        public var freeSpace: Int64 = 256 << 20
        /// How long another process may hold the folder's lock.
        public var patience: TimeSpan = .seconds(5)
        /// How long nothing is tried after trouble with the disk or the lock.
        public var pause: TimeSpan = .minutes(10)

        /// The usual bounds.
        public init() {}
    }

    private struct State {
        var volume: Volume?
        var pausedUntil: Instant?
    }

    private let folder: ArchiveFolder
    private let software: String
    private let limits: Limits
    private let random: @Sendable (Int) -> [UInt8]
    private let write: SystemWrite
    private let report: @Sendable (ArchiveNote) -> Void
    private let state = Lock(State())

    /// - Parameters:
    ///   - software: name and version, for the first record of each file.
    ///   - random: that many bytes nobody can foresee, for the ids of records.
    ///   - report: told of trouble, from whatever task it comes up in.
    /// - Throws: `ArchiveError` where the folder cannot be made, or is open to others.
    public convenience init(
        _ folder: ArchiveFolder, software: String, limits: Limits = Limits(),
        random: @escaping @Sendable (Int) -> [UInt8], report: @escaping @Sendable (ArchiveNote) -> Void
    ) throws(ArchiveError) {
        try self.init(
            folder, software: software, limits: limits, random: random, write: systemWrite, report: report)
    }

    init(
        _ folder: ArchiveFolder, software: String, limits: Limits = Limits(),
        random: @escaping @Sendable (Int) -> [UInt8], write: @escaping SystemWrite,
        report: @escaping @Sendable (ArchiveNote) -> Void
    ) throws(ArchiveError) {
        (self.folder, self.software, self.limits) = (folder, software, limits)
        (self.random, self.write, self.report) = (random, write, report)
        try folder.prepare()
    }

    public func keep(_ response: RawResponse) {
        let now = response.retrievedAt
        guard !isPaused(at: now) else { return }
        let record = WARCRecord(response, id: UUIDv7(at: now, random: random(10)))
        guard let member = gzipMember(of: record.bytes) else {
            return report(.passedOver(.tooLarge(bytes: response.body.count)))
        }
        let notes = state.withLock { state in
            var notes: [ArchiveNote] = []
            do throws(ArchiveError) {
                try append(member, of: record, at: now, to: &state, telling: &notes)
                if state.pausedUntil != nil { notes.append(.resumed) }
                state.pausedUntil = nil
            } catch {
                // Whatever was half done is looked at again when it is opened next.
                state.volume = nil
                let until = now + limits.pause
                if state.pausedUntil == nil { notes.append(.paused(error, until: until)) }
                state.pausedUntil = until
            }
            return notes
        }
        for note in notes { report(note) }
    }

    /// Brings what was kept to the disk; more may follow.
    public func close() {
        let trouble: ArchiveError? = state.withLock { state in
            defer { state.volume = nil }
            do throws(ArchiveError) { try state.volume?.synchronise() } catch { return error }
            return nil
        }
        if let trouble { report(.passedOver(trouble)) }
    }

    /// A clock that was put back ends a pause, too.
    private func isPaused(at now: Instant) -> Bool {
        state.withLock { state in
            guard let until = state.pausedUntil else { return false }
            return now < until && now >= until - limits.pause
        }
    }

    // MARK: Appending

    private func append(
        _ member: [UInt8], of record: WARCRecord, at now: Instant, to state: inout State,
        telling notes: inout [ArchiveNote]
    ) throws(ArchiveError) {
        try folder.prepare()
        if let free = freeBytes(at: folder.path), free < limits.freeSpace + Int64(member.count) {
            throw .diskFull(path: folder.path, free: free)
        }
        // Opened anew each time: where somebody has replaced the folder, an old lock would lock nobody out.
        let lock = try FolderLock(folder, for: .writing, patience: limits.patience)
        defer { lock.letGo() }
        var volume = try volume(at: now, for: member.count, in: &state, telling: &notes)
        if volume.size == 0 {
            let info = WARCRecord(
                infoOf: volume.file.name, software: software, id: UUIDv7(at: now, random: random(10)), at: now)
            guard let first = gzipMember(of: info.bytes) else { throw .tooLarge(bytes: info.block.count) }
            try volume.append(first, of: info)
        }
        try volume.append(member, of: record)
        state.volume = volume
    }

    /// A file of that day that is whole and has room for so many bytes.
    private func volume(
        at now: Instant, for room: Int, in state: inout State, telling notes: inout [ArchiveNote]
    ) throws(ArchiveError) -> Volume {
        var volume = try newest(at: now, in: &state)
        while true {
            switch try volume.catchUp() {
            case .whole: break
            case .repaired(let bytes): notes.append(.repaired(file: volume.file.name, bytes: bytes))
            case .damaged(let fault):
                notes.append(.setAside(fault))
                volume = try follower(of: volume)
                continue
            }
            if volume.size == 0 || volume.size + Int64(room) <= limits.fileSize { return volume }
            try volume.synchronise()
            volume = try follower(of: volume)
        }
    }

    /// The file that is open, or the newest of its day.
    private func newest(at now: Instant, in state: inout State) throws(ArchiveError) -> Volume {
        let first = ArchiveFile(at: now)
        if let volume = state.volume {
            state.volume = nil
            if volume.file.day == first.day, try volume.isLinked() { return volume }
            try volume.synchronise()
        }
        let file = try folder.files().last { $0.day == first.day } ?? first
        return try Volume(file, in: folder, write: write)
    }

    private func follower(of volume: Volume) throws(ArchiveError) -> Volume {
        guard let next = volume.file.next else {
            throw .system(path: folder.place(volume.file.name), why: "no further file can be named on that day")
        }
        return try Volume(next, in: folder, write: write)
    }
}
