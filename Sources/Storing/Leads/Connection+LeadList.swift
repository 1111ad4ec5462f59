public import Model

extension Connection {
    /// The leads that fit. By index for each order where one state is asked for.
    ///
    /// - Parameter now: claims that have run out by then count as none.
    public func leads(_ query: LeadQuery, at now: Instant) throws(StoreError) -> LeadPage {
        guard query.putsReturnedFirst else { return try page(query, at: now) }
        // Two reads, so that the second goes by the index of the queue. What came back are a handful.
        let returned = try page(query.ofReturned, at: now)
        var (rest, end) = (query.withoutReturned, returned.leads[...])
        end = end.dropFirst(query.offset)
        if let limit = query.limit { end = end.prefix(limit) }
        rest.offset = max(0, query.offset - returned.total)
        rest.limit = query.limit.map { $0 - end.count }
        let others = try page(rest, at: now)
        return LeadPage(total: returned.total + others.total, leads: end + others.leads)
    }

    private func page(_ query: LeadQuery, at now: Instant) throws(StoreError) -> LeadPage {
        let total = try countLeads(query, at: now)
        let (sql, values) = query.statement(at: now)
        let leads = try rows(sql, bind: values) { row throws(StoreError) in try LeadSummary(row, at: now) }
        return LeadPage(total: total, leads: leads)
    }

    /// How many leads fit.
    public func countLeads(_ query: LeadQuery, at now: Instant) throws(StoreError) -> Int {
        if query.putsReturnedFirst {
            return try countLeads(query.ofReturned, at: now) + countLeads(query.withoutReturned, at: now)
        }
        let filter = query.filter(at: now)
        return try value("SELECT count(*) FROM lead \(filter.whereClause)", bind: filter.values, as: Int.self) ?? 0
    }

    /// How many leads there are by state and urgency, for the board.
    public func leadCounts() throws(StoreError) -> [LeadCount] {
        try rows(
            "SELECT state, urgency, count(*) AS n FROM lead GROUP BY state, urgency_rank ORDER BY state, urgency_rank"
        ) { row throws(StoreError) in
            LeadCount(state: try row["state"], urgency: try row["urgency"], count: try row["n"])
        }
    }

    /// Whose claims hold how many leads now.
    public func claimCounts(at now: Instant) throws(StoreError) -> [(by: Actor, count: Int)] {
        try rows(
            """
            SELECT claimed_by, count(*) AS n FROM lead WHERE claimed_by IS NOT NULL AND claimed_until > $1
            GROUP BY claimed_by ORDER BY n DESC, claimed_by
            """, now
        ) { row throws(StoreError) in (by: try row["claimed_by"], count: try row["n"]) }
    }
}

/// A number of the board.
public struct LeadCount: Hashable, Sendable {
    public var state: LeadQuery.State
    public var urgency: Urgency
    public var count: Int
}

extension LeadQuery.State: SQLConvertible {}

extension LeadQuery {
    /// What agencies gave back, all of it.
    fileprivate var ofReturned: LeadQuery {
        LeadQuery(states: [.prospect], where: conditions + [.returned], order: order)
    }

    fileprivate var withoutReturned: LeadQuery {
        var query = self
        query.putsReturnedFirst = false
        return query
    }

    func statement(at now: Instant) -> (String, [any SQLConvertible]) {
        var filter = filter(at: now)
        var sql = """
            SELECT id, standing_json, claimed_by, claimed_until, version, urgency, score, threshold, kind, needs,
              state_code, district_code, place, headline, language, sources, articles, first_seen_at, updated_at,
              is_protected, has_minor
            FROM lead \(filter.whereClause) ORDER BY \(order.terms)
            """
        if limit != nil || offset > 0 {
            sql += " LIMIT \(filter.placeholder(limit ?? Int(Int32.max))) OFFSET \(filter.placeholder(offset))"
        }
        return (sql, filter.values)
    }

    func filter(at now: Instant) -> SQLFilter {
        var filter = SQLFilter()
        // "=" and not IN for one state: only then does the index give the order too.
        if states.count == 1, let state = states.first {
            filter.add("state = $?", state)
        } else if !states.isEmpty {
            let list = filter.placeholders(states.sorted { $0.rawValue < $1.rawValue })
            filter.add("state IN (\(list))")
        }
        for condition in conditions {
            let sql = condition.sql(in: &filter, at: now)
            filter.add(sql)
        }
        return filter
    }
}

extension LeadQuery.Order {
    fileprivate var terms: String {
        switch self {
        case .urgency: "urgency_rank, score DESC, first_seen_at, id"
        case .score: "score DESC, first_seen_at, id"
        case .new: "first_seen_at DESC, id DESC"
        case .old: "first_seen_at, id"
        }
    }
}

extension Urgency {
    /// Its place in the queue: 0 is first.
    var rank: Int {
        switch self {
        case .emergency: 0
        case .urgent: 1
        case .routine: 2
        }
    }
}

extension LeadSummary {
    init(_ row: Row, at now: Instant) throws(StoreError) {
        let standing: LeadStanding = try row["standing_json"]
        let (score, threshold): (Int, Int) = (try row["score"], try row["threshold"])
        let (needs, sources): (String, String) = (try row["needs"], try row["sources"])
        self.init(
            id: try row["id"], state: standing.state, claim: try Claim(row, at: now), version: try row["version"],
            urgency: try row["urgency"], score: score,
            band: score >= 70 ? .high : score >= threshold ? .medium : .low, kind: try row["kind"],
            needs: needs.split(separator: ",").compactMap { Need(rawValue: String($0)) },
            stateCode: try row["state_code"], districtCode: try row["district_code"], place: try row["place"],
            headline: try row["headline"], language: try row["language"],
            sources: sources.split(separator: ",").compactMap { SourceID(String($0)) }, articles: try row["articles"],
            firstSeenAt: try row["first_seen_at"], updatedAt: try row["updated_at"],
            isProtected: try row["is_protected"], hasMinor: try row["has_minor"],
            awaitsAfter: standing.awaitsAfter)
    }
}

extension Claim {
    /// - Returns: nil where nobody holds the lead at `now`.
    init?(_ row: Row, at now: Instant) throws(StoreError) {
        let (by, until): (Actor?, Instant) = (try row["claimed_by"], try row["claimed_until"])
        guard let by, until > now else { return nil }
        self.init(by: by, until: until)
    }
}
