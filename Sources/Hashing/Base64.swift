import CSodium

extension [UInt8] {
    /// RFC 4648 with `=` at the end.
    public var base64: String {
        startSodium()
        let variant = Int32(sodium_base64_VARIANT_ORIGINAL)
        var out = [CChar](repeating: 0, count: sodium_base64_encoded_len(count, variant))
        sodium_bin2base64(&out, out.count, self, count, variant)
        return String(decoding: out.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// - Returns: nil unless `text` is base64 (RFC 4648) with the `=` that it needs and nothing else.
    public init?(base64 text: String) {
        startSodium()
        let digits = text.utf8.map { CChar(bitPattern: $0) }
        var out = [UInt8](repeating: 0, count: digits.count)
        var length = 0
        let result = sodium_base642bin(
            &out, out.count, digits, digits.count, nil, &length, nil, Int32(sodium_base64_VARIANT_ORIGINAL))
        guard result == 0 else { return nil }
        self = Array(out.prefix(length))
    }
}
