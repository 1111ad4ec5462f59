import Model
import Reviewing
import Storing
import StoringSamples
import Testing
import Text

/// What people do with a lead besides deciding it: handing over, labels, corrections.
@Suite struct HandlingTests {
    let desk: Desk
    init() async throws { desk = try await Desk(leads: 4) }

    private let siti = Person(name: "Siti Contoh", age: .init(years: 41))
    private let phone = CaseContact(.phone, "012-345 6789")
    private let muar = Place(stateCode: "MY-01", stateName: "Johor", districtName: "Muar")

    @discardableResult
    private func expectDone(_ decision: Decision, _ id: Int64 = 1, as author: Author = Sample.aminah) async throws
        -> ReviewResult
    {
        let result = try await desk.review(decision, [id], as: author)
        #expect(result.changed.map(\.id) == [LeadID(id)], "\(decision): \(result)")
        return result
    }

    private func undo() async throws {
        guard case .done = try await desk.undo() else {
            Issue.record("nothing was undone")
            return
        }
    }

    private static let decisions: [Decision] = [
        .assign(to: Sample.actor("hafiz")), .label(add: [Sample.label("banjir")], remove: []),
        .edit(LeadEdit(needs: .set([.debt]))), .edit(LeadEdit(urgency: .set(.emergency))),
        .edit(LeadEdit(summary: .set("Hilang rumah"))),
        .edit(LeadEdit(who: .set([Person(name: "Rekaan Baharu")]), location: .set(Place(stateName: "Johor")))),
        .merge(into: LeadID(2)), .differ(from: LeadID(2)),
    ]

    @Test(arguments: decisions)
    func oneCommandIsOneEntryAndOneUndo(decision: Decision) async throws {
        let before = try await desk.lead(1)
        let result = try await expectDone(decision)
        let entry = try #require(try await desk.entries().first)
        #expect((entry.id, entry.draft.verb) == (result.entry, decision.verb))
        let after = try await desk.lead(1)
        try await undo()
        let undone = try await desk.lead(1)
        expectSame(undone, before)
        guard case .done = try await desk.undo(.lastOwnUndone) else {
            Issue.record("nothing was done again")
            return
        }
        expectSame(try await desk.lead(1), after)
    }

    /// All but the count of its versions and when it was touched.
    private func expectSame(_ a: Lead, _ b: Lead) {
        var a = a
        (a.version, a.updatedAt) = (b.version, b.updatedAt)
        #expect(a == b)
    }

    @Test(arguments: decisions)
    func twiceIsANoteAndNoEntry(decision: Decision) async throws {
        try await expectDone(decision)
        let entries = try await desk.entries().count
        let again = try await desk.review(decision, [1])
        #expect((again.already.count, again.changed.count, again.refused.count) == (1, 0, 0))
        #expect(try await desk.entries().count == entries)
    }

