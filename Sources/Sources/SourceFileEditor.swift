public import Model
public import Text

/// Changes a file of sources that people wrote, line by line: comments, quotes, order and every other byte stay.
///
/// What is written in a layout that lines cannot change (a flow list, two sources on a line) is refused with its place,
/// for a person to edit. Whoever writes the result reads it again first: see `SourceFile`.
public struct SourceFileEditor: Sendable {
    /// As messages name it.
    public let file: String
    private let lines: FileLines
    /// Where the value of `sources` stands.
    private let listMark: DocumentNode.Mark?
    private let items: [SourceItem]

    /// - Parameters:
    ///   - text: the file as it is.
    ///   - document: the same, parsed.
    public init(_ text: String, _ document: DocumentNode, named file: String) {
        let lines = FileLines(text)
        (self.file, self.lines) = (file, lines)
        guard case .map(let entries) = document.content,
            let list = entries.first(where: { $0.key == "sources" })?.value, case .list(let nodes) = list.content
        else {
            (listMark, items) = (nil, [])
            return
        }
        listMark = list.mark
        let end = lines.lines.firstIndex { FileLines.content(of: $0) == "..." } ?? lines.lines.count
        items = nodes.indices.map { index in
            let next = index + 1 < nodes.count ? nodes[index + 1].mark.line - 1 : end
            return SourceItem(nodes[index], until: next, in: lines)
        }
    }

    /// Where a source stands, from its `id` on; more than one place where its id stands more than once.
    public func places(of id: SourceID) -> [DocumentNode.Mark] { items.filter { $0.id == id.value }.map(\.mark) }

    /// The text with all edits made.
    ///
    /// - Parameter edits: made by this editor; no two of them touch the same line.
    public func applying(_ edits: [LineEdit]) -> String { lines.applying(edits) }

    /// What the edits change, as `diff -u` shows it.
    public func diff(_ edits: [LineEdit]) -> [String] { lines.diff(edits, file: file) }

    private func item(_ id: SourceID) throws(DocumentProblem) -> SourceItem {
        let found = items.filter { $0.id == id.value }
        guard let item = found.first else {
            throw DocumentProblem(file: file, at: listMark, "the id \"\(id)\" does not stand here")
        }
        guard found.count == 1 else {
            let lineNumbers = found.map { "\($0.mark.line)" }.joined(separator: ", ")
            throw DocumentProblem(
                file: file, at: item.mark,
                "the id \"\(id)\" stands \(found.count) times (lines \(lineNumbers)); edit by hand")
        }
        return item
    }

    private func byHand(_ mark: DocumentNode.Mark?, _ why: String) -> DocumentProblem {
        DocumentProblem(file: file, at: mark, "\(why): edit this line by hand; nothing was changed")
    }
}

// MARK: Switching on and off

extension SourceFileEditor {
    /// Switches a source on or off by its `enabled` line.
    ///
    /// - Returns: nil where it is so already.
    /// - Throws: with the place, where the layout is one that only a person should change.
    public func setting(_ isEnabled: Bool, of id: SourceID) throws(DocumentProblem) -> LineEdit? {
        let item = try item(id)
        guard let entry = item.entry("enabled") else {
            return isEnabled ? nil : try insertion(of: "enabled: false", into: item)
        }
        guard case .scalar(let word, _) = entry.value.content, let pair = Self.flags.first(where: { $0.has(word) })
        else { throw byHand(entry.value.mark, "\"enabled\" has no plain value") }
        guard (pair.yes == word.lowercased()) != isEnabled else { return nil }
        let line = lines.lines[entry.value.mark.line - 1]
        let mark = entry.value.mark
        guard let changed = Self.replacing(word, by: isEnabled ? pair.yes : pair.no, at: mark.column, in: line) else {
            throw byHand(mark, "\"enabled\" is written in a way that cannot be changed alone")
        }
        return LineEdit(at: mark.line - 1, removing: 1, inserting: [changed])
    }

    private struct Flag {
        let yes: String
        let no: String
        func has(_ word: String) -> Bool { [yes, no].contains(word.lowercased()) }
    }

    /// As `FieldReader.flag` reads them.
    private static let flags = [
        Flag(yes: "true", no: "false"), Flag(yes: "yes", no: "no"), Flag(yes: "on", no: "off"),
    ]

