/// The invisible characters that shape what stands beside them, and stay there, once. Anywhere else they could only hide
/// something: a search for `rumah` must find the word, whatever stands between its letters.
///
/// Two of them say how a picture is drawn: U+FE0F in colour, U+FE0E as text. U+200D makes one picture of two. In scripts
/// whose letters join or stack, U+200D and U+200C make or part such a joining; where they do is Unicode's rule for domain
/// names (RFC 5892, appendix A): behind a virama (Tamil, Sinhala, Devanagari), and U+200C between two letters of the
/// Arabic script (Jawi, Persian).
enum Joiner {
    /// Whether the selector belongs to the character before it.
    static func keepsSelector(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Bool {
        isSelector(scalar) && isPictograph(last)
    }

    /// Whether `scalar` joins or parts at all.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

    /// Whether a joiner changes how the two characters beside it look.
    static func keeps(_ joiner: Unicode.Scalar, between before: Unicode.Scalar, and next: Unicode.Scalar) -> Bool {
        if isPictograph(before) || isSelector(before) { return joiner == "\u{200D}" && isPictograph(next) }
        guard next.properties.isAlphabetic else { return false }
        // 9 is the class of the viramas.
        if before.value >= 0x900, before.properties.canonicalCombiningClass.rawValue == 9 { return next.value >= 0x900 }
        return joiner == "\u{200C}" && isArabic(before) && isArabic(next)
    }

    private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0E || scalar.value == 0xFE0F
    }

    /// Whether it is an emoji that can be selected or joined. The digits, which Unicode counts among them, are not.
    private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x203C...0x2BFF).contains(scalar.value) || scalar.value >= 0x1F000 ? scalar.properties.isEmoji : false
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x620...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: true
        default: false
        }
    }
}
