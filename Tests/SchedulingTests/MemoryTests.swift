import Model
import Testing

@testable import Scheduling

struct DocumentMemoryTests {
    private let etag = Validators(etag: "\"1\"")

    private func memory(unchanged: Int, lastBody: Instant? = start) -> DocumentMemory {
        DocumentMemory(
            validators: etag, bodyHash: "a", distrustedUntil: nil, lastBodyAt: lastBody, unchangedSinceBody: unchanged)
    }

    @Test func validatorsAreSentExceptOnceADayAndEachTwentiethTime() {
        #expect(memory(unchanged: 0).validatorsToSend(at: start + .hours(1)) == etag)
        #expect(memory(unchanged: 18).validatorsToSend(at: start + .hours(1)) == etag)
        #expect(memory(unchanged: 19).validatorsToSend(at: start + .hours(1)) == Validators())
        #expect(memory(unchanged: 0).validatorsToSend(at: start + .hours(24)) == Validators())
        #expect(memory(unchanged: 0, lastBody: nil).validatorsToSend(at: start) == Validators())
    }

    @Test func anotherBodyUnderTheSameMarkEndsTrust() {
        var history = History()
        history.add(.fresh(1, hash: "a", etag: "\"1\""))
        history.add(.same, times: 3)
        history.add(.fresh(5, hash: "b", etag: "\"1\""))
        #expect(history.notes.contains(.falseUnchanged))
        #expect(history.source.memory.validatorsToSend(at: history.now) == Validators())
        #expect(history.source.memory.validatorsToSend(at: history.now + .days(29)) == Validators())
        #expect(history.source.memory.distrustedUntil.map { $0 > history.now + .days(29) } ?? false)
    }

    @Test func anotherBodyUnderANewMarkIsNews() {
        var history = History()
        history.add(.fresh(1, hash: "a", etag: "\"1\""))
        history.add(.same, times: 3)
        history.add(.fresh(1, hash: "b", etag: "\"2\""))
        #expect(!history.notes.contains(.falseUnchanged))
        #expect(history.source.memory.validators.etag == "\"2\"")
    }

    @Test func theSameBodyKeepsTrust() {
        var history = History()
        history.add(.fresh(1, hash: "a", etag: "\"1\""))
        history.add(.same, times: 3)
        history.add(.fresh(0, hash: "a", etag: "\"1\""))
        #expect(!history.notes.contains(.falseUnchanged))
    }

    @Test func aFloodAfterManyUnchangedAnswersEndsTrust() {
        var history = History()
        history.rule = SourceRule(.every(.hours(1)))
        history.add(.fresh(5))
        for n in 0..<100 { history.add(.fresh(2, hash: "\(n)", etag: "\"\(n)\"")) }
        history.add(.same, times: 15)
        history.add(.fresh(30, hash: "x", etag: "\"x\""))
        #expect(history.notes.contains(.falseUnchanged))
    }
}

struct WatchTests {
    private func silences(_ history: History) -> Int {
        history.notes.count { if case .silent = $0 { true } else { false } }
    }

    /// Two weeks of two items every hour.
    private func busy() -> History {
        var history = History()
        history.rule = SourceRule(.every(.hours(1)))
        for n in 0..<340 { history.add(.fresh(2, hash: "\(n)")) }
        return history
    }

    @Test func aBusySourceThatFallsSilentIsToldOnce() {
        var history = busy()
        history.add(.same, times: 2)
        #expect(silences(history) == 0)
        history.add(.same, times: 60)
        #expect(silences(history) == 1)
        history.add(.fresh(1))
        history.add(.same, times: 10)
        #expect(silences(history) == 2)
    }

    @Test func aNewSourceIsNotCalledSilent() {
        var history = History()
        history.rule = SourceRule(.every(.hours(1)))
        history.add(.fresh(20))
        history.add(.same, times: 200)
        #expect(silences(history) == 0)
    }

    @Test func aDocumentWithoutAKnownItemIsAGapAndIsPolledSooner() {
        var history = busy()
        history.rule = SourceRule()
        let usual = history.add(.fresh(2, known: 8))
        let after = history.add(.fresh(2, known: 0))
        #expect(history.notes.contains(.gap(new: 2)))
        #expect(after < usual)
        #expect(history.add(.fresh(2, known: 8)) > after)
    }

    @Test func theFirstDocumentIsNoGap() {
        var history = History()
        history.add(.fresh(20, known: 0))
        #expect(history.notes.isEmpty)
        #expect(history.source.rate == LearntRate())
    }

    @Test func aDayUnlikeItsWeekdayIsTold() {
        var history = History()
        history.rule = SourceRule(.every(.hours(6)))
        for n in 0..<(29 * 4) { history.add(.fresh(5, hash: "\(n)")) }
        #expect(!history.notes.contains { if case .unusualDay = $0 { true } else { false } })
        for n in 0..<8 { history.add(.fresh(60, hash: "x\(n)")) }
        #expect(history.notes.contains { if case .unusualDay = $0 { true } else { false } })
    }
}
