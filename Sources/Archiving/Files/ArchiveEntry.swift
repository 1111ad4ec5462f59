public import Model

/// Where a record stands in a file, and what one looks for it by: one line of the index.
public struct ArchiveEntry: Hashable, Sendable {
    /// Of the first byte of its member.
    public let offset: Int64
    /// Of its member, in bytes.
    public let length: Int
    /// When the answer was complete, to the second.
    public let retrievedAt: Instant
    /// SHA-256 of the body, 64 lower-case digits; nil for the record that a file begins with.
    public let digest: String?
    /// The address that answered; nil for the record that a file begins with.
    public let url: String?

    var end: Int64 { offset + Int64(length) }
}

extension ArchiveEntry {
    /// - Returns: nil for a record without a date.
    init?(_ record: WARCRecord, offset: Int64, length: Int) {
        guard let date = record["WARC-Date"].flatMap(Instant.init(utc:)) else { return nil }
        (self.offset, self.length, retrievedAt) = (offset, length, date)
        let digest = record["WARC-Payload-Digest"]
        self.digest = digest.flatMap { $0.hasPrefix("sha256:") ? String($0.dropFirst(7)) : nil }
        url = record["WARC-Target-URI"]
    }

    /// `0 612 1795219200 - -`: parted by blanks, which no address holds.
    var line: String {
        let url = url?.split(separator: " ").joined(separator: "%20")
        return "\(offset) \(length) \(retrievedAt.seconds) \(digest ?? "-") \(url ?? "-")\n"
    }

    /// - Returns: nil for a line that is not whole.
    init?(line: ArraySlice<UInt8>) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 5, let offset = Int64(text(parts[0])), let length = Int(text(parts[1])),
            let seconds = Int64(text(parts[2])), offset >= 0, length > 0, length <= Int(UInt32.max),
            offset < Int64.max - Int64(length), abs(seconds) < 1 << 50
        else { return nil }
        (self.offset, self.length, retrievedAt) = (offset, length, Instant(seconds: seconds))
        digest = text(parts[3]) == "-" ? nil : text(parts[3])
        url = text(parts[4]) == "-" ? nil : text(parts[4])
    }
}

/// The entries of an index, or of its end; each begins where the one before it ends.
///
/// - Parameter begin: the offset of the first one.
/// - Returns: nil where a line is damaged: then none is trusted, and the file itself is asked.
func entries(ofIndex text: [UInt8], from begin: Int64 = 0) -> [ArchiveEntry]? {
    // A line without its end was being written, or was cut: the record is found in the file.
    guard let last = text.lastIndex(of: 10) else { return [] }
    var entries: [ArchiveEntry] = []
    var expected = begin
    for line in text[..<last].split(separator: 10, omittingEmptySubsequences: false) {
        guard let entry = ArchiveEntry(line: line), entry.offset == expected else { return nil }
        entries.append(entry)
        expected = entry.end
    }
    return entries
}

private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

extension Instant {
    /// `2026-11-21T09:14:02Z`, as we write it.
    fileprivate init?(utc text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[19] == UInt8(ascii: "Z") else { return nil }
        func number(_ range: Range<Int>) -> Int { Int(String(decoding: bytes[range], as: UTF8.self)) ?? -1 }
        guard
            let time = CivilTime(
                year: number(0..<4), month: number(5..<7), day: number(8..<10), hour: number(11..<13),
                minute: number(14..<16), second: number(17..<19), offset: 0)
        else { return nil }
        self = time.instant
    }
}
