import Glibc
import Hashing
import Locking
import Model
import StoringSamples
import Testing

@testable import Archiving

/// What is kept, and where.
@Suite struct WritingTests {
    @Test func anAnswerComesBackByTheDigestOfItsBody() throws {
        let shelf = try Shelf()
        let writer = try shelf.writer()
        for number in 1...5 { writer.keep(.page(number)) }
        writer.close()
        let body = RawResponse.page(3).body
        let found = try #require(try shelf.reader.response(withDigest: Digest(of: body).hexadecimal))
        #expect(Array(found.payload) == body)
        #expect(found["WARC-Target-URI"] == "https://warta.example/berita/3?id=3")
        #expect(found["WARC-Date"] == "2026-11-21T04:00:00Z")
        #expect(found["WARC-Record-ID"]?.hasPrefix("<urn:uuid:") == true)
        #expect(found["WARC-Truncated"] == nil)
        #expect(try shelf.reader.response(withDigest: Digest(of: "never seen").hexadecimal) == nil)
        #expect(shelf.notes.isEmpty)
    }

    @Test func headersAreKeptButThoseThatSpeakOfTheLine() throws {
        let shelf = try Shelf()
        try shelf.writer().keep(.page(1))
        let entry = try #require(try shelf.reader.entries(of: shelf.folder.files()[0]).last)
        let record = try shelf.reader.record(in: shelf.folder.files()[0], at: entry.offset)
        let body = RawResponse.page(1).body
        let head = String(decoding: record.block.dropLast(body.count), as: UTF8.self)
        #expect(head == "HTTP/1.1 200 \r\ncontent-type: text/html\r\nContent-Length: \(body.count)\r\n\r\n")
    }

    @Test func aValueFromOutsideBeginsNoFieldOfItsOwn() throws {
        let shelf = try Shelf()
        var page = RawResponse.page(1)
        page.headers = [("x-odd\r\nset-cookie", "a\r\n\r\nHTTP/1.1 200 \u{0}b")]
        page.url = "https://warta.example/a\r\nWARC-Type: warcinfo"
        page.isCut = true
        try shelf.writer().keep(page)
        let file = try shelf.folder.files()[0]
        let entries = try shelf.reader.entries(of: file)
        let record = try shelf.reader.record(in: file, at: entries[1].offset)
        #expect(record.fields.count { $0.name == "WARC-Type" } == 1)
        #expect(record["WARC-Truncated"] == "length")
        #expect(Array(record.payload) == page.body)
        #expect(try shelf.reader.verify(file) == .whole(records: 2))
        #expect(entries[1].url == "https://warta.example/a%20WARC-Type:%20warcinfo")
    }

