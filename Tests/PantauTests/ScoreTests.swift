import Foundation
import LoopbackServer
import Testing
import Text

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
