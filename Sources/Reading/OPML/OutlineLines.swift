/// The line of each `<outline` tag of a document, in order: the tree does not know where its elements stood.
struct OutlineLines {
    private(set) var lines: [Int] = []

    /// Passes over comments, CDATA sections, declarations and quoted values as ``XMLScanner`` does.
    init(_ bytes: [UInt8]) {
        var line = 1
        var at = 0
        var skipped = Skipped.nothing
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 10 || (byte == 13 && !(at + 1 < bytes.count && bytes[at + 1] == 10)) { line += 1 }
            switch skipped {
            case .nothing:
                if byte == UInt8(ascii: "<") { skipped = Skipped(bytes[at...]) }
                if skipped == .tag, OutlineLines.isOutline(bytes[at...]) { lines.append(line) }
            case .tag:
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { skipped = .value(byte) }
                if byte == UInt8(ascii: ">") { skipped = .nothing }
            case .value(let quote): if byte == quote { skipped = .tag }
            case .comment: if bytes[at...].starts(with: "-->".utf8) { skipped = .nothing }
            case .data: if bytes[at...].starts(with: "]]>".utf8) { skipped = .nothing }
            case .instruction: if bytes[at...].starts(with: "?>".utf8) { skipped = .nothing }
            }
            at += 1
        }
    }

    private static func isOutline(_ bytes: ArraySlice<UInt8>) -> Bool {
        let rest = bytes.dropFirst()
        guard rest.prefix(7).map(\.asciiLowercased) == Array("outline".utf8) else { return false }
        guard let next = rest.dropFirst(7).first else { return true }
        return next <= 0x20 || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
    }

    private enum Skipped: Equatable {
        case nothing, comment, data, instruction, tag
        case value(UInt8)

        /// What a `<` begins.
        init(_ bytes: ArraySlice<UInt8>) {
            if bytes.starts(with: "<!--".utf8) {
                self = .comment
            } else if bytes.starts(with: "<![CDATA[".utf8) {
                self = .data
            } else if bytes.starts(with: "<?".utf8) {
                self = .instruction
            } else {
                let next = bytes.dropFirst().first ?? 0
                self = (97...122).contains(next | 0x20) || next == UInt8(ascii: "_") || next >= 0x80 ? .tag : .nothing
            }
        }
    }
}
