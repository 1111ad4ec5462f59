import Dispatch
import Glibc
public import Model

/// The database of one squad: one SQLite file (WAL), one connection, one queue that runs transactions one after another.
///
///     let store = try Store.open(path, mode: .write)
///     let page = try await store.read { db in try db.leads(LeadQuery(), at: now) }
///
/// Every closure is one transaction. It is synchronous, so nothing of ours can come between its statements, and it runs
/// on the store's own thread, so no cooperative thread is blocked. A thrown error rolls everything back. A cancelled
/// task interrupts its own statements and no other's.
public actor Store {
    /// What a store is opened for.
    public enum Mode: Sendable {
        /// Makes folder (0700) and file (0600) where they are missing.
        case create
        /// The file must be there. An older schema is migrated.
        case write
        /// The file must be there and of this schema; nothing is ever written.
        case read
    }

    /// As the person gave it.
    public nonisolated let path: String
    /// As it was opened.
    public nonisolated let mode: Mode
    private nonisolated let executor: QueueExecutor
    private nonisolated let interruption: Interruption
    let connection: Connection

    /// The store's own queue.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens the database at `path`. Blocks for a moment; call it once at the start.
    ///
    /// Refused are: files that others may read or write, the database or text of another program, a newer schema, a file
    /// that is damaged as far as is cheap to see (all pages up to ``quickCheckLimit`` bytes, the header beyond).
    ///
    /// - Parameter offices: by whose working hours clocks run that start in a transaction.
    public static func open(
        _ path: String, mode: Mode, offices: OfficeCalendar = .weekdays
    ) throws(StoreError) -> Store {
        try open(path, mode: mode, migrations: Migration.all, offices: offices)
    }

    /// The largest file that is looked through at each opening for writing: 0.1 s at 300 MB/s.
    public static let quickCheckLimit: Int64 = 32 << 20

    static func open(
        _ path: String, mode: Mode, migrations: [Migration], offices: OfficeCalendar = .weekdays
    ) throws(StoreError) -> Store {
        let files = DatabaseFiles(path: path)
        // `ulimit -f` then fails a write (EFBIG) and does not kill the process in the middle of it.
        signal(SIGXFSZ, SIG_IGN)
        switch mode {
        case .create: try files.create()
        case .write, .read: guard size(of: path) != nil else { throw .missing(path: path) }
        }
        try files.checkModes()
        switch mode {
        case .read: return try openToRead(files, migrations, offices)
        case .create, .write: return Store(try openToWrite(files, migrations, offices), mode: mode)
        }
    }

    private static func openToRead(
        _ files: DatabaseFiles, _ migrations: [Migration], _ offices: OfficeCalendar
    ) throws(StoreError) -> Store {
        let connection = try Connection.open(files.path, isReadOnly: true)
        let found = try connection.schemaVersion()
        let known = migrations.last?.version ?? 0
        // A file that was made and never filled (a full disk, a kill) is no database yet.
        guard found > 0 else { throw .missing(path: files.path) }
        guard found <= known else { throw .newer(found: found, known: known) }
        guard found == known else { throw .older(found: found, known: known) }
        connection.secret = try SecretFile(files.key, mayCreate: false).map(KeyedHash.init)
        connection.offices = offices
        return Store(connection, mode: .read)
    }

    private static func openToWrite(
        _ files: DatabaseFiles, _ migrations: [Migration], _ offices: OfficeCalendar
    ) throws(StoreError) -> sending Connection {
        try files.checkWritable()
        let connection = try Connection.open(files.path, isReadOnly: false)
        let found = try connection.schemaVersion()
        if found > 0, let size = size(of: files.path), size <= quickCheckLimit { try connection.quickCheck() }
        connection.writeLock = try FileLock(path: files.writeLock)
        try connection.takeWriteLock()
        defer { connection.writeLock?.letGo() }
        try connection.migrate(migrations)
        connection.secret = try SecretFile(files.key, mayCreate: true).map(KeyedHash.init)
        connection.offices = offices
        return connection
    }

    private init(_ connection: sending Connection, mode: Mode) {
        (path, self.mode) = (connection.path, mode)
        interruption = connection.interruption
        executor = QueueExecutor(label: "pantau.store")
        self.connection = connection
    }

    /// Runs `body` on one unchanging state of the database. It cannot write.
    public nonisolated func read<T: Sendable>(_ body: @Sendable (Connection) throws -> T) async throws -> T {
        let job = interruption.makeJob()
        return try await withTaskCancellationHandler {
            try await reading(job, body)
        } onCancel: {
            interruption.request(for: job)
        }
    }

    /// Runs `body` in one transaction that is kept as a whole, or not at all where it throws.
    @discardableResult
    public nonisolated func write<T: Sendable>(_ body: @Sendable (Connection) throws -> T) async throws -> T {
        let job = interruption.makeJob()
        return try await withTaskCancellationHandler {
            try await writing(job, body)
        } onCancel: {
            interruption.request(for: job)
        }
    }

    private func reading<T: Sendable>(_ job: Int, _ body: (Connection) throws -> T) throws -> T {
        interruption.begin(job)
        defer { interruption.end() }
        guard !Task.isCancelled else { throw StoreError.interrupted }
        try connection.run("PRAGMA query_only = ON")
        return try connection.transaction(.read, body)
    }

    private func writing<T: Sendable>(_ job: Int, _ body: (Connection) throws -> T) throws -> T {
        interruption.begin(job)
        defer { interruption.end() }
        guard !Task.isCancelled else { throw StoreError.interrupted }
        try connection.takeWriteLock()
        defer { connection.writeLock?.letGo() }
        try connection.run("PRAGMA query_only = OFF")
        let result = try connection.transaction(.write, body)
        try connection.settleErasures()
        return result
    }
}
