import Foundation
import Model
import Terminal
import Testing

@testable import pantau

/// The review of the built program in a real terminal: what it shows is what it draws.
@Suite(.enabled(if: Tmux.isInstalled, Comment(rawValue: Tmux.advice)))
struct TerminalWalkTests {
    @Test(arguments: RecordedWalk.windows) func theWalkInATerminalLooksAsRecorded(window: RecordedWalk.Window)
        async throws
    {
        let (machine, store) = try await Machine.withLeads(InventedLeads.mixed)
        let tmux = try await Tmux(
            on: machine, columns: window.columns, rows: window.rows,
            with: ["PANTAU_LANG": window.language.rawValue])
        let recorded = try Golden.text("\(window)").split(separator: "=== ").map { section in
            String(section[section.index(after: section.firstIndex(of: "\n") ?? section.startIndex)...])
        }
        try #require(recorded.count == RecordedWalk.steps.count)
        for (step, wanted) in zip(RecordedWalk.steps, recorded) {
            try await tmux.press(step.keys)
            var shown = ""
            do {
                try await tmux.wait(step.title) { picture in
                    shown = picture.recorded
                    return shown == wanted
                }
            } catch let failure as Tmux.Failure {
                Issue.record("\(window), \(step.title), \(Golden.difference(shown, wanted))\n\(failure)")
                return
            }
        }
        try await tmux.press("q")
        try await tmux.wait(for: "EXIT 0")
        #expect(try await store.heldLeads() == [])
    }

    @Test func aWindowThatChangesIsDrawnAnew() async throws {
        let (machine, _) = try await Machine.withLeads(InventedLeads.plain(6))
        let tmux = try await Tmux(on: machine, columns: 59, rows: 15)
        try await tmux.wait(for: "The window is 59 by 15")
        try await tmux.resize(columns: 120, rows: 30)
        let wide = try await tmux.wait(for: "Yours until")
        #expect(wide.lines.count == 30)
        #expect(wide.lines.last?.contains(": command") == true, "there is room for more keys")
        try await tmux.type("r")
        try await tmux.wait(for: "Reject #1: why?")
        // In the middle of a question; it stays.
        try await tmux.resize(columns: 60, rows: 16)
        let small = try await tmux.wait("60 by 16") { $0.lines.last?.hasPrefix(" a accept") == true }
        #expect(small.text.contains("Reject #1: why?"))
        try await tmux.resize(columns: 100, rows: 20)
        try await tmux.type("5")
        try await tmux.wait("side by side again") { picture in
            picture.text.contains("Rejected #1") && picture.lines.contains { $0.contains("| #2") }
        }
    }
}

extension Tmux {
    /// Presses the keys of a recorded walk.
    func press(_ keys: [Key]) async throws {
        for key in keys {
            switch key {
            case .enter: try await press("Enter")
            case .escape: try await press("Escape")
            case .character(let letter): try await type(String(letter))
            case .control, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
                .pageDown, .shiftUp, .shiftDown, .paste, .unknown:
                throw Failure(description: "\(key) is not in the recorded walk")
            }
        }
    }
}
