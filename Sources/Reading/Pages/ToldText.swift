import Text

/// The text of an article as linked data tells it (`articleBody`).
struct ToldText {
    let paragraphs: [String]
    private let length: Int
    private var runs: Set<Int> = []

    /// A run of this many words hardly stands in two articles.
    private static let runLength = 4

    /// - Returns: nil where the text is too short to be an article's.
    init?(_ text: String) {
        guard text.utf8.count >= 250 else { return nil }
        paragraphs = text.split(separator: "\n").map(String.init)
        length = text.utf8.count
        ToldText.forEachRun(of: text) { runs.insert($0) }
    }

    /// Whether most of a line's runs of words stand in the text; nil for a line too short to say.
    func tells(_ line: String) -> Bool? {
        var count = 0
        var known = 0
        ToldText.forEachRun(of: line) { run in
            count += 1
            if runs.contains(run) { known += 1 }
        }
        return count < 2 ? nil : known * 2 >= count
    }

    /// Whether the page shows so little of it (a paywall, a page built by scripts) that it is better.
    func isLonger(than found: [String]) -> Bool {
        length > 2 * found.reduce(0) { $0 + $1.utf8.count }
    }

    private static func forEachRun(of text: String, _ body: (Int) -> Void) {
        var recent = Array(repeating: 0, count: runLength)
        var count = 0
        for word in text.utf8.split(whereSeparator: { !$0.isWordByte }) {
            recent[count % runLength] = Int(truncatingIfNeeded: NameHash(word).value)
            count += 1
            guard count >= runLength else { continue }
            body((0..<runLength).reduce(0) { $0 &* 31 &+ recent[(count + $1) % runLength] })
        }
    }
}

extension UInt8 {
    /// Of a letter or digit, or of any character beyond ASCII.
    var isWordByte: Bool { self > 0x7F || (48...57).contains(self) || (97...122).contains(self | 0x20) }
}
