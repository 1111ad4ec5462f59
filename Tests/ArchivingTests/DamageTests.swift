import Hashing
import Model
import StoringSamples
import Testing

@testable import Archiving

/// What a kill, a power cut or a bad disk leaves, and that it hurts nothing that is whole.
@Suite struct DamageTests {
    /// Three answers in one file.
    private func filled() throws -> (shelf: Shelf, file: ArchiveFile, bytes: [UInt8], entries: [ArchiveEntry]) {
        let shelf = try Shelf()
        let writer = try shelf.writer()
        for number in 1...3 { writer.keep(.page(number)) }
        let file = try shelf.folder.files()[0]
        return (shelf, file, readFile(shelf.path(file)), try shelf.reader.entries(of: file))
    }

    @Test func aFileCutAtAnyByteLosesNoWholeRecordAndGoesOn() throws {
        let (shelf, file, bytes, entries) = try filled()
        let index = shelf.bytes(file.indexName)
        for cut in 0..<bytes.count {
            shelf.replace(file.name, with: bytes.prefix(cut))
            shelf.replace(file.indexName, with: index)
            let whole = entries.filter { $0.end <= cut }
            if whole.last?.end ?? 0 < cut {
                let fault = ArchiveFault(file: file.name, offset: whole.last?.end ?? 0, kind: .torn)
                #expect(try shelf.reader.verify(file) == .broken(fault, after: whole.count))
            }
            #expect(try shelf.reader.entries(of: file) == whole)
            try shelf.writer().keep(.page(9))
            let after = try shelf.reader.entries(of: file)
            // An empty file begins with its own record again.
            #expect(after.count == max(1, whole.count) + 1, "cut at \(cut)")
            #expect(after.prefix(whole.count).elementsEqual(whole))
            #expect(try shelf.reader.verify(file) == .whole(records: after.count))
            #expect(try shelf.folder.files().count == 1)
        }
    }

    @Test func everyFlippedBitIsFoundOrChangesNothing() throws {
        let (shelf, file, bytes, entries) = try filled()
        let records = try entries.map { try shelf.reader.record(in: file, at: $0.offset) }
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 1 << (place % 8)
            shelf.replace(file.name, with: damaged)
            switch try shelf.reader.verify(file) {
            case .broken(let fault, let count):
                #expect(fault.offset == entries[count].offset, "at \(place)")
                #expect(entries[count].offset <= place && place < entries[count].end)
            case .whole:
                // The bits that fill up the last deflated byte mean nothing.
                #expect(try entries.map { try shelf.reader.record(in: file, at: $0.offset) } == records, "at \(place)")
            }
        }
    }

    @Test func aDamagedFileIsSetAsideAndNothingIsCutFromIt() throws {
        let (shelf, file, bytes, entries) = try filled()
        let lengthPlace = Int(entries[1].offset) + MemberHeader.fixed.count
        // A length that leads beyond the end looks like a torn record, but whole ones follow.
        for (place, value) in [(lengthPlace + 2, UInt8(9)), (Int(entries[2].offset), 0)] {
            var damaged = bytes
            damaged[place] = value
            shelf.replace(file.name, with: damaged)
            shelf.replace(file.indexName, with: [])
            try shelf.writer().keep(.page(9))
            #expect(readFile(shelf.path(file)) == damaged)
            guard case .setAside(let fault)? = shelf.notes.last else {
                Issue.record("\(shelf.notes)")
                return
            }
            #expect(fault.file == file.name)
        }
        let files = try shelf.folder.files()
        #expect(files.map(\.number) == [1, 2])
        #expect(try shelf.reader.verify(files[1]) == .whole(records: 3))
        // The second writer went straight to the newer file and had nothing to tell of the old one.
        #expect(shelf.notes.count == 1)
    }

    @Test(arguments: [
        "", "0", "garbage\n", "0 1 2 3\n", "0 99999999999999999999 1 - -\n", "0 9223372036854775807 1 - -\n",
        "-5 10 1 - -\n", "0 1 1 - -\n1 1 1 - -\n", "0 400000 1 - -\n", "\n\n\n",
    ])
    func anIndexThatIsNoneIsMadeAgain(text: String) throws {
        let (shelf, file, _, entries) = try filled()
        shelf.replace(file.indexName, with: Array(text.utf8))
        #expect(try shelf.reader.entries(of: file) == entries)
        let digest = Digest(of: RawResponse.page(2).body).hexadecimal
        #expect(try shelf.reader.response(withDigest: digest) != nil)
        try shelf.writer().keep(.page(4))
        try shelf.writer().keep(.page(5))
        #expect(shelf.notes.isEmpty)
        #expect(try shelf.reader.verify(file) == .whole(records: 6))
        #expect(Archiving.entries(ofIndex: shelf.bytes(file.indexName)) == (try shelf.reader.entries(of: file)))
    }

    @Test func anIndexCutAtAnyByteTellsTheSame() throws {
        let (shelf, file, _, entries) = try filled()
        let index = shelf.bytes(file.indexName)
        for cut in 0...index.count {
            shelf.replace(file.indexName, with: index.prefix(cut))
            #expect(try shelf.reader.entries(of: file) == entries, "cut at \(cut)")
        }
        shelf.replace(file.indexName, with: index.prefix(index.count / 2))
        try shelf.writer().keep(.page(4))
        #expect(try shelf.reader.entries(of: file).prefix(4).elementsEqual(entries))
        #expect(Archiving.entries(ofIndex: shelf.bytes(file.indexName))?.count == 5)
    }

    @Test func aRecordThatIsNotTheOneAskedForIsNotHandedOut() throws {
        let (shelf, file, _, entries) = try filled()
        // An index that names another record's place for a digest.
        let digest = Digest(of: "some other body").hexadecimal
        let known = try #require(entries[1].digest)
        let index = String(decoding: shelf.bytes(file.indexName), as: UTF8.self)
        let parts = index.split(separator: known, maxSplits: 1)
        shelf.replace(file.indexName, with: Array((parts[0] + digest + parts[1]).utf8))
        #expect(try shelf.reader.response(withDigest: digest) == nil)
    }

    @Test func whatFollowsARecordIsNoPartOfIt() throws {
        let record = WARCRecord([("WARC-Type", "metadata")], block: Array("abc".utf8))
        #expect(WARCRecord(record.bytes) == record)
        #expect(WARCRecord(record.bytes + [65]) == nil)
        #expect(WARCRecord(Array(record.bytes.dropLast())) == nil)
        for cut in 0..<record.bytes.count { #expect(WARCRecord(Array(record.bytes.prefix(cut))) == nil) }
        let member = try #require(gzipMember(of: record.bytes))
        #expect(gunzipped(member) == record.bytes)
        #expect(gunzipped(member + [0]) == nil)
    }

    @Test func aLengthThatLiesCostsNoMemory() {
        var header = MemberHeader(deflated: 10, contentLength: 10).bytes
        for place in 16..<24 { header[place] = 0xFF }
        #expect(MemberHeader(header[...]) == nil)
        #expect(gunzipped(header) == nil)
    }
}
