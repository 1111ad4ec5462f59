import Documents
import Model
import Sources
import Testing
import Text

/// Reads a file of sources as a person would have written it.
private func read(_ yaml: String) throws -> SourceFile {
    try SourceFile(try readYAML(yaml, file: "Feeds/state.yaml"), named: "Feeds/state.yaml")
}

private func problems(in yaml: String) -> [String] {
    do {
        _ = try read(yaml)
        return []
    } catch let found as DocumentProblems {
        return found.problems.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

private let whole = """
    sources:
      - id: harian-rekaan
        outlet: Harian Rekaan
        kind: feed
        url: https://harian-rekaan.example/rss
        language: ms
        state: MY-10
        status: verified
        enabled: no
        fetch: promising
        every: 30m
        weight: 2.5
    """

@Suite struct SourceFileTests {
    @Test func aWholeSourceIsReadWithEverySetting() throws {
        let source = try #require(try read(whole).sources.first)
        #expect(source.id.value == "harian-rekaan")
        #expect(source.outlet == "Harian Rekaan")
        #expect(source.kind == .feed)
        #expect(source.language == .malay)
        #expect(source.state == "MY-10")
        #expect(source.status == .verified)
        #expect(!source.isEnabled)
        #expect(source.fetch == .promising)
        #expect(source.every == .minutes(30))
        #expect(source.weight == 2.5)
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let yaml = """
            sources:
              - {id: a1, outlet: A, kind: page, url: "http://a.example"}
            """
        let source = try #require(try read(yaml).sources.first)
        #expect(source.status == .candidate)
        #expect(source.isEnabled)
        #expect(source.fetch == .all)
        #expect(source.every == nil && source.cron == nil && source.weight == 1)
        #expect(source.language == nil && source.state == nil)
    }

    @Test func aMistypedSettingNamesItsPlaceAndTheNearestKnownOne() {
        let found = problems(in: whole.replacing("every: 30m", with: "evry: 30m"))
        #expect(found == ["Feeds/state.yaml:11:5: \"evry\" is not a setting of a source; did you mean \"every\"?"])
    }

    @Test func allProblemsOfAFileAreTold() {
        let yaml = """
            sources:
              - id: Harian Rekaan
                outlet: Harian Rekaan
                kind: fed
                url: ftp://harian-rekaan.example
            """
        let found = problems(in: yaml)
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.hasPrefix("Feeds/state.yaml:") })
    }

    @Test(arguments: [
        ("id", "\"id\""), ("outlet", "\"outlet\""), ("kind", "\"kind\""), ("url", "\"url\""),
    ])
    func aMissingSettingIsNamed(key: String, word: String) {
        let lines = whole.split(separator: "\n").filter { !$0.contains(" \(key): ") }.joined(separator: "\n")
        let yaml = key == "id" ? lines.replacing("    outlet", with: "  - outlet") : lines
        #expect(problems(in: yaml).contains { $0.contains("needs \(word)") })
    }

    @Test(arguments: [
        "", "sources:", "sources: none", "- id: a", "just words", "sources:\n  - just words", "source: []",
    ])
    func whatIsNoListOfSourcesIsRefused(yaml: String) { #expect(!problems(in: yaml).isEmpty) }

    @Test(arguments: ["MY-00", "MY-17", "MY-1", "Selangor", "my-10"])
    func aStateIsACodeOfTheContract(state: String) {
        #expect(!problems(in: whole.replacing("MY-10", with: state)).isEmpty)
    }

    @Test(arguments: ["0m", "-5m", "30", "half an hour", "99999d", "m"])
    func aDurationThatIsNoneIsRefused(every: String) {
        #expect(problems(in: whole.replacing("30m", with: every)).contains { $0.contains("15m") })
    }

    @Test func aCronLineIsRead() throws {
        let yaml = whole.replacing("every: 30m", with: "cron: \"0 6-22/2 * * mon-fri\"")
        let source = try #require(try read(yaml).sources.first)
        #expect(source.cron?.description == "0 6-22/2 * * mon-fri")
        #expect(source.every == nil)
    }

    @Test(arguments: [
        ("cron: \"0 25 * * *\"", 14, "\"25\""), ("cron: '0 6 * * isnin'", 20, "day of the week"),
        ("cron: 0 25 * * *", 13, "0-23"), ("cron: \"0 0 30 2 *\"", 16, "never comes"),
        ("cron: \"@yearly\"", 12, "@monthly"), ("cron: hourly", 11, "five fields"), ("cron: [1]", 11, "plain text"),
    ])
    func aMistakeInACronLineNamesItsPlaceWithinTheLine(line: String, column: Int, words: String) {
        let found = problems(in: whole.replacing("every: 30m", with: line))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("Feeds/state.yaml:11:\(column): \"cron\"") ?? false, "\(found)")
        #expect(found.first?.contains(words) ?? false, "\(found)")
    }

    @Test func anIntervalAndACronLineExcludeEachOther() {
        let found = problems(in: whole + "\n    cron: \"@daily\"")
        #expect(found.count == 1)
        #expect(found.first?.contains("exclude each other") ?? false)
        #expect(found.first?.hasPrefix("Feeds/state.yaml:13:11: ") ?? false, "\(found)")
    }

    @Test(arguments: ["0", "-1", "101", "inf", "nan", "0x1p3", "1e1", "1,5", "heavy", "."])
    func aWeightIsAPlainNumber(weight: String) {
        let found = problems(in: whole.replacing("weight: 2.5", with: "weight: \(weight)"))
        #expect(found.first?.contains("0.01 to 100") ?? false, "\(found)")
    }

    @Test func brokenYAMLNamesLineAndColumn() {
        let found = problems(in: "sources:\n  - id: [unclosed\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("Feeds/state.yaml:3:"))
    }

    @Test func aliasesThatMultiplyAreRefusedBeforeTheyFillMemory() {
        let lines = (1...9).map { level in
            "k\(level): &k\(level) [" + Array(repeating: "*k\(level - 1)", count: 9).joined(separator: ", ") + "]"
        }
        let bomb = "k0: &k0 [a, a, a, a, a, a, a, a, a]\n" + lines.joined(separator: "\n")
        #expect(problems(in: bomb).contains { $0.contains("200,000 nodes") })
    }

    private let page = """
        sources:
          - id: akhbar
            outlet: Akhbar Rekaan
            kind: page
            url: https://akhbar-rekaan.example/berita
            links: "ul.latest > li h3 a"
            hosts: [Berita.rekaan.example]
        """

    @Test func aSectionPageNamesItsLinksAndHosts() throws {
        let source = try #require(try read(page).sources.first)
        #expect(source.links == "ul.latest > li h3 a")
        #expect(source.hosts == ["berita.rekaan.example"])
    }

    @Test(arguments: [
        ("ul..latest", 16, "character 4: expected a class; a CSS selector may hold"),
        ("//div[@class=x]", 26, "character 14: expected a text in quotes; an XPath may hold"),
        ("a:hover", 15, "character 3: only :not"),
    ]) func aSelectorThatIsNoneNamesItsPlaceAndWhatIsAllowed(links: String, column: Int, reason: String) {
        let found = problems(in: page.replacing("ul.latest > li h3 a", with: links))
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("Feeds/state.yaml:6:\(column): \"links\": \"\(links)\", "))
        #expect(found[0].contains(reason))
    }

    @Test(arguments: ["feed", "sitemap", "wordpress"]) func linksAreForSectionPagesOnly(kind: String) {
        let found = problems(in: page.replacing("kind: page", with: "kind: \(kind)"))
        #expect(found == ["Feeds/state.yaml:6:12: \"links\" is for `kind: page`, not \(kind)"])
    }

    @Test(arguments: ["https://a.example", "a b", "a.example/x", "a.example:80", "''", "127.1"])
    func aHostIsANameAndNoAddress(host: String) {
        #expect(problems(in: page.replacing("Berita.rekaan.example", with: host)).count == 1)
    }

    @Test func aSourceMayBeFetchedUnderANameOfItsOwn() throws {
        let named = page + "\n    agent: \"Pantau/1.0 (+https://contoh.example)\""
        #expect(try read(named).sources.first?.agent?.field == "Pantau/1.0 (+https://contoh.example)")
    }

    @Test(arguments: ["'(no product)'", "\"Pantau\\r\\nCookie: a\"", "Pantau/1.0 é"])
    func aNameThatCannotStandInAHeaderIsRefused(agent: String) {
        let found = problems(in: page + "\n    agent: " + agent)
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("Feeds/state.yaml:8:") && found[0].contains("User-Agent"))
    }

    @Test func aKeyThatStandsTwiceIsRefused() {
        #expect(problems(in: whole + "\n    outlet: Another").contains { $0.contains("outlet") })
    }
}

