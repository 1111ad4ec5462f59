public import Model

/// What speaks for two articles telling of one case, and whether it is enough.
public struct CaseLink: Hashable, Sendable {
    public var reason: JoinReason
    /// Heaviest first, what speaks against last.
    public var facts: [JoinFact]
    /// The sum of the facts, in tenths of a point.
    public var tenths: Int
    /// Joined where it is; else only something to offer to a reviewer.
    public var isSure: Bool

    init(_ reason: JoinReason, _ facts: [JoinFact], isSure: Bool = true) {
        self.reason = reason
        self.facts = facts.heaviestFirst
        tenths = facts.reduce(0) { $0 + $1.tenths }
        self.isSure = isSure
    }
}

/// Why two articles tell of one case, surely or perhaps; nil where nothing much speaks for it.
///
/// Symmetric. A different name or age of a victim, another place or other days speak against a common event, unless other
/// facts outweigh them. Takes time linear in the size of the signatures.
public func link(between a: CaseSignature, and b: CaseSignature) -> CaseLink? {
    if !a.canonicalURL.isEmpty, a.canonicalURL == b.canonicalURL {
        return CaseLink(.sameURL, [JoinFact(.sameAddress, tenths: CasePair.bar)])
    }
    let pair = CasePair(a, b)
    return pair.nearCopy ?? pair.samePerson ?? pair.sameEvent
}

/// What speaks for and against a common event of two articles that no link joins: for whoever asks why.
///
/// - Returns: heaviest first; nil where their days are too far apart for one event.
public func eventFacts(between a: CaseSignature, and b: CaseSignature) -> [JoinFact]? {
    CasePair(a, b).eventFacts?.heaviestFirst
}

extension [JoinFact] {
    /// Without those that say nothing; what speaks against stands last.
    fileprivate var heaviestFirst: [JoinFact] { filter { $0.tenths != 0 }.sorted { $0.tenths > $1.tenths } }
}
