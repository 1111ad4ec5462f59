import Foundation
import Testing
import Text

/// What a caseworker mends before a prospect leaves, and a lead that was told.
@Suite struct ProspectEditTests {
    private func ready(_ text: String) async throws -> (machine: Machine, ref: String, lead: String) {
        let machine = try Machine()
        try await machine.pantau("init")
        let added = try await machine.pantau("lead", "add", "--text", text, "--title", "Panggilan jiran", "--json")
        let id = try #require(try added.json["changed"]?[0]?["id"]?.integer.map(String.init))
        #expect(try await machine.pantau("lead", "accept", id, "--now", "--second", "hafiz").exit == 0)
        let ref = try #require(try await machine.pantau("prospect", "list", "--format", "id").lines.first)
        return (machine, ref, id)
    }

    private let told = """
        Seorang penoreh getah, Rekaan bin Contoh, 52, lumpuh selepas jatuh di kebun di Sik, Kedah, minggu lalu. Isterinya \
        tidak bekerja dan lima anak mereka masih bersekolah. Keluarga itu tidak mampu membayar kos rawatan.
        """

    private func record(_ machine: Machine, _ ref: String) async throws -> JSONValue {
        try await machine.pantau("prospect", "show", ref, "--json").json
    }

    @Test func everythingThatAgenciesReadCanBeMendedAndTakenBack() async throws {
        let (machine, ref, _) = try await ready(told)
        let edited = try await machine.pantau(
            "prospect", "edit", ref, "--set", "who=Rekaan bin Betul, 53; Siti Contoh, 40, carer", "--set",
            "where=Baling, Kedah", "--set", "needs=invalidity,medical-cost", "--set", "urgency=emergency", "--set",
            "contact=phone:012-345 6789", "--set", "programmes=JKM.BTB", "--summary", "Lumpuh, lima anak.")
        #expect(edited.exit == 0, "\(edited.messages)")
        let record = try await record(machine, ref)
        #expect(record["persons"]?[0]?["name"]?["display"]?.string == "Rekaan bin Betul")
        #expect(record["persons"]?[0]?["contact"]?["value"]?.string == "012-345 6789")
        #expect(record["persons"]?[1]?["role"]?.string == "carer" && record["persons"]?[1]?["age"]?.integer == 40)
        #expect(record["place"]?["district"]?["name"]?.string == "Baling")
        #expect(record["needs"]?.items?.compactMap { $0["confidence"]?.string } == ["confirmed", "confirmed"])
        #expect(record["urgency"]?["level"]?.string == "emergency")
        #expect(record["suggestions"]?[0]?["programme"]?.string == "JKM.BTB")
        #expect(record["summary"]?["text"]?.string == "Lumpuh, lima anak.")
        #expect(record["summary"]?["source"]?.string == "reviewer")
        #expect(record["review"]?["edited"]?.items?.count == 7)
        // One entry, one undo; and the journal has no word of it.
        #expect(try await machine.pantau("log", "--json").output.contains("012-345") == false)
        #expect(try await machine.pantau("undo").exit == 0)
        let before = try await self.record(machine, ref)
        #expect(before["persons"]?[0]?["contact"] == nil && before["review"]?["edited"] == nil)
    }

    @Test func anEditAfterSendingIsANewRevision() async throws {
        let (machine, ref, _) = try await ready(told)
        let out = machine.path("out")
        try FileManager.default.createDirectory(
            atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        func export() async throws -> JSONValue {
            try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out, "--json").json
        }
        let first = try await export()
        #expect(first["count"]?.integer == 1)
        // Exports of one second would have one name.
        try await Task.sleep(for: .milliseconds(1100))
        #expect(try await machine.pantau("prospect", "edit", ref, "--summary", "Baharu.").exit == 0)
        #expect(try await export()["count"]?.integer == 2)
        let again = try await machine.pantau("prospect", "edit", ref, "--summary", "Baharu.")
        #expect(again.exit == 0 && again.messages.contains("says so already"))
        #expect(try await machine.pantau("prospect", "list", "--json").json["revision"]?.integer == 2)
    }

