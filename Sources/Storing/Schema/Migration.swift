/// One step of the schema: from the version before it to `version`.
struct Migration: Sendable {
    /// 1, 2, 3, ... without a gap.
    var version: Int
    /// Statements separated by semicolons, run inside the one transaction of all missing steps.
    var script: String

    /// All that this program knows, oldest first. A released step is never changed; a new one is added.
    static let all: [Migration] = [
        Migration(version: 1, script: schema1), Migration(version: 2, script: schema2),
        Migration(version: 3, script: schema3),
        Migration(
            version: 4,
            script: [schema4Desk, schema4Users, schema4Referral, schema4Delivery, schema4Retention].joined(
                separator: "\n")),
        Migration(version: 5, script: [schema5Review, schema5Referral].joined(separator: "\n")),
        Migration(version: 6, script: schema6),
    ]
}

extension Connection {
    /// `PANT`, in the header of every database of ours (`PRAGMA application_id`).
    private static let applicationID: Int64 = 0x5041_4E54

    /// The version of the schema in the file; 0 for an empty one.
    ///
    /// - Throws: `StoreError.cannotOpen` where the file is the database of another program.
    func schemaVersion() throws(StoreError) -> Int {
        let application: Int64 = try value("PRAGMA application_id") ?? 0
        let tables: Int = try value("SELECT count(*) FROM sqlite_schema") ?? 0
        guard application == Connection.applicationID || application == 0 && tables == 0 else {
            throw .cannotOpen(path: path, why: "it is the database of another program")
        }
        return try value("PRAGMA user_version") ?? 0
    }

    /// Brings the schema up to date: all missing steps in one transaction, after a copy of what was there.
    ///
    /// - Throws: `StoreError.newer` where the file knows more than we do.
    func migrate(_ migrations: [Migration]) throws(StoreError) {
        let known = migrations.last?.version ?? 0
        let found = try schemaVersion()
        guard found <= known else { throw .newer(found: found, known: known) }
        if found == known { return }
        if found == 0 {
            try script("PRAGMA auto_vacuum = INCREMENTAL")
        } else {
            try copy(to: "\(path)-schema-\(found)")
        }
        try script("PRAGMA journal_mode = WAL")
        do {
            try transaction(.write) { db in
                // Asked again inside: another process may have come first.
                let found = try db.schemaVersion()
                for step in migrations where step.version > found { try db.script(step.script) }
                try db.script("PRAGMA application_id = \(Connection.applicationID); PRAGMA user_version = \(known)")
            }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .statement("migration", why: "\(error)")
        }
    }
}
