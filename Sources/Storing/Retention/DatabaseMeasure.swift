/// How large a database is, and what it holds.
public struct DatabaseMeasure: Hashable, Sendable {
    public var schema: Int
    /// Of the file without its log.
    public var bytes: Int64
    /// Of pages in it that hold nothing.
    public var freeBytes: Int64
    public var leads: Int
    public var articles: Int
    /// Of the journal.
    public var entries: Int
}

extension Connection {
    /// Measures the database.
    public func measure() throws(StoreError) -> DatabaseMeasure {
        func count(_ table: String) throws(StoreError) -> Int { try value("SELECT count(*) FROM \(table)") ?? 0 }
        let page: Int64 = try value("PRAGMA page_size") ?? 0
        return DatabaseMeasure(
            schema: try schemaVersion(), bytes: page * (try value("PRAGMA page_count") ?? 0),
            freeBytes: page * (try value("PRAGMA freelist_count") ?? 0), leads: try count("lead"),
            articles: try count("article"), entries: try count("journal"))
    }
}
