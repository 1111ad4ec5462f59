import Foundation
import Model
import Reviewing
import Storing
import StoringSamples
import Testing

/// The review screen of the built program in a real terminal.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed: apt-get install tmux"))
struct ReviewTerminalTests {
    private func machine(leads: [FoundArticle]) async throws -> (Machine, Store) {
        let machine = try Machine()
        try await machine.pantau("init", "--quiet")
        let store = try Store.open(machine.database, mode: .write)
        try await store.write { db in _ = try db.commit(Sample.result(leads)) { _, _, _ in .alone } }
        return (machine, store)
    }

    private func leads(_ count: Int) -> [FoundArticle] {
        (1...count).map { number in
            Sample.found(
                Sample.article(number, title: "Rumah keluarga hangus di Taman \(number)"),
                score: Sample.score(91 - number % 50))
        }
    }

    private func decisions(_ store: Store) async throws -> [JournalEntry] {
        try await store.read { db in
            try db.journal(JournalQuery(verbs: ["lead.accept", "lead.reject", "lead.snooze"], limit: 10_000))
        }
    }

    private func claims(_ store: Store) async throws -> Int {
        try await store.read { db in
            try db.countLeads(LeadQuery(states: [], where: [.not(.unclaimed)]), at: .present)
        }
    }

    /// Times and ages are those of the day on which the test runs.
    private func timeless(_ text: String) -> String {
        text.replacing(/[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d\d:\d\d/, with: "DAY")
            .replacing(/\d\d:\d\d/, with: "TIME").replacing(/[ ]+\d+ ?(m|h|d|w|y|j|mg|t)\n/, with: " AGE\n")
    }

    /// `PANTAU_RECORD=1` writes what it shows as the new golden screens.
    @Test(arguments: ["en", "ms"]) func aSittingInATerminalLooksAsRecorded(language: String) async throws {
        let (machine, store) = try await machine(leads: leads(6))
        let tmux = try Tmux(machine, ["review"], columns: 80, rows: 24, with: ["PANTAU_LANG": language])
        var shown: [String] = []
        func keep(_ what: String, until part: String) async throws {
            shown.append("=== \(what)\n" + timeless(try await tmux.wait(for: part)))
        }
        try await keep("the first lead", until: " #1 ")
        try tmux.send("r")
        try await keep("r", until: "Esc")
        try tmux.send("9")
        try await keep("9", until: " #2 ")
        try tmux.send("x")
        try await keep("x", until: " #3 ")
        try tmux.send("u")
        try await keep("u", until: " #1 ")
        try tmux.send("Enter")
        try await keep("Enter", until: "0/6")
        try tmux.send("q")
        try await keep("q", until: "EXIT 0")
        try expectGolden(shown.joined(), "tmux-80x24-\(language)")
        #expect(try await claims(store) == 0)
    }

    @Test func aWindowThatGrowsIsDrawnAnew() async throws {
        let (machine, _) = try await machine(leads: leads(6))
        let tmux = try Tmux(machine, ["review"], columns: 59, rows: 16)
        try await tmux.wait(for: "The window is 59 by 16")
        try tmux.resize(columns: 120, rows: 30)
        let text = try await tmux.wait(for: "+----")
        #expect(text.contains("| #1 "))
    }

    /// However it ends, the next program finds the terminal as it was, and nobody's lead stays locked.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalGivesTerminalAndLeadsBack(signal: Int32) async throws {
        let (machine, store) = try await machine(leads: leads(3))
        let tmux = try Tmux(machine, ["review"], columns: 80, rows: 24, afterwards: "stty -a; sleep 600")
        try await tmux.wait(for: " #1 ")
        #expect(try await claims(store) == 1)
        kill(try #require(try tmux.program), signal)
        let text = try await tmux.wait(for: "icanon")
        #expect(text.contains("EXIT \(128 + signal)"))
        #expect(text.contains(" icanon") && text.contains(" echo ") && text.contains(" isig"))
        #expect(!text.contains("Rumah keluarga"), "the alternate screen leaves nothing behind")
        #expect(try await claims(store) == 0)
    }

    @Test func aSuspendedScreenHoldsNothingAndComesBack() async throws {
        let (machine, store) = try await machine(leads: leads(3))
        let tmux = try Tmux(machine, ["review"], columns: 80, rows: 24)
        try await tmux.wait(for: " #1 ")
        let program = try #require(try tmux.program)
        try tmux.send("C-z")
        for _ in 0..<100 where try await claims(store) > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try await claims(store) == 0)
        kill(program, SIGCONT)
        let text = try await tmux.wait(for: " #1 ")
        #expect(text.contains("Rumah keluarga hangus"))
    }

