import Model
import Storing
import Testing
import Text

@testable import Referring

/// A scaffold gave way under six workers. One event, six people, and each has a way of his own.
@Suite struct SixOnTheScaffoldStory {
    private let six = [
        Person(name: "Rekaan bin Contoh", age: .init(years: 34), occupation: "buruh binaan"),
        Person(name: "Umpama a/l Misalan", age: .init(years: 41)), Person(name: "Contoh anak Rekaan"),
        Person(name: nil, age: .init(years: 28)), Person(name: "Misal Binti Umpama", sex: .female),
        Person(name: "Andai Rekaan", age: .init(years: 16)),
    ]

    @Test func eachOfSixHasHisOwnReferenceHisOwnDoorsAndCountsOnce() async throws {
        let story = try Story()
        let lead = try await story.squad.crawl(
            Invented.article(number: 1), persons: six + [Invented.officer])
        try await story.squad.accept(lead, second: "hafiz")
        let group = ProspectRef(year: 26, number: 1)!

        // The case is split: the spokesman of the police is none of the six.
        let members = try await story.act(on: group) { db, row, author, now in
            try db.split(row, by: author, at: now)
        }.get()
        #expect(members.count == 6)
        #expect(Set(members.map(\.ref)).count == 6 && !members.map(\.ref).contains(group))
        #expect(
            try await story.act(on: group) { db, row, author, now in
                try db.split(row, by: author, at: now)
            } == .failure(.cannotBeSplit))

        // One command sends all of them, once their hold has ended.
        guard case .failure(.held) = try await story.send(group, to: "PERKESO") else {
            Issue.record("sent while it was held")
            return
        }
        story.wait(.minutes(31))
        #expect(try await story.send(group, to: "PERKESO").get().count == 6)

        // Six records leave, and none of the case as a whole: nobody counts twice.
        let report = try await story.squad.export(at: story.now)
        #expect(report.dispatch.refused.isEmpty)
        let sent = try story.squad.lines(report).map { try JSONValue(parsing: $0)["data"] ?? .null }
        #expect(sent.count == 6)
        #expect(Set(sent.compactMap { $0["ref"]?.string }) == Set(members.map(\.ref.description)))
        for record in sent {
            expectFollowsFromLegs(record)
            #expect(record["persons"]?.items?.count == 1)
            #expect(record["dedupe"]?["related"]?.items?.count == 5)
            #expect(record["extensions"]?["my.pantau.group"]?["members"]?.integer == 6)
            // One of them is a child, so the event is handled as one with children, and his name stays here.
            #expect(record["privacy"]?["minors_involved"]?.bool == true)
            #expect(!record.text.contains("Andai"))
        }

        // Four are covered. One is not, and one has to be found first.
        for member in members { try await story.hear(.accepted, from: "PERKESO", about: member.ref) }
        for member in members.prefix(4) { try await story.hear(.beingHelped, from: "PERKESO", about: member.ref) }
        try await story.hear(
            .notEligible, from: "PERKESO", about: members[4].ref, because: .notCovered,
            next: NextStep(.redirect(to: "JKM")))
        try await story.hear(
            .unreachable, from: "PERKESO", about: members[5].ref, because: .notFound, next: NextStep(.returnToSquad))
        var states = try await story.states(members)
        #expect(states == [.beingHelped, .beingHelped, .beingHelped, .beingHelped, .notEligible, .unreachable])
        #expect(try await story.counts().returned == 2)

        // The fifth agrees to the welfare department; the sixth is found by the squad and goes back to PERKESO.
        _ = try await story.act(on: members[4].ref) { db, row, author, now in
            try db.setConsent(
                Consent(.given, at: now, by: author.actor, method: .inPerson), of: row, by: author, at: now)
        }.get()
        #expect(try await story.send(members[4].ref, to: "JKM").get().count == 1)
        #expect(try await story.send(members[5].ref, to: "PERKESO", again: true).get().count == 1)

        // In the end five are helped and one is being helped.
        story.wait(.days(30))
        for member in members.prefix(4) {
            try await story.hear(
                .helped, from: "PERKESO", about: member.ref, helpedBy: ["Faedah Hilang Upaya Sementara"])
        }
        for (member, agency) in [(members[4], "JKM"), (members[5], "PERKESO")] {
            try await story.hear(.accepted, from: agency, about: member.ref)
            try await story.hear(.beingHelped, from: agency, about: member.ref)
        }
        try await story.hear(.helped, from: "JKM", about: members[4].ref, helpedBy: ["Bantuan Am"])
        states = try await story.states(members)
        #expect(states.count { $0.assistance == .given } == 5)
        #expect(states.count { $0.assistance == .underWay } == 1)
        for member in members { _ = try await story.record(member.ref) }
    }

    @Test func aCaseOfOnePersonIsNoGroup() async throws {
        let story = try Story()
        try await story.squad.accept(
            story.squad.crawl(Invented.article(number: 1), persons: [Invented.father, Invented.officer]))
        #expect(
            try await story.act(on: ProspectRef(year: 26, number: 1)!) { db, row, author, now in
                try db.split(row, by: author, at: now)
            } == .failure(.cannotBeSplit))
    }

    @Test func undoingTheAcceptanceOfAGroupIsUndoingItsMembers() async throws {
        let story = try Story()
        let lead = try await story.squad.crawl(Invented.article(number: 1), persons: six)
        try await story.squad.accept(lead, second: "hafiz")
        _ = try await story.act(on: ProspectRef(year: 26, number: 1)!) { db, row, author, now in
            try db.split(row, by: author, at: now)
        }.get()
        try await story.squad.store.write { db in
            try db.setWithdrawn(
                true, prospect: ProspectRef(year: 26, number: 1)!, at: Invented.noon, sendsAt: Invented.noon)
        }
        story.wait(.hours(1))
        #expect(try await story.squad.export(at: story.now).outcome == .nothingNew(nil))
    }
}

extension Story {
    fileprivate func states(_ members: [ProspectRow]) async throws -> [ReferralState] {
        var states: [ReferralState] = []
        for member in members { states.append(try await referral(member.ref).status) }
        return states
    }
}
