import Testing
import Text

@Suite struct TokenTests {
    private func words(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return tokens(of: text).map { token in
            String(String.UnicodeScalarView(scalars[token.scalars]))
        }
    }

    @Test(arguments: [
        ("Ibu itu, 34, menangis.", ["Ibu", "itu", "34", "menangis"]),
        ("e-hailing", ["e", "hailing"]),
        ("anak-anaknya", ["anak-anaknya"]),
        ("RM1,500 sebulan", ["RM1,500", "sebulan"]),
        ("RM 350.50", ["RM 350.50"]),
        ("34tahun", ["34", "tahun"]),
        ("\u{201C}Tolong\u{201D}", ["Tolong"]),
        ("单亲 妈妈", ["单亲", "妈妈"]),
        ("", []),
        (" .,;!? \n", []),
    ])
    func wordsAndNumbersAreTokens(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: [
        ("anak-anak", "anak"), ("anak2", "ANAK"), ("anak2nya", "anaknya"), ("anak-anaknya", "anaknya"),
        ("fe\u{AD}no\u{AD}mena", "fenomena"), ("lum\u{200B}puh", "lumpuh"), ("mother\u{2019}s", "mother"),
        ("ja\u{2019}afar", "ja'afar"), ("ÉCOLE", "école"),
    ])
    func spellingsThatMeanTheSameHaveOneHash(text: String, same: String) {
        #expect(tokens(of: text).map(\.hash) == tokens(of: same).map(\.hash))
    }

    @Test func differentHalvesOfAHyphenAreTwoWords() {
        #expect(tokens(of: "ibu-bapa").count == 2)
    }

    @Test(arguments: [
        ("RM350", 350), ("RM1,500.90", 1_500), ("RM60 juta", 60_000_000), ("RM3 ribu", 3_000), ("RM 20", 20),
        ("RM0.9 juta", 900_000), ("RM1.25 juta", 1_250_000), ("350 ringgit", 350), ("MYR30", 30), ("MYR 1,500", 1_500),
    ])
    func amountsAreReadInWholeRinggit(text: String, ringgit: Int) {
        #expect(tokens(of: text).first?.kind == .money(ringgit))
    }

    @Test func aNumberTooLongToCountHasNoValue() {
        #expect(tokens(of: "1234567890123456789").first?.kind == .number(nil))
        #expect(tokens(of: "RM999999999999999 bilion").first?.kind == .money(nil))
    }

    @Test(arguments: [
        ("Dia jatuh. Dia cedera.", 2), ("Datuk Dr. Rahim hadir.", 1), ("Encik M. Kumar datang.", 1),
        ("KOTA REKAAN 6 Nov. - Sebuah rumah", 1), ("Baris satu\nBaris dua", 2), ("pukul 2.30 petang", 1),
        ("Benarkah? Ya!", 2), ("dia jatuh. kakinya cedera", 1), ("di Jl. Contoh, Lrg. Rekaan, Sg. Contoh", 1),
        ("Kpg. Rekaan, Spg. Contoh, Bdr. Rekaan, Bt. Contoh, Pdg. Rekaan", 1), ("dirawat di Hosp. Rekaan", 1),
    ])
    func abbreviationsEndNoSentence(text: String, count: Int) {
        #expect(Set(tokens(of: text).map(\.sentence)).count == count)
        #expect(sentences(of: tokens(of: text)).count == count)
    }

    @Test func placesCountBytesAndScalarsOfTheTextAsGiven() {
        let text = "Café 🏠 rumah"
        let last = tokens(of: text)[1]
        #expect(last.scalars == 7..<12)
        #expect(String(decoding: Array(text.utf8)[last.bytes], as: UTF8.self) == "rumah")
    }

    @Test func aCommaPartsThoughts() {
        let tokens = tokens(of: "Aminah, 34, dari sini")
        #expect(tokens.map(\.separation) == [.sentence, .clause, .clause, .none])
    }

    @Test func aStopBeforeASmallLetterPartsThoughtsAndAQuotationMarkDoesNot() {
        #expect(tokens(of: "tidak. sakit").map(\.separation) == [.sentence, .clause])
        #expect(tokens(of: "no. akaun").map(\.separation) == [.sentence, .none])
        for marks in [("\"", "\""), ("\u{201C}", "\u{201D}")] {
            #expect(tokens(of: "hutang \(marks.0)along\(marks.1) itu").map(\.separation) == [.sentence, .none, .none])
        }
        #expect(tokens(of: "mati 'terkejut'").map(\.separation) == [.sentence, .clause])
    }

    @Test func onlyWordsOfTwoCapitalsAreUppercase() {
        #expect(tokens(of: "AS As A OKU2 JKM").map(\.isUppercase) == [true, false, false, false, true])
    }
}
