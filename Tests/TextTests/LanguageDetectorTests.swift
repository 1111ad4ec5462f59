import Model
import Testing

@testable import Text

struct LanguageDetectorTests {
    @Test(arguments: [
        (
            """
            Seorang ibu tunggal yang menghidap strok memerlukan bantuan kerana tidak lagi mampu bekerja dan menyara empat
            anaknya yang masih bersekolah di kampung itu.
            """, Language.malay
        ),
        ("tlg la, mak sy dah takde duit nak beli susu adik, bapak pun kena buang keja", .malay),
        (
            """
            Seorang ibu yang menderita stroke membutuhkan bantuan karena tidak bisa bekerja lagi, kata warga kabupaten itu.
            Petugas dinas sosial sudah datang ke rumahnya hari Jumat lalu.
            """, .indonesian
        ),
        (
            """
            A lorry driver was killed when his vehicle skidded and crashed into a tree, and his widow says that she has not
            been told about the benefits she could claim.
            """, .english
        ),
        ("一名47岁园丁昨早在公园工作时，不幸被掉落的树枝压中头部，当场身亡，遗下妻子和四名孩子。", .chinese),
        ("தோட்டத் தொழிலாளி ஒருவர் வேலை செய்யும் போது மரக்கிளை விழுந்து உயிரிழந்தார் என்று போலீசார் தெரிவித்தனர்.", .tamil),
        ("公園で働いていた男性が、落ちてきた枝に当たって亡くなりました。家族が残されています。", .other),
        ("Мужчина погиб на работе, когда на него упала ветка дерева в парке города.", .other),
        ("El hombre murió cuando una rama cayó sobre él mientras trabajaba en el parque de la ciudad.", .other),
        ("Người đàn ông đã chết khi đang làm việc trong công viên của thành phố vào sáng hôm qua.", .other),
    ])
    func languagesAreTold(text: String, language: Language) {
        let guess = Language.guess(of: text)
        #expect(guess.language == language)
        #expect(guess.confidence > 0.4)
    }

    @Test(arguments: ["", "   ", "12345 678", "!!! ???", "😀😀"])
    func nothingTellsNothing(text: String) {
        #expect(Language.guess(of: text) == LanguageGuess(.other, confidence: 0))
    }

    @Test func oneIndonesianNameDoesNotMakeAMalayTextIndonesian() {
        let text = """
            Pasukan itu akan berlepas ke Jakarta pada hari Sabtu untuk perlawanan yang dijangka sengit dan mereka sudah lama
            menunggu peluang ini, manakala jurulatih kata semua pemain dalam keadaan baik serta bersedia di sana nanti.
            """
        #expect(Language.guess(of: text).language == .malay)
    }

    @Test func aShortLineIsLessSureThanALongOne() {
        let short = Language.guess(of: "Rumah terbakar").confidence
        let long = Language.guess(
            of: "Rumah keluarga itu terbakar kerana litar pintas dan mereka tinggal sehelai sepinggang")
        #expect(short < long.confidence)
    }

    @Test func aFewChineseWordsInAMalayTextAreQuoted() {
        let text =
            "Encik Tan menulis 平安 di pintu rumahnya kerana percaya bahawa itu akan melindungi keluarga dan anak-anaknya."
        #expect(Language.guess(of: text).language == .malay)
    }

    @Test(arguments: [
        // Headlines have few small words.
        ("Buruh maut dihempap konkrit", Language.malay), ("OKU penglihatan gigih berniaga", .malay),
        ("Warga emas terlantar 10 tahun mohon bantuan", .malay), ("Harga minyak naik lagi esok", .malay),
        ("Lorry driver killed in highway crash", .english), ("Widow seeks compensation after fall", .english),
        ("Family of five homeless after fire", .english), ("Zakat board gives aid to asnaf families", .english),
        ("Polisi tangkap pelaku penipuan", .indonesian), ("Buruh bangunan tewas tertimpa beton", .indonesian),
        ("Kakek sebatang kara butuh biaya pengobatan", .indonesian), ("建筑工人坠楼身亡", .chinese),
        ("கட்டுமானத் தொழிலாளி விழுந்து மரணம்", .tamil),
        // Posts and chats.
        ("kesian tengok pakcik ni jual kuih tepi jalan", .malay), ("Boss cakap company tak mampu bayar EPF", .malay),
        ("I kena buang kerja last month, now takde duit nak bayar rumah", .malay),
        ("gue udah tiga bulan nggak digaji nih gimana dong", .indonesian),
    ])
    func aLineIsEnough(text: String, language: Language) {
        let guess = Language.guess(of: text)
        #expect(guess.language == language)
        #expect(guess.confidence >= 0.3, "\(guess)")
    }

