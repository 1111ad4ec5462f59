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
        ("tel ０１２－３４５６７８９", [.phone]),
        ("tel \u{0660}\u{0661}\u{0662}\u{0663}\u{0664}\u{0665}\u{0666}\u{0667}\u{0668}\u{0669}", [.phone]),
        ("tel 𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", [.phone]),
        ("tel 0\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}2\u{FE0F}\u{20E3}3456789", [.phone]),
        ("tel 0 1 2 3 4 5 6 7 8 9 ya", [.phone]),
        ("tel 01 23 45 67 89 ya", [.phone]),
        ("tel 012_345_6789", [.phone]),
        ("tel 012..345..6789", [.phone]),
        ("kosong satu dua tiga empat lima enam tujuh lapan sembilan", [.phone]),
        ("zero one two, three four five, six seven eight nine", [.phone]),
        ("IC 9 0 0 2 2 0 1 0 5 5 6 6", [.identityCard]),
        ("(+60)12 345 6789", [.phone]),
        ("0060123456789", [.phone]),
        ("wasap.my/60123456789/hai", [.phone]),
        ("https://t.me/+60123456789", [.phone]),
        ("acc no 1 2 3 4 5 6 7 8 9 0 1 2 maybank", [.bankAccount]),
        ("rekening 3199 1234 5678", [.bankAccount]),
        ("aduan (at) contoh (dot) my", [.email]),
        ("aduan[at]contoh.com.my", [.email]),
        ("aduan＠contoh.my", [.email]),
        ("a\u{200B}duan@con\u{200B}toh.my", [.email]),
        ("bernombor pendaftaran WXY 2345 itu", [.plate]),
        ("nombor plat VBA2345C", [.plate]),
        ("lori QAA 2345 X", [.plate]),
        ("motosikal VEA 998", [.plate]),
        ("registration number SAB 2345 A", [.plate]),
    ])
    func identifiersAreMaskedInEveryShapeThatPapersAndPostsPrint(
        text: String, kinds: [MaskedIdentifier.Kind]
    ) {
        let masked = maskIdentifiers(in: text)
        #expect(masked.found == kinds)
        for kind in kinds { #expect(masked.text.contains("[\(kind.rawValue) ******]")) }
        #expect(!masked.text.contains { $0.isNumber && $0 != "1" })
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
        "motosikal Honda EX5 dan Yamaha LC135, kereta Proton X70",
        "pesawat MH 370, tren ETS 9204, Lebuhraya E1 KM 208, lori RM 1000",
        "hubungi Befrienders di 03-7627 2929",
        "hubungi IPD Rekaan di talian 03-3376 2222",
        "talian 999, 15555 atau 112",
        "umur 10 12 14 15 16 17 tahun",
        "unit A-12-03 di Blok 5, Lot 12345, PT 4567",
        "skor 3-2, 2-1, 1-0, 0-0, 5-4",
        "satu dua tiga empat lima enam tujuh lapan sembilan sepuluh",
        "Seksyen 302 Kanun Keseksaan dan Seksyen 41(1) APJ 1987",
        "rujukan 2023/12/345678, pada 01.02.2023 hingga 03.04.2023",
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
            "1", "plat ", "\r\n", "O12", ":", ",", "RF/", "UNHCR ", "polis ", "No. ", "waris ", "encik ", "telefon ",
            "m2u ",
            "?ic=", " at ", " dot com", "Proton ", "12-03-2026", "%", "TH ", "RM ", "①", "WXY 1234", "kosong ", "(at)",
            "(dot)my", "IPD ", "03-1234 5678", "\u{200B}",
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

    /// Anything quadratic needs far longer.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "1", "1 ", "0-", "@", "a@", "+", "1.", "[", "(1", "bank 1", "A1", "(at)", "a(dot)", "satu ", "plat A 1 ",
            "\u{200B}", "wa.me/1", "01\n", "012,", " at a", "?ic=1", "O1", "x.my/?tel=1", "polis RF/1", "UNHCR 1-",
            "plat A 1 x.my/1 ", "x.my/1 A 123456 ", "[phone ******]1 ", "oh oh ",
        ])
    func aLongHostileTextTakesLinearTime(piece: String) {
        let text = String(repeating: piece, count: 50_000 / piece.utf8.count)
        #expect(!maskIdentifiers(in: text).text.isEmpty)
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
