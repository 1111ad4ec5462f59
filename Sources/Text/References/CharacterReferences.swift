/// The character references of HTML (`&amp;`, `&#8217;`, `&copy`), as its standard reads them.
@usableFromInline
package enum CharacterReferences {
    /// What a reference stands for, and where the text goes on.
    package struct Match: Hashable, Sendable {
        package var first: Unicode.Scalar
        /// 93 names stand for two code points.
        package var second: Unicode.Scalar?
        /// The offset behind the reference.
        package var end: Int
    }

    /// Which names hold without their semicolon.
    package enum Context: Sendable {
        /// The 106 old ones (`&copy 2026`).
        case text
        /// As in text, unless a letter, a digit or `=` follows: `?a=1&copy=2` is an address.
        case attribute
        /// None: for text in which an ampersand is most likely meant.
        case exact
    }

    /// Reads the reference that begins with the ampersand at `start`. Looks at no more than 33 bytes of a name.
    ///
    /// - Returns: nil where the ampersand is only an ampersand.
    package static func match(_ bytes: Span<UInt8>, at start: Int, in context: Context) -> Match? {
        guard start + 2 < bytes.count else { return nil }
        if bytes[start + 1] == UInt8(ascii: "#") { return number(bytes, at: start + 2, in: context) }
        return common(bytes, at: start + 1) ?? name(bytes, at: start + 1, in: context)
    }

    private static func common(_ bytes: Span<UInt8>, at start: Int) -> Match? {
        guard start + 8 <= bytes.count, let (byte, length) = common(bytes.word(at: start)) else { return nil }
        return Match(first: Unicode.Scalar(byte), second: nil, end: start + length)
    }

    /// The four references that are nine of ten in feeds and pages, without a look into the table of 2,231.
    ///
    /// - Parameter word: what follows the ampersand.
    /// - Returns: what it stands for, and how many bytes of the word belong to it, the semicolon among them.
    @inlinable @inline(__always)
    package static func common(_ word: ByteWord) -> (byte: UInt8, length: Int)? {
        // Of three to five letters, the first in the lowest byte.
        if word.bits & 0xFF_FFFF == 0x3B_746C { return (UInt8(ascii: "<"), 3) }
        if word.bits & 0xFF_FFFF == 0x3B_7467 { return (UInt8(ascii: ">"), 3) }
        if word.bits & 0xFFFF_FFFF == 0x3B70_6D61 { return (UInt8(ascii: "&"), 4) }
        if word.bits & 0xFF_FFFF_FFFF == 0x3B_746F_7571 { return (UInt8(ascii: "\""), 5) }
        return nil
    }

    /// `text` with each complete reference (`&quot;`, with its semicolon) replaced, once: for what was encoded twice.
    package static func undone(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = text.utf8.span
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        append(bytes, from: 0, to: bytes.count, in: .exact, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends bytes of UTF-8 with their references replaced. Linear.
    package static func append(
        _ bytes: Span<UInt8>, from lower: Int, to upper: Int, in context: Context, to out: inout [UInt8]
    ) {
        let bytes = bytes.extracting(0..<upper)
        var plain = lower
        var at = lower
        while let mark = bytes.nextOffset(of: UInt8(ascii: "&"), in: at..<upper) {
            guard let match = match(bytes, at: mark, in: context) else {
                at = mark + 1
                continue
            }
            out.append(bytes.extracting(plain..<mark))
            out.append(match.first)
            if let second = match.second { out.append(second) }
            (at, plain) = (match.end, match.end)
        }
        out.append(bytes.extracting(plain..<upper))
    }

    private static func number(_ bytes: Span<UInt8>, at start: Int, in context: Context) -> Match? {
        let isHex = bytes[start] | 0x20 == UInt8(ascii: "x")
        var at = isHex ? start + 1 : start
        let digits = at
        var code: UInt32 = 0
        while at < bytes.count, let digit = digit(bytes[at], isHex: isHex) {
            code = min(code * (isHex ? 16 : 10) + digit, 0x110000)
            at += 1
        }
        guard at > digits else { return nil }
        if at < bytes.count, bytes[at] == UInt8(ascii: ";") {
            at += 1
        } else if case .exact = context {
            return nil
        }
        return Match(first: scalar(of: code), second: nil, end: at)
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        switch byte {
        case 48...57: UInt32(byte - 48)
        case 65...70 where isHex: UInt32(byte - 55)
        case 97...102 where isHex: UInt32(byte - 87)
        default: nil
        }
    }

    /// NUL, surrogates and what is no code point become U+FFFD; 128...159 are read as windows-1252.
    private static func scalar(of code: UInt32) -> Unicode.Scalar {
        guard code != 0, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
        return (0x80...0x9F).contains(code) ? windows1252[Int(code) - 0x80] : scalar
    }

    /// The character that a C1 control stands for where bytes of windows-1252 were taken for code points; any other as it is.
    package static func meant(by scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x80...0x9F).contains(scalar.value) ? windows1252[Int(scalar.value) - 0x80] : scalar
    }

    /// The code points of bytes 0x80...0x9F in windows-1252; the five that are free stay controls.
    private static let windows1252 = Array(
        """
        \u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\
        \u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\
        \u{17E}\u{178}
        """.unicodeScalars)

    private static func name(_ bytes: Span<UInt8>, at start: Int, in context: Context) -> Match? {
        var end = start
        var hash = NameHash()
        while end < bytes.count, end - start < 32, isAlphanumeric(bytes[end]) {
            hash.add(bytes[end])
            end += 1
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: ";"), let name = names[hash.value] {
            return Match(first: name.first, second: name.second, end: end + 1)
        }
        guard context != .exact, let (name, nameEnd) = oldName(bytes, in: start..<min(end, start + 6)) else {
            return nil
        }
        switch context {
        case .attribute where nameEnd < bytes.count:
            let next = bytes[nameEnd]
            guard next != UInt8(ascii: "="), !isAlphanumeric(next) else { return nil }
        case .text, .attribute, .exact: break
        }
        return Match(first: name.first, second: name.second, end: nameEnd)
    }

    /// The longest beginning that is a name which holds without its semicolon.
    private static func oldName(_ bytes: Span<UInt8>, in range: Range<Int>) -> (Name, end: Int)? {
        var found: (Name, end: Int)?
        var hash = NameHash()
        for index in range {
            hash.add(bytes[index])
            if let name = names[hash.value], name.holdsAlone { found = (name, index + 1) }
        }
        return found
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20)
    }

    private struct Name {
        var first: Unicode.Scalar
        var second: Unicode.Scalar?
        /// Whether it is read without its semicolon.
        var holdsAlone: Bool
    }

    private static let names: [UInt64: Name] = {
        var names: [UInt64: Name] = [:]
        for row in standardNames.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 }) {
            let parts = row.split(separator: UInt8(ascii: "="))
            let codes = parts[1].split(separator: UInt8(ascii: "+")).compactMap {
                UInt32(String(decoding: $0, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
            }
            let holdsAlone = parts[0].first == UInt8(ascii: "!")
            names[NameHash(parts[0].drop { $0 == UInt8(ascii: "!") }).value] = Name(
                first: codes[0], second: codes.count > 1 ? codes[1] : nil, holdsAlone: holdsAlone)
        }
        return names
    }()

    /// How many names the table knows.
    package static var count: Int { names.count }
}

/// FNV-1a in 64 bits: turns the short names of HTML into keys of a table while they are read.
///
/// No two names that we know share a value (a test says so). A made-up name that met one by design would only be read as
/// that name.
@usableFromInline
package struct NameHash: Hashable, Sendable {
    @usableFromInline package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inlinable package init() {}

    package init(_ name: some Sequence<UInt8>) {
        for byte in name { add(byte) }
    }

    @inlinable
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
