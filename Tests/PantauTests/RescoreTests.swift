import Model
import Storing
import StoringSamples
import Testing

@testable import pantau

/// `pantau lead rescore --all` over more leads than one transaction holds.
@Suite struct RescoreTests {
    /// Leads whose scores are none that the rules give.
    private func desk(of count: Int) async throws -> MemoryDesk {
        let desk = try MemoryDesk()
        let found = (1...count).map { Sample.found(Sample.article($0), score: Sample.score(41 + $0 % 50)) }
        try await desk.store.write { db in _ = try db.commit(Sample.result(found)) { _, _, _ in .alone } }
        return desk
    }

    private func rescores(_ desk: MemoryDesk) async throws -> [JournalEntry] {
        try await desk.log().filter { $0.draft.verb == "lead.rescore" }
    }

    @Test func eachBatchIsATransactionAndAnEntryOfItsOwn() async throws {
        let count = 2 * RescoreRun.batch + 7
        let desk = try await desk(of: count)
        let asked = try await desk.run("lead rescore --all")
        #expect(asked.failure?.id == "err.need-yes")
        #expect(try await rescores(desk).isEmpty, "a question that nobody answers changes nothing")
        let done = try await desk.run("lead rescore --all --yes")
        #expect(done.failure == nil)
        #expect(done.records.count == count)
        #expect(done.messages.contains("\(RescoreRun.batch) of \(count) leads compared"))
        #expect(done.messages.contains("3 in all; each is taken back by itself: pantau undo --entry "))
        let sizes = try await rescores(desk).map(\.draft.targets.count)
        #expect(sizes == [7, RescoreRun.batch, RescoreRun.batch])
        // What is right already is not written again: so a run that was stopped goes on where it was.
        let again = try await desk.run("lead rescore --all --yes")
        #expect(again.records.isEmpty && again.messages.contains("0 of \(count) leads changed."))
        #expect(try await rescores(desk).count == 3)
        try await desk.run("undo")
        let rest = try await desk.run("lead rescore --all --yes --json")
        #expect(rest.data.contains("\"changed\":[{"))
        #expect(try await rescores(desk).first?.draft.targets.count == 7)
    }

    @Test func aTrialWritesNothing() async throws {
        let desk = try await desk(of: RescoreRun.batch + 1)
        let dry = try await desk.run("lead rescore --all --dry-run")
        #expect(dry.records.count == RescoreRun.batch + 1)
        #expect(try await rescores(desk).isEmpty)
        #expect(try await desk.run("lead rescore 1 999 --yes").failure?.id == "err.not-found")
    }
}
