import Newsroom
import Testing

/// How good the leads of the newsroom are: the bars of the first issue.
@Suite struct FiguresTests {
    private func figures() async throws -> NewsroomFigures {
        let crawled = try await Crawled.shared
        let machine = try await Crawled.machine()
        let ids = try await machine.pantau("lead", "list", "--limit", "0", "--format", "id").output
        let shown = try await machine.pantau(
            "lead", "show", "--stdin", "--json", "--reveal", "--reason", "angka ujian", input: ids
        ).output
        return try NewsroomFigures(labels: crawled.labels.split(separator: "\n"), shown: shown.split(separator: "\n"))
    }

    @Test func nineOfTenLeadsAreFlagged() async throws {
        let figures = try await figures()
        #expect(figures.recall >= 0.9, "\(figures.lines.joined(separator: "\n"))")
    }

    @Test func atMostOneOfTenFlagsIsWrong() async throws {
        let figures = try await figures()
        #expect(figures.wrongShare <= 0.1, "\(figures.lines.joined(separator: "\n"))")
    }

    @Test func everyEventIsOneLead() async throws {
        let figures = try await figures()
        #expect(figures.split.isEmpty && figures.merged.isEmpty, "\(figures.lines.joined(separator: "\n"))")
    }
}
