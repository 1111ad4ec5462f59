import Foundation
import Model
import Storing
import StoringSamples
import Testing

/// The power fails, or somebody types `kill -9`: at any moment of a sitting.
@Suite(.enabled(if: Tmux.isInstalled, Comment(rawValue: Tmux.advice)))
struct TerminalKillTests {
    /// `make kills` has it 50 times.
    private static let kills = ProcessInfo.processInfo.environment["PANTAU_KILLS"].flatMap { Int($0) } ?? 8

    @Test(.timeLimit(.minutes(30))) func aScreenThatIsKilledLosesNoDecision() async throws {
        var random = SeededRandom(state: 23)
        let (machine, store) = try await Machine.withLeads(
            (1...Self.kills * 4 + 4).map { Sample.found(Sample.article($0)) })
        var told: Set<Int64> = []
        for round in 1...Self.kills {
            let tmux = try await Tmux(on: machine)
            try await tmux.wait(for: "Yours until")
            let program = try #require(tmux.program)
            let moment = Duration.milliseconds(Int.random(in: 1...250, using: &random))
            let killer = Task {
                try await Task.sleep(for: moment)
                kill(program, SIGKILL)
            }
            told.formUnion(try await decide(on: tmux, while: { kill(program, 0) == 0 }))
            try await killer.value
            // The terminal still shows what the dead program had written.
            let last = try await tmux.wait(for: "EXIT 137")
            told.formUnion(rejected(on: last))
            try await expectWhole(store, machine, told, round)
        }
        #expect(!told.isEmpty)
    }

    /// Decides until the program is dead, as fast as somebody types.
    ///
    /// - Returns: the leads that the screen called rejected.
    private func decide(on tmux: Tmux, while isAlive: () -> Bool) async throws -> Set<Int64> {
        var told: Set<Int64> = []
        var reasons = "9875".makeIterator()
        while isAlive(), let reason = reasons.next() {
            try await tmux.type("r\(reason)")
            told.formUnion(rejected(on: try await tmux.picture))
        }
        return told
    }

    private func rejected(on picture: Picture) -> [Int64] {
        picture.text.matches(of: /Rejected #(\d+)/).compactMap { Int64($0.1) }
    }

    /// What the screen said is kept; entry and lead agree; chain and file are whole.
    private func expectWhole(_ store: Store, _ machine: Machine, _ told: Set<Int64>, _ round: Int) async throws {
        let decided = try await store.decisions().flatMap { $0.draft.targets.compactMap(\.lead) }
        #expect(told.isSubset(of: decided.map(\.value)), "round \(round)")
        #expect(Set(decided).count == decided.count, "round \(round): none is decided twice")
        let standings = try await store.read { db in
            try db.leads(LeadQuery(states: [], limit: nil), at: .present).leads.filter { $0.state != .flagged }.map(
                \.id)
        }
        #expect(Set(standings) == Set(decided), "round \(round)")
        try await store.checkIntegrity()
        #expect(try await machine.pantau("log", "--verify").exit == 0, "round \(round)")
    }
}
