public import Model

extension Connection {
    /// Whom each of these leads is about, to mask their names in a list. A lead that is not there has no entry.
    public func persons(of leads: [LeadID]) throws(StoreError) -> [LeadID: [Person]] {
        var found: [LeadID: [Person]] = [:]
        // By its key, one at a time from a prepared statement: as fast as a list of values, and of any length.
        for lead in leads {
            let identification: Identification? = try value(
                "SELECT identification_json FROM lead_detail WHERE lead = $1", lead)
            found[lead] = identification?.persons
        }
        return found
    }
}
