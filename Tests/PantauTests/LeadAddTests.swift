import Foundation
import LoopbackServer
import Testing
import Text

/// `pantau lead add` and `pantau lead rescore`.
@Suite struct LeadAddTests {
    private let told = """
        Seorang penoreh getah, Rekaan bin Contoh, 52, lumpuh selepas jatuh di kebun di Sik, Kedah, minggu lalu. Isterinya \
        tidak bekerja dan lima anak mereka masih bersekolah. Keluarga itu tidak mampu membayar kos rawatan.
        """

    @Test func whatSomebodyToldIsALeadAndCountsAsFoundByThem() async throws {
        let machine = try await Crawled.machine()
        let added = try await machine.pantau(
            "lead", "add", "--text", told, "--title", "Panggilan telefon", "--outlet", "Radio Rekaan", "--note",
            "Jiran menelefon", "--json")
        #expect(added.exit == 0, "\(added.messages)")
        let change = try #require(try added.json["changed"]?[0])
        let id = try #require(change["id"]?.integer.map(String.init))
        #expect(change["to"]?.string == "flagged")
        let lead = try await machine.pantau("lead", "show", id, "--json").json
        #expect(lead["lead"]?["found_by"]?.string == "aminah")
        #expect(lead["articles"]?[0]?["outlet"]?.string == "Radio Rekaan")
        #expect(lead["articles"]?[0]?["source"]?.string == "squad")
        #expect((lead["score"]?.integer ?? 0) > 0)
        #expect(
            try await machine.pantau("lead", "history", id, "--json").json["notes"]?[0]?["text"]?.string
                == "Jiran menelefon")
        #expect(try await machine.pantau("lead", "open", id).exit == 1)
        #expect(try await machine.pantau("lead", "open", id, "--archived").output.contains("penoreh getah"))
        // Again is a note.
        let again = try await machine.pantau("lead", "add", "--text", told, "--title", "Panggilan telefon")
        #expect((again.exit, again.output) == (0, ""))
        #expect(again.messages.contains("That is #\(id) already (flagged)"))
        // And back and forth.
        #expect(try await machine.pantau("undo").exit == 0)
        #expect(try await machine.pantau("lead", "list", "-S", "source:squad", "--format", "id").lines.isEmpty)
        #expect(try await machine.pantau("redo").exit == 0)
        #expect(try await machine.pantau("lead", "list", "-S", "source:squad", "--format", "id").lines == [id])
    }

    @Test func aLeadThatIsMergedAtOnceSaysWhatSpeaksForIt() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        try await machine.pantau("lead", "add", "--text", told, "--title", "Panggilan telefon")
        let again = told + " Jiran membantu mereka dengan makanan."
        let added = try await machine.pantau(
            "lead", "add", "--text", again, "--title", "Penoreh lumpuh", "--outlet", "Radio Rekaan")
        #expect(
            added.lines == [
                "Added #2 and merged it into #1, which tells of the same case: "
                    + "same name 3.0, same age 3.0, same place 3.0 = 9.0."
            ])
        let more = try await machine.pantau(
            "lead", "add", "--text", again + " Hujan.", "--title", "Aduan", "--outlet", "Radio Contoh", "--json")
        let change = try #require(try more.json["changed"]?[0])
        #expect(change["to"]?.string == "merged" && change["into"]?.integer == 1)
        #expect(change["joined"]?.string == "text")
        #expect(change["why"]?.items?.map { $0["fact"]?.string } == ["wording"])
        #expect(change["similar"] == nil)
    }

    @Test func aLeadThatMayBeOfAnothersCaseSaysWithWhichAndWhy() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let long = told.replacing("Rekaan bin Contoh", with: "Rekaan Sulaiman bin Contoh")
        try await machine.pantau("lead", "add", "--text", long, "--title", "Panggilan telefon")
        let elsewhere = "Nelayan Rekaan Sulaiman bin Contoh, 52, sakit dan perlu bantuan, kata jirannya di Muar, Johor."
        let added = try await machine.pantau(
            "lead", "add", "--text", elsewhere, "--title", "Aduan", "--outlet", "Radio Contoh", "--lang", "ms")
        #expect(added.lines.count == 2 && added.lines[0].hasPrefix("#2 ditambah, skor "), "\(added)")
        #expect(
            added.lines.last == "Mungkin kes yang sama dengan #1: nama sama 4.5, umur sama 3.0 = 7.5. "
                + "Bandingkan: pantau lead similar 2")
        let shown = try await machine.pantau("lead", "show", "2", "--json").json
        // A lead that was rejected takes nobody in; it is offered with what speaks for it.
        try await machine.pantau("lead", "reject", "1", "--reason", "old-news")
        let again = try await machine.pantau(
            "lead", "add", "--text", long + " Hujan.", "--title", "Aduan", "--outlet", "Radio Tiga", "--json")
        let change = try #require(try again.json["changed"]?[0])
        #expect(change["why"] == nil && change["joined"] == nil)
        #expect(change["similar"]?.items?.contains { $0["id"]?.integer == 1 } == true, "\(again.output)")
        #expect(change["to"]?.string == "flagged")
        #expect(shown["similar"]?[0]?["why"]?[0] == ["fact": "name", "points": 4.5])
    }

    @Test func aTextThatNoRuleFlagsIsALeadAllTheSame() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let added = try await machine.pantau("lead", "add", "--file", "-", input: "Jiran minta tengok-tengokkan.\n")
        #expect(added.exit == 0, "\(added.messages)")
        #expect(added.output.contains("a crawl would have passed it over"))
        #expect(try await machine.pantau("lead", "list", "--format", "id").lines == ["1"])
    }

    @Test func identifiersInWhatIsToldAreMaskedBeforeTheyAreKept() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        try await machine.pantau(
            "lead", "add", "--text", "Hubungi 012-345 6789, KP 900101-10-5678, ibu tunggal perlukan makanan.")
        let bytes = String(decoding: try machine.databaseBytes(), as: UTF8.self)
        #expect(!bytes.contains("345 6789") && !bytes.contains("900101-10-5678"))
    }

    @Test func aPageInAFileKeepsItsDateAndAWrappedTextItsSentences() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let page = """
            <html lang="ms"><head><title>Penoreh getah lumpuh</title>
            <meta property="article:published_time" content="2026-08-13T08:00:00+08:00"></head>
            <body><article><h1>Penoreh getah lumpuh</h1><p>\(told) Kejadian itu berlaku semalam.</p></article></body></html>
            """
        try machine.write(page, to: "berita.html")
        let added = try await machine.pantau("lead", "add", "--file", machine.path("berita.html"))
        #expect(added.exit == 0, "\(added.messages)")
        let lead = try await machine.pantau("lead", "show", "1", "--json").json
        #expect(lead["articles"]?[0]?["published_at"]?.string == "2026-08-13T08:00:00+08:00")
        #expect(lead["event_day"]?.string == "2026-08-12")
        #expect(lead["nearest_office"]?["is_guess"]?.bool == true)
        let shown = try await machine.pantau("lead", "show", "1")
        #expect(shown.output.contains("Wednesday 12 August 2026") && shown.output.contains("a guess from the map"))
        try machine.write("Buruh jatuh\r\n\r\nSeorang buruh di Klang\r\npatah kaki.\r\nDia sakit.", to: "teks.txt")
        try await machine.pantau("lead", "add", "--file", machine.path("teks.txt"))
        let text = try await machine.pantau("lead", "open", "2", "--archived").output
        #expect(text.contains("Seorang buruh di Klang patah kaki.\n"), "\(text)")
    }

    @Test func identifiersInWhatPeopleNoteAreMaskedBeforeTheyAreKept() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let added = try await machine.pantau(
            "lead", "add", "--text", told, "--outlet", "Radio 014-777 6665", "--note",
            "Telefon 013-999 8887 KP 850505-01-5544 akaun Maybank 514099999999 e-mel rahsia@contoh.my")
        #expect(added.exit == 0, "\(added.messages)")
        #expect(try await machine.pantau("lead", "note", "1", "hubungi 016-555 4443, KP 900101-01-1234").exit == 0)
        #expect(
            try await machine.pantau(
                "lead", "reject", "1", "--reason", "already-helped", "--agency",
                "JKM 013-222 1119", "--note", "waris 019-222 3334"
            ).exit == 0)
        let history = try await machine.pantau("lead", "history", "1", "--json").output
        #expect(history.contains("hubungi [phone ******], KP [ic ******]"))
        #expect(try await machine.pantau("lead", "show", "1", "--json").output.contains("Radio [phone ******]"))
        let bytes = String(decoding: try machine.databaseBytes(), as: UTF8.self)
        for secret in [
            "777 6665", "999 8887", "850505", "514099999999", "rahsia@", "555 4443", "900101", "222 1119",
            "222 3334",
        ] {
            #expect(!bytes.contains(secret), "\(secret)")
        }
    }

    @Test(arguments: ["", " \n ", "\u{0}\u{1B}"])
    func nothingToReadIsNoLead(text: String) async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let ending = try await machine.pantau("lead", "add", "--file", "-", input: text)
        #expect(ending.exit == 65, "\(ending)")
        #expect(try await machine.pantau("lead", "list", "--format", "id").lines.isEmpty)
    }

    @Test func aPageIsFetchedAsAGuest() async throws {
        let page = """
            <html lang="ms"><head><title>Penoreh getah lumpuh</title></head><body><article><h1>Penoreh getah lumpuh</h1>
            <p>\(told)</p><p>\(told.replacing("52", with: "53"))</p></article></body></html>
            """
        let paper = try startPaper([
            "/berita/9": page, "/dilarang/9": page, "/robots.txt": "User-agent: *\nDisallow: /dilarang/\n",
        ])
        let machine = try Machine(with: paper)
        try await machine.pantau("init")
        let added = try await machine.pantau("lead", "add", "--url", paper.url("/berita/9"), "--json")
        #expect(added.exit == 0, "\(added.messages)")
        #expect(try added.json["changed"]?[0]?["id"]?.integer == 1)
        #expect(try await machine.pantau("lead", "open", "1").lines == [paper.url("/berita/9")])
        let again = try await machine.pantau("lead", "add", "--url", paper.url("/berita/9?utm_source=x"))
        #expect((again.exit, again.output) == (0, ""))
        for (path, why) in [("/dilarang/9", "robots.txt"), ("/tiada", "404"), ("/suapan", "no article")] {
            let refused = try await machine.pantau("lead", "add", "--url", paper.url(path))
            #expect(refused.exit == 1, "\(path): \(refused)")
            #expect(refused.messages.contains(why))
        }
        // Without leave a private address is not fetched at all.
        let other = try Machine()
        try await other.pantau("init")
        let guarded = try await other.pantau("lead", "add", "--url", paper.url("/berita/9"))
        #expect(guarded.exit == 1, "\(guarded)")
        #expect(try await other.pantau("lead", "list", "--format", "id").lines.isEmpty)
    }

    @Test func otherRulesScoreAgainAndTheOldScoreComesBack() async throws {
        let machine = try await Crawled.machine()
        let ids = try await machine.pantau("lead", "list", "--format", "id", "-L", "0").lines
        let same = try await machine.pantau("lead", "rescore", "--all", "--dry-run", "--json")
        #expect(same.exit == 0, "\(same.messages)")
        #expect(try same.json["changed"]?.items == [])
        let before = try await machine.pantau("lead", "list", "--json", "-L", "0").json["items"]
        // A squad that has its own rules: half of the points.
        try await machine.pantau("init")
        let folder = machine.path("config/pantau/Lexicons/rules")
        try #require(FileManager.default.fileExists(atPath: folder), "\(folder)")
        var halved = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".yaml") {
            let path = folder + "/" + name
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let changed = text.replacing("points: 20", with: "points: 11")
            if changed != text { halved += 1 }
            try changed.write(toFile: path, atomically: true, encoding: .utf8)
        }
        try #require(halved > 0)
        let dry = try await machine.pantau("lead", "rescore", "--all", "--dry-run")
        #expect(dry.exit == 0, "\(dry.messages)")
        try #require(dry.records.count > 3)
        #expect(dry.records.allSatisfy { ids.contains($0[0]) && $0[1] != "" })
        #expect(try await machine.pantau("lead", "list", "--json", "-L", "0").json["items"] == before)
        #expect(try await machine.pantau("lead", "rescore", "--all").exit == 64)
        let done = try await machine.pantau("lead", "rescore", "--all", "--yes", "--json")
        #expect(try done.json["changed"]?.items?.count == dry.records.count)
        let again = try await machine.pantau("lead", "rescore", "--all", "--yes", "--json")
        #expect(try again.json["changed"]?.items == [])
        #expect(try await machine.pantau("undo").exit == 0)
        let after = try await machine.pantau("lead", "list", "--json", "-L", "0").json["items"]
        #expect(scores(after) == scores(before))
        #expect(try await machine.pantau("log", "--verify").exit == 0)
    }

    private func scores(_ items: JSONValue?) -> [[JSONValue?]] {
        (items?.items ?? []).map { [$0["id"], $0["score"], $0["urgency"], $0["needs"], $0["headline"], $0["state"]] }
    }
}
