import ArgumentParser
import Foundation
import Locking
import Model
import Storing
import StoringSamples
import Terminal
import Testing
import Text

@testable import pantau

/// Commands in this process, by a clock that stands still: what they write to the letter.
@Suite struct CommandTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    /// What a command wrote, and how it failed.
    private struct Written {
        var data = ""
        var messages = ""
        var failure: Message?
    }

    private func run(
        _ arguments: [String], columns: Int? = 80, language: ScreenLanguage = .english, at now: Instant = Sample.monday
    ) async throws -> Written {
        let written = Lock(Written())
        let parsed = try Pantau.parseAsRoot(arguments + ["--db", folder.database])
        let command = try #require(parsed as? any PantauCommand)
        let environment = ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "PANTAU_USER": "aminah"]
        var context = try Context(command.global, environment: environment)
        context.clock = { now }
        context.output = Output(
            language: language, format: command.global.json ? .json : columns == nil ? .tsv : .table,
            terminal: TerminalTraits(isTerminal: columns != nil, columns: columns ?? 80)
        ) { stream, text in
            written.withLock {
                switch stream {
                case .data: $0.data += text
                case .messages: $0.messages += text
                }
            }
        }
        do {
            try await command.begin(in: context)
        } catch let failure as CommandFailure {
            written.withLock { $0.failure = failure.message }
        }
        return written.withLock { $0 }
    }

    private func keep(_ found: FoundArticle..., at now: Instant = Sample.monday) async throws {
        let result = Sample.result(found, at: now)
        try await store.write { db in _ = try db.commit(result) { _, _, _ in .alone } }
    }

    private func keepTwoLeads() async throws {
        let second = Sample.article(2, title: "Nenek 80 tahun jaga cucu kelumpuhan otak seorang diri di pondok usang")
        try await keep(
            Sample.found(Sample.article(1), score: Sample.score(97, urgency: .emergency, needs: [.fire])),
            Sample.found(second, score: Sample.score(64, urgency: .routine, needs: [.elderAlone])))
    }

    @Test func theListInEightyColumns() async throws {
        try await keepTwoLeads()
        let list = try await run(["lead", "list"], at: Sample.monday + .hours(5))
        #expect(
            list.data == """
                Showing 2 of 2 leads to review (urgency, then score)

                 ID  URG  SCORE  NEED         PLACE  HEADLINE                                AGE
                  1  !!!     97  fire         Klang  Rumah keluarga hangus nombor 1           5h
                  2          64  elder-alone  Klang  Nenek 80 tahun jaga cucu kelumpuhan o…   5h

                Next: pantau review     All: pantau lead list --limit 0

                """)
    }

    @Test func theListIsMalayForMalayPeople() async throws {
        try await keepTwoLeads()
        let list = try await run(["lead", "list"], language: .malay, at: Sample.monday + .days(2))
        #expect(list.data.hasPrefix("Memaparkan 2 daripada 2 kes untuk disemak (kesegeraan, kemudian skor)\n"))
        #expect(list.data.contains("TAJUK") && list.data.contains("2 h\n"))
    }

    @Test func aPipeGetsTheSameEverywhere() async throws {
        try await keepTwoLeads()
        let english = try await run(["lead", "list"], columns: nil)
        let malay = try await run(["lead", "list"], columns: nil, language: .malay)
        #expect(english.data == malay.data)
        #expect(
            english.data.hasPrefix(
                "1\temergency\t97\tfire\tMY-10\t10_2\tflagged\t2026-11-23T08:00:00+08:00\tRumah keluarga hangus nombor 1\n"
            ))
    }

    @Test func aSnoozeOfDaysEndsWhenTheSquadBegins() async throws {
        try await keepTwoLeads()
        let evening = Sample.monday + .hours(9) + TimeSpan(milliseconds: 417)
        let snoozed = try await run(["lead", "snooze", "1", "--until", "2d"], at: evening)
        #expect(snoozed.data == "Snoozed #1 until 2026-11-25 08:00.\n")
        let again = try await run(["lead", "snooze", "1", "--until", "2d"], at: evening + .minutes(3))
        #expect((again.data, again.failure) == ("", nil))
        #expect(!again.messages.isEmpty)
    }

    @Test func aClaimEndsByItself() async throws {
        try await keepTwoLeads()
        _ = try await run(["lead", "claim", "1"])
        let refused = try await run(["lead", "accept", "1", "--as", "hafiz"], at: Sample.monday + .minutes(14))
        #expect(refused.failure?.id == "err.claimed")
        let accepted = try await run(["lead", "accept", "1", "--as", "hafiz"], at: Sample.monday + .minutes(16))
        #expect(accepted.failure == nil)
        #expect(accepted.data.contains("It leaves at 08:46 unless undone: pantau undo"))
    }

    @Test func whatHasLeftIsNotUndone() async throws {
        try await keepTwoLeads()
        _ = try await run(["lead", "accept", "1"])
        let list = try await run(["prospect", "list"], at: Sample.monday + .minutes(10))
        #expect(list.data.contains("held until 08:30"))
        let undone = try await run(["undo"], at: Sample.monday + .minutes(20))
        #expect(undone.data == "Undone: lead.accept #1.\n")
        let redone = try await run(["redo"], at: Sample.monday + .minutes(21))
        #expect(redone.data == "Done again: lead.accept #1.\n")
    }

    @Test func aCrawlIsNobodysDecision() async throws {
        try await keepTwoLeads()
        #expect(try await run(["undo"]).messages == "There is nothing to undo.\n")
        #expect(try await run(["log", "--mine"]).messages == "No decisions match.\n")
    }

    @Test func everyMessageIsOneSentenceInTwoLanguages() {
        for message in [
            Message.setupNone, .noHome, .readOnly, .cancelled, .nothingToUndo, .noNetwork(hosts: 5), .noReason(),
            .stopped(by: "SIGTERM", seconds: 3, done: 1, total: 8), .partial(failed: 5, total: 8, limit: "50%"),
            .databaseDamaged("x.db", why: "a page"), .diskFull("x.db", free: 0), .databaseNewer(found: 9, known: 1),
            .databasePermission("x.db", mode: "644"), .locked(pid: "1", host: "h", since: "t"),
        ] {
            #expect(message.english != message.malay, "\(message.id)")
            #expect(!message.english.contains("\n") && !message.malay.contains("\n"))
            let columns = (Double(message.malay.columns), Double(message.english.columns))
            #expect(columns.0 <= columns.1 * 1.5, "\(message.id)")
        }
    }
}
