/// What becomes of one code point of text from the web.
///
/// | role | what | why |
/// |---|---|---|
/// | letter | whatever can be seen: letters, digits, signs, pictures | it is the text |
/// | mark | what stands on, under or around a letter | stays, at most four on one letter |
/// | blank | white space of any width, U+2800, private use | one blank parts two words; nobody but one font knows what the others are |
/// | lineBreak | LF, CR, VT, FF, NEL, U+2028, U+2029 | ends a paragraph |
/// | dropped | other controls, bidi controls, zero-width characters, joiners, selectors, fillers, tags, noncharacters | they steer what is shown, and can hide a word from the scorer or turn a line on the screen |
///
/// Joiners and selectors that shape the letter or picture beside them are the exception; see ``Joiner``.
package enum CharacterRole {
    case letter, mark, blank, lineBreak, dropped

    package init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .blank
        case 0..<0x20, 0x7F...0x9F, 0xAD: self = .dropped
        case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3029, 0x4E00...0x9FFF: self = .letter
        default: self = CharacterRole(ofRare: scalar)
        }
    }

    /// Asks Unicode's properties, which costs more.
    private init(ofRare scalar: Unicode.Scalar) {
        if CharacterRole.isInvisible(scalar.value) {
            self = .dropped
            return
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: self = .mark
        // Bidi controls, joiners, tags, interlinear anchors: all of them steer what is shown and say nothing.
        case .format: self = CharacterRole.isShownFormat(scalar.value) ? .letter : .dropped
        // The glyphs of a page's icon font; without it a box.
        case .privateUse: self = .blank
        // Braille without a dot.
        default: self = scalar.value == 0x2800 ? .blank : .letter
        }
    }

    /// Characters without a shape that Unicode counts as letters, marks, symbols or not at all, and noncharacters.
    private static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        // Combining grapheme joiner, Hangul fillers, Khmer inherent vowels, Mongolian and other variation selectors.
        case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xFFFC: true
        // Set aside by Unicode for more of the kind: to be ignored where they are not known.
        case 0x2065, 0xFFF0...0xFFF8, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }

    /// Signs that Unicode counts as format characters but that are seen: Arabic year and verse signs, and their kin.
    private static func isShownFormat(_ value: UInt32) -> Bool {
        switch value {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }

    /// Whether NFC may change a text with this code point. Below U+0300 it never does, nor in Greek without breathings,
    /// Cyrillic, superscripts, common Chinese and pictures (a test goes through them all).
    static func mayNeedComposing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x3001...0x3029, 0x4E00...0x9FFF: false
        case 0x388...0x482, 0x48A...0x52F, 0x2070...0x209C, 0x2100...0x2125, 0x212C...0x2188, 0xFB00...0xFB06: false
        // Arrows, signs and pictures, without the two brackets that NFC replaces; the selector and joiners.
        case 0x2190...0x2328, 0x232B...0x2ADB, 0x1F000...0x1FAFF, 0xFE0E, 0xFE0F, 0x200C, 0x200D: false
        default: true
        }
    }

    /// The second of the two marks that a Tibetan vowel sign is made of; U+0F71 is the first. NFC always parts these three,
    /// but the standard library (Swift 6.3) does not sort the halves among other marks, so that the same text would not
    /// always be written in the same way.
    static func secondHalf(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xF73: "\u{F72}"
        case 0xF75: "\u{F74}"
        case 0xF81: "\u{F80}"
        default: nil
        }
    }

    /// How many marks NFC makes of a code point: most stay one, some letters with a mark are always written as two, and
    /// the marks among them as well (the composition exclusions of UAX #15).
    static func marksWhenComposed(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x344, 0x958...0x95F, 0x9DC...0x9DF, 0xA33...0xA5E, 0xB5C...0xB5D, 0xF43...0xFB9, 0x2ADC, 0xFB1D...0xFB4E,
            0x1D15E...0x1D1C0:
            String(scalar).nfc.unicodeScalars.count { CharacterRole($0) == .mark }
        default: CharacterRole(scalar) == .mark ? 1 : 0
        }
    }
}
