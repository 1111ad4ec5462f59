import Testing
import Text

/// What `pantau` alone says.
@Suite struct BoardTests {
    @Test func theBoardCountsWhatTheListHolds() async throws {
        let machine = try await Crawled.machine()
        let leads = try await machine.pantau("lead", "list", "--limit", "0", "--format", "jsonl").jsonLines
        let board = try await machine.pantau("today", "--json").json
        #expect(board["to_review"]?.integer == Int64(leads.count))
        let emergencies = leads.filter { $0["urgency"]?.string == "emergency" }.count
        #expect(board["emergency"]?.integer == Int64(emergencies))
    }

    @Test func aClaimAndAHeldProspectAreOnTheBoard() async throws {
        let machine = try await Crawled.machine()
        let ids = try await machine.pantau("lead", "list", "--limit", "2", "--format", "id").lines
        try #require(ids.count == 2)
        try await machine.pantau("lead", "claim", ids[0])
        try await machine.pantau("lead", "accept", ids[1], "--second", "hafiz")
        let board = try await machine.pantau("today", "--json").json
        #expect(board["mine"]?.integer == 1)
        #expect(board["held"]?.integer == 1)
    }

    @Test func whatNobodyLooksAtIsOnTheBoardWithItsCommand() async throws {
        let machine = try await Crawled.machine()
        let before = try await machine.pantau()
        #expect(before.output.contains("none was made yet") && before.output.contains("pantau db backup"))
        // Known until the end of 2027.
        #expect(!before.output.contains("Holidays"))
        try await machine.pantau("db", "backup", machine.path("copy.db"))
        let after = try await machine.pantau()
        #expect(!after.output.contains("db backup"))
        #expect(try await machine.pantau("today", "--json").json["last_backup_at"]?.string != nil)
        // Somebody has let the table run out, or has files from before there was one.
        try machine.write(Self.endedTable, to: "rules/holidays.yaml")
        let ended = try await machine.pantau("today", "--lexicons", machine.path("rules"), "--lang", "ms")
        #expect(ended.output.contains("Cuti umum") && ended.output.contains("jadual telah tamat"))
        try machine.write("", to: "none/people.tsv")
        let none = try await machine.pantau("today", "--lexicons", machine.path("none"))
        #expect(none.output.contains("no table"))
        try machine.write(Self.endedTable.replacing("MY-14", with: "KL"), to: "rules/holidays.yaml")
        let broken = try await machine.pantau("today", "--lexicons", machine.path("rules"))
        #expect(broken.exit == 65 && broken.messages.contains("holidays.yaml:3:14: "))
    }

    private static let endedTable = """
        version: 1
        until: 2025-12-31
        head-office: MY-14
        sources: {list: a list}
        rest-days: []
        holidays: [{date: 2025-08-31, ms: Hari Kebangsaan, en: National Day, evidence: list}]

        """

    @Test func withoutACommandTheBoardIsShown() async throws {
        let machine = try await Crawled.machine()
        let board = try await machine.pantau()
        #expect(board.exit == 0)
        #expect(board.output.contains("pantau review"))
    }

    @Test func whereNothingIsSetUpTheNextCommandIsNamed() async throws {
        let ending = try await Machine().pantau()
        #expect(ending.exit == 78)
        #expect(ending.messages.contains("pantau init"))
    }

    @Test(arguments: [
        (["crwal"], "pantau crawl"), (["laed"], "pantau lead"), (["qqqqqq"], "pantau --help"),
        (["lead", "shw", "2"], "pantau lead show"), (["prospect", "lsit"], "pantau prospect list"),
        (["lead", "qqqqqq"], "\"lead qqqqqq\""),
    ])
    func aMistypedCommandNamesTheNearest(words: [String], hint: String) async throws {
        let ending = try await Machine().start(words).end()
        #expect(ending.exit == 64)
        #expect(ending.messages.contains(hint))
    }
}
