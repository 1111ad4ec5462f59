import Model
import Scheduling
import Storing
import StoringSamples
import Testing
import Text

@testable import Crawling

/// What the schedule knows survives the store, and a damaged row costs no source.
@Suite struct StateRowTests {
    private let host = HostName("harian-rekaan.example")

    private func kept(_ state: SourceState) throws -> SourceState {
        SourceState(state.row(of: try #require(SourceID("harian-rekaan")), on: host))
    }

    @Test func everythingThatIsKnownOfASourceIsKept() throws {
        let now = Sample.monday
        var state = SourceState(nextAt: now + .hours(1))
        (state.lastPollAt, state.lastSuccessAt, state.lastItemAt) = (now, now - .hours(2), now - .hours(3))
        state.silenceNotedAt = now - .hours(1)
        state.rate.learn(7, from: now - .hours(5), to: now)
        (state.failureWeight, state.failuresInARow, state.forbiddenInARow) = (2.25, 5, 2)
        state.trouble = Trouble(.challenge, since: now - .days(1))
        state.memory = DocumentMemory(
            validators: Validators(etag: "\"1\""), bodyHash: "ab", distrustedUntil: now + .days(30),
            lastBodyAt: now - .hours(9), unchangedSinceBody: 3, hint: .hours(4))
        state.move = Sightings(what: "https://b.example/", count: 2, days: 1, first: now, last: now)
        state.gone = Sightings(of: "", at: now)
        state.address = SourceAddress(
            configured: "https://a.example/",
            move: .init(to: "https://b.example/", replacing: "https://a.example/", since: now),
            undone: "https://c.example/", former: [.init("https://a.example/", until: now)])
        #expect(try kept(state) != SourceState(nextAt: now + .hours(1)))
        state.reason = .gap
        #expect(try kept(state) == state)
    }

    @Test(arguments: [
        NextPollReason.firstPoll, .learnt, .hint, .gap, .every, .cron, .backingOff(failures: 3), .asleep,
        .goneUnconfirmed, .gone, .robots, .hostBlocked(until: Sample.monday), .hostMissing, .outage,
    ])
    func everyReasonIsKept(_ reason: NextPollReason) throws {
        var state = SourceState(nextAt: Sample.monday)
        state.reason = reason
        #expect(try kept(state).reason == reason)
    }

    @Test func whatIsKnownOfAHostIsKept() {
        let now = Sample.monday
        let state = HostState(blockedUntil: now, strikes: 2, lookupFailures: 3, lookupFailedAt: now - .hours(1))
        #expect(HostState(state.row(of: host, nextAt: now)) == state)
    }

    @Test(arguments: [
        JSONValue.null, .array([]), ["address": "x", "reason": "y"], ["reason": ["kind": "of-a-later-program"]],
        [
            "address": ["move": ["target": .integer(1)], "former": [.null, "z"]],
            "failures_in_a_row": .integer(.max), "unchanged": .integer(.min), "forbidden": .number(1e300),
        ],
    ])
    func aDamagedRowCostsNoSource(_ rest: JSONValue) throws {
        let id = try #require(SourceID("harian-rekaan"))
        var row = SourceState(nextAt: Sample.monday).row(of: id, on: host)
        row.rest = rest
        var state = SourceState(row)
        #expect(state.address.current(for: "https://a.example/") == "https://a.example/")
        var random = SystemRandomNumberGenerator()
        state =
            schedule(
                state, on: HostState(), after: .failed(.soft, .status(403)), at: Sample.monday, using: &random
            ).source
        #expect(state.failuresInARow > 0)
    }
}