    /// The line with the word that stands at `column` (from 1, within its quotes if it has them) replaced.
    private static func replacing(_ word: String, by new: String, at column: Int, in line: String) -> String? {
        let scalars = Array(line.unicodeScalars)
        var start = column - 1
        guard scalars.indices.contains(start) else { return nil }
        if scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
        let end = start + word.unicodeScalars.count
        guard end <= scalars.count, scalars[start..<end].elementsEqual(word.unicodeScalars) else { return nil }
        return text(scalars[..<start]) + new + text(scalars[end...])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    /// A new line behind the last of the usual first settings that is written on one line.
    private func insertion(of setting: String, into item: SourceItem) throws(DocumentProblem) -> LineEdit {
        guard item.isBlock else { throw byHand(item.mark, "the source is written in braces") }
        let anchor = ["status", "url", "kind", "outlet", "id"].lazy.compactMap { item.entry($0) }.first {
            self.isOneLine($0, of: item)
        }
        guard let anchor else { throw byHand(item.mark, "the source has no setting on a line of its own") }
        let at = anchor.keyMark.line
        let indent = String(repeating: " ", count: item.mark.column - 1)
        let before = lines.lines[at - 1]
        let lineBreak = FileLines.lineBreak(of: before)
        guard !lineBreak.isEmpty else {
            // The file ends without a line break, and goes on doing so.
            return LineEdit(at: at - 1, removing: 1, inserting: [before + lines.lineBreak, indent + setting])
        }
        return LineEdit(at: at, removing: 0, inserting: [indent + setting + lineBreak])
    }

    /// Whether the setting is a `key: value` line by itself, not a text that goes on below.
    private func isOneLine(_ entry: DocumentNode.Entry, of item: SourceItem) -> Bool {
        guard case .scalar(let text, _) = entry.value.content, !text.isEmpty,
            entry.value.mark.line == entry.keyMark.line
        else { return false }
        let next = item.entries.map(\.keyMark.line).filter { $0 > entry.keyMark.line }.min() ?? item.end + 1
        guard item.entries.count(where: { $0.keyMark.line == entry.keyMark.line }) == 1 else { return false }
        return lines.lines[entry.keyMark.line..<(next - 1)].allSatisfy(SourceItem.isBlankOrComment)
    }
}

// MARK: Taking out and putting in

extension SourceFileEditor {
    /// Takes sources out with the lines that are theirs. Comments above and between sources stay.
    ///
    /// - Throws: with the place, where the layout is one that only a person should change.
    public func removing(_ ids: [SourceID]) throws(DocumentProblem) -> [LineEdit] {
        var edits: [LineEdit] = []
        for id in Set(ids).sorted() {
            let item = try item(id)
            guard item.beginsItsLine else { throw byHand(item.mark, "the source shares its line with others") }
            edits.append(LineEdit(at: item.start, removing: item.end - item.start, inserting: []))
        }
        guard edits.count == items.count else { return edits }
        // A list of nothing is written as one, or the file could not be read any more.
        guard let line = listLine else { throw byHand(listMark, "the list would be empty") }
        let head = lines.lines[line]
        let rest = head.unicodeScalars.dropFirst(Self.key.unicodeScalars.count)
        return edits + [LineEdit(at: line, removing: 1, inserting: [Self.key + " []" + String(rest)])]
    }

    /// Adds sources at the end of the file, in the layout of those that are there.
    ///
    /// - Throws: with the place, where the list is written in brackets.
    public func adding(_ entries: [SourceEntry]) throws(DocumentProblem) -> [LineEdit] {
        guard items.allSatisfy(\.beginsItsLine) else { throw byHand(listMark, "the list is written in brackets") }
        let lineBreak = lines.lineBreak
        let indent = items.last?.indent ?? 2
        var new = entries.flatMap { $0.lines(indent: indent) }.map { $0 + lineBreak }
        var edits: [LineEdit] = []
        var last = lines.lines.firstIndex { FileLines.content(of: $0) == "..." } ?? lines.lines.count
        if items.isEmpty {
            guard let line = lines.lines.firstIndex(where: Self.isEmptyList) else {
                throw byHand(listMark, "the empty list is written in a way that cannot be changed alone")
            }
            let text = lines.lines[line]
            let opened = Self.key + String(text.unicodeScalars.drop { $0 != "]" }.dropFirst())
            if line + 1 == last, FileLines.lineBreak(of: text).isEmpty {
                return [LineEdit(at: line, removing: 1, inserting: [opened + lineBreak] + new)]
            }
            edits.append(LineEdit(at: line, removing: 1, inserting: [opened]))
        }
        if last > 0, FileLines.lineBreak(of: lines.lines[last - 1]).isEmpty {
            new.insert(lines.lines[last - 1] + lineBreak, at: 0)
            last -= 1
            return edits + [LineEdit(at: last, removing: 1, inserting: new)]
        }
        return edits + [LineEdit(at: last, removing: 0, inserting: new)]
    }

    private static let key = "sources:"

    /// The line `sources:`, where nothing but a comment follows on it.
    private var listLine: Int? {
        lines.lines.firstIndex { line in
            let content = FileLines.content(of: line)
            return content.hasPrefix(Self.key)
                && SourceItem.isBlankOrComment(String(content.unicodeScalars.dropFirst(Self.key.utf8.count)))
        }
    }

    /// `sources: []`, with a comment or without.
    private static func isEmptyList(_ line: String) -> Bool {
        let content = FileLines.content(of: line)
        guard content.hasPrefix(key) else { return false }
        var rest = content.unicodeScalars.dropFirst(key.utf8.count).drop { $0 == " " }
        guard rest.popFirst() == "[" else { return false }
        rest = rest.drop { $0 == " " }
        guard rest.popFirst() == "]" else { return false }
        return SourceItem.isBlankOrComment(String(rest))
    }
}
