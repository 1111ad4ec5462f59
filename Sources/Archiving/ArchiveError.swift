import Glibc

/// Why the archive cannot be written or read.
public enum ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such folder.
    case missing(path: String)
    /// Others than its owner may enter the folder. `mode` in octal digits.
    case tooOpen(path: String, mode: String)
    /// The disk is full, or so nearly that the rest is left to the database. `free` in bytes.
    case diskFull(path: String, free: Int64)
    /// Another process holds the lock for longer than a record takes.
    case busy(path: String)
    /// What the system says.
    case system(path: String, why: String)
    /// An answer longer than a record may be, or no memory to compress it.
    case tooLarge(bytes: Int)
    /// A record that is not as it was written.
    case damaged(ArchiveFault)

    public var description: String {
        switch self {
        case .missing(let path): "there is no archive at \(path)"
        case .tooOpen(let path, let mode): "\(path) can be entered by others (mode \(mode)): chmod 700 \(path)"
        case .diskFull(let path, let free): "the disk is full (\(free) bytes left at \(path))"
        case .busy(let path): "another process holds \(path)"
        case .system(let path, let why): "\(path): \(why)"
        case .tooLarge(let bytes): "an answer of \(bytes) bytes is more than a record may hold"
        case .damaged(let fault): fault.description
        }
    }

    /// What `errno` says of `path`.
    static func lastSystemError(at path: String) -> ArchiveError {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path, free: freeBytes(at: path) ?? 0)
        case let cause: .system(path: path, why: String(cString: strerror(cause)))
        }
    }
}

/// The first record of a file that is not as it was written.
public struct ArchiveFault: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    public enum Kind: String, Hashable, Sendable {
        /// The file ends within it: its writer was killed, or the disk was full.
        case torn = "the file ends within the record"
        /// No gzip member of ours begins there.
        case noMember = "no record begins here"
        /// It does not inflate to what its checksum says.
        case compression = "the compressed bytes are damaged"
        /// What was compressed is no WARC record.
        case record = "the record is damaged"
        /// The block is not the one that was written.
        case blockDigest = "the block does not fit its digest"
        /// The body is not the one that was written.
        case payloadDigest = "the body does not fit its digest"
    }

    /// The file's name without its folder.
    public let file: String
    /// Of the member's first byte.
    public let offset: Int64
    /// What is wrong.
    public let kind: Kind

    public var description: String { "\(file):\(offset): \(kind.rawValue)" }
}

/// Free bytes for an ordinary user where `path` lies; nil where that cannot be asked.
func freeBytes(at path: String) -> Int64? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
}
