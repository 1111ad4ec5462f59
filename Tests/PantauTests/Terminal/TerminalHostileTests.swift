import Foundation
import Model
import Storing
import StoringSamples
import Testing

/// Whatever a page brings, the terminal gets text, and the sequences that the screen is drawn with: nothing else.
@Suite(.enabled(if: Tmux.isInstalled, Comment(rawValue: Tmux.advice)))
struct TerminalHostileTests {
    /// Each text in every place that a page fills.
    private var leads: [FoundArticle] {
        HostileText.all.enumerated().map { number, text in
            var identification = Sample.identification(name: String(text.prefix(8000)))
            identification.place = Place(
                stateCode: "MY-10", stateName: "Selangor", districtCode: "10_2", districtName: String(text.prefix(300)),
                locality: String(text.prefix(300)))
            return Sample.found(
                Sample.article(
                    number + 1, title: String(text.prefix(4000)), text: text + "\n" + text.prefix(10_000),
                    outlet: String(text.prefix(300))),
                score: Sample.score(90 - number), identification: identification)
        }
    }

    /// One of each page on each lead; a letter is pressed when the page before it stands there.
    @Test func theScreenSendsNothingOfWhatAPageBrings() async throws {
        let (machine, _) = try await Machine.withLeads(leads)
        for (id, text) in HostileText.all.enumerated() {
            try await machine.pantau(
                "lead", "note", "\(id + 1)", String(text.replacing("\0", with: "").prefix(1000)))
        }
        let tmux = try await Tmux(on: machine, keepsBytes: true)
        for number in 1...HostileText.all.count {
            try await tmux.wait(for: " #\(number) ")
            try await tmux.wait(for: "Yours until")
            try await tmux.type("n")
            for page in ["e", "i", "o", "h"] {
                try await tmux.type(page)
                try await tmux.wait(for: "Esc goes back")
                try await tmux.type("jJq")
                try await tmux.wait("the lead") { !$0.text.contains("Esc goes back") }
            }
            try await tmux.press("Enter", "C-d", "C-d", "G")
            try await tmux.press("Enter")
            try await tmux.type(":lead show \(number)")
            try await tmux.press("Enter")
            try await tmux.wait(for: "Esc goes back")
            try await tmux.type("q")
            try await tmux.wait(for: "Yours until")
            try await tmux.type("x")
        }
        try await tmux.type("+\u{202E}nota")
        try await tmux.press("Enter")
        try await tmux.wait(for: "Note added")
        try await tmux.type("q")
        try await tmux.wait(for: "EXIT 0")
        let bytes = try #require(tmux.file("bytes"))
        #expect(bytes.count > 20_000)
        #expect(Set(strangeParts(of: bytes, allowing: true)) == [])
    }

    @Test func theQuestionsSendNothingOfItEither() async throws {
        let (machine, _) = try await Machine.withLeads(leads)
        let answers = HostileText.all.flatMap { _ in ["v", "e", "o", "+", "\u{1B}[2Jnota", "\u{9B}2J", "x"] } + ["q"]
        let sitting = try await machine.pantau("review", "--plain", input: answers.map { $0 + "\n" }.joined())
        #expect(sitting.exit == 0)
        #expect(sitting.output.contains("Lead \(HostileText.all.count) of"))
        #expect(Set(strangeParts(of: sitting.outputBytes + sitting.messageBytes, allowing: false)) == [])
    }

    /// What takes two columns, one or none is the same for us and for the terminal, or the columns would not stand.
    @Test func wideAndMarkedTextStandsWhereItIsDrawn() async throws {
        let titles = ["辺境の家が焼けた 가나다라 😀 Kampung", "Te\u{301}ngku «Zaïd» 家\u{3099} … ½ ﬁ", "🏠 rumah hangus 🔥🔥 辺"]
        let leads = titles.enumerated().map { number, title in
            Sample.found(Sample.article(number + 1, title: title, text: title), score: Sample.score(90 - number))
        }
        let walk = try await ReviewWalk(leads: leads, columns: 100, rows: 20)
        let (machine, _) = try await Machine.withLeads(leads)
        let tmux = try await Tmux(on: machine, columns: 100, rows: 20)
        try await tmux.wait(for: "Yours until")
        try await tmux.wait("the screen as drawn") { $0.timelessText == walk.picture.timelessText }
    }
}