    @Test(arguments: [
        ("kerana", "karena"), ("wang", "uang"), ("pejabat", "kantor"), ("boleh", "bisa"), ("kereta", "mobil"),
        ("polis", "polisi"), ("kerajaan", "pemerintah"), ("kualiti", "kualitas"), ("bahawa", "bahwa"),
        ("televisyen", "televisi"), ("hospital swasta itu", "rumah sakit swasta tersebut karena"),
        ("doktor", "dokter"), ("isteri", "istri"), ("Ogos", "Agustus"), ("kemalangan", "kecelakaan"),
        ("Kapasiti", "Kapasitas"),
    ])
    func oneWordTellsMalayFromIndonesianInALine(malay: String, indonesian: String) {
        #expect(Language.guess(of: "Dia berkata \(malay) itu untuk keluarga mereka").language == .malay)
        #expect(Language.guess(of: "Dia berkata \(indonesian) itu untuk keluarga mereka").language == .indonesian)
    }

    @Test func aQuotationDoesNotTurnAnArticle() {
        let malay = String(repeating: "Mangsa yang bekerja di kilang itu dihantar ke hospital semalam. ", count: 6)
        #expect(Language.guess(of: malay + "\"Saya tidak bisa bekerja karena sakit,\" katanya.").language == .malay)
        let english = String(repeating: "The family of the worker has lost its home in the fire. ", count: 6)
        #expect(Language.guess(of: english + "\"Kami tidak ada rumah lagi,\" she said.").language == .english)
    }

    @Test(arguments: [
        "", "   ", "...", "RM500 17.5.2024", "Tan Ah Kow", "Muthusamy a/l Perumal, Siti Rekaan", "www.b9.example/3",
        "9G7-XQ",
    ])
    func whatTellsNothingIsNotTold(text: String) {
        let guess = Language.guess(of: text)
        #expect(guess.language == .other)
        #expect(guess.confidence < 0.3, "\(guess)")
    }

    @Test(arguments: [
        "Der Mann starb bei einem Unfall auf der Baustelle, und die Polizei ermittelt.",
        "Un obrero muere al caer de un edificio en construcción en el centro.",
        "Un ouvrier est mort après une chute sur un chantier, selon la police.",
        "Patay ang isang manggagawa matapos mahulog sa gusali ng kumpanya.",
        "Een arbeider is overleden na een val van het dak van een fabriek.",
        "İşçi inşaattan düşerek hayatını kaybetti, polis soruşturma başlattı.",
        "Công nhân tử vong sau khi rơi từ giàn giáo, công an cho biết.", "نص عربي عن حادث في موقع بناء",
        // Jawi is Malay, but nothing of ours reads it.
        "سأورڠ ڤكرج منيڠݢل دنيا سلڤس ترجاتوه دري باڠونن", "นักข่าวรายงานว่ามีผู้เสียชีวิตจากเหตุเพลิงไหม้",
        "서울에서 화재로 두 명이 숨졌다고 경찰이 밝혔다", "建設現場で男性が転落して亡くなりました",
    ])
    func otherLanguagesAreOther(text: String) {
        let guess = Language.guess(of: text)
        #expect(guess.language == .other)
        #expect(guess.confidence >= 0.3, "\(guess)")
    }

    @Test func aTextInTwoLanguagesIsToldWithLessConfidence() {
        let mixed = "Dia kata the company tak nak bayar because the boss marah, so kami kena cari kerja lain."
        let whole =
            "Dia kata syarikat itu tidak mahu membayar kerana majikan marah, jadi kami terpaksa mencari kerja lain."
        #expect(Language.guess(of: mixed).language == .malay)
        #expect(Language.guess(of: mixed).confidence < Language.guess(of: whole).confidence)
    }

    @Test func noWordStandsInTwoListsAndEachIsOneThatTheDetectorCanMeet() {
        var seen: Set<Substring> = []
        for list in [
            CommonWords.malay, CommonWords.malayOfChats, CommonWords.indonesian, CommonWords.indonesianOfChats,
            CommonWords.malayic, CommonWords.english, CommonWords.elsewhere,
        ] {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                #expect(seen.insert(word).inserted, "\(word) stands twice")
                #expect(word.utf8.allSatisfy { (97...122).contains($0) }, "\(word)")
            }
        }
        #expect(seen.count > 1_500)
    }
}