    @Test func theJournalHasNoWordThatAPersonWrote() async throws {
        try await expectDone(.edit(LeadEdit(who: .set([siti]), location: .set(muar), summary: .set("Kisah rahsia"))))
        let journal = try await desk.entries().map { entry in
            entry.draft.targets.map { $0.before.text + $0.after.text }.joined()
        }.joined()
        for word in ["Siti", "Muar", "Johor", "rahsia"] { #expect(!journal.contains(word), "\(word)") }
        #expect(journal.contains("\"texts\":"))
    }

    @Test func whatAPersonSetStaysWhenArticlesAndRulesSayOtherwise() async throws {
        try await expectDone(
            .edit(
                LeadEdit(
                    who: .set([siti]), location: .set(muar), needs: .set([.debt, .food]), urgency: .set(.routine),
                    summary: .set("Hilang rumah"), contact: phone.map { .set($0) } ?? .keep,
                    programmes: .set(["PERKESO.ILAT"]))))
        let key = "url:\(Sample.article(1).canonicalURL)"
        try await desk.store.write { db in
            let news = Sample.found(
                Sample.article(9), score: Sample.score(95, urgency: .emergency, needs: [.disaster]),
                identification: Sample.identification(name: "Orang Lain", age: 50), keys: [key])
            try db.commitSamples([news], at: desk.now + .hours(1))
        }
        let lead = try await desk.lead(1)
        #expect(lead.articles.count == 2)
        #expect((lead.urgency, lead.score.value) == (.routine, 95))
        #expect(lead.needs.map(\.need) == [.debt, .food])
        #expect(lead.identification.persons.filter { $0.role == .subject } == [siti])
        #expect(lead.identification.place == muar)
        #expect(lead.handling.summary == "Hilang rumah")
        #expect(lead.handling.setFields == Set(LeadField.allCases))
        #expect((lead.handling.contact, lead.handling.programmes) == (phone, ["PERKESO.ILAT"]))
        let listed = try await desk.store.read { db in try db.leads(LeadQuery(), at: desk.now) }.leads
        #expect(listed.first { $0.id == LeadID(1) }?.place == "Muar")
    }

    @Test func aFieldThatIsClearedSaysAgainWhatTheArticlesSay() async throws {
        let found = try await desk.lead(1)
        try await expectDone(.edit(LeadEdit(who: .set([siti]), needs: .set([.debt]), summary: .set("x"))))
        try await expectDone(.edit(LeadEdit(who: .clear, needs: .clear)))
        let lead = try await desk.lead(1)
        #expect(lead.identification == found.identification)
        #expect(lead.needs == found.needs)
        #expect(lead.handling.setFields == [.summary])
    }

    @Test func aChildThatTheArticlesNameIsNotEditedAway() async throws {
        try await desk.store.write { db in
            let child = Sample.identification(name: "Anak Contoh", age: 9)
            try db.commitSamples([Sample.found(Sample.article(8), identification: child)])
        }
        try await expectDone(.edit(LeadEdit(who: .set([siti]))), 5)
        #expect(try await desk.lead(5).identification.persons.map(\.name) == ["Siti Contoh", "Anak Contoh"])
        let listed = try await desk.store.read { db in try db.leads(LeadQuery(where: [.hasMinor]), at: desk.now) }
        #expect(listed.leads.map(\.id) == [LeadID(5)])
    }

    @Test func anAgeThatAPersonCorrectsCounts() async throws {
        try await expectDone(.edit(LeadEdit(who: .set([Person(name: "rekaan bin contoh", age: .init(years: 43))]))))
        let persons = try await desk.lead(1).identification.persons
        #expect(persons.map(\.age?.years) == [43])
        #expect(persons.first?.occupation == "buruh binaan")
    }

    @Test func aLabelBetweenDoesNotKeepADecisionFromBeingUndone() async throws {
        try await expectDone(.reject(Rejection(.oldNews)))
        try await expectDone(.label(add: [Sample.label("banjir")], remove: []), as: Sample.hafiz)
        try await undo()
        let lead = try await desk.lead(1)
        #expect((lead.state, lead.handling.labels) == (.flagged, [Sample.label("banjir")]))
    }

    @Test func oneOfTwoLabelsCanBeTakenBack() async throws {
        let first = try await expectDone(.label(add: [Sample.label("a")], remove: []))
        try await expectDone(.label(add: [Sample.label("b")], remove: []), as: Sample.hafiz)
        _ = try await desk.undo(.entry(try #require(first.entry)))
        #expect(try await desk.lead(1).handling.labels == [Sample.label("b")])
    }

    @Test func leadsAreFoundByTheirLabelAndByWhomTheyWereHandedTo() async throws {
        try await expectDone(.label(add: [Sample.label("banjir")], remove: []), 2)
        try await expectDone(.assign(to: Sample.actor("hafiz")), 3)
        func found(_ condition: LeadCondition) async throws -> [Int64] {
            try await desk.store.read { db in try db.leads(LeadQuery(where: [condition]), at: desk.now) }
                .leads.map(\.id.value)
        }
        #expect(try await found(.label(Sample.label("banjir"))) == [2])
        #expect(try await found(.mine(Sample.actor("hafiz"))) == [3])
        #expect(try await found(.not(.mine(Sample.actor("hafiz")))).sorted() == [1, 2, 4])
    }

    @Test func handingOverEndsTheHoldOfWhoHandsItOver() async throws {
        try await expectDone(.claim(for: Decision.lease))
        try await expectDone(.assign(to: Sample.actor("hafiz")))
        #expect(try await desk.lead(1).claim == nil)
        try await expectDone(.assign(to: nil), as: Sample.hafiz)
        #expect(try await desk.lead(1).handling.assignee == nil)
    }

    @Test(arguments: [
        (Decision.label(add: [], remove: []), Refusal.nothingToSet), (.edit(LeadEdit()), .nothingToSet),
        (.merge(into: LeadID(1)), .ofItself), (.differ(from: LeadID(1)), .ofItself),
        (.merge(into: LeadID(99)), .notFound(LeadID(99))), (.differ(from: LeadID(99)), .notFound(LeadID(99))),
        (
            .edit(LeadEdit(summary: .set(String(repeating: "s", count: LeadTexts.summaryLimit + 1)))),
            .noteTooLong(limit: LeadTexts.summaryLimit)
        ),
        (.edit(LeadEdit(who: .set(Array(repeating: Person(name: "x"), count: 21)))), .tooMany(limit: 20)),
        (.label(add: (1...21).map { Sample.label("l\($0)") }, remove: []), .tooMany(limit: 20)),
    ])
    func aMistakeChangesNothing(decision: Decision, refusal: Refusal) async throws {
        let result = try await desk.review(decision, [1])
        #expect(result.refused.map(\.refusal) == [refusal])
        #expect(try await desk.entries() == [])
    }

    @Test func aRejectedLeadComesBackWithAllThatPeopleSaidOfIt() async throws {
        try await expectDone(.label(add: [Sample.label("banjir")], remove: []))
        try await expectDone(.edit(LeadEdit(urgency: .set(.urgent))))
        try await expectDone(.reject(Rejection(.alreadyHelped, agency: "LZS")))
        let reopened = try await expectDone(.reopen, as: Sample.hafiz)
        let standing = try #require(try await desk.store.read { db in try db.standing(of: LeadID(1)) })
        #expect((standing.state, standing.agency, standing.setUrgency) == (.flagged, nil, .urgent))
        #expect(standing.labels == [Sample.label("banjir")])
        _ = try await desk.undo(.entry(try #require(reopened.entry)))
        #expect(try await desk.lead(1).state == .rejected(.alreadyHelped))
    }

    @Test func aProspectIsNotReopenedButEdited() async throws {
        try await expectDone(.accept(Acceptance()))
        let state = try await desk.lead(1).state
        #expect(try await desk.review(.reopen, [1]).refused.map(\.refusal) == [.decided(state)])
        try await expectDone(.edit(LeadEdit(summary: .set("Ditelefon"))))
        try await undo()
        #expect(try await desk.lead(1).state == state)
    }

    @Test func aLabelAndANoteStandInNobodysWayAndAnEditDoes() async throws {
        try await expectDone(.claim(for: Decision.lease), as: Sample.hafiz)
        try await expectDone(.label(add: [Sample.label("banjir")], remove: []))
        let edit = Decision.edit(LeadEdit(urgency: .set(.urgent)))
        guard case .claimed? = try await desk.review(edit, [1]).refused.first?.refusal else {
            Issue.record("hafiz holds it")
            return
        }
        #expect(try await desk.review(edit, [1], takesOver: true).changed.count == 1)
    }

    @Test(arguments: ["", "-a", "1a", "siti binti contoh", "tel-0123456789", "é", String(repeating: "a", count: 33)])
    func aLabelIsACodeAndNoRemark(text: String) {
        #expect(LeadLabel(text) == nil)
    }
}
