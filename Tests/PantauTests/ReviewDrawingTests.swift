import Foundation
import Model
import Reviewing
import Storing
import StoringSamples
import Terminal
import Testing

@testable import pantau

/// How the review screen looks.
@Suite struct ReviewDrawingTests {
    private func walk(_ window: RecordedWalk.Window, glyphs: Glyphs = .unicode) async throws -> ReviewWalk {
        try await ReviewWalk(
            leads: InventedLeads.mixed, columns: window.columns, rows: window.rows, language: window.language,
            glyphs: glyphs)
    }

    /// `PANTAU_RECORD=1` writes what it shows as the new golden screens.
    @Test(arguments: RecordedWalk.windows) func theWalkThroughTheQueueLooksAsRecorded(window: RecordedWalk.Window)
        async throws
    {
        var walk = try await walk(window)
        var shown = ""
        for step in RecordedWalk.steps {
            for key in step.keys { await walk.press(key) }
            shown += "=== \(step.title)\n" + walk.picture.recorded
        }
        try Golden.expect(shown, "\(window)")
    }

    @Test(arguments: RecordedWalk.windows) func noLineIsWiderThanTheWindow(window: RecordedWalk.Window) async throws {
        var walk = try await walk(window)
        for key in [
            "", "r", "\u{1B}", "s", "\u{1B}", "?", "\u{1B}", "e", "\u{1B}", "i", "\u{1B}", "o", "\u{1B}", "t", "/", "x",
        ] {
            for letter in key { await walk.press(letter == "\u{1B}" ? .escape : .character(letter)) }
            #expect(walk.lines.count == window.rows)
            for line in walk.lines { #expect(line.columns <= window.columns, "\(key): \(line)") }
        }
    }

    @Test func aPhraseIsMarkedBySignsAttributeAndNumber() async throws {
        let walk = try await ReviewWalk(leads: [InventedLeads.fall])
        #expect(walk.text.contains("«patah tulang belakang»[2]"))
        #expect(walk.text.contains("+32[1][2]"))
        #expect(walk.painted.contains("\u{1B}[0;1;4m"))
        // Cleared by a negation: struck through, and numbered too.
        var down = walk
        await down.type("NJJJJ")
        #expect(down.painted.contains("\u{1B}[0;9m«berhutang»"))
    }

    @Test func asciiNeedsNoOtherSigns() async throws {
        var walk = try await walk(RecordedWalk.windows[0], glyphs: .ascii)
        for keys in ["", "a", "e"] {
            await walk.type(keys)
            #expect(walk.text.utf8.allSatisfy { $0 < 0x80 }, "\(keys)")
        }
        #expect(
            try await ReviewWalk(leads: [InventedLeads.fall], glyphs: .ascii).text.contains(">>patah tulang belakang<<")
        )
    }

    @Test func aBlindReviewShowsNeitherScoreNorUrgencyNorPhrases() async throws {
        var walk = try await ReviewWalk(leads: [InventedLeads.fall], isBlind: true)
        for word in ["95", "WHY", "«", "!!  "] { #expect(!walk.text.contains(word), "\(word)") }
        await walk.type("e")
        #expect(walk.notice == "Not shown in a blind review.")
    }

    @Test func keysThatDoNotApplyAreGreyAndSayWhy() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(1))
        await walk.type("r5")
        #expect(walk.painted.contains("\u{1B}[0;2mx skip"))
        await walk.type("x")
        #expect(walk.notice == "No lead is open here.")
    }

    @Test func phrasesAreGoneThroughOneByOne() async throws {
        var walk = try await ReviewWalk(leads: [InventedLeads.fall], columns: 60, rows: 16)
        await walk.type("n")
        let first = walk.screen.scroll
        await walk.type("n")
        #expect(walk.screen.scroll >= first)
        await walk.type("NNN")
        #expect(walk.screen.scroll == 0)
    }

    /// Text from the web may bring whatever it likes: none of it reaches the terminal as it came.
    @Test func hostileTextIsInert() async throws {
        let text =
            "\u{1B}[2J\u{1B}]0;x\u{7}api \u{202E}tset\u{202C} \u{9B}31m\u{0}\u{8}\r\nbaris \u{200B}dua\u{1B}P1;2q\u{1B}\\"
        let found = Sample.found(
            Sample.article(1, title: text, text: text, outlet: text), score: Sample.score(80),
            identification: Sample.identification(name: text))
        var walk = try await ReviewWalk(leads: [found])
        for keys in ["", "e", "\u{1B}", "i", "\u{1B}", "o", "\u{1B}", "+", "\u{1B}", "h", "\u{1B}", "J"] {
            for letter in keys { await walk.press(letter == "\u{1B}" ? .escape : .character(letter)) }
            #expect(hostileScalars(in: walk.text).isEmpty, "\(keys)")
            let sequences = walk.painted.replacing(/\u{1B}\[(\d+(;\d+)*)?[mHJK]|\u{1B}\[\?25[lh]/, with: "")
            #expect(hostileScalars(in: sequences).isEmpty, "\(keys)")
        }
    }

    @Test func aVeryLongArticleIsLaidOutInOneGo() async throws {
        let text = String(repeating: "Keluarga itu kehilangan rumah. ", count: 6000)
        let walk = try await ReviewWalk(leads: [Sample.found(Sample.article(1, text: text))])
        #expect((walk.screen.page?.lines.count ?? 0) > 2000)
    }
}
