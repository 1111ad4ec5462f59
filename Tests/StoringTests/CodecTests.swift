import Model
import StoringSamples
import Testing
import Text

@testable import Storing

/// Values come back from JSON as they were, and what cannot be read is nil, never a guess.
@Suite struct CodecTests {
    @Test func scoresComeBack() {
        var score = Sample.score(-12, urgency: .emergency, needs: Need.allCases, isProtected: true)
        score.contributions.append(
            Contribution(rule: "x", en: "\"quoted\"", ms: "\u{202E}", need: nil, points: -8, evidence: []))
        score.cleared = []
        score.kind = .hardship
        for value in [score, Sample.score()] { #expect(Score(sqlValue: value.sqlValue) == value) }
    }

    @Test func identificationsComeBack() {
        var full = Sample.identification()
        full.persons.append(
            Person(
                name: nil, age: .init(years: 70, isEstimate: true), role: .breadwinnerDeceased, sex: .female,
                relation: "ibu", isDead: true, isChild: true,
                evidence: Evidence(field: .title, range: 0..<3, exact: "ibu", sentence: 0)))
        full.place?.evidence = Evidence(field: .text, range: 5..<5, exact: "", sentence: 9)
        full.workplace = Workplace(
            name: "kilang papan", evidence: Evidence(field: .text, range: 1..<13, exact: "kilang papan", sentence: 0))
        full.identifiers = [.init(kind: .identityCard, field: .title), .init(kind: .bankAccount, field: .text)]
        full.persons[0].aliases = ["Pok Li"]
        for value in [full, Identification()] { #expect(Identification(sqlValue: value.sqlValue) == value) }
    }

    @Test func aRowOfBeforeWorkplacesWereFoundIsReadAsItWas() {
        let row = "{\"v\":1,\"persons\":[],\"day\":[2026,11,20,0,0,0,480],\"identifiers\":[],\"appeal\":true}"
        let read = Identification(sqlValue: .text(row))
        #expect(read?.workplace == nil)
        #expect(read?.eventDay == CivilTime(year: 2026, month: 11, day: 20))
        #expect(!"\(Identification().sqlValue)".contains("workplace"))
        let broken = "{\"v\":1,\"persons\":[],\"workplace\":{\"name\":5},\"identifiers\":[],\"appeal\":true}"
        #expect(Identification(sqlValue: .text(broken))?.workplace == nil)
    }

    @Test func aRowThatWasKeptBeforeThereWereAliasesHasNone() {
        let row = "{\"v\":1,\"persons\":[{\"name\":\"Rosli Rekaan\",\"role\":\"subject\"}]}"
        #expect(Identification(sqlValue: .text(row))?.persons == [Person(name: "Rosli Rekaan")])
    }

    @Test(arguments: [
        LeadState.flagged, .snoozed(until: .at(Sample.monday)), .snoozed(until: .newArticle),
        .snoozed(until: .scoreAbove(10)), .rejected(.alreadyHelped), .merged(into: LeadID(7)),
        .prospect(ref: "PR-26-001042-0"),
    ])
    func standingsComeBack(state: LeadState) {
        let bare = LeadStanding(state: state)
        let full = LeadStanding(
            state: state, setUrgency: .urgent, addedNeeds: [.debt, .fire], agency: "LZS", original: LeadID(3),
            snoozedScore: 44)
        for value in [bare, full] { #expect(LeadStanding(sqlValue: value.sqlValue) == value) }
    }

    @Test(arguments: [
        "", "[]", "{}", "{\"v\":2}", "{\"v\":1}", "{\"v\":1,\"state\":\"gone\"}", "{\"v\":1,\"state\":\"snoozed\"}",
        "{\"v\":1,\"state\":\"rejected\",\"reason\":\"bored\"}", "{\"v\":1,\"state\":\"flagged\",\"needs\":[\"gold\"]}",
        "{\"v\":1,\"state\":\"flagged\",\"urgency\":\"asap\"}",
    ])
    func anUnknownFormIsNil(text: String) {
        #expect(LeadStanding(sqlValue: .text(text)) == nil)
        #expect(Score(sqlValue: .text(text)) == nil)
        #expect(LeadStanding(sqlValue: .null) == nil)
        #expect(Identification(sqlValue: .integer(1)) == nil)
    }

    @Test func brokenPartsAreNil() {
        let wrong = [
            "{\"v\":1,\"persons\":[{\"role\":\"king\"}]}", "{\"v\":1,\"persons\":{}}",
            "{\"v\":1,\"identifiers\":[[\"ic\"]]}",
        ]
        for text in wrong { #expect(Identification(sqlValue: .text(text)) == nil, "\(text)") }
        #expect(Evidence(json: ["title", 5, 3, 0, "x"]) == nil)
        #expect(Evidence(json: ["title", -5, 3, 0, "x"]) == nil)
    }
}
