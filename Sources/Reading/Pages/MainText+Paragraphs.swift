import Text

extension MainText {
    /// The paragraphs of the article, without its title.
    func paragraphs(title: String) -> [String] {
        let container = container()
        let inside = candidates(in: container)
        let whole = inside.reduce(0) { $0 + ($1.isProse ? $1.length : 0) }
        var paragraphs = Paragraphs(title: title)
        var passed = 0
        for line in inside where isKept(line) {
            let text = document.text(of: line) { isOut[$0] }.cleanedLine(limit: 200_000)
            if passed * 2 >= whole, TailPhrases.isListHeading(text) || TailPhrases.isSignature(text) { break }
            guard text.hasWord, !TailPhrases.isAside(text), passed > 0 || !isByline(text) else { continue }
            let row = row(of: line)
            if paragraphs.add(text, line, row: row, isTold: told?.tells(text)) { passed += line.length }
        }
        let found = paragraphs.trimmed
        guard let told, told.isLonger(than: found) else { return found }
        return told.paragraphs
    }

    /// Whether a line above the story says who wrote it, and perhaps when.
    private func isByline(_ text: String) -> Bool {
        guard text.utf8.count < 120, AuthorNames.isByline(text) else { return false }
        return AuthorNames.people(in: [text], outlets: []).first.map(AuthorNames.isPersonal) ?? false
    }

    /// The lines of the article's element, from behind the headline on; with them the lead, where it stands between the
    /// headline and the element.
    private func candidates(in container: Int) -> [PageLine] {
        let end = Int(document.nodes[container].end)
        let inside = lines.filter { container..<end ~= $0.first && !isOut[$0.first] }
        let start = textStart
        guard let headline, start > 0 else { return inside }
        guard start < container else { return inside.filter { $0.first > start } }
        let lead = lines[(headline + 1)...].prefix { $0.first < container }
            .filter { $0.isProse && !isOut[$0.first] && document.text(of: $0).cleanedLine().endsSentence }
        return mass(lead) * 3 < mass(inside) ? lead + inside : inside
    }

    private func mass(_ lines: [PageLine]) -> Int { lines.reduce(0) { $0 + ($1.isProse ? $1.length : 0) } }

    private func isKept(_ line: PageLine) -> Bool {
        if line.linkDensity >= 0.5 { return isTextThoughLinked(line) }
        if isMargin[line.first] { return line.isProse && document.text(of: line).cleanedLine().endsSentence }
        return document.nodes[line.block].tag != .h1
    }

    /// A paragraph may be one long link with a few words around it, an address written out, or a linked name in a table;
    /// other lines of links are lists of them.
    private func isTextThoughLinked(_ line: PageLine) -> Bool {
        if isInTextList(line) { return true }
        let tag = document.nodes[line.block].tag
        guard tag == .p || tag == .blockquote else { return false }
        if line.length >= 60, line.length - line.linkLength >= 8 { return true }
        return document.text(of: line).cleanedLine().hasPrefix("http")
    }

    /// The table row a short line stands in, so that its cells become one line.
    private func row(of line: PageLine) -> Int? {
        var index = line.block
        // A cell, perhaps with one block in it.
        for _ in 0..<2 where document.nodes[index].tag != .td && document.nodes[index].tag != .th {
            index = Int(document.nodes[index].parent)
        }
        let tag = document.nodes[index].tag
        guard tag == .td || tag == .th, !line.isProse, !isLayout(index) else { return nil }
        return Int(document.nodes[index].parent)
    }

    /// Old pages put the whole article into one cell of a table.
    private func isLayout(_ cell: Int) -> Bool {
        let end = Int(document.nodes[cell].end)
        guard end < document.nodes.count else { return true }
        let next = document.nodes[end]
        return Int(next.tag == .text ? next.lower : next.start) - Int(document.nodes[cell].start) > 400
    }
}

/// Gathers paragraphs: drops what comes before the first sentence, after the last one, and twice.
private struct Paragraphs {
    private var texts: [String] = []
    private var seen: Set<String>
    private var end = 0
    private var lastRow: Int?
    /// The first and last paragraph that linked data tells too.
    private var told: ClosedRange<Int>?

    init(title: String) { seen = [title] }

    /// - Returns: whether the text is a sentence of the article.
    mutating func add(_ text: String, _ line: PageLine, row: Int?, isTold: Bool?) -> Bool {
        if let row, row == lastRow, !texts.isEmpty {
            texts[texts.count - 1] += " " + text
            return false
        }
        // Short lines may repeat ("Yes."); a caption may not.
        guard seen.insert(text).inserted || text.utf8.count < 25 else { return false }
        let isSentence = text.endsSentence || (line.isProse && (end > 0 || line.length >= 120))
        guard isSentence || end > 0 || row != nil else { return false }
        lastRow = row
        texts.append(text)
        if isSentence { end = texts.count }
        if isTold == true { told = (told?.lowerBound ?? texts.count - 1)...(texts.count - 1) }
        return isSentence
    }

    /// Where linked data tells most of the text, what stands before and after that is not the article.
    var trimmed: [String] {
        let all = Array(texts.prefix(end))
        guard let told, told.upperBound < end else { return all }
        let inner = Array(all[told])
        let size = { (texts: [String]) in texts.reduce(0) { $0 + $1.utf8.count } }
        return size(inner) * 10 >= size(all) * 6 ? inner : all
    }
}

extension String {
    /// Whether the text is more than a bar or a row of dots.
    fileprivate var hasWord: Bool { utf8.contains { $0.isWordByte } }

    /// Whether the text ends as a sentence does, perhaps within quotes or brackets.
    var endsSentence: Bool {
        guard utf8.count >= 25, let last = last(where: { !"\"'”’»)] ".contains($0) }) else { return false }
        return ".!?…。！？".contains(last)
    }
}
