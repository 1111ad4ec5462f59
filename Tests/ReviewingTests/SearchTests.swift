import Model
import Storing
import StoringSamples
import Testing

@testable import Reviewing

@Suite struct SearchTests {
    private func search(_ text: String) throws(SearchProblem) -> LeadSearch {
        try LeadSearch(text, for: Sample.actor("aminah")) { rank, name in
            switch (rank, name.lowercased()) {
            case (.state, "selangor"), (.state, "my-10"): "MY-10"
            case (.district, "kota bharu"): "3_1"
            case (.district, "klang"): "10_2"
            case (.state, _), (.district, _): nil
            }
        }
    }

    @Test(
        arguments: [
            ("kapar", .text("kapar")),
            ("\"jatuh bangunan\"", .text("jatuh bangunan")),
            ("-polis", .not(.text("polis"))),
            ("-\"polis bantuan\"", .not(.text("polis bantuan"))),
            ("need:work-injury", .need(.workInjury)),
            ("NEED:Work-Injury", .need(.workInjury)),
            ("-need:debt", .not(.need(.debt))),
            ("state:Selangor", .stateCode("MY-10")),
            ("state:MY-10", .stateCode("MY-10")),
            ("district:\"Kota Bharu\"", .districtCode("3_1")),
            ("source:harian-rekaan", .source(Sample.source())),
            ("lang:ms", .language(.malay)),
            ("urgency:emergency", .urgency(.emergency)),
            ("score>=60", .score(.atLeast, 60)),
            ("score<60", .score(.less, 60)),
            ("score:60", .score(.equal, 60)),
            ("score=60", .score(.equal, 60)),
            ("age<7d", .age(.less, .days(7))),
            ("age>12h", .age(.greater, .hours(12))),
            ("is:unclaimed", .unclaimed),
            ("is:mine", .mine(Sample.actor("aminah"))),
            ("label:Banjir-2026", .label(Sample.label("banjir-2026"))),
            ("is:minor", .hasMinor),
            ("-is:protected", .not(.isProtected)),
            ("reason:old-news", .rejected(.oldNews)),
            ("rule:ms.health.lumpuh", .rule("ms.health.lumpuh")),
            ("by:hafiz", .decided(by: Sample.actor("hafiz"))),
            ("by:me", .decided(by: Sample.actor("aminah"))),
            // What looks like a key and is none.
            ("10:30", .text("10:30")),
            ("a/l", .text("a/l")),
            ("https://rekaan.example/1", .text("https://rekaan.example/1")),
            ("\"need:debt\"", .text("need:debt")),
            ("RM1,000", .text("RM1,000")),
        ] as [(String, LeadCondition)])
    func oneTermIsOneCondition(text: String, condition: LeadCondition) throws {
        #expect(try search(text).conditions == [condition])
    }

    @Test func termsAreJoinedInTheirOrder() throws {
        let found = try search("  kapar   need:debt score<45\t\"tiada kerja\" -is:minor ")
        #expect(
            found.conditions == [
                .text("kapar"), .need(.debt), .score(.less, 45), .text("tiada kerja"), .not(.hasMinor),
            ])
        #expect(found.states == nil)
    }

    @Test func nothingIsNoCondition() throws {
        #expect(try search("").conditions.isEmpty)
        #expect(try search(" \n\t ").conditions.isEmpty)
    }

    @Test func aStateIsAskedForByIs() throws {
        let found = try search("is:rejected reason:old-news is:merged")
        #expect(found.states == [.rejected, .merged])
        #expect(found.conditions == [.rejected(.oldNews)])
    }

    @Test(
        arguments: [
            ("sorce:harian", .unknownKey("sorce", column: 1)),
            ("kapar  colour:red", .unknownKey("colour", column: 8)),
            ("skor>3", .unknownKey("skor", column: 1)),
            ("state:Atlantis", .badValue(.state, "Atlantis", column: 1, allowed: [])),
            ("score>=lots", .badValue(.score, "lots", column: 1, allowed: [])),
            ("score>101", .badValue(.score, "101", column: 1, allowed: [])),
            ("age<7", .badValue(.age, "7", column: 1, allowed: [])),
            ("need>fire", .badValue(.need, "fire", column: 1, allowed: [])),
            ("by:two#words", .badValue(.by, "two#words", column: 1, allowed: [])),
            ("x \"open", .openQuote(column: 3)),
            ("need:\"open", .openQuote(column: 6)),
            ("need:", .nothingAfter("need:", column: 1)),
            ("- x", .nothingAfter("-", column: 1)),
            ("\"\"", .nothingAfter("\"\"", column: 1)),
        ] as [(String, SearchProblem)])
    func whatCannotBeUnderstoodIsSaid(text: String, problem: SearchProblem) {
        #expect(throws: problem) { try search(text) }
    }

    @Test func aWrongValueListsThoseThatAreRight() {
        #expect(throws: SearchProblem.badValue(.lang, "fr", column: 1, allowed: Language.allCases.map(\.rawValue))) {
            try search("lang:fr")
        }
        #expect(
            throws: SearchProblem.badValue(
                .is, "rejected", column: 3,
                allowed: ["unclaimed", "mine", "minor", "protected", "awaiting", "returned", "demo"])
        ) {
            try search("a -is:rejected")
        }
    }

    @Test func aSearchIsALineAndNoBook() throws {
        #expect(throws: SearchProblem.tooLong(limit: 400)) { try search(String(repeating: "x ", count: 201)) }
        #expect(try search(String(repeating: "x ", count: 200)).conditions.count == 200)
    }

    @Test func everyKeyHasAnExampleThatIsUnderstood() throws {
        for key in SearchKey.allCases {
            #expect(throws: Never.self) { try search(key.example) }
        }
    }
}
