import ArgumentParser
import Model
import Referring
import Reviewing
import Settings
import Storing
import Terminal

#if canImport(Glibc)
    import Glibc
#endif

/// The review on a real terminal: reads keys, carries out what the screen asks for, and shows it.
///
/// However it ends (by q, a signal, a hung-up line, an error), the terminal is given back and nothing stays held.
struct ReviewSession {
    let desk: ReviewDesk
    let terminal: RawTerminal
    private var screen: ReviewScreen
    private var programmes: ProgrammeCatalogue?

    private var context: Context { desk.context }

    init(desk: ReviewDesk, terminal: RawTerminal, query: LeadQuery, isBlind: Bool) {
        (self.desk, self.terminal) = (desk, terminal)
        let context = desk.context
        let setting = ReviewScreen.Setting(
            actor: context.actor, isBlind: isBlind, lease: context.settings.lease, hold: context.settings.hold,
            glyphs: context.output.terminal.glyphs, query: query)
        screen = ReviewScreen(setting, language: context.language, size: terminal.size, at: context.now)
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
        guard try await carryOut(screen.start()) else { return nil }
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
            let isFollowed = keys.indices.contains(index + 1) && ReviewAction(keys[index + 1])?.isMove == true
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
            default:
                // The list stands on the screen while the lead is fetched.
                if case .openFirst = effect { terminal.show(screen.canvas(at: context.now)) }
                guard let event = await event(of: effect) else { continue }
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

    /// What the world answers. A fault of the store is told on the screen: nothing was changed then.
    private mutating func event(of effect: ReviewEffect) async -> ReviewEvent? {
        do {
            return try await answer(to: effect)
        } catch let error as StoreError {
            return .failed(Message(error))
        } catch let failure as CommandFailure {
            return .failed(failure.message)
        } catch {
            return .failed(.databaseFault("\(error)"))
        }
    }

    private mutating func answer(to effect: ReviewEffect) async throws -> ReviewEvent? {
        let (store, actor, now) = (desk.store, context.actor, context.now)
        switch effect {
        case .load(let query, let selecting):
            return .loaded(try await store.read { db in try db.queuePage(query, at: now) }, selecting: selecting)
        case .loadMore(let query): return .loadedMore(try await store.read { db in try db.queuePage(query, at: now) })
        case .refresh(let query): return .refreshed(try await store.read { db in try db.queuePage(query, at: now) })
        case .open(let id, let left): return try await opened(leaving: left) { db, author, lease in
                (try db.open(id, by: author, lease: lease, at: now), [])
            }
        case .openFirst(let ids, let left): return try await opened(leaving: left) { db, author, lease in
                try db.openFirst(of: ids, by: author, lease: lease, at: now)
            }
        case .leave(let id):
            try await store.write { db in try db.endReading(of: id, by: actor, at: now) }
            return nil
        case .decide(let decision, let ids, let version):
            return .decided(decision, try await desk.decide(decision, ids, ifVersion: version))
        case .takeOver(let id):
            let claim = Decision.claim(for: context.settings.lease)
            return .decided(claim, try await desk.decide(claim, [id], ifVersion: nil, takesOver: true))
        case .renew(let id): return try await renewed(id)
        case .undo(let target): return .undone(try await desk.undo(target))
        case .search(let text, let isInverse):
            let found = try context.leadSearch(text).conditions
            return .found(isInverse ? found.map { .not($0) } : found)
        case .history(let id):
            let query = JournalQuery(lead: id, limit: 200)
            return .entries(title: .screenHistory, try await store.read { db in try db.journal(query) })
        case .today:
            let query = JournalQuery(actor: actor, since: now.midnight, passing: [Decision.openVerb], limit: 500)
            return .entries(title: .screenToday, try await store.read { db in try db.journal(query) })
        case .compare(let id, let link): return try await compared(id, link)
        case .run(let text):
            return .output(await ReviewCommandLine(context: context, size: screen.size, language: screen.language).run(text))
        case .summarise: return .summary(try await desk.summary(of: screen.tally))
        case .suspend, .finish: return nil
        }
    }

    /// The entry of the journal is written before anything is shown; where it cannot be, nothing is.
    private mutating func opened(
        leaving left: LeadID?,
        _ open: @Sendable @escaping (Connection, Author, TimeSpan) throws -> (Opening?, [LeadID])
    ) async throws -> ReviewEvent {
        let (author, lease, now) = (context.author, context.settings.lease, context.now)
        let (opening, passed, notes) = try await desk.store.write { db in
            if let left { try db.endReading(of: left, by: author.actor, at: now) }
            let (opening, passed) = try open(db, author, lease)
            return (opening, passed, try opening?.lead.map { try db.notes(of: $0.id) } ?? [])
        }
        guard let opening, let lead = opening.lead else { return .opened(nil, passed: passed) }
        if programmes == nil { programmes = try context.programmes() }
        let suggestions = programmes?.suggestions(for: lead, limit: 5) ?? []
        return .opened(
            OpenLead(
                lead: lead, until: opening.until, suggestions: suggestions, notes: lead.isProtected ? [] : notes),
            passed: passed)
    }

    private func renewed(_ id: LeadID) async throws -> ReviewEvent {
        let result = try await desk.decide(.claim(for: context.settings.lease), [id], ifVersion: nil)
        guard case .taken(let claim, _)? = result.changed.first?.change.claim else { return .renewed(nil) }
        return .renewed(claim)
    }

    private func compared(_ id: LeadID, _ link: LeadLink) async throws -> ReviewEvent? {
        guard let left = screen.open?.lead, left.id == id else { return nil }
        let (author, now) = (context.author, context.now)
        let opening = try await desk.store.write { db in try db.open(link.lead, by: author, lease: nil, at: now) }
        guard let right = opening.lead else { throw CommandFailure(.notFound(link.lead)) }
        return .compared(Comparison(left: left, right: right, facts: link.facts))
    }
}

extension Opening {
    /// nil where there is no such lead.
    fileprivate var lead: Lead? {
        switch self {
        case .held(let lead, _), .shared(let lead): lead
        case .notFound: nil
        }
    }

    /// Until when it is held for the person who opened it.
    fileprivate var until: Instant? {
        switch self {
        case .held(_, let claim): claim.until
        case .shared, .notFound: nil
        }
    }
}

extension Instant {
    /// The beginning of its day on Malaysia's clock.
    var midnight: Instant {
        let clock = CivilTime(self)
        return Instant(seconds: seconds) - .seconds(Int64(clock.hour * 3600 + clock.minute * 60 + clock.second))
    }
}
