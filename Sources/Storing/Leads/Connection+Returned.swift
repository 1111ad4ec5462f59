public import Model

extension Connection {
    /// How many leads agencies gave back.
    public func returnedCount() throws(StoreError) -> Int {
        try countLeads(LeadQuery(states: [.prospect], where: [.returned]), at: Instant(seconds: 0))
    }

    /// Whether an agency gave this lead's prospect back, and the squad has to find another door.
    public func isReturned(_ lead: LeadID, at now: Instant) throws(StoreError) -> Bool {
        var filter = SQLFilter()
        let condition = LeadCondition.returned.sql(in: &filter, at: now)
        let id = filter.placeholder(lead)
        return try value(
            "SELECT EXISTS (SELECT 1 FROM lead WHERE \(condition) AND id = \(id))", bind: filter.values,
            as: Bool.self) ?? false
    }
}
