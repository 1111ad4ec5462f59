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

extension String {
    /// A text in NFC without the joiners whose reason NFC has taken away: it sorts and joins marks, so that a virama may
    /// stand elsewhere than before.
    ///
    /// A text in which that takes more than one turn (none was ever written by a person) keeps no joiner at all.
    var withSettledJoiners: String {
        guard let settled = withoutIdleJoiners else { return self }
        guard settled.withoutIdleJoiners != nil else { return settled }
        return String(String.UnicodeScalarView(settled.unicodeScalars.filter { !Joiner.isJoiner($0) })).nfc
    }

    /// nil where every joiner has its reason.
    private var withoutIdleJoiners: String? {
        var kept = String.UnicodeScalarView()
        var last: Unicode.Scalar = "\0"
        var joiner: Unicode.Scalar?
        var hasIdle = false
        for scalar in unicodeScalars {
            if Joiner.isJoiner(scalar) {
                hasIdle = hasIdle || joiner != nil
                joiner = scalar
                continue
            }
            if let met = joiner {
                if Joiner.keeps(met, between: last, and: scalar) { kept.append(met) } else { hasIdle = true }
                joiner = nil
            }
            kept.append(scalar)
            last = scalar
        }
        return hasIdle || joiner != nil ? String(kept).nfc : nil
    }
}
