import Model
import Storing
import Testing
import Text

@testable import Referring

/// A builder fell from a roof; his employer had paid no contributions. PERKESO cannot help, and he is not sent away.
@Suite struct SecondDoorStory {
    private let ref = ProspectRef(year: 26, number: 1)!

    @Test func fromPerkesoThatCannotToTheWelfareDepartmentThatDoes() async throws {
        let story = try Story()

        // Tuesday noon. A crawl finds him, and Aminah accepts: half an hour to change her mind.
        let lead = try await story.squad.crawl(Invented.article(number: 1))
        try await story.squad.accept(lead)
        #expect(try await story.record(ref)["status"]?.string == "prospect")
        #expect(
            try await story.send(ref, to: "PERKESO")
                == .failure(.held(until: Invented.noon + .minutes(30))))

        // 12:31. He goes to PERKESO first, which need not ask for his consent.
        story.wait(.minutes(31))
        #expect(try await story.send(ref, to: "PERKESO").get().count == 1)
        var record = try await story.record(ref)
        #expect(record["status"]?.string == "referred" && record["assistance"]?.string == "belum_dibantu")
        #expect(record["next_action"]?["action"]?.string == "acknowledge")
        #expect(record["referrals"]?[0]?["from"]?.string == "PERKESO-SQUAD")

