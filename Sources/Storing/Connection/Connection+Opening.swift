import CSQLite
import Glibc

extension Connection {
    /// How long a statement waits for another connection, in milliseconds.
    static let patience: Int32 = 5000

    /// Opens a file that is already there.
    static func open(_ path: String, isReadOnly: Bool) throws(StoreError) -> Connection {
        // A relative path such as ":memory:" or "file:x" is a file like any other to us.
        let name = path.hasPrefix("/") ? path : "./" + path
        guard isReadOnly else {
            let connection = try Connection(opening: path, name: name, flags: SQLITE_OPEN_READWRITE)
            try connection.configure()
            return connection
        }
        do {
            let connection = try Connection(opening: path, name: name, flags: SQLITE_OPEN_READONLY)
            try connection.configure()
            _ = try connection.schemaVersion()
            return connection
        } catch {
            // On a full or read-only disk SQLite cannot make the -shm file that it needs to read. Where no log waits to
            // be merged, the file alone is the whole database.
            guard error.mayBeSharedMemory, (size(of: DatabaseFiles(path: path).log) ?? 0) == 0 else { throw error }
            let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            let connection = try Connection(opening: path, name: "file:\(escaped(name))?immutable=1", flags: flags)
            try connection.configure()
            return connection
        }
    }

    private func configure() throws(StoreError) {
        sqlite3_busy_timeout(handle, Connection.patience)
        for (option, isOn) in [
            // A damaged or planted schema cannot write itself, run functions of ours, or load code.
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
        ] {
            csqlite_set_option(handle, option, Int32(isOn))
        }
        try script(
            """
            PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;
            PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA cache_size = -16000;
            PRAGMA journal_size_limit = 16777216;
            """)
    }

    /// Looks through the pages of the file for what cannot be.
    func quickCheck() throws(StoreError) {
        let verdict: String = try value("PRAGMA quick_check(1)") ?? "no answer"
        guard verdict == "ok" else { throw .damaged(path: path, why: verdict.prefixLine) }
    }

    /// The same with indexes compared to their tables, and references to what they name.
    func integrityCheck() throws(StoreError) {
        let verdict: String = try value("PRAGMA integrity_check(1)") ?? "no answer"
        guard verdict == "ok" else { throw .damaged(path: path, why: verdict.prefixLine) }
        let stray = try rows("PRAGMA foreign_key_check") { row throws(StoreError) in try row["table"] as String }
        guard let table = stray.first else { return }
        throw .damaged(path: path, why: "a row of \(table) refers to nothing")
    }

    /// A whole copy of the database as it is now, in one file (0600). An older copy of that name is replaced.
    func copy(to target: String) throws(StoreError) {
        unlink(target)
        let descriptor = Glibc.open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: target, why: String(cString: strerror(errno))) }
        close(descriptor)
        do {
            try run("VACUUM INTO $1", target)
        } catch {
            unlink(target)
            throw error
        }
    }
}

extension StoreError {
    fileprivate var mayBeSharedMemory: Bool {
        switch self {
        case .cannotOpen, .readOnly, .diskFull, .inputOutput: true
        case .missing, .tooOpen, .newer, .older, .damaged, .busy, .notEmptied, .locked, .leaseLost, .interrupted,
            .outOfMemory, .constraint, .statement:
            false
        }
    }
}

extension String {
    fileprivate var prefixLine: String { String(prefix { $0 != "\n" }.prefix(200)) }
}

/// Percent-encodes what has a meaning in a `file:` name.
private func escaped(_ path: String) -> String {
    path.utf8.map { byte in
        let isPlain =
            byte == 47 || byte == 45 || byte == 46 || byte == 95 || (48...57).contains(byte)
            || (65...90).contains(byte) || (97...122).contains(byte)
        if isPlain { return String(Unicode.Scalar(byte)) }
        return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
}
