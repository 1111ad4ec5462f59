public import Fetching
public import Model
import Reading
public import Scheduling
public import Storing

/// Looks for sources that are gone at the home pages of their sites: a feed that is 404 for a week has often moved without
/// a word.
public struct Rediscovery: Sendable {
    /// What came of a look.
    public enum Verdict: Hashable, Sendable {
        case nothing
        /// More than one thing may be it.
        case several([String])
        /// It is kept beside the source, for a person to decide on.
        case suggested(AddressSuggestion)
        /// On the same host and of the outlet's name: it is polled there from now on.
        case taken(AddressSuggestion)
    }

    private let store: Store
    private let guest: PoliteFetcher
    private let clock: any Timekeeper

    /// A feed comes back from an error of a day or two by itself.
    public static let patience = TimeSpan.days(7)

    public init(store: Store, guest: PoliteFetcher, clock: any Timekeeper = SystemClock()) {
        (self.store, self.guest, self.clock) = (store, guest, clock)
    }

    /// Whether a source is away for so long, and in such a way, that it may lie elsewhere.
    public static func isWanted(_ source: Source, _ standing: SourceStanding, at now: Instant) -> Bool {
        guard source.isEnabled, source.kind != .page, let trouble = standing.state.trouble,
            now - trouble.since >= patience
        else { return false }
        switch trouble.kind {
        case .gone: return true
        case .failing, .asleep: return ["http-404", "not-a-feed"].contains(standing.history.first?.outcome)
        case .needsAccess, .challenge, .denied, .withheld: return false
        }
    }

    /// Looks at the home page of a source's site.
    ///
    /// - Parameters:
    ///   - standing: of the source; a move that a person took back is not taken again.
    ///   - others: addresses of other sources: what is found there is not the one that is missing.
    ///   - isTaken: a person says that a single find is it.
    ///   - isTrial: keeps nothing, and tells what would be.
    /// - Throws: `StoreError` where the verdict cannot be kept.
    public func look(
        for source: Source, _ standing: SourceStanding, besides others: Set<String>, isTaken: Bool, isTrial: Bool
    ) async throws -> Verdict {
        guard let url = WebURL(source.url) else { return .nothing }
        let found = await Discovery.discover(siteOf: url, with: guest, clock: clock).found.filter { found in
            found.kind.isSameForm(as: source.kind) && found.items > 0 && !found.isOfComments
                && found.url.href != url.href && !others.contains(found.url.href)
        }
        guard let first = found.first else { return .nothing }
        guard found.count == 1 else { return .several(found.map(\.url.href)) }
        let now = clock.now()
        let suggestion = AddressSuggestion(first.url.href, titled: first.title, at: now)
        let isLikely = first.url.host == url.host && first.title.isName(of: source.outlet)
        let isSure = isTaken || isLikely && standing.state.address.undone != suggestion.address
        if !isTrial { try await keep(suggestion, of: source, isSure: isSure, at: now) }
        return isSure ? .taken(suggestion) : .suggested(suggestion)
    }

    private func keep(_ suggestion: AddressSuggestion, of source: Source, isSure: Bool, at now: Instant) async throws {
        try await store.write { db in
            guard let row = try db.sourceRow(source.id) else { return }
            var state = SourceState(row)
            if isSure {
                state.follow(suggestion.address, from: source.url, at: now)
            } else {
                state.suggestion = suggestion
            }
            let host = source.politenessHost(state)
            try db.save(state.row(of: source.id, on: host))
            if isSure { try db.schedule(host, for: now, at: now) }
        }
    }
}

extension SourceKind {
    /// A WordPress site that is gone may be found as its feed.
    fileprivate func isSameForm(as other: SourceKind) -> Bool {
        func form(_ kind: SourceKind) -> Int {
            switch kind {
            case .feed, .wordpress: 0
            case .sitemap: 1
            case .page: 2
            }
        }
        return form(self) == form(other)
    }
}

extension String {
    /// Whether a title is an outlet's name, whatever the capitals and signs.
    fileprivate func isName(of outlet: String) -> Bool {
        func plain(_ text: String) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
        return !plain(self).isEmpty && plain(self) == plain(outlet)
    }
}
