import Testing

@testable import Reading

private func allowed(_ file: String, _ target: String, agent: String = "Pantau") -> Bool {
    RobotsRules(parsing: Array(file.utf8)).permission(for: agent, to: target).isAllowed
}

/// How files are written in the wild: what Google's parser and protego take, and what neither does.
struct RobotsFormsTests {
    @Test(arguments: [
        "User-agent: *", "user-agent:*", "USER-AGENT : *", "UserAgent: *", "User agent: *", "User-Agent *",
        "User-agent:\t*",
        "  User-agent: *  # semua", "User-agent: * semua", "\u{FEFF}User-agent: *", "User-agent: *\u{0}lain",
    ])
    func everybodyIsNamedInManyWays(line: String) {
        #expect(!allowed(line + "\nDisallow: /a", "/a"))
    }

    @Test(arguments: [
        "Disallow: /a", "disallow:/a", "DISALLOW : /a", "Dissallow: /a", "Dissalow: /a", "Disalow: /a", "Diasllow: /a",
        "Disallaw: /a", "Disallow /a", "Disallow\t/a", "Disallow: /a # komen", "Disallow: /a#komen", "\tDisallow: /a ",
    ])
    func aRuleIsWrittenInManyWays(line: String) {
        #expect(!allowed("User-agent: *\n" + line, "/a/b"))
        #expect(allowed("User-agent: *\n" + line, "/b"))
    }

    @Test(arguments: [
        "No-index: /a", "Disallow", "Disallow:", ": /a", "/a", "# Disallow: /a", "Disallow /a /b",
        "<p>Disallow: /a</p>",
        "Noindex: /a", "Host: /a", "D: /a", "\u{200B}Disallow: /a",
    ])
    func whatIsNoRuleForbidsNothing(line: String) {
        #expect(allowed("User-agent: *\n" + line, "/a"))
    }

    @Test func aPageServedInPlaceOfTheFileForbidsNothing() {
        let page = """
            <!DOCTYPE html>
            <html><head><title>Laman utama: Harian Rekaan</title><style>a { disallow: /; }</style></head>
            <body><p>User-agent: * Disallow: /</p>
            <script>var x = { allow: "/", disallow: "/" };</script></body></html>
            """
        #expect(allowed(page, "/"))
        #expect(RobotsRules(parsing: Array(page.utf8)).sitemaps.isEmpty)
    }

    @Test func aByteOrderMarkMayBeCutShort() {
        for mark: [UInt8] in [[0xEF], [0xEF, 0xBB], [0xEF, 0xBB, 0xBF]] {
            let rules = RobotsRules(parsing: mark + Array("User-agent: *\nDisallow: /a".utf8))
            #expect(!rules.permission(for: "Pantau", to: "/a").isAllowed)
        }
    }

    @Test func ofAHugeLineTheBeginningCounts() {
        // 16,663 bytes of a line are kept: the rest of this pattern is lost, and so it fits more.
        let long = String(repeating: "a", count: 16_663 - "Disallow: /".utf8.count)
        let file = "User-agent: *\nDisallow: /" + long + "zzz\nAllow: /x"
        #expect(!allowed(file, "/" + long))
        #expect(!allowed(file, "/" + long + "y"))
        #expect(allowed(file, "/" + long.dropLast()))
    }

    @Test(arguments: [
        // An agent's token ends at the first character that no token has.
        ("Pantau", true), ("pantau", true), ("Pantau/1.0", true), ("Pantau 1.0", true),
        ("Pantau(+https://x.example)", true),
        ("Pantau-News", false), ("Pantaubot", false), ("Pan", false), ("*Pantau", false), ("", false),
    ])
    func theTokenOfAnAgentIsWhole(name: String, isOurs: Bool) {
        #expect(allowed("User-agent: \(name)\nDisallow: /a", "/a") == !isOurs)
    }

