import CSQLite
import Glibc
public import Model

/// One connection to one SQLite file: prepared statements, typed rows, transactions.
///
/// The SQL is written with `$1` parameters so that the same text can serve PostgreSQL. A connection belongs to one
/// ``Store``, which lends it to one closure at a time; it must not leave that closure.
public final class Connection {
    let handle: OpaquePointer
    /// As the person gave it, for messages.
    let path: String
    let interruption: Interruption
    /// Hashes keys that hold personal data; nil for a connection without a key file (a copy that is only read).
    var secret: KeyedHash?
    /// Held around every write transaction and its checkpoint: SQLite before 3.51.3 can lose a write when two
    /// processes reset the log at once. nil where the file is only read.
    var writeLock: FileLock?
    /// A case was erased: what is left of it in freed pages and the log goes once the transaction is kept.
    var owesErasure = false
    /// By whose working hours clocks run that start in a transaction.
    public internal(set) var offices = OfficeCalendar.weekdays
    private var cache: [String: Statement] = [:]

    /// A statement text is built from a handful of filters; past this number the cache starts afresh.
    private static let cacheLimit = 200

    init(opening path: String, name: String, flags: Int32) throws(StoreError) {
        var handle: OpaquePointer?
        let result = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard let handle, result == SQLITE_OK else {
            let error = StoreError(code: result, cause: 0, handle: handle, path: path, sql: "open")
            sqlite3_close_v2(handle)
            throw error
        }
        (self.handle, self.path) = (handle, path)
        interruption = Interruption(handle: handle)
    }

    deinit {
        cache = [:]
        interruption.close()
        sqlite3_close_v2(handle)
    }

    /// Runs one statement that returns no rows, or whose rows do not matter.
    ///
    /// - Returns: how many rows an INSERT, UPDATE or DELETE touched.
    @discardableResult
    public func run(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> Int {
        try withStatement(sql, values) { statement throws(StoreError) in
            while try step(statement) {}
            return Int(sqlite3_changes64(handle))
        }
    }

    /// The rows of a query, each made into a value before the next is read.
    public func rows<T>(
        _ sql: String, _ values: any SQLConvertible..., make: (Row) throws(StoreError) -> T
    ) throws(StoreError) -> [T] {
        try rows(sql, bind: values, make: make)
    }

    /// The same with the values as one array, for statements that are put together.
    public func rows<T>(
        _ sql: String, bind values: [any SQLConvertible], make: (Row) throws(StoreError) -> T
    ) throws(StoreError) -> [T] {
        try withStatement(sql, values) { statement throws(StoreError) in
            var result: [T] = []
            while try step(statement) { result.append(try make(Row(statement: statement, path: path))) }
            return result
        }
    }

    /// The first row of a query; nil where there is none.
    public func first<T>(
        _ sql: String, _ values: any SQLConvertible..., make: (Row) throws(StoreError) -> T
    ) throws(StoreError) -> T? {
        try withStatement(sql, values) { statement throws(StoreError) in
            guard try step(statement) else { return nil }
            return try make(Row(statement: statement, path: path))
        }
    }

    /// The first column of the first row; nil where there is no row.
    public func value<T: SQLConvertible>(
        _ sql: String, _ values: any SQLConvertible..., as type: T.Type = T.self
    ) throws(StoreError) -> T? {
        try value(sql, bind: values, as: type)
    }

    func value<T: SQLConvertible>(
        _ sql: String, bind values: [any SQLConvertible], as type: T.Type
    ) throws(StoreError) -> T? {
        try withStatement(sql, values) { statement throws(StoreError) in
            guard try step(statement) else { return nil }
            guard let value = T(sqlValue: statement.value(at: 0)) else {
                throw .damaged(path: path, why: "a value is not \(T.self)")
            }
            return value
        }
    }

    /// Runs the statements of a script one after another; they take no values.
    func script(_ sql: String) throws(StoreError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), sql: sql)
    }

    private func withStatement<T>(
        _ sql: String, _ values: [any SQLConvertible], _ body: (Statement) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        // Taken out while in use, so that a row's closure may run the same text again.
        let statement: Statement
        if let cached = cache.removeValue(forKey: sql) { statement = cached } else { statement = try prepare(sql) }
        defer {
            statement.reset()
            if cache.count >= Connection.cacheLimit { cache = [:] }
            cache[sql] = statement
        }
        try check(statement.bind(values), sql: sql)
        return try body(statement)
    }

    private func prepare(_ sql: String) throws(StoreError) -> Statement {
        var prepared: OpaquePointer?
        try check(
            sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil), sql: sql)
        guard let prepared else { throw .statement(sql, why: "it is empty") }
        return Statement(handle: prepared, sql: sql)
    }

    /// - Returns: whether the statement stands on a row.
    private func step(_ statement: Statement) throws(StoreError) -> Bool {
        // sqlite3_interrupt does nothing between two statements, so the flag is asked as well.
        guard !interruption.isRequested else { throw .interrupted }
        errno = 0
        let result = sqlite3_step(statement.handle)
        // sqlite3_system_errno stays 0 for a failed write in 3.40, so the system's own word is taken, at once.
        let cause = errno
        if result == SQLITE_ROW { return true }
        guard result == SQLITE_DONE else { throw error(result, cause, sql: statement.sql) }
        return false
    }

    private func check(_ result: Int32, sql: String) throws(StoreError) {
        guard result == SQLITE_OK else { throw error(result, 0, sql: sql) }
    }

    private func error(_ result: Int32, _ cause: Int32, sql: String) -> StoreError {
        StoreError(code: result, cause: cause, handle: handle, path: path, sql: sql)
    }
}
