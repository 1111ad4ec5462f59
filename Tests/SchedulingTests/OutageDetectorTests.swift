import Model
import Testing

@testable import Scheduling

struct OutageDetectorTests {
    private func attempt(_ n: Int, _ seconds: Int64, failed: Bool) -> OutageDetector.Attempt? {
        SourceID("sumber-\(n)").map {
            .init(source: $0, host: HostName("h\(n).example"), at: start + .seconds(seconds), failedOnTheLine: failed)
        }
    }

    @Test func whenFiveHostsFailAtOnceOurLineIsDown() throws {
        var detector = OutageDetector()
        for n in 0..<4 { #expect(detector.note(try #require(attempt(n, Int64(n), failed: true))) == .online) }
        let verdict = detector.note(try #require(attempt(4, 4, failed: true)))
        let blameless = Set((0..<5).compactMap { SourceID("sumber-\($0)") })
        #expect(verdict == .outage(pause: .minutes(1), blameless: blameless))
    }

    @Test func thePausesGrow() throws {
        var detector = OutageDetector()
        var pauses: [TimeSpan] = []
        for n in 0..<20 {
            if case .outage(let pause, _) = detector.note(try #require(attempt(n, Int64(n), failed: true))) {
                pauses.append(pause)
            }
        }
        #expect(pauses == [.minutes(1), .minutes(2), .minutes(5), .minutes(5)])
    }

    @Test func aFewDeadHostsAmongLivingOnesAreTheirOwnTrouble() throws {
        var detector = OutageDetector()
        for n in 0..<30 { #expect(detector.note(try #require(attempt(n, Int64(n), failed: n % 2 == 0))) == .online) }
    }

    @Test func failuresFarApartAreNoOutage() throws {
        var detector = OutageDetector()
        for n in 0..<30 { #expect(detector.note(try #require(attempt(n, Int64(n * 60), failed: true))) == .online) }
    }

    @Test func oneHostWithManySourcesIsOneHost() throws {
        var detector = OutageDetector()
        for n in 0..<30 {
            let source = try #require(SourceID("sumber-\(n)"))
            let one = OutageDetector.Attempt(
                source: source, host: HostName("h.example"), at: start, failedOnTheLine: true)
            #expect(detector.note(one) == .online)
        }
    }
}
