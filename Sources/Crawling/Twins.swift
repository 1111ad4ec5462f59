public import Model
import Reading
public import Scheduling

extension [Source] {
    /// Sources that lie at one address, as when two have moved to it: one of them is polled, and the others are left alone
    /// while that is so, or every article would be fetched as often as there are names for it.
    ///
    /// The one that is kept is the one whose file has the address; else the one that moved there first. Nothing is written:
    /// a move that is taken back makes them two again.
    ///
    /// - Returns: for each source that is left alone the one that is polled in its place.
    public func twins(_ states: [SourceID: SourceState]) -> [SourceID: SourceID] {
        // Only a move can make two of what was written as one each; two entries of one address are the files' matter
        // (`source lint`), and may be two lists of one page.
        guard contains(where: { states[$0.id]?.address.move != nil }) else { return [:] }
        var groups: [Place: [Source]] = [:]
        for source in self where source.isEnabled {
            groups[Place(source, states[source.id]), default: []].append(source)
        }
        var twins: [SourceID: SourceID] = [:]
        for group in groups.values where group.count > 1 {
            let order = group.sorted { Seniority($0, states[$0.id]) < Seniority($1, states[$1.id]) }
            for other in order.dropFirst() where states[other.id]?.address.move?.replaced == other.url {
                twins[other.id] = order[0].id
            }
        }
        return twins
    }
}

/// What is read, and where: the same for twins.
private struct Place: Hashable {
    let address: String
    let kind: SourceKind
    let links: String?

    init(_ source: Source, _ state: SourceState?) {
        let address = state?.address(of: source) ?? source.url
        self.address = WebURL(address)?.href ?? address
        (kind, links) = (source.kind, source.links)
    }
}

/// Who came first to an address.
private struct Seniority: Comparable {
    /// The address is that of its file.
    let isAtHome: Bool
    let since: Instant
    let id: String

    init(_ source: Source, _ state: SourceState?) {
        let move = state?.address.move.flatMap { $0.replaced == source.url ? $0 : nil }
        isAtHome = move == nil
        since = move?.since ?? Instant(milliseconds: 0)
        id = source.id.value
    }

    static func < (a: Seniority, b: Seniority) -> Bool {
        (a.isAtHome ? 0 : 1, a.since, a.id) < (b.isAtHome ? 0 : 1, b.since, b.id)
    }
}
