import Model
import Testing

@testable import Scheduling

/// `source show` tells the next poll and why.
struct ReasonTests {
    @Test func aSourceThatIsWellIsPolledAsItsNewsComes() {
        var history = History()
        #expect(history.source.reason == .firstPoll)
        history.add(.fresh(1))
        #expect(history.source.reason == .learnt)
        history.add(.fresh(3, known: 0, hash: "b"))
        #expect(history.source.reason == .gap)
        history.add(.unchanged(by: .status304, hints: PollHints(interval: .hours(9))))
        #expect(history.source.reason == .hint)
        history.rule.timing = .every(.hours(3))
        history.add(.same)
        #expect(history.source.reason == .every)
    }

    @Test func aShortHintIsNoReason() {
        var history = History()
        history.add(.fresh(Outcome.Fresh(new: 1, known: 1, bodyHash: "a", hints: PollHints(interval: .minutes(20)))))
        #expect(history.source.reason == .learnt)
    }

    @Test func failuresInARowAreCountedWhateverTheirWeight() {
        var history = History()
        history.add(.fresh(1))
        history.add(.failed(.temporary, .dnsTemporary))
        history.add(.challenge)
        history.add(.failed(.hard, .status(400)))
        #expect(history.source.reason == .backingOff(failures: 3))
        history.add(.same)
        #expect(history.source.failuresInARow == 0)
    }

    @Test func whatSleepsSaysSo() {
        var history = History()
        history.add(.failed(.hard, .status(400)), times: 16)
        #expect(history.source.reason == .asleep)
        var gone = History()
        gone.add(.gone)
        #expect(gone.source.reason == .goneUnconfirmed)
        gone.add(.gone, times: 4)
        #expect(gone.source.reason == .gone)
    }

    @Test func everyReasonHasAWordOfItsOwn() {
        let all: [NextPollReason] = [
            .firstPoll, .learnt, .hint, .gap, .every, .cron, .backingOff(failures: 1), .asleep, .goneUnconfirmed, .gone,
            .robots, .hostBlocked(until: start), .hostMissing, .outage,
        ]
        #expect(Set(all.map(\.kind)).count == all.count)
    }
}

/// What a document says for longer than one answer.
struct LastingHintTests {
    private let hint = PollHints(interval: .hours(5))

    @Test func theHintOfADocumentHoldsWhileTheDocumentDoes() {
        var history = History()
        history.add(.fresh(Outcome.Fresh(new: 1, known: 1, bodyHash: "a", hints: hint)))
        #expect(history.add(.same).isAbout(.hours(5)))
        #expect(history.add(.unchanged(by: .bodyHash(Validators()), hints: PollHints())).isAbout(.hours(5)))
        history.add(.fresh(1, hash: "b"))
        #expect(history.source.reason == .learnt)
    }

    @Test func aServerThatChangesItsMarksAndNotItsDocumentIsAskedWithTheNewOnes() {
        var history = History()
        history.add(.fresh(1, etag: "\"1\""))
        history.add(.unchanged(by: .bodyHash(Validators(etag: "\"2\"")), hints: PollHints()))
        #expect(history.source.memory.validatorsToSend(at: history.now).etag == "\"2\"")
        #expect(history.source.memory.bodyHash == "a")
        #expect(history.notes.isEmpty)
        history.add(.unchanged(by: .bodyHash(Validators()), hints: PollHints()))
        #expect(history.source.memory.validatorsToSend(at: history.now) == Validators())
    }
}
