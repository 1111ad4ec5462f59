/// A text as its lines, each with the line break that ends it, so that joined they are the text byte for byte.
struct FileLines: Hashable, Sendable {
    var lines: [String] = []

    /// Breaks where libyaml does, whose marks count these lines: LF, CR, CR LF, and the breaks of Unicode.
    init(_ text: String) {
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var at = start
        while at < scalars.endIndex {
            let scalar = scalars[at]
            at = scalars.index(after: at)
            guard FileLines.breaks.contains(scalar) else { continue }
            if scalar == "\r", at < scalars.endIndex, scalars[at] == "\n" { at = scalars.index(after: at) }
            lines.append(String(scalars[start..<at]))
            start = at
        }
        if start < scalars.endIndex { lines.append(String(scalars[start...])) }
    }

    private static let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

    var text: String { lines.joined() }

    /// The break that the file uses: that of its first line.
    var lineBreak: String { lines.first.map(FileLines.lineBreak(of:)).flatMap { $0.isEmpty ? nil : $0 } ?? "\n" }

    static func lineBreak(of line: String) -> String {
        String(String.UnicodeScalarView(line.unicodeScalars.suffix(2).drop { !breaks.contains($0) }))
    }

    /// A line without the break that ends it.
    static func content(of line: String) -> String {
        String(String.UnicodeScalarView(line.unicodeScalars.dropLast(lineBreak(of: line).unicodeScalars.count)))
    }
}

/// One change of a file: lines that go, and lines that come in their place.
public struct LineEdit: Hashable, Sendable {
    /// From 0: the first line that goes, or before which the new ones come.
    public var at: Int
    /// How many lines go; 0 or more.
    public var removing: Int
    /// The new lines, each with the break that ends it.
    public var inserting: [String]

    /// A change of `removing` lines from `at` on.
    public init(at: Int, removing: Int, inserting: [String]) {
        (self.at, self.removing, self.inserting) = (at, removing, inserting)
    }
}

extension FileLines {
    /// The text with all edits made.
    ///
    /// - Parameter edits: of this text; no two of them touch the same line.
    func applying(_ edits: [LineEdit]) -> String {
        var out: [String] = []
        var next = 0
        for edit in edits.sorted(by: { $0.at < $1.at }) {
            out += lines[next..<edit.at] + edit.inserting
            next = edit.at + edit.removing
        }
        return (out + lines[next...]).joined()
    }

    /// What the edits change, as `diff -u` shows it, with three lines around each change.
    func diff(_ edits: [LineEdit], file: String) -> [String] {
        var out = ["--- \(file)", "+++ \(file)"]
        var shift = 0
        for group in grouped(edits.sorted { $0.at < $1.at }) {
            guard let first = group.first, let last = group.last else { continue }
            let begin = max(0, first.at - 3)
            let end = min(lines.count, last.at + last.removing + 3)
            let added = group.reduce(0) { $0 + $1.inserting.count - $1.removing }
            let (newBegin, count) = (begin + shift, end - begin)
            // A range without lines names the line before it.
            let old = "\(count == 0 ? begin : begin + 1),\(count)"
            let new = "\(count + added == 0 ? newBegin : newBegin + 1),\(count + added)"
            out.append("@@ -\(old) +\(new) @@")
            var at = begin
            for edit in group {
                out += marked(" ", lines[at..<edit.at])
                out += marked("-", lines[edit.at..<(edit.at + edit.removing)])
                out += marked("+", edit.inserting[...])
                at = edit.at + edit.removing
            }
            out += marked(" ", lines[at..<end])
            shift += added
        }
        return out
    }

    /// Edits whose surroundings meet are shown as one.
    private func grouped(_ edits: [LineEdit]) -> [[LineEdit]] {
        edits.reduce(into: []) { groups, edit in
            if let last = groups.last?.last, edit.at - (last.at + last.removing) <= 6 {
                groups[groups.count - 1].append(edit)
            } else {
                groups.append([edit])
            }
        }
    }

    private func marked(_ sign: String, _ lines: ArraySlice<String>) -> [String] {
        lines.map { sign + FileLines.content(of: $0) }
    }
}
