import Hashing
import Model

/// The secrets under which a consumer knows that a push is ours (Standard Webhooks 1.0.0, v1: HMAC-SHA-256).
///
/// While a secret is changed there are two, and each push carries a signature of both.
public struct WebhookSecret: Hashable, Sendable {
    private let keys: [[UInt8]]

    /// At most two; the specification wants 24 to 64 bytes.
    init?(keys: [[UInt8]]) {
        guard (1...2).contains(keys.count), keys.allSatisfy({ (24...64).contains($0.count) }) else { return nil }
        self.keys = keys
    }

    /// Reads a file (0600) with one secret a line, `whsec_...`; the newer one first.
    public init(file path: String) throws(SecretProblem) {
        let form = "a secret is whsec_ with 24 to 64 bytes in base64, one or two lines"
        let lines = try secretLines(of: path)
        var keys: [[UInt8]] = []
        for (number, line) in lines {
            guard line.hasPrefix("whsec_"), let key = [UInt8](base64: String(line.dropFirst(6))) else {
                throw .malformed(path: path, line: number, expected: form)
            }
            keys.append(key)
        }
        guard let secret = WebhookSecret(keys: keys) else {
            throw .malformed(path: path, line: lines.last?.number ?? 1, expected: form)
        }
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
