public import Model

extension Store {
    /// The first schema that knows users.
    private static let firstSchemaWithUsers = 4

    /// Who is registered in the database at `path`, asked before it is opened for anything else.
    ///
    /// A database that is not there, or older than users, has none; an older one that has users keeps them, so that
    /// waiting for a migration is no way around a role.
    ///
    /// - Throws: what ``open(_:mode:)`` would throw for files open to others, damaged, or of a newer program.
    public static func users(ofDatabase path: String) throws(StoreError) -> [User] {
        let files = DatabaseFiles(path: path)
        guard (size(of: path) ?? 0) > 0 else { return [] }
        try files.checkModes()
        let connection = try Connection.open(path, isReadOnly: true)
        let found = try connection.schemaVersion()
        guard let known = Migration.all.last?.version, found <= known else {
            throw .newer(found: found, known: Migration.all.last?.version ?? 0)
        }
        return found < firstSchemaWithUsers ? [] : try connection.users()
    }

    /// The permission bits of the folder that holds the database at `path`, in octal, where others than its owner may
    /// enter, list or change it; nil where they may not, or there is none.
    public static func opennessOfFolder(ofDatabase path: String) -> String? {
        guard let bits = Storing.mode(of: folder(of: path)), bits & 0o077 != 0 else { return nil }
        return String(bits, radix: 8)
    }

    /// The operating system's number of the user that owns the file at `path`; nil where there is none.
    public static func owner(ofDatabase path: String) -> UInt32? { Storing.owner(of: path) }
}
