import CSQLite
import Glibc

extension StoreError {
    /// What SQLite's extended result code means to a person.
    ///
    /// - Parameter cause: `errno` right after the call; 0 where SQLite keeps it.
    init(code: Int32, cause: Int32, handle: OpaquePointer?, path: String, sql: String) {
        let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        let cause = cause != 0 ? cause : handle.map { sqlite3_system_errno($0) } ?? 0
        // EFBIG: `ulimit -f`. SQLite reports it, and a full disk below the -shm file, as plain I/O errors.
        let isFull = code & 0xFF == SQLITE_IOERR && [ENOSPC, EDQUOT, EFBIG].contains(cause)
        switch isFull ? SQLITE_FULL : code & 0xFF {
        case SQLITE_FULL: self = .diskFull(path: path, free: freeBytes(beside: path))
        case SQLITE_READONLY: self = .readOnly(path: path)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path: path, why: message)
        case SQLITE_INTERRUPT: self = .interrupted
        case SQLITE_NOMEM: self = .outOfMemory
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
            self = .cannotOpen(path: path, why: cause == 0 ? message : String(cString: strerror(cause)))
        case SQLITE_IOERR:
            self = .inputOutput(path: path, why: cause == 0 ? message : String(cString: strerror(cause)))
        case SQLITE_CONSTRAINT: self = .constraint(message)
        default: self = .statement(sql, why: message)
        }
    }
}

/// Bytes free for us on the file system that holds `path`; 0 where the system does not say.
func freeBytes(beside path: String) -> Int64 {
    var status = statvfs()
    guard statvfs(folder(of: path), &status) == 0 else { return 0 }
    return Int64(
        clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
}
