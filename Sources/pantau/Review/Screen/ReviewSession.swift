import ArgumentParser
import Hashing
import Model
import Reviewing
import Storing
import Terminal

#if canImport(Glibc)
    import Glibc
#endif

/// The review on a real terminal: reads keys, carries out what the screen asks for, and shows it.
///
/// However it ends (by q, a signal, a hung-up line, an error), the terminal is given back and nothing stays held.
struct ReviewSession {
    private let desk: ReviewDesk
    private let terminal: RawTerminal
    private var screen: ReviewScreen
    private var answers: ReviewAnswers

    private var context: Context { desk.context }

    init(desk: ReviewDesk, terminal: RawTerminal, query: LeadQuery, isBlind: Bool) {
        (self.desk, self.terminal) = (desk, terminal)
        answers = ReviewAnswers(desk: desk)
        screen = ReviewScreen(
            ReviewScreen.Setting(desk.context, query: query, isBlind: isBlind), language: desk.context.language,
            size: terminal.size, at: desk.context.now)
    }

    mutating func run() async throws {
        let input = TerminalInput()
        defer { input.stop() }
        guard terminal.enter() else { return }
        let stop: Int32?
        do {
            stop = try await review(input)
        } catch {
            terminal.leave()
            try await desk.releaseAll()
            throw error
        }
        terminal.leave()
        try await desk.releaseAll()
        if let stop { throw ExitCode(128 + stop) }
        let summary = try await desk.summary(of: screen.tally)
        for line in summary.lines(in: screen.language) { context.output.line(StyledText(line)) }
    }

    /// - Returns: the signal that ended it; nil where the person left.
    private mutating func review(_ input: TerminalInput) async throws -> Int32? {
        var opening = screen.start()
        // The list stands on the screen while the first lead is fetched.
        if let first = opening.popLast(), let event = await answers.answer(to: first, of: screen) {
            opening = screen.receive(event, at: context.now)
        }
        terminal.show(screen.canvas(at: context.now))
        guard try await carryOut(opening) else { return nil }
        terminal.show(screen.canvas(at: context.now))
        for await event in input.events {
            switch event {
            case .keys(let keys): guard try await press(keys) else { return nil }
            case .resized: screen.resize(to: terminal.size)
            case .idle: try await refresh()
            case .suspended: try await suspend()
            case .stopped(let signal): return signal
            case .closed: return SIGHUP
            }
            terminal.show(screen.canvas(at: context.now))
        }
        return SIGHUP
    }

    /// - Returns: false where the person leaves.
    private mutating func press(_ keys: [Key]) async throws -> Bool {
        for (index, key) in keys.enumerated() {
            var effects = screen.handle(key, at: context.now)
            let isFollowed =
                keys.indices.contains(index + 1) && screen.setting.keys.action(of: keys[index + 1])?.isMove == true
            // Of a run through the list only its end is opened: each lead that is opened is written down as read.
            if isFollowed { effects.removeAll { if case .open = $0 { true } else { false } } }
            guard try await carryOut(effects) else { return false }
        }
        return true
    }

    private mutating func refresh() async throws {
        guard screen.mode == .browsing, screen.isLoaded else { return }
        let query = screen.query(count: max(ReviewScreen.window, screen.rows.count))
        _ = try await carryOut([.refresh(query)])
    }

    /// Carries out effects, and those that follow from them.
    ///
    /// - Returns: false where the person leaves.
    private mutating func carryOut(_ effects: [ReviewEffect]) async throws -> Bool {
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            switch effect {
            case .finish: return false
            case .suspend: try await suspend()
            case .copy(let text): terminal.copy(base64: Array(text.utf8).base64)
            case .openPage, .load, .refresh, .loadMore, .open, .openFirst, .leave, .decide, .takeOver, .passOn, .renew,
                .undo,
                .search,
                .history,
                .today,
                .compare, .run, .summarise:
                guard let event = await answers.answer(to: effect, of: screen) else { continue }
                waiting = screen.receive(event, at: context.now)[...] + waiting
            }
        }
        return true
    }

    /// Gives the terminal and all leads back until somebody brings the program to the front again.
    private mutating func suspend() async throws {
        try await desk.releaseAll()
        terminal.leave()
        TerminalInput.pause()
        terminal.enter()
        screen.resize(to: terminal.size)
        _ = try await carryOut(screen.resume())
    }
}
