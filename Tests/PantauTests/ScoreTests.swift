import Foundation
import LoopbackServer
import Testing
import Text

@testable import pantau

/// `pantau score` of one text: pasted, in a file, on a page.
@Suite struct ScoreTests {
    private static let told = """
        Seorang penoreh getah, Rekaan bin Contoh, 52, lumpuh selepas jatuh di kebun di Sik, Kedah, minggu lalu. Isterinya \
        tidak bekerja dan lima anak mereka masih bersekolah. Keluarga itu tidak mampu membayar kos rawatan. Hubungi \
        012-345 6789 atau KP 740101-02-5678.
        """
    private static let html = """
        <html lang="ms"><head><title>Penoreh getah lumpuh</title></head><body><nav>Utama Sukan Hiburan</nav><article>
        <h1>Penoreh getah lumpuh</h1><p>\(told)</p></article></body></html>
        """

    private func scored(_ arguments: String..., on machine: Machine, input: String? = nil) async throws -> JSONValue {
        let ending = try await machine.start(["score", "--json"] + arguments, input: input).end()
        try #require(ending.exit == 0, "\(ending.messages)")
        return try ending.json
    }

    @Test func aPageScoresAsItsTextDoesAndNothingIsKept() async throws {
        let paper = try startPaper(["/berita/9": Self.html])
        let machine = try Machine(with: paper)
        let page = try await scored("--url", paper.url("/berita/9"), on: machine)
        let pasted = try await scored("--text", Self.told, "--title", "Penoreh getah lumpuh", on: machine)
        #expect(page["value"] == pasted["value"])
        #expect((page["value"]?.integer ?? 0) > 0)
        #expect(page["persons"] == pasted["persons"])
        #expect(page["persons"]?[0]?["name"]?.string == "Rekaan bin Contoh")
        #expect(page["place"]?["district"]?.string == "Sik")
        #expect(page["url"]?.string == paper.url("/berita/9"))
        #expect(page["title"]?.string == "Penoreh getah lumpuh")
        #expect(pasted["url"] == nil)
        try machine.write(Self.html, to: "berita.html")
        #expect(try await scored(machine.path("berita.html"), on: machine)["value"] == pasted["value"])
        #expect(!machine.exists("data"))
    }

    @Test func aPersonReadsWhatWasFetchedWhyAndWho() async throws {
        let paper = try startPaper(["/berita/9": Self.html])
        let machine = try Machine(with: paper)
        let ending = try await machine.pantau("score", "--url", paper.url("/berita/9"))
        #expect(ending.exit == 0, "\(ending.messages)")
        #expect(ending.lines.first == "Penoreh getah lumpuh")
        for part in [paper.url("/berita/9"), "Scored ", "Who: Rekaan bin Contoh, 52", "Where: Sik, Kedah"] {
            #expect(ending.output.contains(part), "\(part)")
        }
        let malay = try await machine.pantau("score", "--text", Self.told, "--lang", "ms")
        #expect(malay.output.contains("Siapa: Rekaan bin Contoh, 52"))
    }

    @Test func identifiersAreMaskedInEveryForm() async throws {
        let machine = try Machine()
        for form in [[], ["--json"]] {
            let ending = try await machine.start(["score", "--text", Self.told] + form).end()
            #expect(ending.exit == 0, "\(ending.messages)")
            #expect(!ending.output.contains("345 6789") && !ending.output.contains("740101"))
        }
    }

    // MARK: JSON Lines

    private func answers(_ lines: String...) async throws -> [String] {
        let ending = try await Machine().pantau("score", "--jsonl", "-", input: lines.joined(separator: "\n") + "\n")
        try #require(ending.exit == 0, "\(ending.messages)")
        return ending.lines
    }

