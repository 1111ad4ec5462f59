import Identifying
import Model
import Testing

/// The shapes in which people print and disguise numbers, and what only looks like one. All digits are invented.
@Suite struct MaskShapeTests {
    private func expectMasked(_ text: String, _ kind: MaskedIdentifier.Kind) {
        let masked = maskIdentifiers(in: text)
        #expect(masked.found.contains(kind), "\(text) -> \(masked.text)")
        let digits = masked.text.count { $0.isNumber && $0 != "2" }
        #expect(digits <= 1, "\(text) -> \(masked.text)")
    }

    @Test(arguments: [
        ("IC 780312-\n01-5566", MaskedIdentifier.Kind.identityCard), ("IC 780312\n015566", .identityCard),
        ("telefon 012-\n3456789", .phone), ("telefon 012\n345 6789", .phone),
        ("akaun Maybank 5140 0099\n8877", .bankAccount),
    ])
    func aNumberGoesOnOverALinesEndWhereAHyphenOrAWordSaysSo(text: String, kind: MaskedIdentifier.Kind) {
        expectMasked(text, kind)
        expectMasked(text.replacing("\n", with: "\r\n"), kind)
    }

    @Test func linesOfAListStayApart() {
        for text in ["780312\n015566", "012\n345\n6789", "Bank:\n2019\n2020\n2021", "1\n2\n3\n4\n5\n6\n7\n8\n9\n0"] {
            #expect(maskIdentifiers(in: text).found.isEmpty, "\(text)")
        }
    }

    @Test(arguments: [
        "K780312-01-5566", "IC 78-03-12-01-5566", "78-03-12-01-5566", "IC 7803 1201 5566", "IC 780 312 015 566",
        "IC 780312:01:5566", "kad OKU LD780312015566", "MyKad:LD780312-01-5566", "IC 78 03 12 01 5566",
    ])
    func identityCardsInEveryGrouping(text: String) {
        expectMasked(text, .identityCard)
        #expect(!maskIdentifiers(in: text).text.contains("5566"))
    }

    @Test(arguments: [
        ("https://forms.gle/abc?ic=780312015566", MaskedIdentifier.Kind.identityCard),
        ("https://sumbang.my/?acc=514012345678&bank=maybank", .bankAccount),
        ("http://bit.ly/60123456789", .phone), ("www.contoh.com/bantu/780312-01-5566", .identityCard),
        ("https://contoh.my/borang?no_tel=012-3456789", .phone), ("https://contoh.my/u?nama=a&hp=0123456789", .phone),
        ("contoh.my/hubungi/012-345-6789", .phone), ("www.contoh.com/bantu/780312015566", .identityCard),
        ("https://wa.me/6012-3456789", .phone),
    ])
    func numbersInWebAddressesThatCanBeNothingElse(text: String, kind: MaskedIdentifier.Kind) {
        #expect(maskIdentifiers(in: text).found == [kind], "\(maskIdentifiers(in: text).text)")
    }

    @Test(arguments: [
        "https://contoh.my/berita/201105011234", "https://contoh.my/2026/01/12/780312015566-judul",
        "https://contoh.my/?p=1234567890", "https://contoh.my/article/1012345678901", "contoh.my/a/2026-03-12/1130",
        "https://contoh.my/artikel-200112-10-2023", "https://contoh.my/?id=123456789012345", "contoh.my/s/0388881234",
    ])
    func articlesNumbersStay(text: String) {
        #expect(maskIdentifiers(in: text) == MaskedText(text: text, found: []))
    }

    @Test(arguments: [
        ("passport number E 1234567", MaskedIdentifier.Kind.passport), ("passport EA 0123456", .passport),
        ("No. polis RF/12345", .identityCard), ("nombor badan RF123456", .identityCard),
        ("kad kuasa polis G/12345", .identityCard), ("Kad tentera: T 123456", .identityCard),
        ("tentera bernombor 3001234", .identityCard), ("kad UNHCR 354-12C01234", .identityCard),
        ("Sijil lahir BA12345", .identityCard),
    ])
    func papersThatAWordAnnounces(text: String, kind: MaskedIdentifier.Kind) {
        expectMasked(text, kind)
        let letters = maskIdentifiers(in: text).text
        #expect(!letters.hasSuffix("E") && !letters.contains("RF"))
    }

    @Test(arguments: [
        "Hong Leong 12345678901", "Tabung Haji: 1234567890123", "TH 012345678901", "m2u 164012345678",
        "Salurkan kepada 5140 1234 5678 (Rekaan)", "kad debit 4567 1234 5678 9012", "kad kredit 4567123456789012",
        "derma RM 514012345678 Maybank", "Bank Rakyat 220123456789",
    ])
    func accountsBehindEveryNameOfABank(text: String) {
        expectMasked(text, .bankAccount)
    }

    @Test func theLetterThatChecksANumberGoesWithIt() {
        #expect(maskIdentifiers(in: "NRIC S1234567D.").text == "NRIC [ic ******].")
        #expect(maskIdentifiers(in: "A1234567Dan").text == "[ic ******]Dan")
    }