    @Test func aFileIsOneMalaysianDay() throws {
        let shelf = try Shelf()
        let writer = try shelf.writer()
        // 23:59:59 and 00:00:00 on Malaysia's clock, both of the 21st in London.
        writer.keep(.page(1, at: Instant.midnight - .seconds(1)))
        writer.keep(.page(2, at: Instant.midnight))
        writer.keep(.page(3, at: Instant.midnight - .seconds(1)))
        #expect(
            try shelf.folder.files().map(\.name) == [
                "pantau-2026-11-21-00001.warc.gz", "pantau-2026-11-22-00001.warc.gz",
            ])
        #expect(try shelf.urls().compactMap(\.last) == ["1", "3", "2"])
    }

    @Test func aFullFileIsFollowedByTheNext() throws {
        let shelf = try Shelf()
        var limits = ArchiveWriter.Limits()
        limits.fileSize = 1500
        let writer = try shelf.writer(limits)
        for number in 1...9 { writer.keep(.page(number)) }
        let files = try shelf.folder.files()
        #expect(files.count > 2)
        #expect(try shelf.urls().compactMap(\.last) == (1...9).map { Character("\($0)") })
        for file in files {
            #expect(readFile(shelf.path(file)).count <= 1500)
            guard case .whole = try shelf.reader.verify(file) else {
                Issue.record("\(file.name)")
                continue
            }
        }
    }

    @Test func onlyItsOwnerEntersTheFolder() throws {
        let shelf = try Shelf()
        let before = umask(0)
        defer { umask(before) }
        try shelf.writer().keep(.page(1))
        #expect(permissions(of: shelf.folder.path) == 0o700)
        for name in try shelf.folder.files().flatMap({ [$0.name, $0.indexName] }) + ["lock"] {
            #expect(permissions(of: shelf.folder.path + "/" + name) == 0o600, "\(name)")
        }
    }

    @Test func aFolderThatOthersMayEnterIsRefused() throws {
        let shelf = try Shelf()
        try shelf.writer().keep(.page(1))
        chmod(shelf.folder.path, 0o750)
        let refusal = ArchiveError.tooOpen(path: shelf.folder.path, mode: "750")
        #expect(throws: refusal) { try shelf.writer() }
        #expect(throws: refusal) { try shelf.reader }
    }

    @Test func aFolderThatIsOpenedWhileACrawlRunsIsWrittenNoMore() throws {
        let shelf = try Shelf()
        let writer = try shelf.writer()
        chmod(shelf.folder.path, 0o755)
        for number in 1...3 { writer.keep(.page(number, at: Instant.noon + .seconds(Int64(number)))) }
        #expect(
            shelf.notes == [
                .paused(.tooOpen(path: shelf.folder.path, mode: "755"), until: Instant.noon + .seconds(601))
            ])
        chmod(shelf.folder.path, 0o700)
        #expect(try shelf.folder.files().isEmpty)
        writer.keep(.page(4, at: Instant.noon + .minutes(11)))
        #expect(shelf.notes.last == .resumed)
        #expect(try shelf.urls().count == 1)
    }

    @Test func aFolderThatIsTakenAwayIsMadeAgain() throws {
        let shelf = try Shelf()
        let writer = try shelf.writer()
        writer.keep(.page(1))
        for file in try shelf.folder.files() {
            unlink(shelf.path(file))
            unlink(shelf.folder.path + "/" + file.indexName)
        }
        unlink(shelf.folder.path + "/lock")
        rmdir(shelf.folder.path)
        writer.keep(.page(2))
        #expect(try shelf.urls().compactMap(\.last) == ["2"])
        #expect(shelf.notes.isEmpty)
    }

    @Test func aDiskThatIsNearlyFullIsLeftToTheDatabase() throws {
        let shelf = try Shelf()
        var limits = ArchiveWriter.Limits()
        limits.freeSpace = .max / 2
        let writer = try shelf.writer(limits)
        for number in 1...100 { writer.keep(.page(number)) }
        #expect(shelf.notes.count == 1)
        guard case .paused(.diskFull, _) = try #require(shelf.notes.first) else {
            Issue.record("\(shelf.notes)")
            return
        }
        #expect(try shelf.folder.files().isEmpty)
    }

    @Test(arguments: [0, 1, 23, 24, 300]) func whatADiskTookOfARecordBeforeItWasFullIsCutOff(room: Int) throws {
        let shelf = try Shelf()
        try shelf.writer().keep(.page(1))
        let file = try shelf.folder.files()[0]
        let before = readFile(shelf.path(file))
        let left = Lock(room)
        let notes = Lock<[ArchiveNote]>([])
        let writer = try ArchiveWriter(
            shelf.folder, software: "test", random: randomBytes,
            write: { descriptor, bytes in
                let count = left.withLock { left in
                    defer { left -= min(left, bytes.count) }
                    return min(left, bytes.count)
                }
                guard count > 0 else {
                    errno = ENOSPC
                    return -1
                }
                return Glibc.write(descriptor, bytes.baseAddress, count)
            }, report: { note in notes.withLock { $0.append(note) } })
        writer.keep(.page(2))
        #expect(readFile(shelf.path(file)) == before)
        guard case .paused(.diskFull, _) = try #require(notes.withLock { $0.first }) else {
            Issue.record("no note of a full disk")
            return
        }
        left.withLock { $0 = .max }
        writer.keep(.page(3, at: Instant.noon + .minutes(10)))
        #expect(notes.withLock { $0.last } == .resumed)
        #expect(try shelf.urls().compactMap(\.last) == ["1", "3"])
        #expect(try shelf.reader.verify(file) == .whole(records: 3))
    }

    @Test func aStoppedProcessThatHoldsTheLockStopsNoCrawl() throws {
        let shelf = try Shelf()
        var limits = ArchiveWriter.Limits()
        limits.patience = TimeSpan(milliseconds: 20)
        let writer = try shelf.writer(limits)
        let held = try FolderLock(shelf.folder, for: .writing)
        for number in 1...3 { writer.keep(.page(number)) }
        #expect(
            shelf.notes == [.paused(.busy(path: shelf.folder.path + "/lock"), until: Instant.noon + .minutes(10))])
        held.letGo()
        writer.keep(.page(4, at: Instant.noon + .minutes(10)))
        #expect(shelf.notes.last == .resumed)
        #expect(try shelf.urls().compactMap(\.last) == ["4"])
    }

    @Test func severalWritersShareAFile() async throws {
        let shelf = try Shelf()
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    guard let own = try? shelf.writer() else { return }
                    for page in 0..<50 { own.keep(.page(writer * 100 + page)) }
                }
            }
        }
        let files = try shelf.folder.files()
        #expect(files.count == 1)
        #expect(Set(try shelf.urls()).count == 200)
        #expect(try shelf.reader.verify(files[0]) == .whole(records: 201))
        // The index is whole: without the file's own records it tells the same.
        let listed = try #require(entries(ofIndex: shelf.bytes(files[0].indexName)))
        #expect(listed == (try shelf.reader.entries(of: files[0])))
        #expect(shelf.notes.isEmpty)
    }

    @Test func purgeTakesTheFilesInWhichEverythingIsOlder() throws {
        let shelf = try Shelf()
        let writer = try shelf.writer()
        for day in 0..<5 { writer.keep(.page(day, at: Instant.noon + .days(Int64(day)))) }
        // The 22nd has ended 48 hours and a second before.
        let now = Instant.midnight + .days(3) + .seconds(1)
        let trial = try shelf.folder.purge(olderThan: .days(2), at: now, isTrial: true)
        #expect(trial.map(\.day) == ["2026-11-21", "2026-11-22"])
        #expect(try shelf.folder.files().count == 5)
        #expect(try shelf.folder.purge(olderThan: .days(2), at: now) == trial)
        #expect(try shelf.folder.files().map(\.day) == ["2026-11-23", "2026-11-24", "2026-11-25"])
        #expect(shelf.bytes(trial[0].indexName).isEmpty)
        #expect(try shelf.folder.purge(olderThan: .days(2), at: now).isEmpty)
        #expect(try ArchiveFolder(path: shelf.parent.path + "/none").purge(olderThan: .days(1), at: now).isEmpty)
    }

    @Test(arguments: [
        "pantau-2026-11-21-1.warc.gz", "pantau-2026-13-21-00001.warc.gz", "pantau-2026-11-21-00000.warc.gz",
        "pantau-2026-11-21-00001.warc.gz.index", "pantau-2026-11-21-00001.warc", "other-2026-11-21-00001.warc.gz",
        "pantau-2026-11-21--0001.warc.gz", "pantau-2026-11-21-+0001.warc.gz", "pantau-2026-+1-21-00001.warc.gz", "",
        "notes.txt",
    ])
    func filesOfOtherNamesAreLeftAlone(name: String) { #expect(ArchiveFile(name: name) == nil) }

    @Test func aRecordBeyondTheLimitIsPassedOver() throws {
        let shelf = try Shelf()
        let writer = try shelf.writer()
        writer.keep(.page(1, body: [UInt8](repeating: 0, count: 65 << 20)))
        writer.keep(.page(2))
        #expect(shelf.notes == [.passedOver(.tooLarge(bytes: 65 << 20))])
        #expect(try shelf.urls().count == 1)
    }
}
