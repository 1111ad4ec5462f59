import Model

extension Person.Role {
    /// As a card says what somebody is in a case.
    func words(in language: ScreenLanguage) -> String {
        switch self {
        case .subject: language.phrase("subject", "subjek")
        case .family: language.phrase("family", "keluarga")
        case .breadwinnerDeceased: language.phrase("breadwinner, deceased", "pencari nafkah, meninggal dunia")
        case .carer: language.phrase("carer", "penjaga")
        case .otherAffected: language.phrase("also affected", "turut terjejas")
        case .speaker: language.phrase("speaker", "jurucakap")
        case .accused: language.phrase("accused", "tertuduh")
        }
    }

    /// In what order a case names its people: whom it is about, then who died, then those around them.
    var place: Int {
        switch self {
        case .subject: 0
        case .breadwinnerDeceased: 1
        case .otherAffected: 2
        case .family: 3
        case .carer: 4
        case .speaker: 5
        case .accused: 6
        }
    }
}

/// A word of kinship as a text prints it, in the reader's language; any other stays as it is printed.
func kinWord(_ printed: String, in language: ScreenLanguage) -> String {
    let word = printed.lowercased()
    let pair = kin.first { $0.en == word || $0.ms == word }
    return pair.map { language.phrase($0.en, $0.ms) } ?? printed
}

/// Kin of one meaning in both languages; where a word of one has several in the other, the commonest stands first.
private let kin: [(en: String, ms: String)] = [
    ("wife", "isteri"), ("husband", "suami"), ("widow", "balu"), ("widower", "duda"), ("father", "bapa"),
    ("father", "ayah"), ("mother", "ibu"), ("mother", "emak"), ("mother", "mak"), ("child", "anak"),
    ("children", "anak-anak"), ("son", "anak lelaki"), ("daughter", "anak perempuan"), ("eldest child", "anak sulung"),
    ("youngest child", "anak bongsu"), ("only child", "anak tunggal"), ("stepchild", "anak tiri"),
    ("adopted child", "anak angkat"), ("elder brother", "abang"), ("elder sister", "kakak"),
    ("younger sibling", "adik"), ("brother", "adik lelaki"), ("sister", "adik perempuan"), ("sibling", "adik-beradik"),
    ("grandfather", "datuk"), ("grandfather", "atok"), ("grandmother", "nenek"), ("grandmother", "opah"),
    ("grandchild", "cucu"), ("uncle", "bapa saudara"), ("uncle", "pak saudara"), ("aunt", "ibu saudara"),
    ("aunt", "mak saudara"), ("niece or nephew", "anak saudara"), ("cousin", "sepupu"), ("child-in-law", "menantu"),
    ("father-in-law", "bapa mentua"), ("father-in-law", "bapa mertua"), ("mother-in-law", "ibu mentua"),
    ("mother-in-law", "ibu mertua"), ("stepfather", "bapa tiri"), ("fiancé", "tunang"), ("next of kin", "waris"),
    ("relative", "saudara"),
]
