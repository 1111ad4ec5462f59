import Foundation
import Model
import Testing
import Text

@testable import Referring

@Suite struct ExportVerificationTests {
    private let squad: Squad
    private let later = Invented.noon + .minutes(31)

    init() throws { squad = try Squad() }

    private func exported() async throws -> (manifest: String, lines: String) {
        for number in 1...2 { try await squad.accept(squad.crawl(Invented.article(number: number))) }
        try await squad.export(at: later)
        return (squad.out.path + "/" + squad.out.names[1], squad.out.names[0])
    }

    @Test func anExportOfOursIsInOrder() async throws {
        let verification = try ExportVerification(manifest: await exported().manifest)
        #expect(verification.problems == [])
        #expect((verification.files, verification.records, verification.schemaVersion) == (1, 2, "1.0.0"))
    }

    @Test func aChangedByteIsFound() async throws {
        let (manifest, lines) = try await exported()
        let text = String(decoding: try squad.out.bytes(lines), as: UTF8.self)
        try squad.out.write(text.replacingOccurrences(of: "PR-26-000001-9", with: "PR-26-000001-8"), to: lines)
        let problems = try ExportVerification(manifest: manifest).problems
        #expect(problems == ["\(lines) has another SHA-256", "\(lines):1: PR-26-000001-8 is no reference"])
    }

    @Test func linesThatAreGoneOrSwappedAreFound() async throws {
        let (manifest, lines) = try await exported()
        let rows = String(decoding: try squad.out.bytes(lines), as: UTF8.self).split(separator: "\n")
        try squad.out.write(rows.reversed().joined(separator: "\n") + "\n", to: lines)
        #expect(try ExportVerification(manifest: manifest).problems.contains("\(lines):2: sequence 1 after 2"))
        try squad.out.write(String(rows[0]), to: lines)
        let problems = try ExportVerification(manifest: manifest).problems
        #expect(problems.contains("the last line of \(lines) does not end"))
        #expect(problems.contains("the manifest counts 2 records; there are 1"))
        #expect(problems.contains("the cursor does not end at 1"))
    }

    @Test(arguments: ["../x.jsonl", "/etc/passwd", "", ".hidden", "a b"])
    func aManifestCannotLeadElsewhere(name: String) throws {
        let json: JSONValue = [
            "schema_version": "1.0.0", "complete": true, "files": [["name": .string(name)]], "count": 0,
            "cursor": ["after": nil, "through": "0"],
        ]
        try squad.out.write(json.text, to: "a.manifest.json")
        #expect(
            try ExportVerification(manifest: squad.out.path + "/a.manifest.json").problems == [
                "\"\(name)\" is no name of a file"
            ])
    }

    @Test(arguments: ["", "{", "[]", "{\"files\":3}", "null"])
    func whatIsNoManifestIsSaidSo(text: String) throws {
        try squad.out.write(text, to: "a.manifest.json")
        #expect(try !ExportVerification(manifest: squad.out.path + "/a.manifest.json").problems.isEmpty)
    }

    @Test func aManifestThatIsNotThereIsAnError() {
        #expect(throws: ExportError.cannotRead(path: "/nowhere/x", why: "No such file or directory")) {
            try ExportVerification(manifest: "/nowhere/x")
        }
    }
}
