import Glibc

/// The exchange's keys, in a file (0600) of lines `KEY-ID SECRET`; the first is the one of this year.
public enum DedupeKeyFile {
    /// Why the keys cannot be used. Never quotes one.
    public enum Problem: Error, Hashable, Sendable {
        case unreadable(path: String, why: String)
        /// Others may read it.
        case tooOpen(path: String, mode: String)
        /// A line is no id of the contract and a secret of at least 16 bytes.
        case malformed(path: String, line: Int)
    }

    /// Reads the keys, newest first.
    public static func keys(in path: String) throws(Problem) -> [DedupeKey] {
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
        // A dozen years of keys.
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        var keys: [DedupeKey] = []
        let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count == 2, contractCode(words[0]) == words[0], words[1].utf8.count >= 16 else {
                throw .malformed(path: path, line: number + 1)
            }
            keys.append(DedupeKey(id: words[0], secret: Array(words[1].utf8)))
        }
        return keys
    }
}
