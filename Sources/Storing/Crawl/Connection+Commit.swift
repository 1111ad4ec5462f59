public import Model
import Text

/// Says where an article belongs among leads that share a key with it; the last argument loads all that one of them says
/// (nil where it is gone).
public typealias Placing = (FoundArticle, [LeadCandidate], (LeadID) throws -> CandidateDetail?) throws -> Placement

extension Connection {
    /// Keeps what one poll of a source brought: articles, leads, states and history, all in the transaction that this
    /// is called in. Doing it again (after a kill, or in a second run) changes nothing.
    ///
    /// - Parameters:
    ///   - placing: where an article belongs among leads that share a key with it. Called inside the transaction, so
    ///     that two articles of one event cannot both make a lead.
    /// - Throws: `StoreError.leaseLost` where another has taken the host meanwhile, and what `placing` throws.
    @discardableResult
    public func commit(
        _ result: SourceResult, placing: Placing
    ) throws -> CommitSummary {
        if let lease = result.lease, try !holds(lease) { throw StoreError.leaseLost(lease.host) }
        var work = CommitWork(at: result.at)
        for found in result.articles { try keep(found, &work, placing) }
        try save(result.source)
        try save(result.host)
        try add(result.record)
        if !work.targets.isEmpty {
            try append(JournalDraft(at: result.at, by: result.author, verb: "crawl", targets: work.targets))
        }
        return work.summary
    }

    private func keep(
        _ found: FoundArticle, _ work: inout CommitWork, _ placing: Placing
    ) throws {
        switch try keep(found) {
        case .new(let id):
            work.summary.new += 1
            try place(id, found, &work, placing)
        case .revised(let known):
            work.summary.revised += 1
            guard let lead = known.lead else { return try place(known.id, found, &work, placing) }
            try renew(known.id, found, in: lead, &work)
        case .known, .erased:
            work.summary.known += 1
        }
    }

    private func place(
        _ article: ArticleID, _ found: FoundArticle, _ work: inout CommitWork,
        _ placing: Placing
    ) throws {
        let candidates = try candidates(forKeys: found.keys)
        let placement = candidates.isEmpty ? .alone : try placing(found, candidates, candidateDetail)
        guard let join = placement.joins else {
            guard found.score.isFlagged else { return }
            let id = try makeLead(of: article, found, at: work.now)
            work.summary.made.append(id)
            work.targets.append(.crawled(id, .compact([("did", "flagged"), ("score", .int(found.score.value))])))
            return try offer(placement.offers, for: id, at: work.now)
        }
        let target = try mergedInto(join.link.lead)
        try attach(article, found, to: target, joined: join.link.reason, facts: join.link.facts)
        work.summary.joined.append(target)
        if join.link.reason == .nearCopy { work.summary.copies += 1 }
        let event: JSONValue = .compact([
            ("did", "joined"), ("article", .integer(article.value)), ("why", .string(join.link.reason.rawValue)),
        ])
        work.targets.append(.crawled(target, event))
        let news: LeadNews.Kind = [.nearCopy, .sameURL].contains(join.link.reason) ? .copy : .article
        try update(target, join.identification, news: news, &work)
        try offer(placement.offers, for: target, at: work.now)
    }

    /// An article of a lead was edited: the lead says what it says now.
    private func renew(
        _ article: ArticleID, _ found: FoundArticle, in lead: LeadID, _ work: inout CommitWork
    ) throws(StoreError) {
        try attach(article, found, to: lead, joined: .first)
        guard let row = try leadRow(lead, at: work.now) else { return }
        let articles: Int = try value("SELECT count(*) FROM lead_article WHERE lead = $1", lead) ?? 0
        let identification = articles == 1 ? found.identification : row.identification
        let event: JSONValue = .compact([("did", "revised"), ("article", .integer(article.value))])
        work.targets.append(.crawled(lead, event))
        try update(lead, identification, news: .revised, &work)
    }

    private func update(
        _ lead: LeadID, _ identification: Identification, news: LeadNews.Kind, _ work: inout CommitWork
    ) throws(StoreError) {
        guard let before = try head(of: lead, at: work.now) else { return }
        let urgency: Urgency? = try value("SELECT urgency FROM lead WHERE id = $1", lead)
        try refresh(lead, standing: before.standing, identification: identification, at: work.now)
        guard let row = try leadRow(lead, at: work.now) else { return }
        let change = LeadNews(
            kind: news, scoreBefore: before.score, score: row.score.value,
            isMoreUrgent: urgency.map { row.urgency > $0 } ?? false)
        guard let reason = before.standing.returns(on: change) else { return }
        let awake = before.standing.flagged(because: reason)
        try save(awake, of: lead, at: work.now)
        work.summary.woken.append(lead)
        work.targets.append(JournalTarget(lead: lead, before: before.standing.json, after: awake.json))
    }

    /// The lead that a merged one lives on in. Merging keeps no circles; the bound is for a file edited by hand.
    private func mergedInto(_ lead: LeadID) throws(StoreError) -> LeadID {
        var lead = lead
        for _ in 0..<20 {
            guard let standing = try standing(of: lead), case .merged(into: let next) = standing.state else { break }
            lead = next
        }
        return lead
    }
}

/// What a commit has gathered so far.
private struct CommitWork {
    var summary = CommitSummary()
    var targets: [JournalTarget] = []
    let now: Instant

    init(at now: Instant) { self.now = now }
}

extension JournalTarget {
    /// A crawl changes no decision, so there is no state before.
    fileprivate static func crawled(_ lead: LeadID, _ event: JSONValue) -> JournalTarget {
        JournalTarget(lead: lead, before: .object([]), after: event)
    }
}
