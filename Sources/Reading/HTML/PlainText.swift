import Text

/// The text of a piece of HTML, as in a feed's summary: paragraphs separated by a line feed, clean (``cleanedParagraphs``),
/// without scripts, styles and other silent elements. Text without any tag comes back as it is, cleaned.
///
/// - Parameter limit: the greatest length in characters.
public func plainText(ofHTML html: String, limit: Int = 200_000) -> String {
    let document = HTMLDocument(Array(html.utf8))
    return document.text(in: 0).cleanedParagraphs(limit: limit)
}

extension HTMLDocument {
    /// The text inside an element: one line of text a line, white space within a line made blanks. Not yet cleaned.
    func text(in element: Int) -> String {
        var out: [UInt8] = []
        var line = nodes[element].line
        var index = element + 1
        let end = Int(nodes[element].end)
        while index < end {
            let node = nodes[index]
            if node.tag == .text {
                if node.line != line, !out.isEmpty { out.append(10) }
                line = node.line
                appendText(of: index, to: &out)
            } else if node.tag.traits.contains(.silent) {
                index = Int(node.end)
                continue
            }
            index += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends a text node's text with references replaced; line breaks of the source become blanks.
    func appendText(of index: Int, to out: inout [UInt8]) {
        let start = out.count
        let node = nodes[index]
        CharacterReferences.append(
            bytes.span, from: Int(node.lower), to: Int(node.upper), in: .text, to: &out)
        for at in start..<out.count where out[at] == 10 || out[at] == 13 { out[at] = 32 }
    }
}