        // The system has it, and a day later an officer says no, without saying what then. That is not accepted.
        try await story.hear(.received, from: "PERKESO", about: ref)
        story.wait(.days(1))
        #expect(
            try await story.hear(.notEligible, from: "PERKESO", about: ref, because: .notCovered)
                == .refused(.needsNextStep(.notEligible)))
        #expect(try await story.referral(ref).status == .received)

        // So he says it properly: back to the squad. It is on the board and first in the queue.
        try await story.hear(
            .notEligible, from: "PERKESO", about: ref, because: .notCovered,
            next: NextStep(.returnToSquad, note: "tiada rekod caruman"))
        #expect(try await story.counts().returned == 1)
        #expect(try await story.squad.store.read { db in try db.returnedLeads() } == [lead])
        record = try await story.record(ref)
        #expect(record["status"]?.string == "not_eligible")
        #expect(record["next_action"]?["owner"]?.string == "squad")
        #expect(record["referrals"]?[0]?["next_step"]?["note"]?.string == "tiada rekod caruman")

        // Nobody sends him to the same door by mistake.
        guard case .failure(.wasThere("PERKESO", _, .notEligible)) = try await story.send(ref, to: "PERKESO") else {
            Issue.record("sent to a door that had refused")
            return
        }

        // Names leave PERKESO only with consent. Aminah telephones, and he agrees.
        #expect(try await story.send(ref, to: "JKM") == .failure(.needsConsent(agency: "JKM")))
        _ = try await story.act(on: ref) { db, row, author, now in
            try db.setConsent(
                Consent(.given, at: now, by: author.actor, method: .phone), of: row, by: author, at: now)
        }.get()
        #expect(try await story.send(ref, to: "JKM").get().count == 1)
        record = try await story.record(ref)
        #expect(record["status"]?.string == "referred")
        #expect(record["privacy"]?["basis"]?.string == "consent")
        #expect(record["privacy"]?["share_with"]?.items == ["PERKESO", "JKM"])
        #expect(try await story.counts().returned == 0)

        // The welfare department takes him, begins, and in the end has helped.
        for state in [ReferralState.received, .accepted] {
            story.wait(.hours(20))
            try await story.hear(state, from: "JKM", about: ref)
            #expect(try await story.record(ref)["assistance"]?.string == "belum_dibantu")
        }
        story.wait(.days(2))
        try await story.hear(.beingHelped, from: "JKM", about: ref)
        #expect(try await story.record(ref)["assistance"]?.string == "sedang_dibantu")
        story.wait(.days(20))
        #expect(
            try await story.hear(.helped, from: "JKM", about: ref) == .refused(.needsOutcome))
        try await story.hear(.helped, from: "JKM", about: ref, helpedBy: ["Bantuan OKU Tidak Berupaya Bekerja"])
        record = try await story.record(ref)
        #expect(record["status"]?.string == "helped" && record["assistance"]?.string == "telah_dibantu")
        #expect(record["next_action"] == nil)
        #expect(record["referrals"]?.items?.map { $0["state"]?.string } == ["not_eligible", "helped"])
        #expect(try await story.counts().open == 0)

        // Everything of it is in the journal, and no word that anybody wrote about him.
        let entries = try await story.squad.store.read { db in try db.journal(JournalQuery(lead: lead)) }
        #expect(
            entries.reversed().map(\.draft.verb).filter { !$0.hasPrefix("lead.") && $0 != "crawl" } == [
                "referral.send", "referral.change", "referral.change", "prospect.consent", "referral.send",
                "referral.change", "referral.change", "referral.change", "referral.change",
            ])
        #expect(!entries.contains { "\($0.draft)".contains("caruman") || "\($0.draft)".contains("Mohd") })
    }

    @Test func aReportThatTheTableDoesNotHaveIsKeptUntilSomebodyJudges() async throws {
        let story = try Story()
        let lead = try await story.squad.crawl(Invented.article(number: 1))
        try await story.squad.accept(lead)
        story.wait(.minutes(31))
        _ = try await story.send(ref, to: "PERKESO").get()
        let verdict = try await story.hear(.helped, from: "PERKESO", about: ref, helpedBy: ["Pencen Ilat"])
        #expect(verdict == .stored(.transition(from: .referred, to: .helped)))
        #expect(try await story.referral(ref).status == .referred)
        #expect(try await story.counts().unjudged == 1)

        // The same report again, from a poll and then from a file: nothing happens twice.
        let kept = try #require(try await story.squad.store.read { db in try db.storedChanges() }.first)
        let change = try StatusChange(json: kept.change.withLeg(of: try await story.referral(ref)))
        let (author, now) = (story.author, story.now)
        let again = try await story.squad.store.write { db in try db.apply(change, by: author, at: now) }
        #expect(again.isRepeated && again.verdict == verdict)

        // A person judges it right.
        let forced = try await story.squad.store.write { db in
            try db.apply(change, by: author, at: now, isForced: true)
        }
        guard case .applied = forced.verdict else {
            Issue.record("\(forced.verdict)")
            return
        }
        #expect(try await story.referral(ref).assistance == .given)
        #expect(try await story.counts().unjudged == 0)
    }

    @Test func whoDoesNotWantItIsLeftInPeace() async throws {
        let story = try Story()
        try await story.squad.accept(story.squad.crawl(Invented.article(number: 1)))
        story.wait(.minutes(31))
        _ = try await story.send(ref, to: "PERKESO").get()
        try await story.hear(.accepted, from: "PERKESO", about: ref)
        _ = try await story.act(on: ref) { db, row, author, now in
            try db.setConsent(
                Consent(.refused, at: now, by: author.actor, method: .inPerson), of: row, by: author, at: now)
        }.get()
        let record = try await story.record(ref)
        #expect(record["status"]?.string == "declined")
        #expect(record["privacy"]?["consent"]?["status"]?.string == "refused")
        #expect(record["privacy"]?["contact_allowed"]?.bool == false)
        #expect(try await story.send(ref, to: "PERKESO", again: true) == .failure(.closed(.declined)))
        #expect(try await story.counts().open == 0)

        // Weeks later the family asks after all.
        story.wait(.days(30))
        _ = try await story.act(on: ref) { db, row, author, now in
            try db.setConsent(
                Consent(.given, at: now, by: author.actor, method: .family), of: row, by: author, at: now)
        }.get()
        #expect(try await story.send(ref, to: "PERKESO", again: true).get().count == 1)
        #expect(try await story.record(ref)["status"]?.string == "referred")
    }
}

extension JSONValue {
    /// The change as a referral system sends it, with the ids that a squad's own entry lacks.
    fileprivate func withLeg(of referral: ReferralCase) -> JSONValue {
        with([
            ("prospect_id", .string(referral.prospect.description)),
            ("referral_id", .string(referral.legs[0].id.description)),
        ])
    }
}
