import Model
import Testing

@testable import Scheduling

/// The table of answers in SCHEDULING.md section 1, line by line: what one such answer does to a source that was well.
struct StatusTableTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var answer: String
        var outcome: Outcome
        /// What it counts.
        var weight: Double
        var trouble: Trouble.Kind?
        var reason: NextPollReason
        /// The next poll in minutes, before jitter; the source's own interval is an hour.
        var minutes: ClosedRange<Int64>
        var testDescription: String { answer }

        init(
            _ answer: String, _ outcome: Outcome, counts weight: Double, _ trouble: Trouble.Kind?,
            _ reason: NextPollReason, _ minutes: ClosedRange<Int64>
        ) {
            (self.answer, self.outcome, self.weight) = (answer, outcome, weight)
            (self.trouble, self.reason, self.minutes) = (trouble, reason, minutes)
        }

        static func failure(
            _ answer: String, _ weight: FailureWeight, _ cause: FailureCause, _ minutes: Int64,
            _ trouble: Trouble.Kind = .failing
        ) -> Line {
            Line(
                answer, .failed(weight, cause), counts: weight.rawValue, trouble, .backingOff(failures: 1),
                minutes...minutes)
        }
    }

    static let lines: [Line] = [
        Line(
            "200, body as before", .unchanged(by: .bodyHash(Validators()), hints: PollHints()), counts: 0, nil, .every,
            60...60),
        Line("304", .same, counts: 0, nil, .every, 60...60),
        Line("301 and 308, followed", .fresh(1, movedTo: "https://baharu.example/"), counts: 0, nil, .every, 60...60),
        Line("302, 303 and 307, followed", .fresh(1), counts: 0, nil, .every, 60...60),
        .failure("a redirect loop is soft", .soft, .tooManyRedirects(limit: 5), 85),
        .failure("401 is hard and needs access", .hard, .status(401), 120, .needsAccess),
        .failure("407 is hard and needs access", .hard, .status(407), 120, .needsAccess),
        .failure("403 after successes is soft", .soft, .status(403), 85),
        Line(
            "a challenge has a state of its own", .challenge, counts: 0.5, .challenge, .backingOff(failures: 1), 85...85
        ),
        .failure("404 is soft", .soft, .status(404), 85),
        Line("410 is asked again on another day", .gone, counts: 0, .gone, .goneUnconfirmed, 1200...1200),
        .failure("408 is temporary", .temporary, .status(408), 71),
        .failure("425 is temporary", .temporary, .status(425), 71),
        Line(
            "429 blocks the host and counts nothing", .rateLimited(retryAfter: .minutes(10)), counts: 0, nil,
            .hostBlocked(until: start + .minutes(70)), 10...11),
        Line(
            "429 without a time blocks the host for a minute", .rateLimited(retryAfter: nil), counts: 0, nil,
            .hostBlocked(until: start + .minutes(61)), 1...2),
        .failure("500 is soft", .soft, .status(500), 85),
        .failure("502 is soft", .soft, .status(502), 85),
        .failure("503 without a time is soft", .soft, .status(503), 85),
        .failure("504 is soft", .soft, .status(504), 85),
        Line(
            "451 is hard and sleeps", .failed(.hard, .status(451)), counts: 16, .withheld, .asleep, 7 * 1440...7 * 1440),
        Line(
            "a name that is not found counts on the host", .failed(.soft, .dnsNotFound), counts: 0, .failing,
            .hostMissing, 60...60),
        .failure("a lookup to try again is temporary", .temporary, .dnsTemporary, 71),
        .failure("no route is temporary", .temporary, .connect("no route"), 71),
        .failure("TLS is soft", .soft, .tls("expired"), 85),
        .failure("HTML in the place of a feed is soft", .soft, .notAFeed("html"), 85),
        .failure("too big is soft", .soft, .tooLarge(limit: 15_728_640), 85),
        .failure("empty is soft", .soft, .empty, 85),
        .failure("cut off is soft", .soft, .truncated, 85),
        .failure("a selector that finds nothing is soft", .soft, .noLinks, 85),
        Line("robots.txt that says no is asked tomorrow", .denied, counts: 0, .denied, .robots, 1440...1440),
        Line(
            "robots.txt that does not answer forbids for an hour", .failed(.temporary, .robotsUnreachable),
            counts: 0.25,
            .failing, .backingOff(failures: 1), 64...71),
        Line("our own line counts nothing", .localOutage, counts: 0, nil, .outage, 1...1),
    ]

    @Test(arguments: lines)
    func anAnswerDoesWhatItsLineSays(_ line: Line) {
        var history = History()
        history.rule = SourceRule(.every(.hours(1)), address: "https://harian-rekaan.example/rss")
        history.add(.fresh(1))
        history.now = start + .hours(1)
        let wait = history.add(line.outcome)
        #expect(history.source.failureWeight == line.weight)
        #expect(history.source.trouble?.kind == line.trouble)
        #expect(history.source.address.move == nil)
        // The block without a time has jitter of its own.
        if case .hostBlocked(let until) = line.reason, case .hostBlocked(let told) = history.source.reason {
            #expect(told >= until && told - until <= .seconds(6))
        } else {
            #expect(history.source.reason == line.reason)
        }
        let (least, most) = (TimeSpan.minutes(line.minutes.lowerBound), TimeSpan.minutes(line.minutes.upperBound))
        #expect(wait.milliseconds >= (least * 0.899).milliseconds && wait.milliseconds <= (most * 1.101).milliseconds)
    }

    @Test func aForbiddenAnswerBeforeAnySuccessIsHard() {
        var history = History()
        history.add(.failed(.soft, .status(403)))
        #expect(history.source.failureWeight == 1)
    }

    @Test func onlyForbiddenAnswersInARowAreBelieved() {
        var history = History()
        history.add(.fresh(1))
        for _ in 0..<3 {
            history.add(.failed(.soft, .status(403)), times: 3)
            history.add(.failed(.soft, .status(500)))
        }
        #expect(history.source.failureWeight == 6)
        // Answers that say nothing of the source do not end the row.
        for outcome in [Outcome.rateLimited(retryAfter: nil), .localOutage] {
            history.add(.failed(.soft, .status(403)), times: 2)
            history.add(outcome)
        }
        #expect(history.source.forbiddenInARow == 4)
        history.add(.failed(.soft, .status(403)))
        #expect(history.source.failureWeight == 9)
    }
}