    @Test func withoutAnAbleTerminalItIsQuestionsAndAnswers() async throws {
        let (machine, _) = try await machine(leads: leads(2))
        for extra in [["TERM": "dumb"], ["PANTAU_ACCESSIBLE": "1"]] {
            let shown = try await Screen(columns: 80).show(machine, ["review"], typing: "q\n", with: extra)
            #expect(shown.text.contains("Decision, a accept"))
            #expect(!shown.text.contains("\u{1B}[?1049h"))
        }
    }

    // MARK: Two at once, and sudden ends

    @Test(.timeLimit(.minutes(3))) func twoAtOnceDecideEachLeadOnce() async throws {
        let count = 14
        let (machine, store) = try await machine(leads: leads(count))
        let screens = try ["aminah", "hafiz"].map { name in
            try Tmux(machine, ["review"], columns: 80, rows: 24, with: ["PANTAU_USER": name])
        }
        for screen in screens { try await screen.wait(for: "Yours until") }
        for round in 0..<count * 2 {
            for screen in screens { try screen.send(round % 2 == 0 ? "r" : "9") }
            try await Task.sleep(for: .milliseconds(300))
            if try await decisions(store).count >= count { break }
        }
        let made = try await decisions(store)
        let decided = made.flatMap { $0.draft.targets.compactMap(\.lead) }
        #expect(Set(decided).count == count, "none is left")
        #expect(decided.count == count, "none is decided twice")
        #expect(Set(made.map(\.draft.author.actor.name)) == ["aminah", "hafiz"], "both had leads to decide")
        for screen in screens {
            try screen.send("Escape", "q", "q")
            try await screen.wait(for: "EXIT 0")
        }
        #expect(try await claims(store) == 0)
    }

    /// `PANTAU_KILLS=50` does it that often.
    @Test(.timeLimit(.minutes(10))) func aScreenThatIsKilledLosesNoDecision() async throws {
        let rounds = ProcessInfo.processInfo.environment["PANTAU_KILLS"].flatMap { Int($0) } ?? 4
        let (machine, store) = try await machine(leads: leads(rounds * 6 + 10))
        var told: Set<Int64> = []
        for round in 1...rounds {
            let tmux = try Tmux(machine, ["review"], columns: 80, rows: 24)
            try await tmux.wait(for: "Yours until")
            let program = try #require(try tmux.program)
            // Decisions go on while the kill comes.
            let moment = Int.random(in: 20...400)
            let killer = Task {
                try await Task.sleep(for: .milliseconds(moment))
                kill(program, SIGKILL)
            }
            for key in ["r", "9", "r", "8", "r", "7"] {
                guard (try? tmux.send(key)) != nil else { break }
                for found in try tmux.text.matches(of: /Rejected #(\d+)/) {
                    told.formUnion(Int64(found.1).map { [$0] } ?? [])
                }
            }
            try await killer.value
            // A new sitting must not wait for the lease of a dead one.
            try await store.write { db in _ = try db.releaseAll(by: Sample.author("aminah"), at: .present) }
            let kept = Set(try await decisions(store).flatMap { $0.draft.targets.compactMap { $0.lead?.value } })
            #expect(told.isSubset(of: kept), "round \(round): what the screen said is kept")
            for id in kept {
                let standing = try await store.read { db in try db.standing(of: LeadID(id)) }
                #expect(standing?.state.code == "rejected", "round \(round): entry and lead agree")
            }
        }
        let whole = try await store.read { db in try db.verifyJournal() }
        guard case .whole = whole else {
            Issue.record("\(whole)")
            return
        }
        #expect(!told.isEmpty)
    }
}
