import Reading

/// A user name and a password for one place.
struct Credentials: Hashable, Sendable {
    /// Percent-decoded.
    var user: String
    var password: String

    /// - Returns: nil where the address holds none.
    init?(of url: WebURL) {
        guard url.hasCredentials else { return nil }
        (user, password) = (url.username.percentDecoded, url.password.percentDecoded)
    }
}

extension String {
    /// The text with `%41` as `A`; what is no UTF-8 afterwards is replaced.
    fileprivate var percentDecoded: String {
        let bytes = Array(utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let digits = bytes[(at + 1 <= bytes.count ? at + 1 : at)...].prefix(2)
            if bytes[at] == UInt8(ascii: "%"), digits.count == 2,
                let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                out.append(byte)
                at += 3
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
