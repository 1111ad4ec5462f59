import CDeflate

/// Unpacks gzip (RFC 1952) and deflate (RFC 1950, or bare RFC 1951 as some servers send it).
///
/// libdeflate unpacks whole buffers, at a third of the cost of a stream of zlib: the packed bytes are held to the limit
/// before, and the output is never given more room than the limit leaves.
public struct Inflater: ~Copyable {
    private let raw: OpaquePointer?
    private let limit: Int

    /// deflate makes at most 1,032 bytes of one.
    private static let mostFromOne = 1032
    /// Room for the members after the first, whose sizes nobody tells.
    private static let laterRoom = 64 << 10

    /// - Parameter limit: how many bytes may come of it.
    public init(limit: Int) { (raw, self.limit) = (libdeflate_alloc_decompressor(), limit) }

    deinit { libdeflate_free_decompressor(raw) }

    /// All members of a gzip file, one after another. What follows them and is none is ignored, as everybody does.
    ///
    /// - Throws: ``InflateProblem``; nothing of a broken file is given back, for it has no check sum.
    public func gunzipped(_ packed: [UInt8]) throws(InflateProblem) -> [UInt8] {
        guard Self.beginsMember(packed[...]) else {
            throw packed.count < Self.shortestMember && [0x1F, 0x8B].starts(with: packed.prefix(2)) ? .cut : .broken
        }
        var output: [UInt8] = []
        var rest = packed[...]
        var room = firstRoom(for: packed)
        while Self.beginsMember(rest) {
            switch unpack(rest, room: room, left: limit - output.count, libdeflate_gzip_decompress_ex) {
            case .bytes(let bytes, let consumed):
                rest = rest.dropFirst(consumed)
                if output.isEmpty { output = bytes } else { output += bytes }
            case .tooLarge: throw .tooLarge(limit: limit)
            case .bad: throw tellsItsSize(packed) ? .broken : .cut
            }
            room = Self.laterRoom
        }
        return output
    }

    /// A zlib stream, or a bare deflate stream where there is no zlib header.
    ///
    /// - Throws: ``InflateProblem``; of a stream without a check sum nobody can say whether it is damaged or cut.
    public func inflated(_ packed: [UInt8]) throws(InflateProblem) -> [UInt8] {
        let isZlib = packed.count > 1 && packed[0] & 0x0F == 8 && (Int(packed[0]) << 8 | Int(packed[1])) % 31 == 0
        let room = packed.count * 4
        let result =
            isZlib
            ? unpack(packed[...], room: room, left: limit, libdeflate_zlib_decompress_ex)
            : unpack(packed[...], room: room, left: limit, libdeflate_deflate_decompress_ex)
        switch result {
        case .bytes(let bytes, _): return bytes
        case .tooLarge: throw .tooLarge(limit: limit)
        case .bad: throw .broken
        }
    }

    private enum Attempt {
        case bytes([UInt8], consumed: Int)
        case tooLarge
        case bad
    }

    private typealias Unpack = (
        OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?,
        UnsafeMutablePointer<Int>?
    ) -> libdeflate_result

    /// Tries with more room until it is enough: each time twice, so that all tries cost no more than the last two.
    private func unpack(_ packed: ArraySlice<UInt8>, room: Int, left: Int, _ function: Unpack) -> Attempt {
        guard let raw else { return .bad }
        var room = min(max(room, 1024), left)
        while true {
            var consumed = 0
            var result = LIBDEFLATE_BAD_DATA
            let bytes = [UInt8](unsafeUninitializedCapacity: room) { output, count in
                packed.withUnsafeBytes {
                    result = function(raw, $0.baseAddress, $0.count, output.baseAddress, room, &consumed, &count)
                }
                if result != LIBDEFLATE_SUCCESS { count = 0 }
            }
            switch result {
            case LIBDEFLATE_SUCCESS: return .bytes(bytes, consumed: consumed)
            case LIBDEFLATE_INSUFFICIENT_SPACE where room < left: room = min(room * 2, left)
            case LIBDEFLATE_INSUFFICIENT_SPACE: return .tooLarge
            case _: return .bad
            }
        }
    }

    /// Header and trailer of a member with nothing in it.
    private static let shortestMember = 18

    private static func beginsMember(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= shortestMember && bytes.starts(with: [0x1F, 0x8B, 8])
    }

    /// The size that the trailer states where it can be true, for the trailer may lie; else a guess.
    private func firstRoom(for packed: [UInt8]) -> Int {
        tellsItsSize(packed) ? Self.statedSize(packed) : packed.count * 4
    }

    /// Whether the last four bytes can be the size of what is packed.
    ///
    /// libdeflate does not say whether bytes are wrong or missing. A file that was cut ends with other bytes than its
    /// size, and of those hardly one in two hundred passes for one.
    private func tellsItsSize(_ packed: [UInt8]) -> Bool {
        (1...max(1, min(packed.count * Self.mostFromOne, limit))).contains(Self.statedSize(packed))
    }

    /// RFC 1952: the size modulo 2^32 in the last four bytes, the lowest first.
    private static func statedSize(_ packed: [UInt8]) -> Int {
        packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