    /// Letters between two numbers may belong to either: a mask never takes what another has.
    @Test(arguments: ["UNHCR 123456789-1234567-AB1234567", "NRIC A1234567B1234567C", "passport A1234567E 1234567"])
    func numbersThatShareLettersNeverBreakTheText(text: String) {
        #expect(!maskIdentifiers(in: text).found.isEmpty)
    }

    /// `A` ends the first plate and could begin the second.
    @Test func platesThatShareALetterNeverBreakTheText() {
        #expect(maskIdentifiers(in: "plat SAB 2345 A 567 B 890").text == "plat [plate ******] 567 [plate ******]")
        #expect(!maskIdentifiers(in: "plat " + String(repeating: "A 12 ", count: 5_000)).found.isEmpty)
    }

    @Test func theNearerWordTellsACardFromAnAccount() {
        #expect(
            maskIdentifiers(in: "IC 780312-01-5566, akaun Maybank 112233445566").found == [.identityCard, .bankAccount])
        #expect(maskIdentifiers(in: "Maybank atas nama Rekaan, KP 780312015566").found == [.identityCard])
    }

    @Test(arguments: [
        "012 34 56 789", "012-34 56 78 9", "012 345 67 89", "012:3456789", "012|345|6789", "012,345,6789",
        "012---3456789", "O12-3456789", "01O-3456789", "⓪①②-③④⑤⑥⑦⑧⑨", "0062 812 3456 7890", "telefon 65-91234567",
        "WhatsApp 62 812 3456 7890", "RM50 012-3456789", "HP0123456789", "hubungi 07 778 12 34",
        "pada 12-03-2026 0312345678",
    ])
    func telephonesInEveryGroupingAndDisguise(text: String) {
        let masked = maskIdentifiers(in: text)
        #expect(masked.found == [.phone], "\(masked.text)")
        #expect(!masked.text.contains("89") && !masked.text.contains("789") && !masked.text.contains("⑨"))
    }

    @Test(arguments: [
        "Balai polis: hubungi waris di 07-7781222", "Encik Rekaan dari JKM, 07-7781222",
        "hubungi Puan Contoh (JKM) di 07-7781222", "Polis berkata ibu mangsa di 07-7781222",
    ])
    func aPersonsOwnLandlineIsMaskedBesideAnAgencysName(text: String) {
        #expect(maskIdentifiers(in: text).found == [.phone])
    }

    @Test(arguments: [
        "Keluarga mangsa boleh hubungi JKM di talian 07-7781222", "Balai Polis Contoh, 07-7781222",
        "hubungi Bomba 07-7781222",
    ])
    func anAgencysOwnLineStays(text: String) {
        #expect(maskIdentifiers(in: text).found.isEmpty)
    }

    @Test(arguments: [
        "rekaan @ gmail.com", "rekaan at gmail dot com", "rekaan@gmail,com", "rekaan at gmail.com", "rekaan @contoh.my",
    ])
    func mailAddressesInEveryDisguise(text: String) {
        #expect(maskIdentifiers(in: "e-mel \(text) ya") == MaskedText(text: "e-mel [email ******] ya", found: [.email]))
    }

    @Test(arguments: [
        "jumpa kami @ kedai kopi.", "He works at the dot com firm.", "Faizul @ Md Isa, 51", "tiba at 5.30",
    ])
    func whatIsNoMailAddressStays(text: String) {
        #expect(maskIdentifiers(in: text).found.isEmpty)
    }

    @Test(arguments: [
        "Proton Saga WXY 1234", "Perodua Myvi JQR 4567", "Toyota Hilux QAB 1234 C", "Myvi putih bernombor WB 8877 C",
    ])
    func platesBehindAMake(text: String) {
        #expect(maskIdentifiers(in: text).found == [.plate])
    }

    @Test(arguments: [
        "sumbangan 12-03-2026 1130 pagi bank", "kes JK-05-123-2026", "bank 10 12 14 16 18 20 tahun",
        "wang 1 500 000 000 ringgit sumbangan bank", "sumbangan sebanyak 1.500.000.000 untuk bank",
        "USD1500000000 dari bank", "produk A1234567 model", "bas SJ 1234 UTC", "Yamaha LC 135, Honda CBR 1000",
        "Bank: RM 12 345 678 901", "luas 120 m² 3456789", "ISBN 978-967-12345-6-7", "poskod 50480, 43000 dan 81100",
        "sumbangan RM1.5 juta kepada 1,200 orang", "pukul 08.30 - 17.30, 0830-1730", "No. kes 2026-05-123456",
        "Boeing 737-800 MH 370 ke 9M-MRO", "badan seberat 123456 gram", "laporan tentera seramai 1200000 orang",
    ])
    func whatOnlyLooksLikeAnIdentifierStays(text: String) {
        #expect(maskIdentifiers(in: text) == MaskedText(text: text, found: []))
    }
}