    @Test(arguments: [
        // The longer pattern wins, counted as it is compared: with escapes. Stars count as letters.
        ("Disallow: /a\nAllow: /a", "/a", true), ("Allow: /a*\nDisallow: /a", "/a", true),
        ("Disallow: /a*\nAllow: /a", "/a", false), ("Allow: /halaman\nDisallow: /*.html", "/halaman.html", true),
        ("Allow: /p\nDisallow: /*.html", "/p.html", false), ("Allow: /$\nDisallow: /", "/", true),
        ("Allow: /$\nDisallow: /", "/a", false), ("Disallow: /é\nAllow: /%C3%A9", "/%C3%A9", true),
        ("Disallow: /é\nAllow: /???", "/%C3%A9", false), ("Disallow:\nDisallow: /h", "/h", false),
        ("Allow: \nDisallow: /", "/a", false),
    ])
    func theMoreSpecificRuleWins(rules: String, target: String, isAllowed: Bool) {
        #expect(allowed("User-agent: *\n" + rules, target) == isAllowed)
    }

    @Test func theIndexPageOfAFolderOpensTheFolder() {
        let file = "User-agent: *\nDisallow: /\nAllow: /arkib/index.html"
        #expect(allowed(file, "/arkib/") && allowed(file, "/arkib/index.html"))
        #expect(!allowed(file, "/arkib/1") && !allowed(file, "/arkib"))
    }

    @Test(arguments: [
        ("/a%3cd.html", "/a%3Cd.html", false), ("/%7Ejoe", "/%7ejoe", false), ("/a%2", "/a%2", false),
        ("/%zz", "/%zz", false),
        ("/新闻", "/%E6%96%B0%E9%97%BB/1", false), ("/a?b=*&c", "/a?b=x&c=1", false), ("/a?b=*&c", "/a?c", true),
        ("/*$", "/apa/sahaja", false), ("/a$$", "/a$", false), ("/a*", "/a", false), ("*a", "/ba", false),
        ("**", "/", false),
        ("/a b", "/a b", false), ("/a;b", "/a;b=1", false), ("//a", "/a", true), ("/.", "/", true),
        ("/%00", "/%00", false),
    ])
    func escapesAndSignsAreComparedAsBytes(_ pattern: String, _ target: String, _ isAllowed: Bool) {
        #expect(allowed("User-agent: *\nDisallow: \(pattern)", target) == isAllowed)
    }

    @Test func sitemapsAreForEverybodyAndBounded() {
        let lines = [
            "Sitemap: https://b.example/1.xml", "User-agent: lain", "Site-map: /2.xml", "Disallow: /",
            "sitemap:/3.xml # tiga",
        ]
        let rules = RobotsRules(parsing: Array(lines.joined(separator: "\r").utf8))
        #expect(rules.sitemaps == ["https://b.example/1.xml", "/2.xml", "/3.xml"])
        #expect(rules.permission(for: "Pantau", to: "/").isAllowed)
        let many = String(repeating: "Sitemap: /s.xml\n", count: 5_000)
        #expect(RobotsRules(parsing: Array(many.utf8)).sitemaps.count == 1_000)
    }

    @Test func theLongestDelayOfOurGroupsCounts() {
        let file =
            "User-agent: *\nCrawl-delay: 60\nUser-agent: Pantau\nCrawldelay: 2\nDisallow: /a\nUser-agent: pantau\nCrawl-delay: 0.5"
        let rules = RobotsRules(parsing: Array(file.utf8))
        #expect(rules.permission(for: "Pantau", to: "/").crawlDelay == 60)
        #expect(rules.permission(for: "Lain", to: "/").crawlDelay == 60)
        let own = RobotsRules(parsing: Array(file.replacing("60\n", with: "60\nAllow: /\n").utf8))
        #expect(own.permission(for: "Pantau", to: "/").crawlDelay == 2)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "User-agent: a\n", "User-agent: *\nDisallow: /\n", "Disallow: /*a*a*a*a*b$\n", "\r", "\u{0}", ":",
            "User-agent: * ", "%c3",
        ])
    func hostileFilesTakeNoTime(unit: String) {
        let file = "User-agent: *\n" + String(repeating: unit, count: (1 << 20) / unit.utf8.count)
        _ = allowed(file, "/" + String(repeating: "a", count: 2_000))
    }
}
