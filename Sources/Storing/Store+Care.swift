extension Store {
    /// Looks through every page and index. Slow on a large file: for `doctor` and `db check`.
    ///
    /// - Throws: `StoreError.damaged`.
    public func checkIntegrity() throws(StoreError) { try connection.integrityCheck() }

    /// Writes a whole copy in one file (0600) while others go on; replaces a file of that name. Copying the database
    /// file itself would miss what still stands in its log.
    public func backUp(to target: String) throws(StoreError) { try connection.copy(to: target) }
}
