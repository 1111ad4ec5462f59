import CSQLite

extension Connection {
    /// Brings the list outside the database up to date after an erasure, gives freed pages back, and empties the log:
    /// `secure_delete` has overwritten what was deleted in the file, but the log holds the pages as they were.
    ///
    /// - Throws: `StoreError.notEmptied` where a reader keeps the log from being emptied. The erasure itself is kept.
    func settleErasures() throws(StoreError) {
        guard owesErasure else { return }
        try run("PRAGMA query_only = OFF")
        if let secret {
            try ErasureList(path: DatabaseFiles(path: path).erasures, secret: secret).append(missing: try erasures())
        }
        try script("PRAGMA incremental_vacuum")
        try emptyLog()
        owesErasure = false
    }

    /// Writes every page of the log into the file, and cuts the log to nothing.
    func emptyLog() throws(StoreError) {
        let isBusy: Int? = try first("PRAGMA wal_checkpoint(TRUNCATE)") { row throws(StoreError) in try row["busy"] }
        guard isBusy == 0 else { throw .notEmptied(path: path) }
    }

    /// Writes the whole database anew: no page keeps what once stood in it.
    func vacuum() throws(StoreError) {
        try run("PRAGMA query_only = OFF")
        try script("VACUUM")
        try emptyLog()
    }
}
