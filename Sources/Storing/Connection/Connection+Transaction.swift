import CSQLite

extension Connection {
    /// Runs `body` in one transaction: all of it is kept, or nothing.
    func transaction<T>(_ kind: TransactionKind, _ body: (Connection) throws -> T) throws -> T {
        try run(kind.rawValue)
        do {
            let result = try body(self)
            try run("COMMIT")
            return result
        } catch {
            interruption.ignore()
            // After some errors (a full disk) SQLite has rolled back by itself.
            if sqlite3_get_autocommit(handle) == 0 { try run("ROLLBACK") }
            throw error
        }
    }

    /// Waits for the right to write among all processes.
    func takeWriteLock() throws(StoreError) {
        guard let writeLock else { throw .readOnly(path: path) }
        guard writeLock.take(patience: Int(Connection.patience)) else { throw .busy(path: path) }
    }

    enum TransactionKind: String {
        /// Sees one state of the database for as long as it lasts.
        case read = "BEGIN"
        /// Takes the write lock at once: a later upgrade from reading could fail without waiting.
        case write = "BEGIN IMMEDIATE"
    }
}
