import Testing

@testable import Reading

private func allowed(_ file: String, _ target: String, agent: String = "Pantau") -> Bool {
    RobotsRules(parsing: Array(file.utf8)).permission(for: agent, to: target).isAllowed
}

struct RobotsRulesTests {
    @Test func whatNobodyForbidsIsAllowed() {
        for file in [
            "", "\n\n", "# kosong", "<html><body>Tidak dijumpai</body></html>", "User-agent: *", "Disallow: /",
        ] {
            #expect(allowed(file, "/berita"))
        }
    }

    @Test(arguments: [
        ("/", "/berita", false), ("/berita", "/berita/1", false), ("/berita", "/beritaan", false),
        ("/berita/", "/berita", true), ("/Berita", "/berita", true), ("berita", "/berita", true), ("", "/berita", true),
        ("/*.pdf", "/a/b.pdf?x", false), ("/*.pdf$", "/a/b.pdf", false), ("/*.pdf$", "/a/b.pdf?x", true),
        ("/*/cari", "/ms/cari", false), ("/*/cari", "/cari", true), ("*", "/x", false), ("/*", "/x", false),
        ("$", "/", true), ("/$", "/", false), ("/$", "/x", true), ("/a$b", "/a$b", false),
        ("/a*b*c", "/a-b-c-d", false),
        ("/a*b*c$", "/a-c-b-c", false), ("/a*b*c$", "/a-c-b", true), ("/**a", "/xa", false), ("/a*$", "/abc", false),
        ("/?s=", "/?s=x", false), ("/a%2fb", "/a%2Fb", false), ("/a%2Fb", "/a%2fb", false), ("/a/b", "/a%2Fb", true),
        ("/bérita", "/b%C3%A9rita", false), ("/b%c3%a9rita", "/b%C3%A9rita", false), ("*?ref=$", "/x?ref=", false),
    ])
    func aPatternFitsOrNot(_ pattern: String, _ target: String, _ isAllowed: Bool) {
        #expect(allowed("User-agent: *\nDisallow: \(pattern)", target) == isAllowed)
    }

    @Test func theLongestRuleWinsAndAllowAmongEquals() {
        let file =
            "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /a/b/c\nDisallow: /d*\nAllow: /dd"
        #expect(!allowed(file, "/a/x"))
        #expect(allowed(file, "/a/b/x"))
        #expect(allowed(file, "/a/b/c"))
        #expect(!allowed(file, "/d"))
        #expect(allowed(file, "/dd"))
    }

    @Test func theGroupsThatNameUsCountAsOneAndOthersDoNot() {
        let file = """
            User-agent: *
            Disallow: /
            User-agent: pantau
            Disallow: /a
            User-agent: lain
            User-agent: PANTAU/2.0
            Disallow: /b
            """
        #expect(allowed(file, "/c"))
        #expect(!allowed(file, "/a") && !allowed(file, "/b"))
        #expect(!allowed(file, "/c", agent: "Pantaubot"))
        #expect(allowed(file, "/a", agent: "lain"))
    }

    @Test func anEmptyGroupOfOurOwnAllowsAll() {
        #expect(allowed("User-agent: *\nDisallow: /\n\nUser-agent: Pantau\nDisallow:", "/x"))
    }

    @Test func linesThatAreNoRulesDoNotPartAGroup() {
        #expect(
            !allowed("User-agent: Pantau\nCrawl-delay: 3\nSitemap: /s\nRekaan: 1\nUser-agent: lain\nDisallow: /", "/x"))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func anyLineEndEndsALine(_ end: String) {
        let lines = ["# peraturan", "User-agent : *", "  disallow\t:  /sulit  # komen", "Disalow /juga"]
        #expect(!allowed(lines.joined(separator: end), "/sulit/a"))
        #expect(!allowed(lines.joined(separator: end), "/juga"))
        #expect(allowed(lines.joined(separator: end), "/terbuka"))
    }

