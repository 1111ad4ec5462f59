/// The lines of a robots.txt: ended by LF, CR or both, without a byte order mark, bounded.
struct RobotsLines {
    /// Of a longer line only the beginning counts. Google's parser keeps eight times the longest address of a browser,
    /// with the NUL of a C string at the end.
    private static let lineLimit = 2083 * 8 - 1

    private let bytes: [UInt8]

    init(_ bytes: some Collection<UInt8>) {
        let kept = Array(bytes.prefix(RobotsRules.byteLimit))
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let markLength = zip(kept, mark).prefix { $0 == $1 }.count
        let isCut = bytes.count > kept.count
        // Where the file is cut, the last line may be half of another rule.
        let end = isCut ? kept.lastIndex { $0 == 10 || $0 == 13 } ?? kept.count : kept.count
        self.bytes = Array(kept[min(markLength, end)..<end])
    }

    /// Calls `body` with each line and its number, from 1.
    func visit(_ body: (ArraySlice<UInt8>, Int) -> Void) {
        var (start, number) = (0, 1)
        while start <= bytes.count {
            let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
            body(bytes[start..<min(end, start + Self.lineLimit)], number)
            let isPair = end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10
            (start, number) = (end + (isPair ? 2 : 1), number + 1)
        }
    }
}
