import CSodium

/// A key of Ed25519 (RFC 8032) that signs.
public struct SigningKey: Sendable {
    private let secret: [UInt8]
    /// 32 bytes; whoever has them can check a signature and make none.
    public let publicKey: [UInt8]

    /// - Parameter seed: 32 random bytes that nobody else knows.
    /// - Returns: nil for any other length.
    public init?(seed: [UInt8]) {
        guard seed.count == Int(crypto_sign_SEEDBYTES) else { return nil }
        startSodium()
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        crypto_sign_seed_keypair(&publicKey, &secret, seed)
        (self.publicKey, self.secret) = (publicKey, secret)
    }

    /// 64 bytes; the same message gives the same signature.
    public func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }
}

/// Whether the holder of the key that belongs to `publicKey` has signed `message`. False for a key or a signature of
/// another length.
public func isSigned(_ message: [UInt8], _ signature: [UInt8], by publicKey: [UInt8]) -> Bool {
    guard signature.count == Int(crypto_sign_BYTES), publicKey.count == Int(crypto_sign_PUBLICKEYBYTES) else {
        return false
    }
    startSodium()
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
}

extension [UInt8] {
    /// - Returns: nil unless `text` is pairs of hexadecimal digits.
    public init?(hexadecimal text: String) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        self = bytes
    }
}