    @Test func marksNulsAndBadBytesHurtOnlyTheirOwnLine() {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        bytes += Array("User-agent: *\u{0}x\rDisallow: /sulit\u{0}\rDisallow: /".utf8) + [0xFF, 0xFE, 0x80, 13]
        let rules = RobotsRules(parsing: bytes)
        #expect(!rules.permission(for: "Pantau", to: "/sulit").isAllowed)
        #expect(rules.permission(for: "Pantau", to: "/x").isAllowed)
        #expect(!rules.permission(for: "Pantau", to: "/%FF%FE%80").isAllowed)
    }

    @Test func theReasonIsTold() {
        let file =
            "User-agent: *\nCrawl-delay: 2.5\nCrawl-delay: 4\nDisallow: /a\nSitemap: https://contoh.example/s.xml"
        let rules = RobotsRules(parsing: Array(file.utf8))
        let permission = rules.permission(for: "Pantau", to: "https://contoh.example/a/b#c")
        #expect(permission.rule?.text == "disallow: /a")
        #expect(permission.rule?.line == 4)
        #expect(permission.group == "*")
        #expect(permission.crawlDelay == 4)
        #expect(rules.sitemaps == ["https://contoh.example/s.xml"])
    }

    @Test(arguments: ["-1", "nan", "inf", "/", "", "1e999", "abc", String(repeating: "9", count: 400)])
    func anAbsurdDelayIsNone(_ text: String) {
        let rules = RobotsRules(parsing: Array("User-agent: *\nCrawl-delay: \(text)\nDisallow: /a".utf8))
        #expect(rules.permission(for: "Pantau", to: "/").crawlDelay == nil)
    }

    @Test(arguments: [
        ("https://contoh.example", "/"), ("https://contoh.example/a?b#c", "/a?b"), ("/a?b", "/a?b"), ("", "/"),
        ("//contoh.example/a", "/a"), ("https://contoh.example?x", "/?x"), ("https://contoh.example#/a", "/"),
        ("/a:b//c", "/a:b//c"), ("contoh.example/a", "/a"), ("/x?u=http://y/z", "/x?u=http://y/z"),
    ])
    func thePathOfAnAddressIsFound(_ target: String, _ path: String) {
        #expect(String(decoding: RobotsPath.path(of: target), as: UTF8.self) == path)
    }

    @Test func onlyTheFirst512KiBCount() {
        let filler = String(repeating: "# \(String(repeating: "x", count: 97))\n", count: 6000)
        #expect(!allowed("User-agent: *\nDisallow: /awal\n" + filler + "Allow: /awal", "/awal"))
    }

    @Test func aRuleThatIsCutInTwoDoesNotCount() {
        let head = "User-agent: *\nDisallow: /a\n"
        let filler = String(repeating: "#", count: RobotsRules.byteLimit - head.utf8.count - 13) + "\n"
        #expect(allowed(head + filler + "Disallow: /terbuka", "/t"))
    }

    @Test(.timeLimit(.minutes(1))) func patternsOfStarsDoNotHang() {
        let pattern = String(repeating: "*a", count: 8000) + "b"
        let file = "User-agent: *\n" + String(repeating: "Disallow: \(pattern)\n", count: 20)
        #expect(allowed(file, "/" + String(repeating: "a", count: 8000)))
    }

    @Test func matchingAgreesWithTryingEverything() {
        var random = Random(state: 7)
        for _ in 0..<20_000 {
            let pattern = text(of: "ab*$/", upTo: 6, &random)
            let path = text(of: "ab/$", upTo: 8, &random)
            #expect(RobotsPattern.matches(pattern, path) == fits(pattern[...], path[...]))
        }
    }

    /// A slash and some of the letters.
    private func text(of letters: String, upTo count: Int, _ random: inout Random) -> [UInt8] {
        let letters = Array(letters.utf8)
        let rest = (0..<Int.random(in: 0...count, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
        }
        return [47] + rest
    }

    /// The definition, by trying every length of every star.
    private func fits(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return true }
        if first == 36, pattern.count == 1 { return path.isEmpty }
        if first == 42 { return (path.startIndex...path.endIndex).contains { fits(pattern.dropFirst(), path[$0...]) } }
        return path.first == first && fits(pattern.dropFirst(), path.dropFirst())
    }
}

private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
