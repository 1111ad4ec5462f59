import Hashing

/// Who we are to a consumer that asks for OAuth 2.0 (RFC 6749, section 4.4: client credentials).
public struct ClientSecret: Hashable, Sendable {
    private let id: String
    private let secret: String

    /// - Returns: nil where one of both is empty or holds anything but visible ASCII.
    init?(id: String, secret: String) {
        guard [id, secret].allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }) else {
            return nil
        }
        (self.id, self.secret) = (id, secret)
    }

    /// Reads a file (0600) of two lines: the client's id, its secret.
    public init(file path: String) throws(SecretProblem) {
        let lines = try secretLines(of: path)
        guard lines.count == 2, let secret = ClientSecret(id: lines[0].text, secret: lines[1].text) else {
            throw .malformed(
                path: path, line: lines.last?.number ?? 1,
                expected: "a client's secret is two lines: its id, its secret")
        }
        self = secret
    }

    /// The value of `Authorization` with which a token is asked for (RFC 6749, section 2.3.1: both parts are encoded
    /// before they are joined).
    var basic: String { "Basic " + Array("\(queryEscaped(id)):\(queryEscaped(secret))".utf8).base64 }

    /// Tells it from others, and nothing of it.
    var mark: [UInt8] { authenticationCode(of: Array("pantau.client.mark".utf8), key: Array("\(id)\n\(secret)".utf8)) }
}
