import Foundation
import Model
import Storing
import Testing
import Text

/// The review as questions and answers, driven through a pipe.
@Suite struct PlainReviewTests {
    private func review(
        _ answers: [String], on machine: Machine, _ options: String..., actor: String = "aminah",
        language: String = "en"
    ) async throws -> Ending {
        let arguments = ["review", "--as", actor, "--lang", language] + options
        let input = answers.map { $0 + "\n" }.joined()
        return try await machine.start(arguments, input: input).end()
    }

    private func flagged(_ machine: Machine) async throws -> [String] {
        try await machine.pantau("lead", "list", "--limit", "0", "--format", "id").lines
    }

    @Test func eachDecisionLeadsToTheNextLead() async throws {
        let machine = try await Crawled.machine()
        let before = try await flagged(machine)
        let sitting = try await review(["a", "r", "3", "MAIK", "s", "7d", "q"], on: machine)
        #expect(sitting.exit == 0)
        #expect(sitting.messages == "")
        #expect(sitting.lines[0] == "To review: \(before.count). Type a letter, then Enter. Type ? for help.")
        for (number, id) in before.prefix(4).enumerated() {
            #expect(sitting.output.contains("\nLead \(number + 1) of \(before.count). Number \(id). "))
        }
        #expect(sitting.output.contains("Accepted #\(before[0]); prospect PR-26-000001-9."))
        #expect(sitting.output.contains("Rejected #\(before[1]): Already being helped or helped."))
        #expect(sitting.output.contains("Snoozed #\(before[2]) until "))
        #expect(sitting.output.contains(/You reviewed 3 leads in \d+ minutes? \(\d+ s each\)\./))
        #expect(sitting.output.contains("    1  rejected    1 already-helped"))
        #expect(sitting.lines.last?.hasPrefix("Undo the last with: pantau undo") == true)
        #expect(try await flagged(machine) == Array(before.dropFirst(3)))
        let log = try await machine.pantau("log", "--format", "jsonl", "--limit", "100").jsonLines
        #expect(log.filter { $0["via"]?.string == "review" }.count == 4, "three decisions and the lead let go")
    }

    @Test func theEndOfTheInputIsTheEndOfTheSittingAndNothingStaysLocked() async throws {
        let machine = try await Crawled.machine()
        let before = try await flagged(machine)
        let sitting = try await review(["v", "e", "o", "?"], on: machine)
        #expect(sitting.exit == 0)
        #expect(sitting.output.contains("Scored "))
        #expect(sitting.output.contains("http://"))
        #expect(sitting.output.contains("+  write a note"))
        #expect(sitting.output.contains(/You reviewed 0 leads in \d+ minutes?\./))
        #expect(!sitting.output.contains("pantau undo"), "there is nothing to take back")
        #expect(try await flagged(machine) == before)
        let claimed = try await machine.pantau("lead", "list", "-S", "-is:unclaimed", "--format", "id")
        #expect(claimed.lines == [])
    }

    @Test func anUndoneDecisionComesBackInTheSameSitting() async throws {
        let machine = try await Crawled.machine()
        let before = try await flagged(machine)
        let sitting = try await review(["r", "9", "u", "q"], on: machine)
        #expect(sitting.output.contains("Undone: lead.reject other-topic #\(before[0])."))
        #expect(sitting.output.ranges(of: "Number \(before[0]).").count == 2)
        #expect(try await flagged(machine) == before)
    }

    @Test func whatIsNoAnswerDecidesNothing() async throws {
        let machine = try await Crawled.machine()
        let before = try await flagged(machine)
        let answers = ["", "accept", "\u{1B}[A", "r", "", "r", "x", "", "s", "yesterday", "s", "", "r", "0", "", "q"]
        let sitting = try await review(answers, on: machine)
        #expect(sitting.exit == 0)
        #expect(sitting.output.contains("\"accept\" is no answer here. Type ? for help."))
        #expect(sitting.output.contains("\"yesterday\" is no answer here."))
        #expect(!sitting.output.contains("\u{1B}"))
        #expect(try await flagged(machine) == before)
    }

