import Model
import Testing

@testable import Scheduling

private let old = "https://harian-rekaan.example/rss"
private let new = "https://baharu.example/rss"

struct MoveTests {
    private func history(every: TimeSpan = .hours(12)) -> History {
        var history = History()
        history.rule = SourceRule(.every(every), address: old)
        history.add(.fresh(1))
        return history
    }

    private func moved() -> History {
        var history = history()
        history.add(.fresh(1, movedTo: new), times: 4)
        return history
    }

    @Test func aMoveIsBelievedAfterThreeSightingsOnTwoDays() {
        var history = history(every: .hours(1))
        for _ in 0..<10 { history.add(.fresh(1, movedTo: new)) }
        #expect(history.source.address.current(for: old) == old)
        for _ in 0..<20 { history.add(.fresh(1, movedTo: new)) }
        #expect(history.notes.filter { $0 == .moved(to: new) }.count >= 1)
        #expect(history.source.address.current(for: old) == new)
        #expect(history.source.address.former.map(\.address) == [old])
    }

    @Test func twoSightingsOnTwoDaysAreTooFew() {
        var history = history(every: .days(1))
        history.add(.fresh(1, movedTo: new), times: 2)
        #expect(history.source.address.move == nil)
        history.add(.fresh(1, movedTo: new))
        #expect(history.source.address.move?.target == new)
    }

    @Test func aMoveThatChangesItsMindBeginsAnew() {
        var history = history()
        for n in 0..<20 { history.add(.fresh(1, movedTo: "https://baharu\(n % 2).example/")) }
        for _ in 0..<2 { history.add(.fresh(1, movedTo: new)) }
        history.add(.fresh(1))
        for _ in 0..<2 { history.add(.fresh(1, movedTo: new)) }
        #expect(history.source.address.move == nil)
    }

    @Test func aMoveToAnEmptyDocumentIsNotBelieved() {
        var history = history()
        for _ in 0..<20 { history.add(.fresh(0, known: 0, movedTo: new)) }
        #expect(history.source.address.move == nil)
    }

    @Test func aQuietSourceMovesToo() {
        var history = history()
        let again = Outcome.unchanged(by: .bodyHash(Validators()), hints: PollHints(), movedPermanentlyTo: new)
        history.add(again, times: 4)
        #expect(history.source.address.move?.target == new)
    }

    @Test func anAnswerOf304IsSeenButProvesNoDocument() {
        var history = history()
        history.add(.unchanged(by: .status304, hints: PollHints(), movedPermanentlyTo: new), times: 9)
        #expect(history.source.address.move == nil)
        history.add(.fresh(1, movedTo: new))
        #expect(history.source.address.move?.target == new)
    }

    @Test func aFailureBetweenTwoSightingsDoesNotEndThem() {
        var history = history()
        for _ in 0..<3 {
            history.add(.fresh(1, movedTo: new))
            history.add(.failed(.soft, .status(500)))
        }
        #expect(history.source.address.move?.target == new)
    }

    @Test func anotherAddressInTheFileEndsTheMove() throws {
        var history = moved()
        let other = "https://harian-rekaan.example/suapan"
        #expect(history.source.address.current(for: other) == other)
        history.rule.address = other
        history.add(.fresh(1))
        #expect(history.source.address.move == nil)
        #expect(history.source.address.former.map(\.address) == [old, new])
        #expect(history.source.address.configured == other)
    }

    @Test func marksOfAnotherAddressAreNotSent() throws {
        var history = History()
        history.rule = SourceRule(address: old)
        history.add(.fresh(1, etag: "\"1\""))
        var source = Source(id: try #require(SourceID("rekaan")), outlet: "Rekaan", kind: .feed, url: old)
        #expect(history.source.validatorsToSend(for: source, at: start + .hours(1)).etag == "\"1\"")
        source.url = new
        #expect(history.source.validatorsToSend(for: source, at: start + .hours(1)) == Validators())
        #expect(history.source.address(of: source) == new)
    }

    @Test func aSecondMoveFollowsTheFirst() {
        var history = moved()
        let third = "https://lagi.example/rss"
        history.add(.fresh(1, movedTo: third), times: 4)
        #expect(history.source.address.move?.target == third)
        #expect(history.source.address.move?.replaced == old)
        #expect(history.source.address.former.map(\.address) == [old, new])
    }

    @Test func aMoveBackEndsTheMove() {
        var history = moved()
        history.add(.fresh(1, movedTo: old), times: 4)
        #expect(history.source.address.move == nil)
        #expect(history.source.address.former.map(\.address) == [old, new])
    }

    @Test func whatAPersonTookBackIsNotBelievedWhileTheRedirectGoesOn() {
        var history = moved()
        history.source.undoMove(at: history.now)
        #expect(history.source.address.current(for: old) == old)
        #expect(history.source.memory.validators == Validators())
        history.add(.fresh(1, movedTo: new), times: 50)
        #expect(history.source.address.move == nil)
        // It stops, and comes anew: that is another move.
        history.add(.fresh(1))
        history.add(.fresh(1, movedTo: new), times: 4)
        #expect(history.source.address.move?.target == new)
    }

    @Test func anotherTargetThanTheOneTakenBackIsNews() {
        var history = moved()
        history.source.undoMove(at: history.now)
        history.add(.fresh(1, movedTo: "https://lagi.example/rss"), times: 4)
        #expect(history.source.address.move?.target == "https://lagi.example/rss")
    }

    @Test func takingBackNothingChangesNothing() {
        var history = history()
        let before = history.source.address
        history.source.undoMove(at: history.now)
        #expect(history.source.address == before)
    }

    @Test(arguments: [FailureCause.status(404), .dnsNotFound, .notAFeed("html"), .tls("expired")])
    func aMoveThatLeadsNowhereIsGivenUp(_ cause: FailureCause) {
        var history = moved()
        history.add(.failed(.soft, cause), times: 4)
        #expect(history.source.address.move != nil)
        history.add(.failed(.soft, cause), times: 10)
        #expect(history.source.address.move == nil)
        #expect(history.notes.count { $0 == .moveGivenUp(new) } == 1)
    }

    @Test func anAddressThatIsGoneAfterAMoveIsNotTheEndOfTheSource() {
        var history = moved()
        while history.source.address.move != nil { history.add(.gone) }
        #expect(!history.notes.contains(.goneForGood))
        #expect(history.source.nextAt - (history.source.lastPollAt ?? start) <= .days(2))
    }

    @Test func withoutAnAddressNoMoveIsFollowed() {
        var history = History()
        history.rule = SourceRule(.every(.hours(12)))
        history.add(.fresh(1, movedTo: new), times: 20)
        #expect(history.source.address == SourceAddress())
    }

    @Test func tenFormerAddressesAreKept() {
        var address = SourceAddress()
        _ = address.configure(old, at: start)
        for n in 0..<30 { address.believe("https://h\(n).example/", at: start + .days(Int64(n))) }
        #expect(address.former.count == 10)
        #expect(address.former.last?.address == "https://h28.example/")
    }
}
