/// A node of a YAML document with the place where it stands, whatever parser read it.
public struct DocumentNode: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// The text as written, without quotes; `isQuoted` tells `"12"` from `12`.
        case scalar(String, isQuoted: Bool)
        case list([DocumentNode])
        case map([Entry])
    }

    public struct Entry: Hashable, Sendable {
        public var key: String
        public var keyMark: Mark
        public var value: DocumentNode
        public init(key: String, keyMark: Mark, value: DocumentNode) {
            (self.key, self.keyMark, self.value) = (key, keyMark, value)
        }
    }

    /// A place in a file; both count from 1.
    public struct Mark: Hashable, Sendable {
        public var line: Int
        public var column: Int
        public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
    }

    public var content: Content
    public var mark: Mark
    public init(_ content: Content, at mark: Mark) { (self.content, self.mark) = (content, mark) }
}

/// What is wrong with a file that a person wrote, where, and what to do: `Feeds/state.yaml:14:9: "intervall" is not a
/// setting of a source; did you mean "interval"?`
public struct DocumentProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String
    public var mark: DocumentNode.Mark?
    public var reason: String

    public init(file: String, at mark: DocumentNode.Mark?, _ reason: String) {
        (self.file, self.mark, self.reason) = (file, mark, reason)
    }

    public var description: String {
        mark.map { "\(file):\($0.line):\($0.column): \(reason)" } ?? "\(file): \(reason)"
    }
}

/// All that is wrong with one or more files, so that a person mends them in one go.
public struct DocumentProblems: Error, Hashable, Sendable, CustomStringConvertible {
    public var problems: [DocumentProblem]
    public init(_ problems: [DocumentProblem]) { self.problems = problems }
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The known word that is nearest to `word`: at most two changes away, and at most a third of its length.
public func nearest<S: Sequence<String>>(to word: String, among known: S) -> String? {
    let limit = max(1, min(2, word.count / 3))
    return known.map { ($0, editDistance(Array(word), Array($0))) }
        .filter { $0.1 <= limit }
        .min { $0.1 < $1.1 }?.0
}

/// Levenshtein's distance, where swapping two neighbours counts as one change.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 1..<max(2, a.count + 1) where i <= a.count {
        var row = [i]
        for j in 1..<max(2, b.count + 1) where j <= b.count {
            var cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
            row.append(cost)
        }
        (before, previous) = (previous, row)
    }
    return previous[b.count]
}
