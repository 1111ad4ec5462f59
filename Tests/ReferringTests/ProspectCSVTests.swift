import Foundation
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

    @Test func aTableHasARowARecordAndNoRestrictedOne() throws {
        let open = try record()
        let restricted = try record(Invented.lead(persons: [Invented.child]))
        let text = String(decoding: prospectCSV(of: [open, restricted]), as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("\u{FEFF}ref,status,assistance,urgency,score"))
        #expect(
            lines[1].hasPrefix(
                "PR-26-001042-0,prospect,belum_dibantu,urgent,50,work-injury; invalidity,Mohd Rekaan bin Contoh,34,MY-10"
            ))
        #expect(!text.contains("Adam"))
    }
}
