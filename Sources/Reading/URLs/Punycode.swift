/// RFC 3492.
enum Punycode {
    private static let (base, tMin, tMax, skew, damp, initialBias, initialN) = (36, 1, 26, 38, 700, 72, 128)
    /// A label has at most 63 bytes; more letters than that cannot fit. Also bounds the quadratic encoding.
    private static let maximumLetters = 63

    static func encode(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= maximumLetters else { return nil }
        var out = scalars.filter(\.isASCII).map { UInt8($0.value) }
        let basic = out.count
        var handled = basic
        if basic > 0 { out.append(UInt8(ascii: "-")) }
        var (n, delta, bias) = (initialN, 0, initialBias)
        while handled < scalars.count {
            guard let next = scalars.map({ Int($0.value) }).filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for value in scalars.map({ Int($0.value) }) {
                if value < n { delta += 1 }
                if value == n {
                    appendNumber(delta, bias: bias, to: &out)
                    bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
                    delta = 0
                    handled += 1
                }
            }
            delta += 1
            n += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The letters of a label without its `xn--`; nil where it is none that an encoder writes.
    static func decode(_ label: some Collection<UInt8>) -> [Unicode.Scalar]? {
        let bytes = Array(label)
        guard bytes.count <= maximumLetters, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        let basic = bytes.lastIndex(of: UInt8(ascii: "-")) ?? 0
        var letters = bytes[..<basic].map { Unicode.Scalar($0) }
        var index = basic > 0 ? basic + 1 : 0
        var (n, place, bias) = (initialN, 0, initialBias)
        while index < bytes.count {
            guard let delta = number(bytes, &index, bias: bias) else { return nil }
            let count = letters.count + 1
            bias = adapted(delta, count: count, isFirst: place == 0)
            place += delta
            n += place / count
            guard n <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(n)) else { return nil }
            letters.insert(scalar, at: place % count)
            place = place % count + 1
        }
        return letters
    }

    private static func number(_ bytes: [UInt8], _ index: inout Int, bias: Int) -> Int? {
        var (value, weight, k) = (0, 1, base)
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte.isASCIIDigit || byte.isASCIILetter else { return nil }
            let digit = byte.isASCIIDigit ? Int(byte) - 22 : Int(byte.asciiLowercased) - 97
            value += digit * weight
            let t = k <= bias ? tMin : (k >= bias + tMax ? tMax : k - bias)
            if digit < t { return value }
            weight *= base - t
            // Larger than any code point times the letters of a label.
            guard weight < 1 << 31 else { return nil }
            k += base
        }
        return nil
    }

    private static func appendNumber(_ number: Int, bias: Int, to out: inout [UInt8]) {
        var rest = number
        var k = base
        while true {
            let t = k <= bias ? tMin : (k >= bias + tMax ? tMax : k - bias)
            if rest < t { break }
            out.append(digit(t + (rest - t) % (base - t)))
            rest = (rest - t) / (base - t)
            k += base
        }
        out.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 97 : value + 22) }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var rest = isFirst ? delta / damp : delta / 2
        rest += rest / count
        var k = 0
        while rest > (base - tMin) * tMax / 2 {
            rest /= base - tMin
            k += base
        }
        return k + (base - tMin + 1) * rest / (rest + skew)
    }
}
