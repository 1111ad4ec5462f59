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
        #expect(walk.painted.contains("\u{1B}[0;1;4;94m"))
        // Cleared by a negation: struck through, and numbered too.
        var down = walk
        await down.type("NJJJJ")
        #expect(down.painted.contains("\u{1B}[0;9m«berhutang»"))
    }

    @Test(arguments: [
        (80, ScreenLanguage.english, "WHEN   20 Nov 2026; work: tapak bina Rekaan Sdn Bhd; PERKESO Klang (guess)"),
        (80, .malay, "BILA   20 Nov 2026; kerja: tapak bina Rekaan Sdn Bhd; PERKESO Klang (anggaran)"),
        (79, .malay, "BILA   20 Nov 2026; kerja: tapak bina Rekaan Sdn Bhd"),
        (60, .english, "WHEN   20 Nov 2026; work: tapak bina Rekaan Sdn Bhd"),
        (120, .english, "WHERE  Taman Contoh, Klang, Selangor (10_2); PERKESO Klang (guess)"),
        (120, .english, "WHEN   Friday 20 November 2026"), (120, .english, "WORK   tapak bina Rekaan Sdn Bhd"),
        (120, .malay, "BILA   Jumaat 20 November 2026"), (120, .malay, "KERJA  tapak bina Rekaan Sdn Bhd"),
        (100, .english, "       PERKESO Klang (guess)"),
    ])
    func whenItHappenedAtWhichWorkAndWhichOfficeIsNearIsSaidWhereThereIsRoom(
        columns: Int, language: ScreenLanguage, shown: String
    ) async throws {
        let walk = try await ReviewWalk(leads: [InventedLeads.fall], columns: columns, language: language)
        #expect(walk.lines.contains { $0.trimmed.hasSuffix(shown) }, "\(walk.text)")
    }

    @Test func theLineBearsTheNameOfItsFirstFact() async throws {
        func shown(_ change: (inout Identification) -> Void) async throws -> [String] {
            var found = InventedLeads.fall
            change(&found.identification)
            return try await ReviewWalk(leads: [found]).lines.map(\.trimmed)
        }
        let withoutDay = try await shown { $0.eventDay = nil }
        #expect(withoutDay.contains("WORK   tapak bina Rekaan Sdn Bhd; PERKESO Klang (guess)"))
        let withOffice = try await shown { ($0.eventDay, $0.workplace) = (nil, nil) }
        #expect(withOffice.contains("WHERE  PERKESO Klang (guess)"))
        let withNothing = try await shown { ($0.eventDay, $0.workplace, $0.place) = (nil, nil, nil) }
        #expect(!withNothing.contains { $0.hasPrefix("WHERE") || $0.hasPrefix("WHEN") || $0.hasPrefix("WORK") })
        let long = String(repeating: "kilang ", count: 20) + "Rekaan"
        let cut = try await shown { $0.workplace = Workplace(name: long) }
        #expect(cut.contains { $0.hasPrefix("WHEN   20 Nov 2026; work: kilang kilang") && $0.hasSuffix("…") })
    }

    @Test func anotherNameStandsBehindTheNameAndNothingOfAProtectedPersonsWorkIsSaid() async throws {
        var found = InventedLeads.fall
        found.identification.persons[0].aliases = ["Pok Li"]
        #expect(try await ReviewWalk(leads: [found]).text.contains("WHO    Rekaan bin Contoh (also Pok Li), 34"))
        found.score = Sample.score(71, urgency: .urgent, needs: [.abuse], isProtected: true)
        for columns in [80, 120] {
            let text = try await ReviewWalk(leads: [found], columns: columns).text
            for word in ["Pok Li", "tapak bina"] { #expect(!text.contains(word)) }
        }
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
