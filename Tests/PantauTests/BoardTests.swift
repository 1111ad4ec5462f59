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

    @Test(arguments: [("crwal", "pantau crawl"), ("laed", "pantau lead"), ("qqqqqq", "pantau --help")])
    func aMistypedCommandNamesTheNearest(word: String, hint: String) async throws {
        let ending = try await Machine().pantau(word)
        #expect(ending.exit == 64)
        #expect(ending.messages.contains(hint))
    }
}