    @Test func aRejectionAsOtherKeepsItsNote() async throws {
        let machine = try await Crawled.machine()
        let before = try await flagged(machine)
        let sitting = try await review(["r", "?", "0", "bukan kes kita", "r", "6", "#\(before[0])", "q"], on: machine)
        #expect(sitting.output.contains("p  Identity is protected; must not be processed"))
        #expect(sitting.output.contains("Rejected #\(before[0]): Other"))
        #expect(sitting.output.contains("Rejected #\(before[1]): Duplicate of another lead."))
    }

    @Test func twoPeopleAtOnceReadDifferentLeads() async throws {
        let machine = try await Crawled.machine()
        let before = try await flagged(machine)
        _ = try await machine.pantau("lead", "claim", before[0], "--as", "hafiz")
        let sitting = try await review(["q"], on: machine)
        #expect(sitting.output.contains("Number \(before[1])."))
        #expect(!sitting.output.contains("Number \(before[0])."))
    }

    @Test func aBlindReviewSaysNeitherScoreNorPhrases() async throws {
        let machine = try await Crawled.machine()
        let sitting = try await review(["e", "q"], on: machine, "--blind")
        for word in ["Score", "Scored", "Why", "points", "Emergency"] { #expect(!sitting.output.contains(word)) }
        #expect(sitting.output.contains("Not shown in a blind review."))
    }

    @Test func aProtectedIdentityIsNotReadOut() async throws {
        let machine = try await Crawled.machine()
        let leads = try await machine.pantau("lead", "list", "-S", "is:protected", "--format", "id").lines
        try #require(!leads.isEmpty)
        let sitting = try await review(["v", "a", "", "q"], on: machine, "-S", "is:protected")
        #expect(sitting.output.contains("\n[identity protected]\n"))
        #expect(!sitting.output.contains("Who: "))
        #expect(sitting.output.contains("Name of the second reviewer: "))
        #expect(try await machine.pantau("lead", "list", "-S", "is:protected", "--format", "id").lines == leads)
    }

    @Test func whenItHappenedAtWhichWorkAndWhichOfficeIsNearIsReadOut() async throws {
        let (machine, _) = try await Machine.withLeads([InventedLeads.fall])
        #expect(
            try await review(["q"], on: machine).lines.contains(
                "Happened: Friday 20 November 2026. Work: tapak bina Rekaan Sdn Bhd. "
                    + "Nearest PERKESO office, a guess from the map: Klang."))
        #expect(
            try await review(["q"], on: machine, language: "ms").lines.contains(
                "Berlaku: Jumaat 20 November 2026. Kerja: tapak bina Rekaan Sdn Bhd. "
                    + "Pejabat PERKESO terdekat, anggaran daripada peta: Klang."))
    }

    @Test func itSpeaksMalay() async throws {
        let machine = try await Crawled.machine()
        let sitting = try await review(["?", "q"], on: machine, language: "ms")
        #expect(sitting.output.contains("Untuk disemak"))
        #expect(sitting.output.contains("Keputusan, a terima, r tolak, s tangguh, x langkau, q keluar: "))
        #expect(sitting.output.contains("r  tolak, dengan sebab"))
        #expect(sitting.output.contains("Anda menyemak 0 kes dalam 0 minit."))
    }

    @Test func nobodyReadsALeadWithoutATraceInTheLog() async throws {
        let machine = try await Crawled.machine()
        let first = try #require(try await flagged(machine).first)
        for command in [["lead", "show", first], ["lead", "explain", first]] {
            #expect(try await machine.start(command + ["--as", "hafiz"]).end().exit == 0)
            // Fails closed: what cannot be written down is not shown.
            let refused = try await machine.start(command + ["--read-only"]).end()
            #expect((refused.exit, refused.output) == (4, ""))
        }
        let log = try await machine.pantau("log", first, "--access", "--by", "hafiz", "--format", "jsonl").jsonLines
        #expect(log.map { $0["verb"]?.string } == ["lead.open", "lead.open"])
        #expect(try await machine.pantau("log", first, "--by", "hafiz").lines == [])
    }
}
