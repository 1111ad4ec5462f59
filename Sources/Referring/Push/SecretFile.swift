import Glibc

/// Why a file with a secret cannot be used. Never quotes it.
public enum SecretProblem: Error, Hashable, Sendable {
    case unreadable(path: String, why: String)
    /// Others may read it.
    case tooOpen(path: String, mode: String)
    /// A line is not what it must be; in English what that is.
    case malformed(path: String, line: Int, expected: String)
}

/// The lines of a small file that only its owner may read (0600), without white space and without empty ones; numbers
/// begin at 1. More than 4 KiB are not read.
func secretLines(of path: String) throws(SecretProblem) -> [(number: Int, text: String)] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, why: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw .unreadable(path: path, why: "it is no file")
    }
    guard status.st_mode & 0o077 == 0 else {
        throw .tooOpen(path: path, mode: String(status.st_mode & 0o777, radix: 8))
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
    ).enumerated().map { ($0 + 1, $1.filter { !$0.isWhitespace }) }.filter { !$1.isEmpty }
}
