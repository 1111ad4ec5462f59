public import Model
public import Storing

/// The queue as a person sees it at one moment: some of its leads, and the numbers of the whole.
public struct QueuePage: Hashable, Sendable {
    /// In the order of the queue, those that others hold among them.
    public var leads: [LeadSummary]
    /// How many fit the query.
    public var total: Int
    public var counts: QueueCounts

    public init(leads: [LeadSummary], total: Int, counts: QueueCounts) {
        (self.leads, self.total, self.counts) = (leads, total, counts)
    }
}

/// The numbers at the head of the desk.
public struct QueueCounts: Hashable, Sendable {
    /// Leads to review.
    public var byUrgency: [Urgency: Int]
    /// Leads that agencies gave back.
    public var returned: Int
    /// When each accepted prospect that has not left may leave.
    public var held: [Instant]
    /// The last crawl; nil before the first.
    public var crawl: CrawlRun?

    public init(
        byUrgency: [Urgency: Int] = [:], returned: Int = 0, held: [Instant] = [], crawl: CrawlRun? = nil
    ) {
        (self.byUrgency, self.returned, self.held, self.crawl) = (byUrgency, returned, held, crawl)
    }
}

extension Connection {
    /// - Parameter query: its limit and offset say which part of the queue.
    public func queuePage(_ query: LeadQuery, at now: Instant) throws(StoreError) -> QueuePage {
        let page = try leads(query, at: now)
        let held = try prospects(ProspectQuery(isSent: false)).map(\.sendsAt).filter { $0 > now }
        return QueuePage(
            leads: page.leads, total: page.total,
            counts: QueueCounts(
                byUrgency: try flaggedCounts(), returned: try returnedCount(), held: held, crawl: try lastRun()))
    }

    /// Opens the first of some leads that can be decided by this person; those that a colleague has decided or taken a
    /// moment ago are passed over unread.
    ///
    /// - Returns: no opening where none is left; `passed` are those that could not be opened.
    public func openFirst(
        of ids: [LeadID], by author: Author, lease: TimeSpan, at now: Instant
    ) throws(StoreError) -> (opening: Opening?, passed: [LeadID]) {
        var passed: [LeadID] = []
        for id in ids {
            guard let head = try head(of: id, at: now), try isToReview(head, at: now),
                head.claim.map({ $0.by == author.actor }) ?? true
            else {
                passed.append(id)
                continue
            }
            return (try open(id, by: author, lease: lease, at: now), passed)
        }
        return (nil, passed)
    }

    /// Ends the hold on a lead that was taken by reading it. Nothing is written into the journal: it ends as one that has
    /// run out.
    public func endReading(of id: LeadID, by actor: Actor, at now: Instant) throws(StoreError) {
        guard let head = try head(of: id, at: now), head.claim?.by == actor else { return }
        try save(nil, of: id)
    }
}
