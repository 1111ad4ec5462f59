public import Text

extension Connection {
    /// The agencies that this squad has added, by their codes.
    public func agencies() throws(StoreError) -> [JSONValue] {
        try rows("SELECT agency_json FROM agency ORDER BY code") { row throws(StoreError) in try row["agency_json"] }
    }

    /// Adds an agency, or takes the place of one of the same code.
    public func saveAgency(_ code: String, _ agency: JSONValue) throws(StoreError) {
        try run(
            """
            INSERT INTO agency (code, agency_json) VALUES ($1, $2)
            ON CONFLICT (code) DO UPDATE SET agency_json = excluded.agency_json
            """, code, agency)
    }
}