    @Test(arguments: [
        ["--set", "who="], ["--set", "age=3"], ["--set", "urgency=now"], ["--set", "contact=fax:1"],
        ["--set", "programmes=NO.SUCH"], ["--set", "who=A, 3, king"], ["--set", "where=Atlantis"], [],
    ])
    func nonsenseIsRefusedAndChangesNothing(arguments: [String]) async throws {
        let (machine, ref, _) = try await ready(
            "Jiran minta bantuan untuk Rekaan bin Contoh, 52, lumpuh di Sik, Kedah.")
        let before = try await record(machine, ref)
        let ending = try await machine.start(["prospect", "edit", ref] + arguments).end(within: .seconds(300))
        #expect(arguments == ["--set", "who="] ? ending.exit == 0 : ending.exit == 64, "\(ending.messages)")
        #expect(try await record(machine, ref)["persons"] == before["persons"])
    }

    @Test func aMemberOfAGroupIsMendedAlone() async throws {
        let (machine, ref, _) = try await ready(
            "Rekaan bin Contoh, 52, dan Umpama bin Misalan, 40, lumpuh selepas jatuh dari bumbung kilang di Sik, Kedah."
        )
        try await machine.pantau("prospect", "edit", ref, "--set", "who=Rekaan bin Contoh, 52; Umpama bin Misalan, 40")
        #expect(try await machine.pantau("prospect", "split", ref).exit == 0)
        let refs = try await machine.pantau("prospect", "list", "--format", "id").lines.filter { $0 != ref }
        #expect(refs.count == 2)
        let edited = try await machine.pantau(
            "prospect", "edit", refs[1], "--set", "who=Umpama bin Betul, 41", "--set", "contact=phone:013-111 2222",
            "--summary", "Umpama sahaja.")
        #expect(edited.exit == 0, "\(edited.messages)")
        let (one, two) = (try await record(machine, refs[0]), try await record(machine, refs[1]))
        #expect(one["persons"]?[0]?["name"]?["display"]?.string == "Rekaan bin Contoh")
        #expect(two["persons"]?[0]?["name"]?["display"]?.string == "Umpama bin Betul")
        #expect(two["persons"]?[0]?["contact"]?["value"]?.string == "013-111 2222")
        #expect(two["summary"]?["text"]?.string == "Umpama sahaja." && one["summary"] != two["summary"])
        let both = try await machine.pantau("prospect", "edit", refs[0], "--set", "who=A; B")
        #expect(both.exit == 64)
    }

    @Test func aToldLeadLeavesUnderTheContract() async throws {
        let (machine, ref, _) = try await ready(told)
        #expect(try await machine.pantau("referral", "send", ref, "--to", "PERKESO").exit == 0)
        let out = machine.path("out")
        try FileManager.default.createDirectory(
            atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        #expect(try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out).exit == 0)
        let lines = try #require(
            try FileManager.default.contentsOfDirectory(atPath: out).first { $0.hasSuffix(".jsonl") })
        let event = try JSONValue(parsing: Array(try Data(contentsOf: URL(filePath: "\(out)/\(lines)"))))
        #expect(event["dataschema"]?.string == "urn:pantau:schema:prospect:1.1")
        #expect(event["data"]?["articles"]?[0]?["url"]?.string?.hasPrefix("urn:pantau:brought:") == true)
        #expect(event["data"]?["articles"]?[0]?["publisher"]?["name"]?.string == "Skuad PERKESO Prihatin")
        #expect(event["data"]?.text.contains("aminah") == false)
    }

    @Test func aManifestIsSignedAndCheckedByThePublicKey() async throws {
        let (machine, _, _) = try await ready(told)
        let out = machine.path("out")
        try FileManager.default.createDirectory(
            atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        #expect(try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out).exit == 0)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: out).first { $0.hasSuffix(".manifest.json") })
        let key = try #require(try await machine.pantau("export", "key").lines.first)
        try machine.write(key + "\n", to: "kunci.txt")
        let (manifest, file) = ("\(out)/\(name)", machine.path("kunci.txt"))
        let good = try await machine.pantau("export", "verify", manifest, "--public-key", file, "--json")
        #expect(good.exit == 0)
        #expect(try good.json["signature"]?.string == "good")
        let unchecked = try await machine.pantau("export", "verify", manifest)
        #expect(unchecked.exit == 0 && unchecked.messages.contains("--public-key"))
        let other = String(repeating: "ab", count: 32)
        #expect(try await machine.pantau("export", "verify", manifest, "--public-key", other).exit == 65)
        #expect(try await machine.pantau("export", "verify", manifest, "--public-key", "ab").exit == 65)
        #expect(try await machine.pantau("export", "verify", manifest, "--public-key", out).exit == 65)
    }
}
