import Model
import Testing
import Text

@testable import Referring

@Suite struct ProspectCSVTests {
    private static let cells: [(String, String)] = [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+60123456789", "'+60123456789"), ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"), ("\t=1+1", "' =1+1"), ("Ali", "Ali"), ("＝1+1", "'＝1+1"),
        ("line1\nline2", "line1\nline2"),
        ("\u{202E}abc", "abc"), ("\u{FEFF}=1", "'=1"), ("\u{200B}\u{A0}=1", "' =1"), ("|calc", "'|calc"), ("", ""),
        ("⁺1", "'⁺1"), ("\r\n-1", "' \n-1"), ("Rekaan - Contoh", "Rekaan - Contoh"),
    ]

    @Test(arguments: cells)
    func aCellIsNeverAFormula(text: String, expected: String) { #expect(guardedCell(text) == expected) }

    @Test func commasQuotesAndLineBreaksAreQuoted() {
        #expect(csvField("Kapar, Klang") == "\"Kapar, Klang\"")
        #expect(csvField("kata \"dia\"") == "\"kata \"\"dia\"\"\"")
        #expect(csvField("a\nb") == "\"a\nb\"")
        #expect(csvField("biasa") == "biasa")
    }

    @Test func aTableHasARowAProspectAndNoRestrictedOne() async throws {
        let squad = try Squad()
        let later = Invented.noon + .minutes(31)
        let lead = try await squad.crawl(Invented.article(number: 1))
        try await squad.accept(lead, squad.crawl(Invented.article(number: 2), persons: [Invented.child]))
        try await squad.export(at: later)
        _ = try await squad.crawl(
            Invented.article(number: 3), keys: [Invented.article(number: 1).canonicalURL], joining: lead,
            at: later + .hours(1))
        try await squad.export(at: later + .hours(2))
        let file = try await squad.exporter().writeTable(squad.order(), by: squad.author, at: later).file
        let text = String(decoding: try squad.out.bytes(file.name), as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        #expect(file.records == 1 && lines.count == 3)
        #expect(lines[0].hasPrefix("\u{FEFF}ref,status,assistance,urgency,score"))
        #expect(
            lines[1].hasPrefix("PR-26-000001-9,prospect,belum_dibantu,urgent,50,work-injury; invalidity,Mohd Rekaan"))
        #expect(lines[1].contains(",2,2026-11-24T"))
        #expect(!text.contains("Adam"))
        #expect(try squad.out.mode(file.name) == 0o600)
    }

    @Test func aTableOverwritesNothing() async throws {
        let squad = try Squad()
        _ = try await squad.exporter().writeTable(squad.order(), by: squad.author, at: Invented.noon)
        let path = squad.out.path + "/prospects-20261124T040000Z.csv"
        await #expect(throws: ExportError.exists(path: path)) {
            try await squad.exporter().writeTable(squad.order(), by: squad.author, at: Invented.noon)
        }
    }
}
