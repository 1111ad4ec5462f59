import Inflating
import Model

/// How a body was packed for the way: the codings of RFC 9110 section 8.4.1 that we unpack.
enum ContentCoding: String, Hashable, Sendable, CaseIterable {
    case gzip
    case deflate
    case brotli = "br"

    /// What a request says of them.
    static let accepted = allCases.map(\.rawValue).joined(separator: ", ")
    /// Each one more multiplies what a few bytes can become; nobody honest stacks even two.
    static let mostStacked = 5

    /// The codings that Content-Encoding lists, in the order in which they were put on.
    ///
    /// - Throws: `badEncoding` for one that we do not know, and for more than `mostStacked`.
    static func stack(of headers: HeaderFields) throws(FailureCause) -> [ContentCoding] {
        var stack: [ContentCoding] = []
        for name in headers.list("content-encoding") where !name.isEmpty && name != "identity" {
            // Section 8.4.1.3: x-gzip is the same.
            guard let coding = name == "x-gzip" ? .gzip : ContentCoding(rawValue: name) else {
                throw .badEncoding("\(name) is unknown")
            }
            guard stack.count < mostStacked else { throw .badEncoding("more than \(mostStacked) on each other") }
            stack.append(coding)
        }
        return stack
    }

    /// The bytes that were packed.
    ///
    /// - Parameter limit: how many bytes may come of it; no more memory is taken than that.
    /// - Throws: `tooLarge` beyond the limit, `truncated` where the end is missing, `badEncoding` where the bytes are no
    ///   such packing or are damaged.
    func unpacked(_ packed: [UInt8], limit: Int) throws(FailureCause) -> [UInt8] {
        guard !packed.isEmpty else { return [] }
        switch self {
        case .brotli: return try BrotliDecoder.decoded(packed, limit: limit)
        case .gzip, .deflate: break
        }
        let inflater = Inflater(limit: limit)
        do throws(InflateProblem) {
            return self == .gzip ? try inflater.gunzipped(packed) : try inflater.inflated(packed)
        } catch {
            switch error {
            case .tooLarge(let limit): throw .tooLarge(limit: limit)
            case .cut: throw .truncated
            case .broken: throw .badEncoding(self == .gzip ? "damaged gzip" : "deflate, damaged or cut off")
            }
        }
    }
}

extension [ContentCoding] {
    /// The bytes below all codings of the stack; each on the way is held to the limit.
    func unpacked(_ packed: [UInt8], limit: Int) throws(FailureCause) -> [UInt8] {
        var bytes = packed
        for coding in reversed() { bytes = try coding.unpacked(bytes, limit: limit) }
        return bytes
    }
}
