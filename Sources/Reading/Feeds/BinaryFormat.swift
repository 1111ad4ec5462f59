/// Documents that are no text at all, told by their first bytes.
enum BinaryFormat {
    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "png"), ([0xFF, 0xD8, 0xFF], "jpeg"), (Array("GIF8".utf8), "gif"),
        (Array("%PDF".utf8), "pdf"), ([0x1F, 0x8B], "gzip"), (Array("PK\u{3}\u{4}".utf8), "zip"),
        (Array("RIFF".utf8), "webp"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), (Array("wOFF".utf8), "font"),
    ]

    static func name(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.bytes) }?.name
    }
}
