/// An encoding in which a character is one byte or several, without states (WHATWG Encoding Standard, chapters 10 to 13).
protocol MultiByteDecoder {
    /// The character that begins with the first byte of `rest`, which is 0x80 or more.
    static func character(_ rest: ArraySlice<UInt8>) -> MultiByteCharacter
}

/// What a multi-byte decoder found at a place.
struct MultiByteCharacter {
    /// nil where the bytes mean nothing.
    var scalar: Unicode.Scalar?
    /// A sign that is written over the character: Big5 has four such pairs.
    var combining: Unicode.Scalar?
    /// How many bytes were taken, at least 1.
    var length: Int

    init(_ scalar: Unicode.Scalar?, combining: Unicode.Scalar? = nil, length: Int) {
        (self.scalar, self.combining, self.length) = (scalar, combining, length)
    }

    /// Two bytes that mean nothing. A trail byte in ASCII may be markup (`<`), so it is given back: what hides a quotation
    /// mark from one reader shows a script to the next.
    static func nothing(trail: UInt8) -> MultiByteCharacter { MultiByteCharacter(nil, length: trail < 0x80 ? 1 : 2) }
}

extension MultiByteDecoder {
    static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], hasReplacements: Bool) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 3 / 2)
        var hasReplacements = false
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                out.append(bytes[index])
                index += 1
                continue
            }
            let character = character(bytes[index...])
            hasReplacements = hasReplacements || character.scalar == nil
            out += String(character.scalar ?? "\u{FFFD}").utf8
            if let combining = character.combining { out += String(combining).utf8 }
            index += character.length
        }
        return (out, hasReplacements)
    }
}

/// The two-byte characters of an encoding, by number.
struct CharacterTable {
    private let scalars: [Unicode.Scalar?]

    /// - Parameters:
    ///   - rows: a line for each row, a full stop where there is no character; short lines are filled up.
    ///   - width: the characters of a row.
    ///   - skipped: numbers before the first row.
    init(rows: String, width: Int, skipped: Int = 0) {
        var scalars = [Unicode.Scalar?](repeating: nil, count: skipped)
        for row in rows.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            scalars += row.map { $0 == "." ? nil : $0 }
            scalars += [Unicode.Scalar?](repeating: nil, count: max(0, width - row.count))
        }
        self.scalars = scalars
    }

    subscript(number: Int) -> Unicode.Scalar? { scalars.indices.contains(number) ? scalars[number] : nil }
}
