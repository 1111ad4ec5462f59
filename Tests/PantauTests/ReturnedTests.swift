import Model
import Storing
import StoringSamples
import Terminal
import Testing
import Text

@testable import pantau

/// What agencies gave back stands first in the queue of review, in every form of it.
@Suite struct ReturnedTests {
    /// Lead 3 has the lowest score; PERKESO had it and said no.
    private func desk() async throws -> MemoryDesk {
        let desk = try MemoryDesk()
        let found = InventedLeads.plain(3)
        try await desk.store.write { db in _ = try db.commit(Sample.result(found)) { _, _, _ in .alone } }
        try await desk.run("lead accept 3 --now")
        let ref = try #require(try await desk.run("prospect list --format id").lines.first)
        for line in [
            "prospect consent \(ref) --status given --method phone", "referral send \(ref) --to PERKESO",
            "referral set \(ref) --state not_eligible --reason not-covered --back --note tiada␣rekod",
        ] {
            let ending = try await desk.run(line)
            #expect(ending.failure == nil, "\(line): \(ending)")
        }
        return desk
    }

    private func walk(_ desk: MemoryDesk, columns: Int = 80, language: ScreenLanguage = .english) async throws
        -> ReviewWalk
    {
        try await ReviewWalk(
            folder: desk.folder, store: desk.store, actor: "aminah", columns: columns, language: language)
    }

    @Test func itStandsBeforeWhatIsNewAndSaysWhoGaveItBack() async throws {
        let walk = try await walk(try await desk())
        #expect(walk.screen.rows.map(\.id.value) == [3, 1, 2])
        #expect(walk.screen.open?.lead.id == LeadID(3))
        #expect(walk.lines[0].contains("returned 1") && walk.lines[0].contains("0/3"))
        #expect(walk.text.contains("returned: Rumah keluarga"))
        #expect(walk.text.contains("BACK   PERKESO: Not eligible"))
        #expect(walk.text.contains("\"tiada rekod\"") && walk.text.contains("Tried: PERKESO"))
        #expect(walk.lines.last?.contains("a next door") == true)
        #expect(try await walk.claims() == [LeadID(3)])
    }

    @Test func oneKeySendsItToTheNextDoor() async throws {
        let desk = try await desk()
        var walk = try await walk(desk, columns: 120)
        await walk.type("a")
        #expect(walk.notice.hasPrefix("Send to which agency (its code):"))
        await walk.press(.control("u"))
        await walk.type("atlantis")
        await walk.press(.enter)
        #expect(walk.notice.hasPrefix("There is no agency"))
        #expect(walk.screen.open?.lead.id == LeadID(3), "it is still there")
        await walk.type("a")
        await walk.press(.control("u"))
        await walk.type("perkeso")
        await walk.press(.enter)
        #expect(walk.notice.contains("PERKESO had"), "the same door is not tried by a slip of the finger")
        await walk.type("a")
        await walk.press(.control("u"))
        await walk.type("jkm")
        await walk.press(.enter)
        #expect(walk.screen.open?.lead.id == LeadID(1))
        #expect(!walk.lines[0].contains("returned"))
        let sent = try await desk.run("referral list --json").data
        #expect(sent.contains("\"doors_tried\":[\"PERKESO\",\"JKM\"]"))
        await walk.type("q")
        #expect(walk.text.contains("1  sent on"))
        #expect(try await desk.run("log --verify").failure == nil)
    }

    @Test(arguments: ["r", "s", "m", "1", "E"]) func whatIsDecidedIsNotDecidedAgain(key: String) async throws {
        let desk = try await desk()
        var walk = try await walk(desk)
        await walk.type(key)
        #expect(walk.notice.contains("gave PR-26-000003-5 back"))
        #expect(walk.screen.mode == .browsing)
        await walk.type("x")
        #expect(walk.screen.open?.lead.id == LeadID(1))
        #expect(try await walk.claims() == [LeadID(1)])
    }

    @Test func aColleagueDoesNotGetTheSameCase() async throws {
        let desk = try await desk()
        let first = try await walk(desk)
        let second = try await ReviewWalk(folder: desk.folder, store: desk.store, actor: "hafiz")
        #expect((first.screen.open?.lead.id, second.screen.open?.lead.id) == (LeadID(3), LeadID(1)))
    }

    @Test func theSearchFindsItAndItAlone() async throws {
        let desk = try await desk()
        #expect(try await desk.run("lead list -S is:returned --format id").lines == ["3"])
        #expect(try await desk.run("lead list --search=-is:returned --format id").lines == ["1", "2"])
        #expect(try await desk.run("lead list --format id").lines == ["1", "2"])
        var walk = try await walk(desk)
        await walk.type("/is:returned")
        await walk.press(.enter)
        #expect(walk.screen.rows.map(\.id.value) == [3])
        // With advice signed it is nobody's to send on.
        let ref = "PR-26-000003-5"
        let ended = try await desk.run(
            "referral set \(ref) --agency PERKESO --state not_eligible --reason not-covered --advice "
                + "--signed-by aminah --note ke␣hospital")
        #expect(ended.failure == nil, "\(ended)")
        #expect(try await desk.run("lead list -S is:returned --format id").lines == [])
    }

    @Test func aPageOfTheQueueIsCutAcrossBoth() async throws {
        let desk = try await desk()
        func ids(_ offset: Int, _ limit: Int) async throws -> [Int64] {
            var query = LeadQuery(limit: limit, offset: offset)
            query.putsReturnedFirst = true
            let asked = query
            let page = try await desk.store.read { db in try db.leads(asked, at: Sample.monday) }
            #expect(page.total == 3)
            return page.leads.map(\.id.value)
        }
        #expect(try await ids(0, 1) == [3])
        #expect(try await ids(0, 2) == [3, 1])
        #expect(try await ids(1, 5) == [1, 2])
        #expect(try await ids(2, 1) == [2])
        #expect(try await ids(3, 5) == [])
    }

    @Test func theQuestionsAndAnswersBeginWithIt() async throws {
        let machine = try await Crawled.machine()
        let ids = try await machine.pantau("lead", "list", "--search=-is:protected", "--format", "id").lines
        let id = try #require(ids.last)
        try await machine.pantau("lead", "accept", id, "--now")
        let ref = try #require(try await machine.pantau("prospect", "list", "--format", "id").lines.first)
        try await machine.pantau("prospect", "consent", ref, "--status", "given", "--method", "phone")
        try await machine.pantau("referral", "send", ref, "--to", "PERKESO")
        try await machine.pantau(
            "referral", "set", ref, "--state", "not_eligible", "--reason", "not-covered", "--back")
        let answers = ["r", "a", "", "a", "JKM", "q"].map { $0 + "\n" }.joined()
        let sitting = try await machine.start(["review", "--returned"], input: answers).end()
        #expect(sitting.exit == 0 && sitting.messages == "")
        #expect(sitting.output.contains("To review: 1."))
        #expect(sitting.output.contains("Number \(id)."))
        #expect(sitting.output.contains("Returned. PERKESO: Not eligible"))
        #expect(sitting.output.contains("PERKESO gave \(ref) back"))
        #expect(sitting.output.contains("    1  sent on"))
        let state = try await machine.pantau("referral", "list", "--json").json
        #expect(state["doors_tried"]?.items?.compactMap(\.string) == ["PERKESO", "JKM"])
    }
}
