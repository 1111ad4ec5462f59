import Testing

/// Wrong arguments: exit 64, a sentence that says which, and nothing touched.
@Suite struct ArgumentTests {
    @Test(arguments: [
        (["crwal"], "crwal"), (["crawl", "--max-time", "soon"], "--max-time"),
        (["crawl", "--fail-over", "150%"], "--fail-over"), (["crawl", "--max-sources", "0"], "--max-sources"),
        (["crawl", "--if-locked", "maybe"], "if-locked"), (["lead", "list", "--limit", "-1"], "limit"),
        (["lead", "list", "--mine", "--unclaimed"], "--mine"), (["lead", "list", "--state", "lost"], "state"),
        (["lead", "show"], "lead"), (["lead", "show", "seven"], "seven"), (["lead", "show", "9-3"], "9-3"),
        (["lead", "show", "0"], "0"), (["lead", "show", "1-999999999"], "1-999999999"),
        (["lead", "accept", "1", "--hold", "long"], "--hold"),
        (["lead", "accept", "1", "--now", "--hold", "2h"], "--now"),
        (["lead", "claim", "1", "--for", "ever"], "--for"), (["lead", "accept", "1", "--need", "money"], "need"),
        (["log", "--since", "yesterday"], "--since"), (["log", "--limit", "0"], "--limit"),
        (["info", "--width", "5"], "--width"), (["info", "--json", "--format", "tsv"], "--json"),
        (["info", "--as", "two words"], "--as"), (["score"], "FILE"), (["score", "--text", "x", "--jsonl"], "--jsonl"),
        (["score", "--url", "https://a.example", "--text", "x"], "--url"),
        (["score", "--url", "ftp://a.example"], "http"), (["score", "--allow-host", "a:1", "x"], "--allow-host"),
        (["score", "--url", "https://a.example", "--jsonl"], "--jsonl"),
        (["score", "--cases", "--calibrate", "x"], "--cases"), (["score", "--cases", "--text", "x"], "--cases"),
    ])
    func whatCannotBeMeantIsRefused(arguments: [String], named: String) async throws {
        let machine = try Machine()
        let ending = try await machine.start(arguments).end()
        #expect(ending.exit == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.messages.contains(named))
        #expect(!machine.exists("data"))
    }

    @Test func anUnknownSourceIsAnsweredWithTheNearestOne() async throws {
        let machine = try Machine()
        try machine.write(
            "sources:\n  - {id: harian-rekaan, outlet: Harian Rekaan, kind: feed, url: 'https://rekaan.example/rss'}\n",
            to: "config/pantau/Feeds/ours.yaml")
        for arguments in [["crawl", "--source", "harian-rekan"], ["source", "test", "harian-rekan"]] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit == 64)
            #expect(ending.messages == "pantau: There is no source \"harian-rekan\". Did you mean harian-rekaan?\n")
        }
    }

    @Test func anIdOnStandardInputThatIsNoneIsRefused() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let ending = try await machine.pantau("lead", "show", "--stdin", input: "1\nevil\u{1B}[2J\n")
        #expect(ending.exit == 64)
        #expect(hostileScalars(in: ending.messages).isEmpty)
    }
}
