import Foundation
import Model
import Reviewing
import Settings
import Storing
import StoringSamples
import Terminal
import Testing

@testable import pantau

/// What keys do in the review screen, without a terminal and with a real store.
@Suite struct ReviewScreenTests {
    private let esc = Key.escape

    @Test func theFirstLeadIsOpenedAndHeld() async throws {
        let walk = try await ReviewWalk(leads: InventedLeads.plain(3))
        #expect(walk.screen.open?.lead.id == LeadID(1))
        #expect(try await walk.claims() == [LeadID(1)])
        let entries = try await walk.entries()
        #expect(entries.map(\.draft.verb) == ["lead.open"])
        #expect(entries.first?.draft.author.via == "review")
        #expect(walk.notice == "Yours until 08:46.")
    }

    @Test func eachDecisionIsOneKeyAndLeadsToTheNextLead() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(5))
        await walk.type("a")
        #expect(walk.notice == "Accepted #1; it leaves at 09:01 unless undone (u).")
        #expect(walk.screen.open?.lead.id == LeadID(2))
        await walk.type("r9")
        #expect(walk.notice.hasPrefix("Rejected #2: Other topic"))
        await walk.type("s7")
        #expect(walk.notice.hasPrefix("Snoozed #3 until 2026-11-30 08:00"))
        await walk.type("x")
        #expect(walk.screen.open?.lead.id == LeadID(5))
        #expect(try await walk.state(1)?.code == "prospect")
        #expect(try await walk.state(2) == .rejected(.otherTopic))
        #expect(try await walk.state(3)?.code == "snoozed")
        #expect(try await walk.state(4) == .flagged)
        #expect(try await walk.claims() == [LeadID(5)])
    }

    @Test func whatWasSkippedIsAskedAgainAtTheEnd() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(3))
        await walk.type("xr5r5")
        #expect(walk.screen.open?.lead.id == LeadID(1))
        await walk.type("r5")
        #expect(walk.text.contains("All done. You decided 3 leads; none is left to review."))
        #expect(try await walk.claims() == [])
        await walk.type("a")
        #expect(walk.notice == "No lead is open here.")
    }

    /// A finger that stays on the key a moment too long must not decide a lead that nobody has read.
    @Test func aDoublePressDecidesOnce() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(4))
        await walk.type("r9")
        await walk.pressAtOnce(.character("9"))
        await walk.type("a")
        let before = walk.screen.open?.lead.id
        await walk.pressAtOnce(.character("a"))
        #expect(walk.screen.open?.lead.id == before)
        #expect(try await walk.state(3) == .flagged)
        walk.wait(.seconds(1))
        await walk.pressAtOnce(.character("a"))
        #expect(try await walk.state(3)?.code == "prospect")
    }

    @Test(arguments: [
        ("a", "prospect"), ("r1", "rejected"), ("r3MAIK\r", "rejected"), ("r62\r", "rejected"),
        ("r0bukan kes\r", "rejected"),
        ("s1", "snoozed"), ("sn", "snoozed"), ("s+", "snoozed"), ("sd2026-12-01\r", "snoozed"),
    ])
    func aDecisionIsCarriedOut(keys: String, state: String) async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        for letter in keys { await walk.press(letter == "\r" ? .enter : .character(letter)) }
        #expect(try await walk.state(1)?.code == state)
        await walk.type("u")
        #expect(try await walk.state(1) == .flagged)
        #expect(walk.screen.open?.lead.id == LeadID(1))
        await walk.press(.control("r"))
        #expect(try await walk.state(1)?.code == state)
    }

    @Test(arguments: [
        "r", "rx", "r\u{1B}", "r3\u{1B}", "r6x\r", "r61\r", "r0\r", "s", "s\u{1B}", "sdyesterday\r", "sd\r", "z", "5",
        "+\r", "+x\u{1B}",
    ])
    func whatIsNoDecisionDecidesNothing(keys: String) async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        for letter in keys {
            await walk.press(letter == "\r" ? .enter : letter == "\u{1B}" ? .escape : .character(letter))
        }
        #expect(try await walk.state(1) == .flagged)
        #expect(try await walk.entries().allSatisfy { $0.draft.verb == "lead.open" })
    }

    /// No decision is bound to Enter, Space or an arrow, and a pasted word is no run of keys.
    @Test func keysThatOnePressesByMistakeDecideNothing() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        await walk.press(
            .enter, .character(" "), .escape, .up, .down, .left, .right, .tab, .backspace, .delete, .unknown)
        await walk.press(.paste("aaar9"), .home, .end, .pageUp, .pageDown)
        #expect(try await walk.entries().allSatisfy { $0.draft.verb == "lead.open" })
    }

    /// It erases and cannot be undone, so that one key more is asked for.
    @Test func aProtectionThatErasesIsCarriedOutOnlyAfterEnter() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        await walk.type("rp")
        #expect(walk.notice.hasPrefix("All that tells of this person is erased for good"))
        await walk.press(.escape)
        #expect(try await walk.state(1) == .flagged)
        await walk.press(.character("r"), .character("p"), .enter)
        #expect(try await walk.state(1) == nil)
        #expect(walk.screen.open?.lead.id == LeadID(2))
    }

    @Test func aChildsCaseIsAcceptedOnlyAfterEnter() async throws {
        var walk = try await ReviewWalk(leads: [InventedLeads.unnamedChild])
        await walk.type("a")
        #expect(walk.notice.hasPrefix("Children are involved."))
        await walk.type("a")
        #expect(walk.notice == "Nothing was changed.")
        #expect(try await walk.state(1) == .flagged)
        await walk.press(.character("a"), .enter)
        #expect(try await walk.state(1)?.code == "prospect")
    }

    @Test func aProtectedIdentityIsNeverDrawnAndNeedsASecondPerson() async throws {
        var walk = try await ReviewWalk(leads: [InventedLeads.mixed[2]])
        func check(_ walk: ReviewWalk) {
            #expect(!walk.painted.contains("Rahsia"))
            #expect(!walk.painted.contains("Rekaan bin Contoh"))
        }
        #expect(walk.text.contains("[identity protected]"))
        check(walk)
        for keys in ["e", "i", "o", "h", "?", "H"] {
            await walk.type(keys)
            check(walk)
            await walk.press(esc)
        }
        await walk.press(.enter)
        check(walk)
        await walk.press(.enter)
        await walk.type("aaminah")
        await walk.press(.enter)
        #expect(walk.notice.contains("the identity is protected"))
        #expect(try await walk.state(1) == .flagged)
        await walk.type("ahafiz")
        await walk.press(.enter)
        #expect(try await walk.state(1)?.code == "prospect")
    }

    @Test func aReviewersWordOnTheUrgencyCountsAndCanBeUndone() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        await walk.type("1")
        #expect(walk.screen.open?.lead.id == LeadID(1))
        #expect(walk.screen.open?.lead.urgency == .emergency)
        await walk.type("u")
        #expect(walk.screen.open?.lead.urgency == .routine)
    }

    @Test func twoLeadsOfOneCaseAreMergedAndPartedAgain() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(3))
        await walk.type("m3")
        await walk.press(.enter)
        #expect(try await walk.state(1) == .merged(into: LeadID(3)))
        #expect(walk.screen.open?.lead.id == LeadID(2))
        await walk.type("jM")
        #expect(walk.notice.contains("#1 stand alone again, apart from #3?"))
        await walk.press(.enter)
        #expect(try await walk.state(1) == .flagged)
        #expect(walk.screen.rows.map(\.id).contains(LeadID(1)))
    }

    @Test func aSimilarLeadIsComparedAndJudgedWithOneKey() async throws {
        var walk = try await ReviewWalk(leads: [InventedLeads.fall, InventedLeads.fallElsewhere])
        await walk.type("t")
        #expect(walk.text.contains("% alike"))
        #expect(walk.text.contains("y same case: merge"))
        let opened = try await walk.entries().filter { $0.draft.verb == "lead.open" }
        #expect(opened.count == 2, "who looked at the other is written down too")
        await walk.type("y")
        #expect(try await walk.state(2) == .merged(into: LeadID(1)))
        await walk.type("u")
        #expect(try await walk.state(2) == .flagged)
        await walk.type("gtn")
        await walk.type("t")
        #expect(walk.notice == "No similar leads.")
    }

    @Test func aLeadIsHandedToAColleague() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(3))
        await walk.type("Ahafiz")
        await walk.press(.enter)
        #expect(walk.screen.open?.lead.id == LeadID(2))
        let now = walk.now
        let lead = try await walk.store.read { db in try db.lead(LeadID(1), at: now) }
        #expect(lead?.handling.assignee == Sample.actor("hafiz"))
    }

    @Test func theLastDecisionIsRepeatedWithItsReason() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(4))
        await walk.type(".")
        #expect(walk.notice == "There is no decision to repeat yet.")
        await walk.type("r3MAIK")
        await walk.press(.enter)
        await walk.type(".")
        #expect(try await walk.state(2) == .rejected(.alreadyHelped))
        let standing = try await walk.store.read { db in try db.standing(of: LeadID(2)) }
        #expect(standing?.agency == "MAIK")
    }

    // MARK: Many at once

    @Test func manyAreDecidedTogetherAfterTheirNumberIsTyped() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(8))
        await walk.type("vjjj")
        await walk.type("r5")
        #expect(walk.notice == "Reject as \"Old news\": 4 leads? Type 4 to go on, or Esc:")
        await walk.type("3")
        await walk.press(.enter)
        #expect(walk.notice == "4 marked (*). Nothing was changed.")
        await walk.type("r54")
        await walk.press(.enter)
        #expect(walk.notice == "4 done, 0 skipped (already decided), 0 failed.")
        for id in 1...4 { #expect(try await walk.state(Int64(id)) == .rejected(.oldNews)) }
        let decisions = try await walk.entries().filter { $0.draft.verb == "lead.reject" }
        #expect(decisions.count == 1, "one command is one entry")
        await walk.type("u")
        #expect(try await walk.state(4) == .flagged)
    }

    @Test func marksComeAndGo() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(5))
        await walk.type(" k k ")
        #expect(walk.screen.marks == [LeadID(1)])
        await walk.type("*")
        #expect(walk.screen.marks.count == 5)
        await walk.press(esc)
        #expect(walk.screen.marks.isEmpty)
        await walk.type("gv")
        await walk.press(esc)
        #expect(walk.screen.rangeStart == nil)
    }

    @Test func moreThanAHundredAreNotDecidedAtOnce() async throws {
        var walk = try await ReviewWalk(leads: (1...101).map { Sample.found(Sample.article($0)) })
        await walk.type("*r5")
        #expect(walk.notice.contains("101 leads match; at most 100 at once."))
        #expect(try await walk.state(1) == .flagged)
    }

    // MARK: When the store refuses

    /// PRIVACY.md, P4: what cannot be written down as read is not shown.
    @Test func nothingIsShownOfALeadWhoseOpeningCannotBeKept() async throws {
        var walk = try await ReviewWalk(leads: [InventedLeads.fall])
        await walk.carryOut([.leave(LeadID(1))])
        let reading = try Store.open(walk.folder.database, mode: .read)
        let refused = try await ReviewWalk(folder: walk.folder, store: reading, actor: "hafiz")
        #expect(refused.screen.open == nil)
        #expect(!refused.painted.contains("Rekaan bin Contoh"))
        #expect(refused.text.contains("Read-only"))
    }

    // MARK: Leaving

    @Test func leavingTellsWhatWasDone() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(4))
        await walk.type("ar5q")
        #expect(walk.text.contains("You reviewed 2 leads"))
        #expect(!walk.isOver)
        await walk.press(esc)
        #expect(walk.screen.open != nil)
        await walk.type("qq")
        #expect(walk.isOver)
    }

    @Test func whoDecidedNothingJustLeaves() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        await walk.type("q")
        #expect(walk.isOver)
    }

    @Test func whileTheWindowIsTooSmallNothingIsDecided() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2), columns: 59, rows: 16)
        #expect(walk.text.contains("The window is 59 by 16"))
        await walk.type("ar5")
        #expect(try await walk.state(1) == .flagged)
        walk.resize(columns: 60, rows: 16)
        #expect(walk.text.contains("#1"))
    }

    // MARK: The table of keys

    @Test func everyKeyDoesOneThingAndEveryNameIsBound() {
        let bindings = KeyRow.all.flatMap(\.bindings)
        let names = bindings.compactMap(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names) == Set(KeyAction.allCases))
        let keys = bindings.flatMap(\.fixed) + names.map { Key($0.standard) }
        #expect(Set(keys).count == keys.count)
        for binding in bindings {
            for key in binding.fixed + (binding.name.map { [Key($0.standard)] } ?? []) {
                #expect(KeyMap().action(of: key) == binding.action)
            }
        }
    }

    @Test(arguments: [ScreenLanguage.english, .malay]) func thePageOfKeysNamesEveryKey(language: ScreenLanguage)
        async throws
    {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(1), language: language)
        await walk.type("?")
        for row in KeyRow.all { #expect(walk.text.contains(" \(KeyMap().names(in: row))"), "\(row.words.en)") }
    }

    @Test func aKeyThatWasChosenDoesItAndItsPageAndFootSaySo() async throws {
        let keys = "keys: {accept: z, reject: \"!\", leave: Q}\n"
        var walk = try await ReviewWalk(leads: InventedLeads.plain(3), configuration: keys)
        #expect(walk.lines.last?.hasPrefix(" z accept  ! reject  s snooze") == true)
        await walk.type("a")
        #expect(try await walk.state(1) == .flagged)
        await walk.type("z")
        #expect(try await walk.state(1)?.code == "prospect")
        await walk.type("!9")
        #expect(try await walk.state(2)?.code == "rejected")
        await walk.type("?")
        #expect(walk.text.contains(" z      accept -> prospect"))
        await walk.press(esc)
        await walk.type("Q")
        #expect(walk.text.contains("You reviewed 2 leads"))
        #expect(walk.lines.last?.hasPrefix(" Q leave") == true)
    }
}
