import ArgumentParser
import Foundation
import Model
import Storing
import StoringSamples
import Testing
import Text

@testable import pantau

/// Decisions that another person reads again, without having seen them.
@Suite struct SecondLookTests {
    /// Every decision is looked at again.
    private func machine(part: String = "100%") async throws -> (machine: Machine, ids: [String]) {
        let machine = try await Crawled.machine()
        let settings = try String(contentsOfFile: machine.config, encoding: .utf8)
        try machine.write(settings + "review: {second-look: \(part)}\n", to: "config/pantau/config.yaml")
        let ids = try await machine.pantau("lead", "list", "--search=-is:protected", "--format", "id").lines
        try await machine.pantau("lead", "accept", ids[0], "--as", "hafiz")
        try await machine.pantau("lead", "reject", ids[1], "--reason", "old-news", "--as", "hafiz")
        try await machine.pantau("lead", "reject", ids[2], "--reason", "other-topic", "--as", "hafiz")
        return (machine, Array(ids.prefix(3)))
    }

    private func look(_ machine: Machine, _ answers: String..., actor: String = "aminah") async throws -> Ending {
        let input = answers.map { $0 + "\n" }.joined()
        return try await machine.start(["review", "--second-look", "--as", actor], input: input).end()
    }

    @Test func itIsBlindAndChangesNothingAndIsCountedInTheReport() async throws {
        let (machine, ids) = try await machine()
        let before = try await machine.pantau("lead", "list", "-s", "rejected", "--json").json["items"]
        // The newest decision first.
        let sitting = try await look(machine, "v", "a", "r", "9", "a")
        #expect(sitting.exit == 0 && sitting.messages == "")
        #expect(!sitting.output.contains("Score") && !sitting.output.contains("Why: "))
        let beforeAnswer = sitting.output.split(separator: "Kept.")[0]
        #expect(!beforeAnswer.contains("rejected") && !beforeAnswer.contains("Other topic"))
        #expect(sitting.output.contains("Kept. #\(ids[2]) was rejected: Other topic"))
        #expect(sitting.output.contains("Kept. #\(ids[1]) was rejected: Old news; that stands."))
        #expect(sitting.output.contains("Kept. #\(ids[0]) was accepted; that stands."))
        #expect(sitting.output.contains("You looked at 3 decisions again and would have taken 2 the same way."))
        #expect(try await machine.pantau("lead", "list", "-s", "rejected", "--json").json["items"] == before)
        let report = try await machine.pantau("report", "quality", "--json").json
        #expect(report["second_look"]?["pairs"]?.integer == 3 && report["second_look"]?["agreed"]?.integer == 2)
        #expect(
            try await machine.pantau("report", "quality", "--format", "table").output.contains("3 decisions were read"))
        #expect(try await machine.pantau("lead", "history", ids[0]).output.contains("read a second time"))
        #expect(try await machine.pantau("log", "--verify").exit == 0)
        // Once is enough, whoever asks.
        let again = try await look(machine, actor: "siti")
        #expect(again.output == "No decision of a colleague waits for a second look.\n")
        #expect(try await machine.pantau("undo", "--as", "aminah").output.isEmpty, "it is no decision")
    }

    @Test func nobodyJudgesTheirOwnAndWhatCannotBeToldStaysOpen() async throws {
        let (machine, _) = try await machine()
        #expect(try await look(machine, actor: "hafiz").output.hasPrefix("No decision"))
        let passed = try await look(machine, "x", "x", "x", "")
        #expect(passed.output.contains("You looked at 0 decisions again"))
        let left = try await look(machine, "nonsense", "r", "", "q")
        #expect(left.output.contains("\"nonsense\" is no answer here."))
        #expect(left.output.contains("Lead 1. Number"))
        #expect(try await look(machine, "q").output.contains("Lead 1. Number"))
    }

    @Test func thePartIsAFixedSampleThatNobodyChooses() async throws {
        let desk = try MemoryDesk()
        let found = (1...100).map { Sample.found(Sample.article($0)) }
        try await desk.store.write { db in _ = try db.commit(Sample.result(found)) { _, _, _ in .alone } }
        try await desk.run("lead reject 1-100 --reason old-news --yes", by: "hafiz")
        func leads(_ permille: Int) async throws -> [Int64] {
            try await desk.store.read { db in
                try db.secondLookLeads(
                    for: Sample.aminah.actor, permille: permille, since: Sample.monday - .days(1), limit: 1000)
            }.map(\.value).sorted()
        }
        #expect(try await leads(1000).count == 100)
        #expect(try await leads(0) == [])
        let some = try await leads(100)
        #expect((5...15).contains(some.count))
        #expect(Set(some).isSubset(of: try await leads(200)))
    }

    @Test(arguments: ["--mine", "--urgent", "--returned", "--search=x"]) func itChoosesByItself(option: String) {
        #expect(throws: (any Error).self) { try Pantau.parseAsRoot(["review", "--second-look", option]) }
    }
}
