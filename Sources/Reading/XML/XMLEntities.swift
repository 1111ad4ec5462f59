import Text

/// The entities that a document's own type declares, as far as they are harmless: names for a short text.
///
/// Never read are what lies outside the document (SYSTEM, PUBLIC) and parameter entities: a reference to such a one stays in
/// the text as it was written. Values that name other entities, and long ones, are what bombs are made of: a document that
/// declares one is refused.
struct XMLEntities {
    private var values: [[UInt8]: [UInt8]] = [:]
    private var count = 0
    /// How many bytes references may still add to the document. Behind it they stay as written.
    private var allowance = 1 << 20

    /// Seen: at most a handful. The DTD of XHTML, which nobody copies into a feed, has 253.
    static let maximumCount = 256
    /// In bytes.
    private static let maximumLength = 1_024
    private static let maximumNameLength = 64

    var isEmpty: Bool { values.isEmpty }

    /// Takes the declarations of a document type. Linear; what ends in the middle is left.
    ///
    /// - Throws: ``XMLRefusal/entityDeclarations`` where there are more than ``maximumCount``, or one is long or names another.
    mutating func declare(_ documentType: ArraySlice<UInt8>) throws(XMLRefusal) {
        var rest = documentType
        while let mark = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[mark...]
            if rest.starts(with: "<!--".utf8) {
                guard let end = XMLEntities.end(of: "-->", in: rest.dropFirst(4)) else { return }
                rest = rest[end...]
            } else if rest.prefix(8).elementsEqual("<!ENTITY".utf8, by: { $0.asciiLowercased == $1.asciiLowercased }) {
                count += 1
                guard count <= XMLEntities.maximumCount else { throw .entityDeclarations }
                rest = rest.dropFirst(8)
                guard let end = try declareNext(in: rest) else { return }
                rest = rest[end...]
            } else {
                rest = rest.dropFirst()
            }
        }
    }

    /// Reads ` name "value">`.
    ///
    /// - Returns: the index behind what was read; nil where a value does not end.
    private mutating func declareNext(in text: ArraySlice<UInt8>) throws(XMLRefusal) -> Int? {
        let start = text.drop { $0 <= 0x20 }
        let name = start.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "%") }
        let value = start[name.endIndex...].drop { $0 <= 0x20 }
        guard !name.isEmpty, let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return name.endIndex
        }
        guard let end = value.dropFirst().firstIndex(of: quote) else { return nil }
        let literal = value[(value.startIndex + 1)..<end]
        guard literal.count <= XMLEntities.maximumLength, let text = XMLEntities.harmless(literal) else {
            throw .entityDeclarations
        }
        // Of two declarations the first is binding (XML 1.0, 4.2).
        if name.count <= XMLEntities.maximumNameLength, values[Array(name)] == nil,
            !XMLEntities.predefined.contains(Array(name))
        {
            values[Array(name)] = text
        }
        return end + 1
    }

    private static let predefined = Set(["amp", "lt", "gt", "quot", "apos"].map { Array($0.utf8) })

    /// A value with its character references replaced; nil where it names anything else.
    private static func harmless(_ literal: ArraySlice<UInt8>) -> [UInt8]? {
        let bytes = Array(literal)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "&") else {
                out.append(bytes[at])
                at += 1
                continue
            }
            guard let match = CharacterReferences.match(bytes.span, at: at, in: .exact) else { return nil }
            out += String(match.first).utf8
            if let second = match.second { out += String(second).utf8 }
            at = match.end
        }
        return out
    }

    /// The value that the reference at an ampersand stands for, and the index behind it.
    mutating func value(_ bytes: Span<UInt8>, at start: Int) -> (text: [UInt8], end: Int)? {
        var end = start + 1
        while end < bytes.count, end - start <= XMLEntities.maximumNameLength, bytes[end] != UInt8(ascii: ";") {
            guard bytes[end] > 0x20, bytes[end] != UInt8(ascii: "&"), bytes[end] != UInt8(ascii: "<") else {
                return nil
            }
            end += 1
        }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
        let name = ((start + 1)..<end).map { bytes[$0] }
        guard let text = values[name], text.count <= allowance else { return nil }
        allowance -= text.count
        return (text, end + 1)
    }

    private static func end(of mark: String, in text: ArraySlice<UInt8>) -> Int? {
        let pattern = Array(mark.utf8)
        var rest = text
        while let first = rest.firstIndex(of: pattern[0]) {
            if rest[first...].starts(with: pattern) { return first + pattern.count }
            rest = rest[(first + 1)...]
        }
        return nil
    }
}
