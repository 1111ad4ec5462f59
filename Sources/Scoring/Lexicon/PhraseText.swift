/// The bytes of a phrase, and which of them are notation.
struct PhraseText {
    let bytes: [UInt8]
    /// For each byte itself where it is a character, `gap` where a "…" begins, and 0 elsewhere: a bracket with an accent is
    /// no bracket.
    let signs: [UInt8]

    static let gap: UInt8 = 0x85

    init(_ text: String) {
        bytes = Array(text.utf8)
        signs = bytes.allSatisfy { $0 < 0x80 } ? bytes : Self.signs(of: text, count: bytes.count)
    }

    private static func signs(of text: String, count: Int) -> [UInt8] {
        var signs: [UInt8] = []
        signs.reserveCapacity(count)
        for character in text {
            let length = character.utf8.count
            signs.append(length == 1 ? character.utf8.first ?? 0 : character == "…" ? gap : 0)
            for _ in 1..<max(length, 1) { signs.append(0) }
        }
        return signs
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether `range` begins with these characters.
    func begins(_ range: Range<Int>, with prefix: [UInt8]) -> Bool { signs[range].starts(with: prefix) }

    /// Whether somebody meant `NEAR/5` and wrote it otherwise, such as `near/5`, `NEAR` alone or `hutang NEAR/5along`: as words
    /// they would find nothing.
    func looksLikeNearness(_ range: Range<Int>) -> Bool {
        let name = Self.nearness.dropLast()
        guard let slash = bytes[range].firstIndex(of: UInt8(ascii: "/")) else {
            return bytes[range].elementsEqual(name)
        }
        guard !begins(range, with: Self.nearness), bytes[range].allSatisfy({ !Self.opens($0) }) else { return false }
        let word = bytes[range.lowerBound..<slash]
        return word.suffix(name.count).elementsEqual(name) || word.elementsEqual(name) { $0 & 0xDF == $1 }
    }

    static let nearness = Array("NEAR/".utf8)
    static let dots = Array("...".utf8)

    // MARK: Brackets

    @inline(__always)
    static func opens(_ sign: UInt8) -> Bool { closing(sign) != nil }

    /// What closes a bracket.
    @inline(__always)
    static func closing(_ sign: UInt8) -> UInt8? {
        switch sign {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        default: nil
        }
    }

    @inline(__always)
    static func closes(_ sign: UInt8) -> Bool {
        switch sign {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): true
        default: false
        }
    }

    /// By how much a sign changes the depth.
    @inline(__always)
    private static func step(_ sign: UInt8) -> Int { opens(sign) ? 1 : closes(sign) ? -1 : 0 }

    /// Where the bracket that begins `range` is closed.
    func closingPlace(in range: Range<Int>) -> Int? {
        var depth = 0
        for place in range {
            depth += Self.step(signs[place])
            if depth == 0 { return place }
        }
        return nil
    }

    /// Whether one pair of brackets holds all of `range`.
    func isWhole(_ range: Range<Int>) -> Bool {
        guard let first = range.first, Self.opens(signs[first]) else { return false }
        return closingPlace(in: range) == range.upperBound - 1
    }

    /// Parts at `|` outside brackets.
    func alternatives(_ range: Range<Int>) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var (depth, start) = (0, range.lowerBound)
        for place in range {
            let sign = signs[place]
            depth += Self.step(sign)
            if depth == 0, sign == UInt8(ascii: "|") {
                out.append(start..<place)
                start = place + 1
            }
        }
        out.append(start..<range.upperBound)
        return out
    }
}
