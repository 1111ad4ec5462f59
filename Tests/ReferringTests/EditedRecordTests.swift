import Model
import Storing
import Testing
import Text

@testable import Referring

/// What a caseworker mended before sending is what agencies read.
@Suite struct EditedRecordTests {
    private let phone = CaseContact(.phone, "012-345 6789")!

    private func record(_ lead: Lead, _ facts: ProspectFacts = Invented.facts()) throws -> JSONValue {
        let record = try ReferringTests.record(lead, facts)
        #expect(try ContractSchema("prospect.schema.json").problems(of: record) == [])
        return record
    }

    @Test func aPersonsSummaryStandsInPlaceOfTheHeadline() throws {
        var lead = Invented.lead(persons: [Invented.father, Invented.child])
        lead.handling.summary = "Bapa lumpuh; Adam berhenti sekolah."
        lead.handling.setFields = [.summary, .needs]
        let record = try record(lead)
        #expect(
            record["summary"] == ["text": "Bapa lumpuh; A. berhenti sekolah.", "language": "ms", "source": "reviewer"])
        #expect(record["review"]?["edited"] == ["/needs", "/summary"])
    }

    @Test func aContactStandsWithTheFirstAdultWhoIsNamed() throws {
        var lead = Invented.lead(persons: [Invented.child, Invented.father])
        lead.handling.contact = phone
        let record = try record(lead)
        #expect(record["persons"]?[0]?["contact"] == nil)
        #expect(
            record["persons"]?[1]?["contact"] == ["kind": "phone", "value": "012-345 6789", "published": false])
    }

    @Test func aChildIsReachedOnlyThroughSomebodyElse() throws {
        var lead = Invented.lead(persons: [Invented.child])
        lead.handling.contact = phone
        #expect(try record(lead)["persons"]?[0]?["contact"] == nil)
        lead.handling.contact = CaseContact(.viaAgency, "JKM Klang")
        #expect(try record(lead)["persons"]?[0]?["contact"]?["kind"]?.string == "via-agency")
    }

    @Test func whoMayNotBeContactedHasNoContact() throws {
        var lead = Invented.lead(score: Invented.score(isProtected: true))
        lead.handling.contact = phone
        #expect(try !record(lead, Invented.facts(second: "hafiz")).text.contains("6789"))
        var facts = Invented.facts()
        facts.consent = .init(.refused, at: Invented.noon, by: Actor("aminah"), method: .phone)
        facts.closure = .init(.withdrawn, at: Invented.noon)
        lead = Invented.lead()
        lead.handling.contact = phone
        #expect(try !record(lead, facts).text.contains("6789"))
    }

    @Test func aNameThatNoArticlePrintedIsNotCalledPublished() throws {
        let record = try record(Invented.lead(persons: [Person(name: "Rekaan Betul"), Invented.father]))
        #expect(record["persons"]?[0]?["name"]?["as_published"]?.bool == false)
        #expect(record["persons"]?[1]?["name"]?["as_published"]?.bool == true)
    }

    @Test func whatThePersonChoseIsSuggestedFirst() throws {
        var lead = Invented.lead(score: Invented.score(needs: [.init(need: .debt, confidence: .low)]))
        #expect(Invented.catalogue.suggestions(for: lead).isEmpty)
        lead.handling.programmes = ["PERKESO.SKBP", "NO.SUCH"]
        let found = Invented.catalogue.suggestions(for: lead)
        #expect(found.map(\.programme.code) == ["PERKESO.SKBP"] && found[0].isChosen)
        let sent = found[0].record(in: .english)
        #expect(sent["rule"]?.string == "reviewer.choice" && sent["fit"]?.string == "likely")
        #expect(sent["reason"]?.string == "Chosen by the squad. Check: contributions")
        lead = Invented.lead()
        lead.handling.programmes = ["PERKESO.SKBP"]
        #expect(Invented.catalogue.suggestions(for: lead).count == 1)
    }

    @Test(arguments: ["", "phone:", "phone: ", "fax:1", "0123456789", "email:" + String(repeating: "x", count: 201)])
    func aContactWithoutKindOrValueIsNone(text: String) { #expect(CaseContact(typed: text) == nil) }

    @Test func aContactIsReadAsItIsTyped() {
        #expect(CaseContact(typed: "phone: 012-345 6789") == phone)
        #expect(CaseContact(typed: "via-reporter:Harian Rekaan: meja berita")?.value == "Harian Rekaan: meja berita")
    }
}
