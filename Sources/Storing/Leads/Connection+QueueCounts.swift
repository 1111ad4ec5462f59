public import Model

extension Connection {
    /// How many leads wait for review, by urgency. By index alone: 100,000 leads are counted in a few milliseconds,
    /// which the board's ``leadCounts()`` are not.
    public func flaggedCounts() throws(StoreError) -> [Urgency: Int] {
        let counts = try rows(
            "SELECT urgency_rank, count(*) AS n FROM lead WHERE state = 'flagged' GROUP BY urgency_rank"
        ) { row throws(StoreError) in (rank: try row["urgency_rank"] as Int, count: try row["n"] as Int) }
        return Urgency.allCases.reduce(into: [:]) { found, urgency in
            found[urgency] = counts.first { $0.rank == urgency.rank }?.count ?? 0
        }
    }
}
