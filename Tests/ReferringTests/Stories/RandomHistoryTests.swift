import Model
import Storing
import Testing
import Text

@testable import Referring

/// Whatever happens to a case, in whatever order, what leaves is as the contract wants it.
@Suite struct RandomHistoryTests {
    private static let agencies = ["PERKESO", "JKM", "LZS", "NADMA"]

    @Test func whateverBecomesOfACaseItsRecordIsValid() async throws {
        let story = try Story()
        var random = RandomLeads(seed: 7)
        var leads: [LeadID] = []
        for number in 1...40 {
            let minor = number % 5 == 0
            leads.append(
                try await story.squad.crawl(
                    Invented.article(number: number),
                    persons: minor ? [Invented.father, Invented.child] : [Invented.father]))
            try await story.squad.accept(leads[leads.count - 1])
        }
        story.wait(.minutes(31))
        var reached = Set<ReferralState>()
        for lead in leads {
            let row = try #require(try await story.squad.store.read { db in try db.prospect(of: lead) })
            for _ in 0..<Int.random(in: 0..<16, using: &random) {
                story.wait(.hours(Int64.random(in: 0..<30, using: &random)))
                try await step(story, row.ref, &random)
                reached.insert(try await story.referral(row.ref).status)
            }
            _ = try await story.record(row.ref)
        }
        #expect(reached.count >= 11, "\(reached)")
        let report = try await story.squad.export(at: story.now)
        #expect(report.dispatch.refused.isEmpty)
        let texts = (1...40).map { Invented.article(number: $0).text }
        try story.squad.folder.write(articleLines(texts), to: "articles.jsonl")
        let (status, output) = try await checkExport(
            story.squad.out.path, articles: story.squad.folder.path + "/articles.jsonl")
        #expect(status == 0 || status == 77, "\(output)")
    }

    private func step(_ story: Story, _ ref: ProspectRef, _ random: inout RandomLeads) async throws {
        let agency = Self.agencies.randomElement(using: &random)!
        let roll = Int.random(in: 0..<20, using: &random)
        let manner = SendingManner.allCases.randomElement(using: &random)!
        switch roll {
        case 0..<5:
            _ = try await story.act(on: ref) { db, row, author, now in
                try db.send(
                    row, to: agency, as: manner, isAgain: true, overriding: "tiada bumbung malam ini", by: author,
                    at: now)
            }
        case 5:
            let status = Consent.Status.allCases.randomElement(using: &random)!
            _ = try await story.act(on: ref) { db, row, author, now in
                try db.setConsent(
                    Consent(status, at: now, by: author.actor, method: .phone), of: row, by: author, at: now)
            }
        case 6:
            _ = try await story.act(on: ref) { db, row, author, now in try db.nudge(row, by: author, at: now) }
        case 7 where Int.random(in: 0..<4, using: &random) == 0:
            _ = try await story.act(on: ref) { db, row, author, now in
                try db.withdraw(row, because: .requestedBySquad, by: author, at: now)
            }
        default: try await hear(story, ref, &random)
        }
    }

    /// What an agency that has the case may say, and now and then what it may not.
    private func hear(_ story: Story, _ ref: ProspectRef, _ random: inout RandomLeads) async throws {
        let referral = try await story.referral(ref)
        guard let leg = referral.legs.randomElement(using: &random) else { return }
        let isUsual = Int.random(in: 0..<6, using: &random) > 0
        let states = isUsual ? leg.state.successors : ReferralState.allCases
        let forward = states.first { [.received, .accepted, .beingHelped, .helped].contains($0) }
        let state = Bool.random(using: &random) ? forward ?? leg.state : states.randomElement(using: &random)!
        var change = Invented.change(state, hop: leg.hop, at: story.now)
        let steps: [NextStep.Kind] = [
            .returnToSquad, .hold(until: story.now + .days(4)),
            .redirect(to: Self.agencies.randomElement(using: &random)!),
            .adviceGiven(signedBy: "u-penyelaras"),
        ]
        if state.isRefusal {
            let step = state == .redirected ? steps[2] : steps.randomElement(using: &random)!
            change.nextStep = NextStep(step, note: "nota é \"petik\" 居民")
        }
        change.id = AnyUUID(
            UUIDv7(at: story.now, random: (0..<10).map { _ in UInt8.random(in: .min ... .max, using: &random) }))
        (change.ref, change.prospect) = (nil, referral.prospect)
        change.note = String(repeating: "catatan 👩‍🦽 ", count: Int.random(in: 0..<70, using: &random))
        change.caseID = "JKM-TEST-\(Int.random(in: 0..<9999, using: &random))"
        let (author, now, made) = (story.author, story.now, change)
        _ = try await story.squad.store.write { db in try db.apply(made, by: author, at: now) }
    }
}
