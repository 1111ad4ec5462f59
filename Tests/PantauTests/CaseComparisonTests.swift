import Testing

/// What somebody sees who measures how well tellings of one event are joined.
@Suite struct CaseComparisonTests {
    private let machine: Machine

    init() throws { machine = try Machine() }

    private static let malay = #"""
        {"id": "ms", "event": "fall", "date": "Mon, 23 Nov 2026 08:00:00 +0800", "title": "Pekerja maut jatuh dari perancah", \#
        "text": "KLANG: Seorang pekerja binaan, Azrul Rekaan Contoh, 27, maut selepas jatuh dari perancah di tapak pembinaan \#
        di Taman Rekaan di sini, semalam."}
        """#
    private static let english = #"""
        {"id": "en", "event": "fall", "date": "2026-11-23", "title": "Worker dies in fall from scaffolding", \#
        "text": "KLANG: A construction worker, Azrul Rekaan Contoh, 27, died after falling from scaffolding at a building \#
        site in Taman Rekaan yesterday."}
        """#
    private static let other = #"""
        {"id": "other", "date": "2026-11", "title": "Rumah kayu musnah terbakar", \#
        "text": "GERIK: Rumah sebuah keluarga lima beranak di Kampung Contoh musnah dalam kebakaran malam tadi."}
        """#

    private func compared(_ lines: String...) async throws -> [Substring] {
        let ending = try await machine.pantau("score", "--cases", "-", input: lines.joined(separator: "\n\n"))
        #expect(ending.exit == 0)
        return ending.output.split(separator: "\n")
    }

    @Test func tellingsOfOneEventAreCounted() async throws {
        let lines = try await compared(Self.malay, Self.english, Self.other)
        #expect(lines == ["pairs: 1  linked: 1  in one case: 1  wrong links: 0"])
    }

    @Test func pairThatNoLinkJoinsIsNamed() async throws {
        let apart = Self.other.replacing(#""id": "other""#, with: #""id": "fire", "event": "fall""#)
        let lines = try await compared(Self.malay, apart)
        #expect(lines.first?.hasPrefix("missed  ms  fire  ") == true)
        #expect(lines.last == "pairs: 1  linked: 0  in one case: 0  wrong links: 0")
    }

    @Test func linkBetweenDifferentEventsIsNamedWithItsFacts() async throws {
        let lines = try await compared(Self.malay, Self.english.replacing(#""event": "fall", "#, with: ""))
        #expect(lines.first?.hasPrefix("wrong  ms  en  ") == true)
        #expect(lines.first?.contains("name ") == true)
        #expect(lines.last == "pairs: 0  linked: 0  in one case: 0  wrong links: 1")
    }

    @Test func lineThatIsNoJSONIsNamedByItsNumber() async throws {
        let ending = try await machine.pantau("score", "--cases", "-", input: Self.malay + "\n\n{broken")
        #expect(ending.exit == 65)
        #expect(ending.messages.contains("line 3"))
    }
}
