import CDeflate

/// The first 24 bytes of a gzip member (RFC 1952) as we write it: one record a member, so that any record can be read by
/// its offset alone.
///
/// Both lengths stand in the extra field "sl" (skip lengths, from WARC 0.9; readers that do not know it pass it over):
/// one gets from member to member without inflating anything, a member that a kill has cut is known for what it is, and
/// no damaged length makes us allocate without bound.
struct MemberHeader: Hashable {
    /// Of the whole member: this header, the deflated bytes, and eight bytes of checksum and length.
    let length: Int
    /// Of what was deflated.
    let contentLength: Int

    static let size = 24
    private static let trailerSize = 8
    /// What one record may hold: a feed is at most 15 MiB, and its head 300 KB.
    static let contentLimit = 64 << 20
    /// Deflate adds at most five bytes to a stored block of 5,000 and more bytes.
    private static let lengthLimit = contentLimit + contentLimit / 500

    /// Magic, deflate, extra field; no time; no level; system unknown; 12 bytes of extra field, "sl", 8 bytes.
    static let fixed: [UInt8] = [
        0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 12, 0, UInt8(ascii: "s"), UInt8(ascii: "l"), 8, 0,
    ]

    init(deflated: Int, contentLength: Int) {
        (length, self.contentLength) = (MemberHeader.size + deflated + MemberHeader.trailerSize, contentLength)
    }

    /// - Returns: nil unless `bytes` begin with a header that is ours to the bit, with lengths that can be.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= MemberHeader.size, bytes.starts(with: MemberHeader.fixed) else { return nil }
        let lengths = bytes.dropFirst(MemberHeader.fixed.count)
        (length, contentLength) = (Int(uint32(lengths)), Int(uint32(lengths.dropFirst(4))))
        let least = MemberHeader.size + MemberHeader.trailerSize
        guard (least...MemberHeader.lengthLimit).contains(length), contentLength <= MemberHeader.contentLimit
        else { return nil }
    }

    var bytes: [UInt8] { MemberHeader.fixed + littleEndian(UInt32(length)) + littleEndian(UInt32(contentLength)) }
}

/// One gzip member of its own.
///
/// - Returns: nil where `content` is longer than one record may be, or memory is short.
func gzipMember(of content: [UInt8]) -> [UInt8]? {
    // Pages of 110 to 190 kB: level 6 takes 0.8 to 1.7 ms, 9 twice that for one per cent less, 1 half of it for eight more.
    guard content.count <= MemberHeader.contentLimit, let compressor = libdeflate_alloc_compressor(6) else {
        return nil
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_deflate_compress_bound(compressor, content.count)
    let deflated = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = libdeflate_deflate_compress(compressor, content, content.count, buffer.baseAddress, bound)
    }
    guard !deflated.isEmpty else { return nil }
    let checksum = libdeflate_crc32(0, content, content.count)
    return MemberHeader(deflated: deflated.count, contentLength: content.count).bytes + deflated
        + littleEndian(checksum) + littleEndian(UInt32(content.count))
}

/// What a whole member holds; its checksum and lengths fit.
///
/// - Returns: nil where it is damaged, or `member` is not exactly one.
func gunzipped(_ member: [UInt8]) -> [UInt8]? {
    guard let header = MemberHeader(member[...]), header.length == member.count,
        let decompressor = libdeflate_alloc_decompressor()
    else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var used = 0
    var isSound = false
    let content = [UInt8](unsafeUninitializedCapacity: max(1, header.contentLength)) { buffer, count in
        let result = libdeflate_gzip_decompress_ex(
            decompressor, member, member.count, buffer.baseAddress, header.contentLength, &used, &count)
        isSound = result == LIBDEFLATE_SUCCESS && used == member.count && count == header.contentLength
        if !isSound { count = 0 }
    }
    return isSound ? content : nil
}

private func littleEndian(_ n: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: n >> (8 * $0)) } }

private func uint32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
}
