import Glibc

/// Why a file with a secret cannot be used. Never quotes it.
public enum SecretProblem: Error, Hashable, Sendable {
    case unreadable(path: String, why: String)
    /// Others may read it.
    case tooOpen(path: String, mode: String)
    /// A line is not what it must be; in English what that is.
    case malformed(path: String, line: Int, expected: String)
}

/// The lines of a small file that only its owner may read (0600), without white space at their ends and without empty ones;
/// numbers begin at 1.
///
/// - Throws: `SecretProblem.unreadable` also for more than 4 KiB, which is a dozen years of keys: what is longer is another
///   file; `.tooOpen`.
func secretLines(of path: String) throws(SecretProblem) -> [(number: Int, text: String)] {
    // Without O_NONBLOCK a pipe of that name would keep us waiting for whoever writes into it.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, why: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw .unreadable(path: path, why: "it is no file")
    }
    guard status.st_mode & 0o077 == 0 else {
        throw .tooOpen(path: path, mode: String(status.st_mode & 0o777, radix: 8))
    }
    let bytes: [UInt8]
    do throws(ExportError) {
        bytes = try readAll(descriptor, path: path, limit: 4096)
    } catch {
        throw .unreadable(path: path, why: "it has over 4096 bytes, or the disk fails")
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { ($0 + 1, trimmed($1)) }.filter { !$1.isEmpty }
}

private func trimmed(_ line: Substring) -> String {
    let head = line.drop(while: \.isWhitespace)
    return String(head.prefix(head.count - head.reversed().prefix(while: \.isWhitespace).count))
}
