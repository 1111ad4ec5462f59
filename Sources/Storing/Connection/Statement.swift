import CSQLite

/// One prepared statement. Lives as long as its connection's cache keeps it.
final class Statement {
    let handle: OpaquePointer
    let sql: String
    /// Which column has which name; made once, as rows are read by name.
    let columns: [String: Int32]
    /// Where `$1`, `$2`, ... are bound: SQLite numbers them by first appearance. Looked up once, as each look-up compares
    /// all names (6 % of a service's time).
    private let positions: [Int32]

    /// Takes over a handle that `sqlite3_prepare_v3` made.
    init(handle: OpaquePointer, sql: String) {
        (self.handle, self.sql) = (handle, sql)
        var columns: [String: Int32] = [:]
        for index in 0..<sqlite3_column_count(handle) {
            if let name = sqlite3_column_name(handle, index) { columns[String(cString: name)] = index }
        }
        self.columns = columns
        let count = sqlite3_bind_parameter_count(handle)
        positions = count > 0 ? (1...count).map { sqlite3_bind_parameter_index(handle, "$\($0)") } : []
    }

    deinit { sqlite3_finalize(handle) }

    /// Frees the row and forgets bound values, which may be personal data.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Binds `$1`, `$2`, ...
    ///
    /// - Returns: SQLite's result code.
    func bind(_ values: [any SQLConvertible]) -> Int32 {
        guard values.count == positions.count else { return SQLITE_RANGE }
        for (position, value) in zip(positions, values) {
            let result = bind(value.sqlValue, at: position)
            guard result == SQLITE_OK else { return result }
        }
        return SQLITE_OK
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let n): return sqlite3_bind_int64(handle, index, n)
        case .real(let d): return sqlite3_bind_double(handle, index, d)
        case .text(let text):
            var text = text
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    // An empty string may have no address, and SQLite reads a null address as NULL.
                    csqlite_bind_text(handle, index, $0.baseAddress ?? emptyText, Int32(clamping: $0.count))
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { csqlite_bind_blob(handle, index, $0.baseAddress, Int32(clamping: $0.count)) }
        }
    }

    func value(at index: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, index) else { return .text("") }
            let count = Int(sqlite3_column_bytes(handle, index))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(handle, index))
            return .blob(Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, index), count: count)))
        default: return .null
        }
    }
}

/// Static memory for the empty string: written once here, before anybody else has it, and only read ever after.
private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    text.initialize(to: 0)
    return UnsafePointer(text)
}()

/// The row a statement stands on. Valid only inside the closure that it was handed to.
public struct Row {
    let statement: Statement
    let path: String

    /// The value of the column of that name.
    ///
    /// - Throws: `StoreError.damaged` where the column holds another type than asked for, `.statement` where the
    ///   statement has no such column.
    public subscript<T: SQLConvertible>(_ name: String) -> T {
        get throws(StoreError) {
            guard let index = statement.columns[name] else {
                throw .statement(statement.sql, why: "it has no column \(name)")
            }
            guard let value = T(sqlValue: statement.value(at: index)) else {
                throw .damaged(path: path, why: "column \(name) does not hold \(T.self)")
            }
            return value
        }
    }
}
