import Hashing

/// HMAC-SHA-256 under a key that lies outside the database (0600): hashes of names can be compared here and say nothing
/// to a finder of the database alone.
struct KeyedHash {
    private let key: [UInt8]

    init(key: SecretFile) { self.key = key.bytes }

    /// 32 bytes.
    func callAsFunction(_ bytes: [UInt8]) -> [UInt8] { authenticationCode(of: bytes, key: key) }
}
