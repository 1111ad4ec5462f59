import Model
import Referring
import Reviewing
import Settings
import Storing
import Terminal

/// Carries out what the screen asks for, each effect in one transaction, and answers with what came of it.
struct ReviewAnswers {
    private let desk: ReviewDesk
    /// Read with the first lead that is opened.
    private var programmes: ProgrammeCatalogue?
    private var offices: OfficeFinder

    private var context: Context { desk.context }

    init(desk: ReviewDesk) {
        self.desk = desk
        offices = OfficeFinder(desk.context)
    }

    /// What the world answers. A fault of the store is told on the screen: nothing was changed then.
    mutating func answer(to effect: ReviewEffect, of screen: ReviewScreen) async -> ReviewEvent? {
        do {
            return try await carryOut(effect, screen)
        } catch let error as StoreError {
            return .failed(Message(error))
        } catch let failure as CommandFailure {
            return .failed(failure.message)
        } catch {
            return .failed(.databaseFault("\(error)"))
        }
    }

    private mutating func carryOut(_ effect: ReviewEffect, _ screen: ReviewScreen) async throws -> ReviewEvent? {
        let (store, actor, now) = (desk.store, context.actor, context.now)
        switch effect {
        case .load(let query, let selecting):
            return .loaded(try await store.read { db in try db.queuePage(query, at: now) }, selecting: selecting)
        case .loadMore(let query): return .loadedMore(try await store.read { db in try db.queuePage(query, at: now) })
        case .refresh(let query): return .refreshed(try await store.read { db in try db.queuePage(query, at: now) })
        case .open(let id, let left):
            return try await opened(leaving: left) { db, author, lease in
                (try db.open(id, by: author, lease: lease, at: now), [])
            }
        case .openFirst(let ids, let left):
            return try await opened(leaving: left) { db, author, lease in
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
        case .passOn(let id, let agency): return .passedOn(id, try await desk.passOn(id, to: agency))
        case .renew(let id): return try await renewed(id)
        case .undo(let target): return .undone(try await desk.undo(target))
        case .search(let text, let isInverse):
            let found = try context.leadSearch(text).conditions
            let conditions = isInverse ? found.map { LeadCondition.not($0) } : found
            return .found(.init(text: text, isInverse: isInverse, conditions: conditions))
        case .history(let id):
            let query = JournalQuery(lead: id, limit: 200)
            return .entries(title: .screenHistory, try await store.read { db in try db.journal(query) })
        case .today:
            let query = JournalQuery(actor: actor, since: now.midnight, passing: [Decision.openVerb], limit: 500)
            return .entries(title: .screenToday, try await store.read { db in try db.journal(query) })
        case .compare(let id): return try await compared(id, screen)
        case .run(let text):
            return .output(
                await ReviewCommandLine(context: context, size: screen.size, language: screen.language).run(text))
        case .summarise: return .summary(try await desk.summary(of: screen.tally))
        case .openPage(let id, let address):
            guard let opener = context.opener else { return .shown(.address(address, screen.language)) }
            return opener.start(on: address) ? .told(.articleOpened(id)) : .failed(.noBrowser(opener.words[0]))
        case .copy, .suspend, .finish: return nil
        }
    }

    /// The entry of the journal is written before anything is shown; where it cannot be, nothing is.
    private mutating func opened(
        leaving left: LeadID?,
        _ open: @Sendable @escaping (Connection, Author, TimeSpan) throws -> (Opening?, [LeadID])
    ) async throws -> ReviewEvent {
        let (author, lease, now) = (context.author, context.settings.lease, context.now)
        let (opening, passed, notes, returned) = try await desk.store.write { db in
            if let left { try db.endReading(of: left, by: author.actor, at: now) }
            let (opening, passed) = try open(db, author, lease)
            let id = opening?.lead?.id
            return (
                opening, passed, try id.map { try db.notes(of: $0) } ?? [],
                try id.flatMap { try db.returnedCase(of: $0, at: now) }
            )
        }
        guard let opening, let lead = opening.lead else { return .opened(nil, passed: passed) }
        if programmes == nil { programmes = try context.programmes() }
        let suggestions = programmes?.suggestions(for: lead, limit: returned == nil ? 5 : 20) ?? []
        return .opened(
            OpenLead(
                lead: context.veiled(lead), until: opening.until, returned: returned?.veiled(lead.isProtected),
                suggestions: returned?.doorsLeft(in: suggestions) ?? suggestions,
                office: offices.office(nearest: lead),
                notes: lead.isProtected ? [] : notes),
            passed: passed)
    }

    private func renewed(_ id: LeadID) async throws -> ReviewEvent {
        let result = try await desk.decide(.claim(for: context.settings.lease), [id], ifVersion: nil)
        guard case .taken(let claim, _)? = result.changed.first?.change.claim else { return .renewed(nil) }
        return .renewed(claim)
    }

    /// The likeliest of those that nobody has called different; who looked at it is written down before it is shown.
    private func compared(_ id: LeadID, _ screen: ReviewScreen) async throws -> ReviewEvent? {
        guard let left = screen.open?.lead, left.id == id else { return nil }
        let gazetteer = try context.gazetteer()
        let (author, now) = (context.author, context.now)
        let similar = try await desk.store.write { db -> SimilarLead? in
            let all = try db.similarLeads(to: id, using: gazetteer, at: now) ?? []
            guard let other = all.first(where: { !$0.isCalledDifferent && $0.lead.state == .flagged }) else {
                return nil
            }
            _ = try db.open(other.lead.id, by: author, lease: nil, at: now)
            return other
        }
        guard var similar else { return .failed(.screenNoneSimilar) }
        similar.lead = context.veiled(similar.lead)
        return .compared(Comparison(left: left, right: similar))
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

extension ReviewScreen.Setting {
    init(_ context: Context, query: LeadQuery, isBlind: Bool = false) {
        self.init(
            actor: context.actor, isOneDesk: context.isOneDesk, isBlind: isBlind, lease: context.settings.lease,
            hold: context.settings.hold,
            glyphs: context.output.terminal.glyphs, keys: KeyMap(context.settings.keys),
            usesClipboard: context.settings.usesClipboard, query: query)
    }
}
