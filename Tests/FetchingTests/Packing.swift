import CDeflate

func gzipped(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes, libdeflate_gzip_compress) }

/// - Parameter withHeader: false for the bare stream that some servers send as deflate.
func deflated(_ bytes: [UInt8], withHeader: Bool) -> [UInt8] {
    compressed(bytes, withHeader ? libdeflate_zlib_compress : libdeflate_deflate_compress)
}

/// Brotli that holds the bytes as they are (RFC 7932 section 9.2): the library here has no compressor.
func brotliStored(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 65_536) {
        let piece = bytes[start..<min(start + 65_536, bytes.count)]
        // Not the last (0), four digits of length (00), the length less one, not compressed (1).
        let header = (piece.count - 1) << 3 | 1 << 19
        // The first header has the size of the window before it: one bit.
        let bits = start == 0 ? header << 1 : header
        packed += [UInt8(bits & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits >> 16 & 0xFF)] + piece
    }
    // The last, and empty.
    return packed + [3]
}

private typealias Compress = (OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int) -> Int

private func compressed(_ bytes: [UInt8], _ function: Compress) -> [UInt8] {
    let compressor = libdeflate_alloc_compressor(6)
    defer { libdeflate_free_compressor(compressor) }
    let room = bytes.count + bytes.count / 100 + 100
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
        count = bytes.withUnsafeBytes { function(compressor, $0.baseAddress, $0.count, output.baseAddress, room) }
    }
}
