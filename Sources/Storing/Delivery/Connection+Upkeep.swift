extension Connection {
    /// Events that some consumer has refused for good and nobody has dealt with.
    public func deadLetterCount() throws(StoreError) -> Int {
        try value("SELECT count(*) FROM delivery WHERE state = 'dead'") ?? 0
    }

    /// Endpoints that told us to stop, with the status of their answer.
    public func stoppedEndpoints() throws(StoreError) -> [(consumer: String, status: Int)] {
        try rows(
            "SELECT consumer, stop_status FROM endpoint WHERE stop_status IS NOT NULL ORDER BY consumer"
        ) { row throws(StoreError) in (try row["consumer"], try row["stop_status"]) }
    }
}
