/// ISO-2022-JP: ASCII bytes whose meaning escape sequences change (WHATWG Encoding Standard, 13.2).
///
/// Markup can hide in it: between two escapes `<script>` is Japanese to us and a script to a reader who knows no escapes. What
/// is handed on is UTF-8, so nobody reads the bytes a second way; and an escape right after an escape, which shows nothing,
/// leaves a U+FFFD so that a hidden pair is seen.
struct ISO2022JPDecoder {
    private enum Mode { case ascii, roman, katakana, pair }

    private var mode = Mode.ascii
    private var out: [UInt8] = []
    private var hasReplacements = false
    /// Whether something was shown since the last escape.
    private var showsText = true

    static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], hasReplacements: Bool) {
        var decoder = ISO2022JPDecoder()
        decoder.out.reserveCapacity(bytes.count * 3 / 2)
        var index = 0
        while index < bytes.count {
            index += decoder.escape(bytes[index...]) ?? decoder.read(bytes[index...])
        }
        return (decoder.out, decoder.hasReplacements)
    }

    private static let escapes: [[UInt8]: Mode] = [
        Array("(B".utf8): .ascii, Array("(J".utf8): .roman, Array("(I".utf8): .katakana, Array("$@".utf8): .pair,
        Array("$B".utf8): .pair,
    ]

    /// The length of the escape sequence that stands here; nil where there is none.
    private mutating func escape(_ rest: ArraySlice<UInt8>) -> Int? {
        guard rest.first == 0x1B, let mode = ISO2022JPDecoder.escapes[Array(rest.dropFirst().prefix(2))] else {
            return nil
        }
        if !showsText { replace() }
        (self.mode, showsText) = (mode, false)
        return 3
    }

    /// The length of the character that stands here.
    private mutating func read(_ rest: ArraySlice<UInt8>) -> Int {
        let byte = rest[rest.startIndex]
        showsText = true
        // A line ends whatever was escaped, as RFC 1468 asks of writers.
        if byte == 10 || byte == 13 { mode = .ascii }
        guard byte < 0x80, byte != 0x0E, byte != 0x0F, byte != 0x1B else { return replace() }
        switch mode {
        case .ascii: show(Unicode.Scalar(byte))
        case .roman: show(byte == 0x5C ? "\u{A5}" : byte == 0x7E ? "\u{203E}" : Unicode.Scalar(byte))
        case .katakana:
            guard (0x21...0x5F).contains(byte) else { return replace() }
            show(JapaneseCharacters.narrowKatakana(byte + 0x80))
        case .pair:
            guard (0x21...0x7E).contains(byte) else { return replace() }
            guard let trail = rest.dropFirst().first, (0x21...0x7E).contains(trail) else { return replace() }
            show(JapaneseCharacters.x0208[(Int(byte) - 0x21) * 94 + Int(trail) - 0x21])
            return 2
        }
        return 1
    }

    private mutating func show(_ scalar: Unicode.Scalar?) {
        hasReplacements = hasReplacements || scalar == nil
        out += String(scalar ?? "\u{FFFD}").utf8
    }

    @discardableResult
    private mutating func replace() -> Int {
        show(nil)
        return 1
    }
}
