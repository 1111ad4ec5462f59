import Foundation
import Glibc
import Hashing
import Model
import Testing
import Text

@testable import Referring

@Suite struct ExportWriterTests {
    private let folder: TemporaryFolder
    private static let stamp = "prospects-20261124T040000Z"

    init() throws { folder = try TemporaryFolder() }

    private func manifest(_ files: [ExportManifest.File]) -> ExportManifest {
        ExportManifest(
            id: Invented.uuid, source: "urn:pantau:test:skuad", isTest: true, consumer: "mysynergy",
            createdAt: Invented.noon, createdBy: "u-0123456789ab", files: files, counts: ["prospect": 3], after: 0,
            through: 3)
    }

    @Test func anExportIsLinesAndLastAManifest() throws {
        var writer = try ExportWriter(folder: folder.path, at: Invented.noon)
        for line in ["{\"a\":1}", "{\"b\":\"居\"}", "{}"] { try writer.append(Array(line.utf8)) }
        let prepared = try writer.prepare(manifest)
        #expect(!folder.names.contains { $0.hasPrefix("prospects") && $0.hasSuffix("manifest.json") })
        try writer.commit()
        #expect(folder.names == ["\(Self.stamp)-0001.jsonl", "\(Self.stamp).manifest.json"])
        let body = try folder.bytes("\(Self.stamp)-0001.jsonl")
        #expect(String(decoding: body, as: UTF8.self) == "{\"a\":1}\n{\"b\":\"居\"}\n{}\n")
        let file = prepared.manifest.files[0]
        #expect((file.bytes, file.records) == (body.count, 3))
        #expect(file.sha256 == Digest(of: body).hexadecimal)
        let json = try JSONValue(parsing: folder.bytes("\(Self.stamp).manifest.json"))
        #expect(json["cursor"] == ["after": .null, "through": "3"])
        #expect(json["complete"]?.bool == true)
        #expect(try prepared.sha256 == Digest(of: folder.bytes("\(Self.stamp).manifest.json")).hexadecimal)
        for name in folder.names { #expect(try folder.mode(name) == 0o600) }
    }

    @Test func aFileIsSplitAtItsLimits() throws {
        var writer = try ExportWriter(folder: folder.path, at: Invented.noon, limits: .init(lines: 2, bytes: 20))
        for line in ["1", "2", "3", "a line of its own!", "4", "5", "6"] { try writer.append(Array(line.utf8)) }
        let files = try writer.prepare(manifest).manifest.files
        try writer.commit()
        #expect(files.map(\.records) == [2, 1, 1, 2, 1])
        #expect(files.allSatisfy { $0.bytes <= 20 })
        #expect(files.map(\.name).last == "\(Self.stamp)-0005.jsonl")
    }

    @Test func nothingIsOverwritten() throws {
        try folder.write("somebody's", to: "\(Self.stamp)-0001.jsonl")
        let path = "\(folder.path)/\(Self.stamp)-0001.jsonl"
        #expect(throws: ExportError.exists(path: path)) {
            var writer = try ExportWriter(folder: folder.path, at: Invented.noon)
            try writer.append([65])
        }
        #expect(try folder.bytes("\(Self.stamp)-0001.jsonl") == Array("somebody's".utf8))
    }

    @Test func aManifestThatIsThereStopsTheExportAndItsFilesGo() throws {
        try folder.write("{}", to: "\(Self.stamp).manifest.json")
        #expect(throws: ExportError.self) {
            var writer = try ExportWriter(folder: folder.path, at: Invented.noon)
            try writer.append([65])
            _ = try writer.prepare(manifest)
        }
        #expect(folder.names == ["\(Self.stamp).manifest.json"])
        #expect(try folder.bytes("\(Self.stamp).manifest.json") == Array("{}".utf8))
    }

    @Test func aLinkInTheWayIsNotFollowed() throws {
        let target = folder.path + "/elsewhere"
        symlink(target, "\(folder.path)/\(Self.stamp)-0001.jsonl")
        #expect(throws: ExportError.self) {
            var writer = try ExportWriter(folder: folder.path, at: Invented.noon)
            try writer.append([65])
        }
        #expect(access(target, F_OK) != 0)
    }

    @Test func whatIsNotFinishedIsRemoved() throws {
        do {
            var writer = try ExportWriter(folder: folder.path, at: Invented.noon)
            try writer.append([65])
            _ = try writer.prepare(manifest)
        }
        #expect(folder.names.isEmpty)
    }

    @Test func aFolderThatIsNotThereIsSaidSo() {
        let path = folder.path + "/nowhere"
        #expect(throws: ExportError.noFolder(path: path)) { _ = try ExportWriter(folder: path, at: Invented.noon) }
        #expect(ExportError.noFolder(path: path).exitCode == 73)
    }

    @Test func aFileIsNoFolder() throws {
        try folder.write("", to: "file")
        let path = folder.path + "/file"
        #expect(throws: ExportError.notAFolder(path: path)) { _ = try ExportWriter(folder: path, at: Invented.noon) }
    }

    @Test func aFullDiskIsSaidSo() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        var file = OutputFile(path: folder.path + "/x", descriptor: descriptor)
        var caught: ExportError?
        do throws(ExportError) {
            try file.write([65])
            _ = try file.finish()
        } catch { caught = error }
        #expect(caught == .diskFull(path: folder.path))
        #expect(caught?.exitCode == 74)
    }

    @Test func theNameSaysWhenInUTC() {
        #expect(ExportManifest.stamp(Invented.noon) == Self.stamp)
    }
}
