import CSodium

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
func sha256(_ bytes: some Collection<UInt8>) -> String {
    hexadecimal(rawSHA256(Array(bytes)))
}

func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

/// The 32 bytes of the digest.
func rawSHA256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
}

/// HMAC-SHA-256 (RFC 2104) in lower-case hexadecimal, with a key of any length.
func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> String {
    var state = crypto_auth_hmacsha256_state()
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256_init(&state, key, key.count)
    crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    crypto_auth_hmacsha256_final(&state, &code)
    return hexadecimal(code)
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
