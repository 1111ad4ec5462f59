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