@Suite struct SourceSetTests {
    private func file(_ name: String, id: String, url: String) throws -> SourceFile {
        let yaml = "sources:\n  - {id: \(id), outlet: A, kind: feed, url: \"\(url)\"}\n"
        return try SourceFile(try readYAML(yaml, file: name), named: name)
    }

    @Test func aFileWithAMistakeDoesNotTakeTheOthersWithIt() throws {
        let good = try file("a.yaml", id: "a", url: "https://a.example")
        let bad = DocumentProblems([DocumentProblem(file: "b.yaml", at: nil, "broken")])
        let set = SourceSet([.failure(bad), .success(good)])
        #expect(set.sources.map(\.id.value) == ["a"])
        #expect(set.problems.count == 1)
    }

    @Test(arguments: [
        "http://a.example/rss", "https://www.a.example/rss/", "https://a.example:443/rss?utm_source=x",
        "HTTPS://A.example/rss#top",
    ]) func oneAddressInTwoSpellingsIsOneSource(url: String) throws {
        let set = SourceSet([
            .success(try file("a.yaml", id: "a", url: "https://a.example/rss")),
            .success(try file("b.yaml", id: "b", url: url)),
        ])
        #expect(set.sources.map(\.id.value) == ["a"])
        #expect(set.problems.first?.description == "b.yaml: \"b\" has the same address as \"a\": \(url)")
    }