    @Test func aMemberOfTheWrongKindIsAnErrorThatNamesItAndItsLine() async throws {
        let lines = try await answers(
            #"{"id":1,"text":5}"#, "", #"{"id":"b","text":["Dia lumpuh."]}"#, #"{"text":"a","title":{}}"#,
            #"{"id":4,"text":"a","date":7}"#, #"{"id":"#, "[1]", #"{"id":7,"title":null,"text":null}"#)
        #expect(
            lines.dropLast() == [
                #"{"id":1,"line":1,"error":"\"text\" is no text"}"#,
                #"{"id":"b","line":3,"error":"\"text\" is no text"}"#,
                #"{"line":4,"error":"\"title\" is no text"}"#, #"{"id":4,"line":5,"error":"\"date\" is no text"}"#,
                #"{"line":6,"error":"ends too early at byte 6"}"#,
                #"{"line":7,"error":"a line holds one JSON object"}"#,
            ])
        #expect(lines.last?.hasPrefix(#"{"id":7,"score":8,"#) == true)
    }

    @Test(arguments: [
        "123456789012345678901234567890", "1e5", "-0.10", "1E+2", "7", #""a\"b""#, "null", "true", #"[1,"x"]"#,
    ])
    func anIdComesBackAsItCame(id: String) async throws {
        let lines = try await answers(
            #"{"text":"\"id\":9","more":{"id":8}, "id" : \#(id) ,"title":""}"#, #"{"id":\#(id),"text":1}"#)
        #expect(lines.first?.hasPrefix(#"{"id":\#(id),"score":"#) == true, "\(lines)")
        #expect(lines.last == #"{"id":\#(id),"line":2,"error":"\"text\" is no text"}"#)
    }

    @Test func theDayOfPublicationTellsTheDayOfTheEvent() async throws {
        let text = "Seorang buruh maut di kilang papan semalam."
        let lines = try await answers(
            #"{"text":"\#(text)","published":"2026-11-22T10:00:00+08:00"}"#,
            #"{"text":"\#(text)","date":"2026-11-22"}"#,
            #"{"text":"\#(text)","published":"2026-11-22","date":"2020-01-01"}"#, #"{"text":"\#(text)"}"#,
            #"{"text":"\#(text)","date":"2026-11"}"#, #"{"text":"\#(text)","date":"some day"}"#,
            #"{"text":"\#(text)","date":"","published":null}"#)
        let records = try lines.map { try JSONValue(parsing: $0.utf8) }
        #expect(
            records.map { $0["event_day"]?.string } == ["2026-11-21", "2026-11-21", "2026-11-21", nil, nil, nil, nil])
        #expect(records.map { $0["warning"]?.string } == [nil, nil, nil, nil, nil, "\"date\" is no date", nil])
        #expect(records.allSatisfy { $0["workplace"]?.string == "kilang papan" })
    }

    // MARK: Files

    @Test func aFileOfAnyLineEndingHasItsTitleAndItsSentences() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = [
                "Buruh lumpuh", "", "Seorang buruh di Klang,", "ibu tiga anak,", "jatuh.", "", "Dia", "Rekaan",
            ]
            let read = TitledText(of: "\u{FEFF}" + lines.joined(separator: end))
            #expect(read.title == "Buruh lumpuh")
            #expect(read.text == "Seorang buruh di Klang, ibu tiga anak, jatuh.\n\nDia\nRekaan")
        }
    }

    @Test(arguments: [
        ("satu\ndua", "satu dua"), ("satu.\ndua", "satu.\ndua"), ("satu\n\ndua", "satu\n\ndua"),
        ("satu\nDua", "satu\nDua"), ("satu:\ndua", "satu:\ndua"), ("kanak-\nkanak", "kanak-\nkanak"), ("", ""),
        ("\n\n", "\n\n"), ("kata \n dua", "kata \n dua"), ("satu,\n12 orang", "satu,\n12 orang"),
    ])
    func onlyALineThatCutsASentenceIsJoined(written: String, text: String) {
        #expect(TitledText(title: "", of: written).text == text)
    }

    @Test func aPersonReadsWhenAndWhereSomebodyWorked() async throws {
        let machine = try Machine()
        let text = "Seorang buruh lumpuh selepas jatuh di tapak pembinaan di Klang pada 8/11/2026."
        let ending = try await machine.pantau("score", "--text", text)
        for part in ["When: Sunday 8 November 2026", "Work: tapak pembinaan di Klang"] {
            #expect(ending.output.contains(part), "\(part)")
        }
        let malay = try await machine.pantau("score", "--text", text, "--lang", "ms")
        for part in ["Bila: Ahad 8 November 2026", "Tempat kerja: tapak pembinaan di Klang"] {
            #expect(malay.output.contains(part), "\(part)")
        }
        let record = try await scored("--text", text, on: machine)
        #expect(record["event_day"]?.string == "2026-11-08")
        #expect(record["workplace"]?.string == "tapak pembinaan di Klang")
    }

    @Test func positionsAreThoseOfTheTextInNormalForm() async throws {
        let machine = try Machine()
        let text = "Cafe\u{301} Zoe\u{301}: ibu terlantar sakit."
        let scored = try await scored("--text", text, on: machine)
        let scalars = Array(text.nfc.unicodeScalars)
        let evidence = (scored["contributions"]?.items ?? []).flatMap { $0["evidence"]?.items ?? [] }
        #expect(!evidence.isEmpty)
        for item in evidence {
            let (start, end) = (Int(item["start"]?.integer ?? 0), Int(item["end"]?.integer ?? 0))
            #expect(String(String.UnicodeScalarView(scalars[start..<end])) == item["exact"]?.string)
        }
    }

    @Test func aProtectedPersonIsNotNamed() async throws {
        let machine = try Machine()
        let text = """
            Kanak-kanak perempuan berusia 9 tahun, Contoh binti Rekaan, didakwa dirogol bapa tirinya di Sik. Ibunya, seorang \
            ibu tunggal, kini perlukan bantuan makanan.
            """
        let ending = try await machine.pantau("score", "--text", text)
        #expect(ending.output.contains("Identity protected."))
        #expect(!ending.output.contains("Who: "))
    }

    /// Whoever asks what a text is worth is told of its protection what the desk would say.
    @Test(arguments: [
        ("Dua beradik, Rekaan Contoh, 12, dan Aiman Rekaan, 10, yatim piatu di Sik.", true),
        ("Murid Tahun Dua, Aiman Rekaan, menghidap kanser. Bapanya penoreh getah di Sik.", true),
        ("Lelaki parah ditikam penyamun. Aiman Rekaan, 40, kini lumpuh di Sik.", true),
        ("Penoreh getah, Aiman Rekaan, 40, lumpuh selepas jatuh di kebun di Sik.", false),
    ])
    func protectionIsTheSameAtEveryDoor(text: String, isProtected: Bool) async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        #expect(try await machine.pantau("score", "--text", text, "--json").json["protected"]?.bool == isProtected)
        let shown = try await machine.pantau("score", "--text", text).output
        #expect(shown.contains("Identity protected.") == isProtected && shown.contains("Who: ") != isProtected)
        try await machine.pantau("lead", "add", "--text", text)
        #expect(try await machine.pantau("lead", "show", "1", "--json").json["protected"]?.bool == isProtected)
    }

    @Test func aPageThatCannotBeReadSaysWhyAndWhatToDo() async throws {
        let paper = try startPaper([
            "/dilarang/9": Self.html, "/robots.txt": "User-agent: *\nDisallow: /dilarang/\n",
        ])
        let machine = try Machine(with: paper)
        for (path, why) in [("/dilarang/9", "robots.txt"), ("/tiada", "404"), ("/suapan", "no article")] {
            let refused = try await machine.pantau("score", "--url", paper.url(path))
            #expect((refused.exit, refused.output) == (1, ""), "\(path)")
            #expect(refused.messages.contains(why) && refused.messages.contains("pantau score --text"), "\(path)")
        }
        // Without leave a private address is not fetched at all; with it, it is.
        let other = try Machine()
        #expect(try await other.pantau("score", "--url", paper.url("/dilarang/9")).exit == 1)
        let host = try #require(URL(string: paper.url("/"))).port.map { "127.0.0.1:\($0)" } ?? ""
        let open = try await other.pantau("score", "--url", paper.url("/dilarang/9"), "--allow-host", host)
        #expect(open.messages.contains("robots.txt"))
        try machine.write("<html><body><nav>Utama</nav></body></html>", to: "kosong.html")
        let empty = try await machine.pantau("score", machine.path("kosong.html"))
        #expect((empty.exit, empty.output) == (65, ""), "\(empty.messages)")
        #expect(empty.messages.contains("no article"))
    }
}
