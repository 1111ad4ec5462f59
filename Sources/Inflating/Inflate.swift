import CDeflate

/// Why gzip data was not unpacked.
public enum InflateProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Longer than `limit` bytes: a bomb, or nothing for us.
    case tooLarge(limit: Int)
    /// Not gzip, cut off, or its check sum is wrong.
    case broken
    case noMemory

    public var description: String {
        switch self {
        case .tooLarge(let limit): "over \(limit) bytes when unpacked"
        case .broken: "broken gzip data"
        case .noMemory: "no memory to unpack it"
        }
    }
}

/// Whether the bytes begin as a gzip file does (RFC 1952: ID1, ID2, and the only method there is).
public func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 8]) }

/// Unpacks a gzip file of one member or of several, such as `sitemap.xml.gz`. What follows the last member is left out.
///
/// - Parameter limit: the most bytes that may come out; never more memory than twice that is used.
/// - Throws: ``InflateProblem``; nothing of a broken file is given back, for it has no check sum.
public func inflate(_ bytes: [UInt8], limit: Int) throws(InflateProblem) -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw .noMemory }
    defer { libdeflate_free_decompressor(decompressor) }
    var out: [UInt8] = []
    var start = 0
    repeat {
        let member = try inflateMember(decompressor, bytes, from: start, limit: limit - out.count, in: limit)
        out += member.bytes
        start += member.length
    } while isGzip(Array(bytes[start...].prefix(3)))
    return out
}

/// The first guess at a member's size; it doubles until the member fits.
private let firstGuess = 1 << 16

private func inflateMember(
    _ decompressor: OpaquePointer, _ bytes: [UInt8], from start: Int, limit: Int, in whole: Int
) throws(InflateProblem) -> (bytes: [UInt8], length: Int) {
    var capacity = min(limit, max(firstGuess, (bytes.count - start) * 4))
    while true {
        var (used, written, result) = (0, 0, LIBDEFLATE_BAD_DATA)
        let out = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { buffer, count in
            bytes.withUnsafeBytes { input in
                let rest = UnsafeRawBufferPointer(rebasing: input[start...])
                result = libdeflate_gzip_decompress_ex(
                    decompressor, rest.baseAddress, rest.count, buffer.baseAddress, capacity, &used, &written)
            }
            count = result == LIBDEFLATE_SUCCESS ? written : 0
        }
        if result == LIBDEFLATE_SUCCESS { return (out, used) }
        guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { throw .broken }
        guard capacity < limit else { throw .tooLarge(limit: whole) }
        capacity = min(limit, capacity * 2)
    }
}
