/// Percent-encoding with the sets of the WHATWG URL Standard, section 1.3.
enum PercentEncoding {
    /// Which part of an address is written; each has its own characters that must not stand as they are.
    enum Part {
        case fragment, query, path, userInfo

        fileprivate var set: String.UTF8View {
            switch self {
            case .fragment: " \"<>`".utf8
            case .query: " \"#<>'".utf8
            case .path: " \"#<>?^`{}".utf8
            case .userInfo: " \"#<>?^`{}/:;=@[\\]|".utf8
            }
        }

        fileprivate func mustEncode(_ byte: UInt8) -> Bool { byte < 0x20 || byte > 0x7E || set.contains(byte) }
    }

    /// Bytes that are encoded already stay as they are, also broken ones (`%2`, `%zz`).
    static func encode(_ bytes: some Sequence<UInt8>, _ part: Part) -> String {
        var out: [UInt8] = []
        for byte in bytes {
            if part.mustEncode(byte) { append(byte, to: &out) } else { out.append(byte) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    static func append(_ byte: UInt8, to out: inout [UInt8]) {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// Each `%XX` as its byte; a `%` without two hexadecimal digits stays.
    static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let source = Array(bytes)
        var out: [UInt8] = []
        out.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let high = source[index + 1].hexDigit, let low = source[index + 2].hexDigit
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(source[index])
                index += 1
            }
        }
        return out
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
    var isASCIIDigit: Bool { (48...57).contains(self) }
    var asciiLowercased: UInt8 { (65...90).contains(self) ? self + 32 : self }
    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case 48...57: self - 48
        case 65...70: self - 55
        case 97...102: self - 87
        default: nil
        }
    }
}
