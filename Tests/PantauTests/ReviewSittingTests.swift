import Foundation
import Model
import Reviewing
import Storing
import StoringSamples
import Terminal
import Testing

@testable import pantau

/// Looking around in the review screen, and two people at once, without a terminal and with a real store.
@Suite struct ReviewSittingTests {
    private let esc = Key.escape

    // MARK: Looking

    @Test func movingOnLetsGoOfWhatWasReadAndKeepsWhatWasClaimed() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(4))
        await walk.type("j")
        #expect(try await walk.claims() == [LeadID(2)])
        await walk.type("cj")
        #expect(Set(try await walk.claims()) == [LeadID(2), LeadID(3)])
        await walk.type("kc")
        #expect(walk.notice == "Let go of #2.")
        await walk.type("j")
        #expect(try await walk.claims() == [LeadID(3)])
    }

    @Test func aRunThroughTheListStaysWithinIt() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(7))
        await walk.type("G")
        #expect(walk.screen.open?.lead.id == LeadID(7))
        await walk.type("jj")
        #expect(walk.screen.open?.lead.id == LeadID(7))
        await walk.press(.control("u"), .character("g"), .up)
        #expect(walk.screen.open?.lead.id == LeadID(1))
        await walk.press(.control("d"))
        #expect(walk.screen.open?.lead.id == LeadID(3))
    }

    @Test func aLongQueueIsReadAsOneGoesOn() async throws {
        var walk = try await ReviewWalk(leads: (1...450).map { Sample.found(Sample.article($0)) })
        #expect(walk.screen.rows.count == 200)
        #expect(walk.text.contains("0/450"))
        await walk.type("G")
        #expect(walk.screen.rows.count == 400)
        await walk.type("G")
        #expect(walk.screen.rows.count == 450)
        #expect(Set(walk.screen.rows.map(\.id)).count == 450)
    }

    @Test func theFilterShowsAndHidesAndGoesWithEsc() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.mixed)
        await walk.type("/score>=70")
        await walk.press(.enter)
        #expect(walk.screen.rows.allSatisfy { $0.score >= 70 })
        #expect(walk.lines[0].contains("/score>=70"))
        await walk.press(esc)
        #expect(walk.screen.rows.count == InventedLeads.mixed.count)
        await walk.type("/!need:fire")
        await walk.press(.enter)
        #expect(!walk.screen.rows.isEmpty && walk.screen.rows.allSatisfy { !$0.needs.contains(.fire) })
        await walk.type("/tiadaseorang")
        await walk.press(.enter)
        #expect(walk.text.contains("No lead fits the filter. Esc clears it."))
        await walk.press(esc)
        #expect(walk.screen.open != nil)
    }

    @Test func aFilterThatCannotBeReadIsToldAndChangesNothing() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.mixed)
        await walk.type("/sorce:x")
        await walk.press(.enter)
        #expect(walk.notice.contains("sorce"))
        #expect(walk.screen.filter == nil)
        #expect(walk.screen.rows.count == InventedLeads.mixed.count)
    }

    @Test func aNoteIsKeptAndShown() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        await walk.type("+telefon petang")
        await walk.press(.enter)
        #expect(walk.notice == "Note added to #1.")
        await walk.type("J")
        #expect(walk.text.contains("NOTE   aminah: telefon petang"))
        #expect(walk.screen.open?.lead.id == LeadID(1))
    }

    @Test func todaysDecisionsCanBeTakenBackOneByOne() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(5))
        await walk.type("r5r7r8H")
        #expect(walk.lines[1].contains("lead.reject doubtful #3"))
        await walk.type("jju")
        #expect(walk.notice == "Undone: lead.reject old-news #1.")
        #expect(walk.screen.open?.lead.id == LeadID(1))
        #expect(try await walk.state(2) == .rejected(.notEnoughInfo))
    }

    @Test func aCommandRunsInsideTheScreen() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(3))
        await walk.type(":lead reject 3 --reason old-news")
        await walk.press(.enter)
        #expect(walk.text.contains("Rejected #3: Old news."))
        await walk.press(esc)
        #expect(walk.screen.rows.map(\.id) == [LeadID(1), LeadID(2)])
        let last = try await walk.entries().first { $0.draft.verb == "lead.reject" }
        #expect(last?.draft.author.actor.name == "aminah")
    }

    @Test(arguments: [
        "review", "crawl", "lead reject --stdin", "lead list --as hafiz", "nonsense", "lead show 999", "'",
    ])
    func aCommandThatCannotRunIsTold(line: String) async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        let before = try await walk.entries().count
        await walk.type(":" + line)
        await walk.press(.enter)
        #expect(hostileScalars(in: walk.text).isEmpty)
        await walk.press(esc)
        #expect(walk.screen.open?.lead.id == LeadID(1))
        #expect(try await walk.entries().count == before)
    }

    // MARK: Two people

    @Test func twoPeopleReadDifferentLeadsAndNobodyDecidesTheOthers() async throws {
        var aminah = try await ReviewWalk(leads: InventedLeads.plain(4))
        var hafiz = try await ReviewWalk(folder: aminah.folder, store: aminah.store, actor: "hafiz")
        #expect(hafiz.screen.open?.lead.id == LeadID(2))
        #expect(hafiz.lines[1].contains("aminah"))
        await hafiz.type("k")
        #expect(hafiz.screen.open?.lead.id == LeadID(1), "it can be read")
        await hafiz.type("a")
        #expect(hafiz.notice == "#1 is read by aminah until 08:46. Take it over with :take")
        #expect(try await hafiz.state(1) == .flagged)
        await aminah.type("a")
        #expect(try await aminah.state(1)?.code == "prospect")
        await hafiz.type("R")
        #expect(hafiz.screen.rows.map(\.id) == [LeadID(2), LeadID(3), LeadID(4)])
    }

    @Test func aLeadCanBeTakenOverAndTheOtherIsTold() async throws {
        var aminah = try await ReviewWalk(leads: InventedLeads.plain(3))
        var hafiz = try await ReviewWalk(folder: aminah.folder, store: aminah.store, actor: "hafiz")
        await hafiz.type("k:take")
        await hafiz.press(.enter)
        #expect(hafiz.notice.hasPrefix("Claimed #1"))
        await aminah.type("r5")
        #expect(aminah.notice.contains("claimed by hafiz"))
        #expect(try await aminah.state(1) == .flagged)
        await hafiz.type("r5")
        #expect(try await hafiz.state(1) == .rejected(.oldNews))
    }

    @Test func whatAColleagueWasFasterWithIsPassedOver() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(4))
        let now = walk.now
        try await walk.store.write { db in
            _ = try db.review(.reject(Rejection(.oldNews)), [LeadID(2)], by: Sample.hafiz, at: now)
            _ = try db.review(.claim(for: .minutes(15)), [LeadID(3)], by: Sample.hafiz, at: now)
        }
        await walk.type("r5")
        #expect(walk.screen.open?.lead.id == LeadID(4))
        let opened = try await walk.entries().filter {
            $0.draft.verb == "lead.open" && $0.draft.author.actor == Sample.actor("aminah")
        }
        #expect(opened.count == 2, "what cannot be decided is not opened either")
    }

    @Test func aLeadThatChangedIsShownAnewBeforeItIsDecided() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        let now = walk.now
        try await walk.store.write { db in
            _ = try db.review(
                .snooze(until: .newArticle, note: nil), [LeadID(1)], by: Sample.hafiz, at: now, takesOver: true)
            _ = try db.review(.unsnooze, [LeadID(1)], by: Sample.hafiz, at: now)
        }
        await walk.type("r5")
        #expect(walk.notice.hasPrefix("#1 changed while you were reading."))
        #expect(try await walk.state(1) == .flagged)
        await walk.type("r5")
        #expect(try await walk.state(1) == .rejected(.oldNews))
    }

    @Test func activityRenewsTheLease() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        walk.wait(.minutes(10))
        await walk.type("J")
        #expect(walk.notice == "Yours until 08:56.")
        #expect(try await walk.entries().count == 1, "a renewal is no entry")
        walk.wait(.minutes(16))
        #expect(try await walk.claims() == [])
        await walk.type("J")
        #expect(try await walk.claims() == [LeadID(1)])
    }

    @Test func aLeaseThatRanOutAndWentToAColleagueIsTold() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        walk.wait(.minutes(16))
        let now = walk.now
        try await walk.store.write { db in
            _ = try db.review(.claim(for: .minutes(15)), [LeadID(1)], by: Sample.hafiz, at: now)
        }
        await walk.type("J")
        #expect(walk.notice == "#1 was not held any more, and somebody else reads it now.")
        await walk.type("a")
        #expect(walk.notice.contains("is read by hafiz"))
    }
}
