import Model

/// One file of the archive, by its name: `pantau-2026-11-21-00001.warc.gz` is the first of that day in Malaysia.
public struct ArchiveFile: Hashable, Comparable, Sendable {
    /// `2026-11-21`
    public let day: String
    /// 1...99,999; the order in which a day's files were begun.
    public let number: Int

    /// The file of an answer that was complete at `instant`.
    init(at instant: Instant, number: Int = 1) { (day, self.number) = (CivilTime(instant).isoDay, number) }

    /// - Returns: nil for a name that is not one of ours to the letter.
    public init?(name: String) {
        let bytes = Array(name.utf8)
        guard bytes.count == 31, name.hasPrefix("pantau-"), name.hasSuffix(ArchiveFile.ending),
            let number = Int(String(decoding: bytes[18..<23], as: UTF8.self)), number > 0
        else { return nil }
        self.number = number
        day = String(decoding: bytes[7..<17], as: UTF8.self)
        guard end != nil, self.name == name else { return nil }
    }

    /// Without a folder.
    public var name: String {
        let digits = String(number)
        return "pantau-\(day)-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits)\(ArchiveFile.ending)"
    }

    /// The list of what it holds: a copy of what stands in the file itself, and made again where it is lost.
    var indexName: String { name + ArchiveFile.indexEnding }

    static let ending = ".warc.gz"
    static let indexEnding = ".index"

    /// The one that is begun when this is full; nil after 99,999 files of one day.
    var next: ArchiveFile? {
        guard number < 99_999 else { return nil }
        return ArchiveFile(day: day, number: number + 1)
    }

    private init(day: String, number: Int) { (self.day, self.number) = (day, number) }

    /// The midnight in Malaysia that ends its day; nil where there is no such day.
    var end: Instant? {
        let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let dayOfMonth = parts[2],
            let begin = CivilTime(year: year, month: month, day: dayOfMonth), begin.isoDay == day
        else { return nil }
        return begin.instant + .days(1)
    }

    public static func < (a: ArchiveFile, b: ArchiveFile) -> Bool { (a.day, a.number) < (b.day, b.number) }
}
