import Foundation
import Model
import Settings
import Testing

/// `Docs/SETTINGS.md` says what the program knows.
@Suite struct SettingsPageTests {
    private func rows() throws -> [[String]] {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Docs/SETTINGS.md")
        return try String(contentsOf: page.standardizedFileURL, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
            .map { line in
                line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
            }
    }

    @Test func eachSettingHasItsRowAndNoOther() throws {
        let expected = SettingKey.allCases.map { ["`\($0.rawValue)`", $0.kind, $0.defaultText, $0.purpose] }
        #expect(try rows().sorted { $0[0] < $1[0] } == expected.sorted { $0[0] < $1[0] })
    }

    @Test(arguments: ["45s", "15m", "36h", "7d", "90m"])
    func aDurationIsWrittenAsItIsRead(text: String) throws {
        #expect(try #require(TimeSpan(text)).text == text)
    }

    @Test(arguments: [("60s", "1m"), ("24h", "1d"), ("2w", "14d")])
    func aDurationIsWrittenInTheLargestUnitThatFits(read: String, written: String) throws {
        #expect(try #require(TimeSpan(read)).text == written)
    }
}
