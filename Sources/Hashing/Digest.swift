import CSodium

/// SHA-256 (FIPS 180-4).
public struct Digest: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    public init(of message: some Collection<UInt8>) {
        startSodium()
        var out = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let message = Array(message)
        crypto_hash_sha256(&out, message, UInt64(message.count))
        bytes = out
    }

    public init(of text: String) { self.init(of: Array(text.utf8)) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// 64 lower-case digits.
    public var hexadecimal: String { bytes.hexadecimal }
}

/// SHA-256 of what comes in pieces.
public struct RunningDigest {
    private var state = crypto_hash_sha256_state()

    public init() {
        startSodium()
        crypto_hash_sha256_init(&state)
    }

    public mutating func update(_ bytes: [UInt8]) {
        crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// The digest of all pieces so far; more may follow.
    public var digest: Digest {
        var copy = state
        var out = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&copy, &out)
        return Digest(bytes: out)
    }
}

/// HMAC-SHA-256 (RFC 2104), 32 bytes, with a key of any length.
public func authenticationCode(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    startSodium()
    var state = crypto_auth_hmacsha256_state()
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256_init(&state, key, key.count)
    crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    crypto_auth_hmacsha256_final(&state, &code)
    return code
}

/// Bytes from the system's generator that nobody can foresee.
public func randomBytes(_ count: Int) -> [UInt8] {
    startSodium()
    var out = [UInt8](repeating: 0, count: count)
    randombytes_buf(&out, count)
    return out
}

extension Sequence<UInt8> {
    /// Two lower-case digits a byte.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// Must run once before the first use of libsodium; safe to call again.
func startSodium() { _ = sodium }
private let sodium: Int32 = sodium_init()
