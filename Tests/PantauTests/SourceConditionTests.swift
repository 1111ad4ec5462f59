import Crawling
import Model
import Scheduling
import Storing
import StoringSamples
import Testing

@testable import pantau

/// In which words a person is told how a source fares.
@Suite struct SourceConditionTests {
    private let now = Sample.monday
    private var since: Instant { now - .days(3) }

    private func source(isEnabled: Bool = true) throws -> Source {
        Source(
            id: try #require(SourceID("harian-rekaan")), outlet: "Harian Rekaan", kind: .feed,
            url: "https://harian-rekaan.example/rss", isEnabled: isEnabled)
    }

    private func standing(
        _ trouble: Trouble.Kind? = nil, code: String? = nil, _ change: (inout SourceState) -> Void = { _ in }
    ) throws -> SourceStanding {
        var state = SourceState(nextAt: now)
        state.lastPollAt = now - .hours(1)
        state.trouble = trouble.map { Trouble($0, since: since) }
        change(&state)
        let record = FetchRecord(
            source: try source().id, at: now - .hours(1), outcome: code ?? "fresh", status: nil, bytes: 0,
            duration: .seconds(1), new: 0, known: 0, nextAt: now)
        return SourceStanding(
            state: state, hostName: HostName("harian-rekaan.example"), history: code == nil ? [] : [record])
    }

    @Test(
        arguments: [
            (.failing, "failing", "failing since 2026-11-20 (timed out)", "gagal sejak 2026-11-20 (tamat masa)"),
            (.asleep, "asleep", "asleep, asked weekly", "tidur, dicuba mingguan"),
            (.needsAccess, "needs-access", "needs access", "perlu akses"),
            (.challenge, "challenge", "challenge page", "halaman cabaran"),
            (.denied, "denied", "robots.txt says no", "dilarang robots.txt"),
            (.gone, "gone", "perhaps gone", "mungkin tiada"), (.withheld, "withheld", "withheld", "ditahan"),
        ] as [(Trouble.Kind, String, String, String)])
    func everyTroubleHasACodeAndWordsInBothLanguages(
        kind: Trouble.Kind, code: String, english: String, malay: String
    ) throws {
        let condition = SourceCondition(try source(), try standing(kind, code: "timeout"), at: now)
        #expect(condition.code == code)
        #expect(condition.needsAttention)
        #expect(condition.since == since)
        #expect(condition.text(in: .english, at: now).hasPrefix(english))
        #expect(condition.text(in: .malay, at: now).hasPrefix(malay))
    }

    @Test func goneIsSaidOutrightWhenItIsConfirmed() throws {
        let standing = try standing(.gone) { state in
            state.gone = Sightings(what: "", count: 3, days: 3, first: since, last: now)
        }
        let condition = SourceCondition(try source(), standing, at: now)
        #expect(condition == .gone(since: since, isConfirmed: true))
        #expect(condition.text(in: .english, at: now).contains("asked monthly"))
    }

    @Test func aHostThatAskedForQuietBlocksItsSourcesUntilThen() throws {
        var standing = try standing()
        standing.host.block(until: now + .hours(2))
        let blocked = SourceCondition(try source(), standing, at: now)
        #expect(blocked.code == "blocked" && blocked.needsAttention)
        #expect(SourceCondition(try source(), standing, at: now + .hours(3)) == .ok)
        standing.host.block(until: now + .hours(20))
        #expect(SourceCondition(try source(), standing, at: now).text(in: .english, at: now).count > 20)
    }

    @Test func whatIsWellIsToldApartFromWhatNobodyHasTried() throws {
        #expect(SourceCondition(try source(), nil, at: now) == .neverPolled)
        #expect(SourceCondition(try source(), try standing { $0.lastPollAt = nil }, at: now) == .neverPolled)
        #expect(SourceCondition(try source(), try standing(), at: now) == .ok)
        #expect(SourceCondition(try source(isEnabled: false), try standing(.gone), at: now) == .disabled)
        #expect(SourceCondition(nil, try standing(.gone), at: now) == .unlisted)
    }

    @Test func silenceAndAMoveAreToldOfASourceThatAnswers() throws {
        let quiet = try standing { state in (state.lastItemAt, state.silenceNotedAt) = (since, now) }
        #expect(SourceCondition(try source(), quiet, at: now) == .quiet(since: since))
        let moved = try standing { $0.move = Sightings(of: "https://baharu.example/rss", at: now) }
        let condition = SourceCondition(try source(), moved, at: now)
        #expect(condition.text(in: .malay, at: now) == "berpindah ke https://baharu.example/rss")
        #expect(!condition.needsAttention)
    }

    @Test(arguments: [("not-a-feed", true), ("http-404", true), ("no-links", true), ("timeout", false), ("tls", false)])
    func aLookAtTheSiteIsProposedWhereSomethingElseStandsThere(code: String, expected: Bool) throws {
        let record = SourceRecord(try source().id, try source(), try standing(.failing, code: code), at: now)
        #expect((record.remedy != nil) == expected)
        if expected { #expect(record.remedy == "pantau source add https://harian-rekaan.example/") }
    }

    @Test func everyCauseOfAFailureHasWords() {
        let causes: [FailureCause] = [
            .dnsNotFound, .dnsTemporary, .connect(""), .tls(""), .timeout(""), .tooLarge(limit: 1),
            .headersTooLarge(limit: 1), .empty, .truncated, .badEncoding(""), .protocolError(""),
            .tooManyRedirects(limit: 5), .badRedirect, .refusedAddress(""), .refusedScheme(""), .invalidURL,
            .robotsUnreachable, .notAFeed(""), .unreadable(""), .noLinks(hadSome: true), .cancelled,
        ]
        for cause in causes {
            #expect(outcomeWords(cause.code, in: .english) != cause.code || cause.code == "connect", "\(cause.code)")
            #expect(outcomeWords(cause.code, in: .malay) != cause.code, "\(cause.code)")
        }
        #expect(outcomeWords("http-503", in: .malay) == "HTTP 503")
        #expect(outcomeWords("a-later-one", in: .english) == "a-later-one")
    }
}

/// Ids and names of new sources.
@Suite struct SourceNameTests {
    @Test(arguments: [
        ("Harian Rekaan | Berita terkini", "Harian Rekaan"), ("Utama - Harian Rekaan", "Harian Rekaan"),
        ("Home", "Home"), ("Harian-Rekaan", "Harian-Rekaan"), ("Sinaran » Nasional", "Sinaran"), ("", ""),
    ])
    func theOutletIsFoundInATitle(title: String, name: String) { #expect(outletName(in: title) == name) }
}
