import Model
import Reviewing
import Storing
import StoringSamples
import Testing
import Text

@Suite struct ReviewTests {
    let desk: Desk
    init() async throws { desk = try await Desk(leads: 6) }

    @Test func oneCommandOnManyLeadsIsOneEntry() async throws {
        let result = try await desk.review(.reject(Rejection(.oldNews)), [1, 2, 3, 2])
        #expect(result.changed.map(\.id.value) == [1, 2, 3])
        #expect(result.changed.map(\.version) == [2, 2, 2])
        let entry = try #require(try await desk.entries().first)
        #expect(entry.id == result.entry)
        #expect((entry.draft.verb, entry.draft.reason) == ("lead.reject", "old-news"))
        #expect(entry.draft.targets.map(\.lead?.value) == [1, 2, 3])
        #expect(entry.draft.targets[0].before["state"] == "flagged")
        #expect(entry.draft.targets[0].after["reason"] == "old-news")
    }

    @Test func someMayBeRefusedWhileTheOthersChange() async throws {
        _ = try await desk.review(.reject(Rejection(.oldNews)), [1])
        _ = try await desk.review(.claim(for: Decision.lease), [2], as: Sample.hafiz)
        let result = try await desk.review(.accept(Acceptance()), [1, 2, 3, 99])
        #expect(result.changed.map(\.id.value) == [3])
        #expect(result.refused.map(\.refusal.messageID) == ["already.rejected", "err.claimed", "err.not-found"])
        #expect(result.refused[0].entry?.draft.author.actor == Sample.actor("aminah"))
    }

    @Test func whatIsSoAlreadyWritesNoEntry() async throws {
        _ = try await desk.review(.reject(Rejection(.oldNews)), [1])
        let before = try await desk.entries().count
        let again = try await desk.review(.reject(Rejection(.doubtful)), [1], as: Sample.hafiz)
        #expect(again.entry == nil)
        #expect(again.already.map(\.state) == [.rejected(.oldNews)])
        #expect(again.already.first?.entry?.draft.author.actor == Sample.actor("aminah"))
        #expect(try await desk.entries().count == before)
    }

    @Test func acceptingMakesTheRowOfTheProspect() async throws {
        let result = try await desk.review(.accept(Acceptance(urgency: .emergency, needs: [.debt], note: "x")), [4])
        let row = try #require(result.changed.first?.prospect)
        #expect((row.ref.number, row.acceptedBy, row.sendsAt) == (4, Sample.actor("aminah"), desk.now + .minutes(30)))
        let lead = try await desk.lead(4)
        #expect(lead.state == .prospect(ref: row.ref.description))
        #expect((lead.urgency, lead.urgencyIsSetByReviewer, lead.version) == (.emergency, true, 2))
        #expect(lead.needs.last == NeedFinding(need: .debt, confidence: .confirmed))
    }

    @Test func aDecisionEndsItsClaimAndALaterVersionIsAConflict() async throws {
        _ = try await desk.review(.claim(for: Decision.lease), [1])
        #expect(try await desk.lead(1).claim?.by == Sample.actor("aminah"))
        #expect(try await desk.lead(1).version == 1)
        _ = try await desk.review(.snooze(until: .newArticle, note: nil), [1])
        #expect(try await desk.lead(1).claim == nil)
        let late = try await desk.review(.accept(Acceptance()), [1], as: Sample.hafiz, ifVersion: 1)
        #expect(late.refused.map(\.refusal) == [.changed(found: 2, expected: 1)])
    }

    @Test func aClaimThatRanOutBindsNobody() async throws {
        _ = try await desk.review(.claim(for: Decision.lease), [1], as: Sample.hafiz)
        let later = desk.now + .minutes(15)
        let result = try await desk.review(.accept(Acceptance()), [1], at: later)
        #expect(result.changed.count == 1)
    }

    @Test func leavingLetsGoOfEverything() async throws {
        _ = try await desk.review(.claim(for: Decision.lease), [1, 2, 3])
        _ = try await desk.review(.claim(for: Decision.lease), [4], as: Sample.hafiz)
        let released = try await desk.store.write { db in try db.releaseAll(by: Sample.aminah, at: Sample.monday) }
        #expect(released == 3)
        #expect(try await desk.lead(4).claim?.by == Sample.actor("hafiz"))
        #expect(try await desk.lead(1).claim == nil)
    }

    @Test func theJournalHoldsNoNote() async throws {
        let note = "Puan Rekaan tinggal di belakang masjid"
        _ = try await desk.review(.note(note), [1])
        _ = try await desk.review(.reject(Rejection(.other, note: note)), [1])
        let entries = try await desk.entries()
        for entry in entries {
            #expect(!"\(entry)".contains("masjid"))
        }
        let seals = entries.prefix(2).map { $0.draft.targets[0].after["note"]?.string }
        #expect(seals[0] == seals[1])
        #expect(seals[0]?.count == 64)
        let notes = try await desk.store.read { db in try db.notes(of: LeadID(1)) }
        #expect(notes.map(\.text) == [note, note])
    }

    @Test func aDuplicateOfNothingIsRefused() async throws {
        let result = try await desk.review(.reject(Rejection(.duplicate, original: LeadID(99))), [1])
        #expect(result.refused.map(\.refusal) == [.notFound(LeadID(99))])
        #expect(try await desk.lead(1).state == .flagged)
    }

    @Test func twoReviewersAtOnceNeverBothDecide() async throws {
        let other = try Store.open(desk.folder.database, mode: .write)
        let stores = [desk.store, other]
        let now = desk.now
        let changed = try await withThrowingTaskGroup(of: Int.self) { group in
            for round in 0..<30 {
                let author = round % 2 == 0 ? Sample.aminah : Sample.hafiz
                group.addTask {
                    try await stores[round % 2].write { db in
                        try db.review(.accept(Acceptance()), [LeadID(Int64(round % 6 + 1))], by: author, at: now)
                    }.changed.count
                }
            }
            var sum = 0
            for try await count in group { sum += count }
            return sum
        }
        #expect(changed == 6)
        guard case .whole = try await desk.store.read({ db in try db.verifyJournal() }) else {
            Issue.record("the chain is broken")
            return
        }
    }
}