    @Test(arguments: [
        "https://a.example/rss?page=2", "https://a.example/RSS", "https://b.a.example/rss",
        "https://a.example:8443/rss",
    ])
    func whatMayBeAnotherDocumentIsAnotherSource(url: String) throws {
        let set = SourceSet([
            .success(try file("a.yaml", id: "a", url: "https://a.example/rss")),
            .success(try file("b.yaml", id: "b", url: url)),
        ])
        #expect(set.sources.count == 2)
    }

    @Test func aSiteAndItsListOfPostsAreOneSourceAndItsFrontPageAnother() throws {
        let yaml = """
            sources:
              - {id: posts, outlet: A, kind: wordpress, url: "https://a.example"}
              - {id: front, outlet: A, kind: page, url: "https://a.example"}
              - {id: list, outlet: A, kind: wordpress, url: "https://www.a.example/wp-json/wp/v2/posts/"}
            """
        let set = SourceSet([.success(try SourceFile(try readYAML(yaml, file: "a.yaml"), named: "a.yaml"))])
        #expect(set.sources.map(\.id.value) == ["posts", "front"])
    }

    @Test func oneIDOrOneAddressTwiceIsToldAndTheFirstStays() throws {
        let set = SourceSet([
            .success(try file("a.yaml", id: "a", url: "https://a.example")),
            .success(try file("b.yaml", id: "a", url: "https://b.example")),
            .success(try file("c.yaml", id: "c", url: "https://a.example")),
        ])
        #expect(set.sources.count == 1)
        #expect(set.problems.count == 2)
    }
}
