import Glibc
import Hashing
import Model

/// The secrets under which a consumer knows that a push is ours (Standard Webhooks 1.0.0, v1: HMAC-SHA-256).
///
/// While a secret is changed there are two, and each push carries a signature of both.
public struct WebhookSecret: Hashable, Sendable {
    private let keys: [[UInt8]]

    /// Why a secret cannot be used. Never quotes it.
    public enum Problem: Error, Hashable, Sendable {
        case unreadable(path: String, why: String)
        /// Others may read it.
        case tooOpen(path: String, mode: String)
        /// A line is no `whsec_` with 24 to 64 bytes in base64.
        case malformed(path: String, line: Int)
    }

    /// At most two; the specification wants 24 to 64 bytes.
    init?(keys: [[UInt8]]) {
        guard (1...2).contains(keys.count), keys.allSatisfy({ (24...64).contains($0.count) }) else { return nil }
        self.keys = keys
    }

    /// Reads a file (0600) with one secret a line, `whsec_...`; the newer one first.
    public init(file path: String) throws(Problem) {
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
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = read(descriptor, &bytes, bytes.count)
        let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated().map { ($0 + 1, $1.filter { !$0.isWhitespace }) }.filter { !$1.isEmpty }
        var keys: [[UInt8]] = []
        for (number, line) in lines {
            guard line.hasPrefix("whsec_"), let key = [UInt8](base64: String(line.dropFirst(6))) else {
                throw .malformed(path: path, line: number)
            }
            keys.append(key)
        }
        guard let secret = WebhookSecret(keys: keys) else { throw .malformed(path: path, line: lines.last?.0 ?? 1) }
        self = secret
    }

    /// The field `webhook-signature` of a message: one signature for each secret, parted by blanks.
    func signature(of body: [UInt8], id: String, at time: Instant) -> String {
        let message = Array("\(id).\(time.seconds).".utf8) + body
        return keys.map { "v1," + authenticationCode(of: message, key: $0).base64 }.joined(separator: " ")
    }

    /// Tells these secrets from others, and nothing of them.
    var mark: [UInt8] { authenticationCode(of: Array("pantau.webhook.mark".utf8), key: Array(keys.joined())) }
}
