/// What becomes of one code point of text from the web.
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
        case .format: self = .dropped
        default: self = .letter
        }
    }

    /// Characters without a shape that Unicode counts as letters, marks or symbols, and noncharacters.
    private static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        // Combining grapheme joiner, Hangul fillers, Khmer inherent vowels, Mongolian and other variation selectors.
        case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xFFFC: true
        case 0xFDD0...0xFDEF, 0xE0000...0xE0FFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }

    /// Whether NFC may change a text with this code point. Below U+0300 it never does, nor in common
    /// Chinese and in pictures.
    static func mayNeedComposing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x3001...0x3029, 0x4E00...0x9FFF: false
        // Arrows, signs and pictures, without the two brackets that NFC replaces; the selector and joiner of pictures.
        case 0x2190...0x2328, 0x232B...0x2ADB, 0x1F000...0x1FAFF, 0xFE0E, 0xFE0F, 0x200D: false
        default: true
        }
    }
}
