import Identifying
import Model
import Testing

/// All digits are invented.
@Suite struct MaskTests {
    @Test(arguments: [
        ("Beliau, no. KP 900230-10-5566, tinggal seorang diri.", [MaskedIdentifier.Kind.identityCard]),
        ("IC 900220-10-5566.", [.identityCard]),
        ("IC900220105566", [.identityCard]),
        ("(900220 10 5566)", [.identityCard]),
        ("kad pengenalan 900220–10–5566", [.identityCard]),
        ("Kad pengenalan lama A1234567", [.identityCard]),
        ("pasport A12345678 miliknya", [.passport]),
        ("passport number AB1234567", [.passport]),
        ("hubungi 012-345 6789 segera", [.phone]),
        ("hubungi 0123456789atau WhatsApp", [.phone]),
        ("tel: +60 12-345 6789", [.phone]),
        ("call +6012 345 6789", [.phone]),
        ("call 6012-3456789", [.phone]),
        ("011-1234 5678", [.phone]),
        ("pejabat 03-1234 5678", [.phone]),
        ("pejabat (03) 1234 5678", [.phone]),
        ("pejabat 04-123 4567", [.phone]),
        ("Sabah 088-123456", [.phone]),
        ("wa.me/60123456789", [.phone]),
        ("https://wa.me/60123456789?text=salam", [.phone]),
        ("https://api.whatsapp.com/send?phone=60123456789", [.phone]),
        ("nombor Indonesia +62 812 3456 7890", [.phone]),
        ("Maybank Siti Rekaan, 512345678901.", [.bankAccount]),
        ("derma ke 319912345678 - maybank", [.bankAccount]),
        ("akaun BSN 1234 5678 9012 3456", [.bankAccount]),
        ("RHB Abu Contoh :21234567890123", [.bankAccount]),
        ("Bank Islam bernombor 12345678901234 atas nama Abu", [.bankAccount]),
        ("acc 7012345678 (CIMB)", [.bankAccount]),
        ("e-mel ke bantu.kami+1@contoh-rekaan.com.my.", [.email]),
        ("Maybank 512345678901, telefon 012-3456789 atau abu@contoh.my", [.email, .bankAccount, .phone]),
        ("Ｔｅｌ ０１２３４５６７８９", [.phone]),
        ("tel 012\u{200B}3456\u{AD}789", [.phone]),
    ])
    func identifiersAreMaskedInEveryShapeThatPapersAndPostsPrint(
        text: String, kinds: [MaskedIdentifier.Kind]
    ) {
        let masked = maskIdentifiers(in: text)
        #expect(masked.found == kinds)
        for kind in kinds { #expect(masked.text.contains("[\(kind.rawValue) ******]")) }
        #expect(!masked.text.contains { $0.isNumber && $0 != "1" } || text.contains("60123456789?"))
    }

    @Test(arguments: [
        "Kerugian RM1,234,567 dan RM 1234567890 di bank.",
        "Bank itu rugi RM12345678901.",
        "Pada 23-10-2023, 22/10/2023 dan 2023-10-22 14:30.",
        "tahun 2019 2020 2021 2022 di bank",
        "Bank pada 04-12-2019 hingga 05-12-2019",
        "21 maut, 7 hilang dan 1,234 mangsa banjir di 56 pusat",
        "Km 129.9 Lebuhraya Rekaan, pukul 2.10 petang",
        "KM208.6 dan Jalan Contoh 12/1",
        "https://contoh.my/berita/2023/10/900220105566/rumah",
        "www.contoh.my/a?id=0123456789",
        "contoh.com.my/2023/0123456789",
        "Media Rekaan Sdn Bhd 200201012345 (1292311-H)",
        "Seksyen 41(1) Akta 1987",
        "talian 15999 atau 1-300-88-1234",
        "Rekaana@Lala, 46, dan Siti@Yah.Katanya",
        "@contoh.rekaan di Twitter",
        "peratus 12345678901%",
        "plat WXY 1234",
        "9999999999 tanpa apa-apa",
        "suhu 38.5 darjah, 3.1412 101.68653",
        "990230105566 bukan tarikh yang wujud",
    ])
    func whatIsNoIdentifierStays(text: String) {
        #expect(maskIdentifiers(in: text) == MaskedText(text: text, found: []))
    }

    @Test func aNumberGoesWholeAndWhatStandsAroundItStays() {
        #expect(maskIdentifiers(in: "Tel: 012-345 6789, RM50.").text == "Tel: [phone ******], RM50.")
        #expect(maskIdentifiers(in: "ke +60123456789.").text == "ke [phone ******].")
    }

    @Test func twoNumbersSideBySideAreTwoMarks() {
        #expect(maskIdentifiers(in: "Maybank 7012345678 012-3456789").found == [.bankAccount, .phone])
    }

    @Test func maskingTwiceIsMaskingOnceWhateverTheText() {
        let pieces = [
            "akaun ", "Maybank ", "900220-10-5566", "012-3456789", " ", ", ", "7012345678", "a@b.my ", "satu dua tiga ",
            "IC ",
            "A1234567", "RM", "[", "]", "\n", "-", "2021 ", "+6", "0123", "@", ".", "https://x.my/", "passport ", "(",
            "1",
        ]
        var random = Generator(state: 7)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            let once = maskIdentifiers(in: text)
            let twice = maskIdentifiers(in: once.text)
            #expect(twice.text == once.text, "\(text)")
            #expect(twice.found.isEmpty, "\(text)")
        }
    }

    @Test(arguments: ["1", "1 ", "0-", "@", "a@", "+", "1.", "[", "(1", "bank 1", "A1"])
    func aLongHostileTextTakesLinearTime(piece: String) {
        let text = String(repeating: piece, count: 50_000 / piece.utf8.count)
        let time = ContinuousClock().measure { _ = maskIdentifiers(in: text) }
        // A debug build needs well under a second; anything quadratic needs minutes.
        #expect(time < .seconds(10))
    }
}

/// Repeatable random numbers (SplitMix64).
struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
