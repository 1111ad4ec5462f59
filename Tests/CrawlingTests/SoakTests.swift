import Soak
import StoringSamples
import Testing

/// Some hours of two services in some seconds; `make soak` runs a whole day of ten thousand sources.
@Suite struct SoakTests {
    @Test(.timeLimit(.minutes(30))) func twoServicesPollEverySourceAsPlannedAndNeverMeetOnAHost() async throws {
        let folder = try TemporaryFolder()
        var soak = SoakRun(folder: folder.path)
        (soak.sources, soak.hosts, soak.hours) = (60, 12, 2)
        let report = try await soak.run()
        #expect(report.problems == [])
        #expect(report.requests > 60)
        #expect(report.articles > 1000)
    }
}
