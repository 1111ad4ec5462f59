import Model
import Scoring
import Testing

/// The bundled rules over invented people and places: leads of both kinds and what looks like them.
@Suite struct BundledRuleTests {
    private func outcome(_ title: String, _ text: String) throws -> Score {
        score(title: title, text: text, with: try bundledLexicon.get())
    }

    private static let incidents: [(String, String, Need)] = [
        (
            "Buruh binaan maut dihempap kren",
            "KLANG: Seorang buruh binaan, 38, maut dihempap kren di tapak projek, semalam.", .workInjury
        ),
        (
            "Penghantar makanan cedera parah",
            "IPOH – Seorang penghantar makanan, 27, parah selepas dirempuh lori di Jalan Rekaan.", .selfEmployed
        ),
        (
            "Nelayan hilang di laut",
            "MERSING: Seorang nelayan dilaporkan hilang selepas keluar menangkap ikan, dua hari lalu.", .selfEmployed
        ),
        (
            "Juruteknik maut terkena renjatan", "Juruteknik itu ditemui mati ketika bekerja di sebuah kilang di Nilai.",
            .workInjury
        ),
        (
            "Maut dalam perjalanan ke tempat kerja",
            "KULIM: Operator kilang, 24, maut dalam perjalanan pulang dari tempat kerja.", .commutingAccident
        ),
        (
            "Worker falls to his death",
            "JOHOR BARU: A 41-year-old worker fell from scaffolding at a construction site and died.", .workInjury
        ),
        (
            "Lorry driver killed in Karak crash",
            "BENTONG: A lorry driver, 45, was killed when his vehicle overturned.", .workInjury
        ),
        (
            "Father of four killed on the way to work",
            "KUANTAN: A technician died in a crash on his way to work, leaving behind his wife and four children.",
            .commutingAccident
        ),
        (
            "Meninggalkan isteri dan lima anak",
            "MUAR: Allahyarham, 44, meninggal dunia semalam dan meninggalkan seorang isteri dan lima anak.", .survivors
        ),
        (
            "Balu sarat mengandung redha suami pergi",
            "TAWAU: Suaminya, juruelektrik, maut dalam kemalangan di Kinabatangan, pagi Isnin.", .survivors
        ),
        (
            "Rumah hangus, tujuh beranak tinggal sehelai sepinggang",
            "KEMAMAN: Rumah kayu mereka musnah terbakar awal pagi tadi.", .fire
        ),
        (
            "House fire leaves family homeless",
            "SIBU: A family of six lost everything when their home was destroyed by fire.", .fire
        ),
    ]

    private static let hardships: [(String, String, Need)] = [
        (
            "Ibu tunggal, tiga anak tinggal di bekas reban",
            "BALING: Ibu tunggal itu hanya berpendapatan RM300 sebulan dan rumahnya tanpa elektrik.", .unsafeHome
        ),
        (
            "Suami strok, isteri jual kuih",
            "TUMPAT: Suaminya terlantar sejak diserang strok dan tidak lagi mampu bekerja.", .invalidity
        ),
        (
            "Warga emas hidup sebatang kara",
            "PARIT: Nenek berusia 81 tahun tinggal seorang diri di rumah usang yang bocor.", .elderAlone
        ),
        (
            "Tidur dalam kereta selepas dihalau",
            "RAWANG: Sekeluarga lima beranak tidur dalam kereta kerana tidak mampu membayar sewa.", .homelessness
        ),
        (
            "Eight workers unpaid for four months",
            "NILAI: The workers say they were not paid for four months and have no payslip.", .unpaidWages
        ),
        (
            "Gaji empat bulan tidak dibayar",
            "SENAI: Dua belas pekerja kilang mendakwa gaji mereka tidak dibayar sejak empat bulan.", .unpaidWages
        ),
        (
            "Widow with three children cannot afford rent",
            "SEREMBAN: The widow, 36, earns RM600 a month washing dishes and owes months of rent.", .singleParent
        ),
        (
            "Bedridden man needs diapers",
            "MIRI: The 52-year-old has been bedridden since a stroke; his wife gave up her job to care for him.",
            .invalidity
        ),
        (
            "Yatim piatu dijaga nenek uzur",
            "JERTEH: Tiga beradik kehilangan ibu bapa dan kini dijaga nenek yang uzur.", .childOrphan
        ),
        (
            "Anak OKU, bapa hilang kerja", "BATU PAHAT: Bapa kepada dua anak OKU itu dibuang kerja dan kehabisan susu.",
            .jobLoss
        ),
    ]

    @Test(arguments: incidents)
    func anIncidentWithAJobOrDependantsIsFlagged(title: String, text: String, need: Need) throws {
        let result = try outcome(title, text)
        #expect(result.isFlagged, "\(result.raw): \(result.contributions.map { "\($0.rule) \($0.points)" })")
        #expect(result.needs.contains { $0.need == need }, "\(result.needs)")
    }

    @Test(arguments: hardships)
    func twoSignsOfHardshipAreFlagged(title: String, text: String, need: Need) throws {
        let result = try outcome(title, text)
        #expect(result.isFlagged, "\(result.raw): \(result.contributions.map { "\($0.rule) \($0.points)" })")
        #expect(result.needs.contains { $0.need == need }, "\(result.needs)")
        #expect(result.kind == .hardship)
    }

    @Test(arguments: [
        (
            "Pemandu lori didakwa bunuh jiran",
            "SHAH ALAM: Seorang pemandu lori didakwa di Mahkamah Majistret atas pertuduhan membunuh."
        ),
        (
            "Factory fire kills 12 workers in Dhaka",
            "DHAKA: Twelve workers were killed when a garment factory caught fire in Bangladesh."
        ),
        ("Serangan udara bunuh 20 di Gaza", "Seramai 20 penduduk maut dalam serangan Israel di Gaza."),
        (
            "Kanak-kanak lemas di kolam",
            "KAJANG: Seorang kanak-kanak berusia lima tahun maut selepas lemas di kolam renang."
        ),
        (
            "Pasangan warga emas maut nahas",
            "SEGAMAT: Pasangan warga emas, 72 dan 70, maut apabila kereta mereka terbabas."
        ),
        (
            "Kerajaan perkenal skim baharu penghantar makanan",
            "PUTRAJAYA: Menteri berkata skim itu melindungi 100,000 penghantar makanan mulai tahun depan."
        ),
        (
            "Sinopsis drama Balu Muda",
            "Drama ini mengisahkan balu tiga anak yang miskin dan sakit kanser. Lakonan mantap pelakon baharu."
        ),
        ("Lima simptom strok", "Kenali gejala strok dan kurangkan risiko. Pakar menjelaskan langkah pencegahan."),
        ("Jentera parti lumpuh, calon tewas", "Parti itu lumpuh selepas pilihan raya negeri, kata pemimpinnya."),
        ("Striker injured, season over", "The striker was injured in the league match and the coach is worried."),
        ("Bekas menteri meninggal dunia", "Bekas menteri itu meninggal dunia di hospital pada usia 88 tahun."),
        (
            "Yayasan serah kerusi roda",
            "Majlis penyampaian sumbangan kerusi roda kepada golongan OKU disempurnakan pengerusi yayasan."
        ),
        ("Single mother loses RM20,000 in love scam", "Police said the single mother was duped by a syndicate."),
        (
            "Kadar kemiskinan turun 2 peratus",
            "Jabatan Perangkaan berkata kadar isi rumah miskin menurun kepada 5 peratus."
        ),
        (
            "Warga lumpuh butuh kursi roda",
            "Seorang warga Kabupaten Rekaan lumpuh dan tidak bisa bekerja, kata polisi setempat."
        ),
        (
            "Anak OKU genggam ijazah",
            "Kekurangan bukan penghalang bagi graduan OKU itu, kini berjaya membina perniagaan sendiri."
        ),
        ("Ringgit strengthens", "Shares rose and investors cheered the profit."),
        ("", ""),
    ])
    func whatOnlyLooksLikeALeadIsNotFlagged(title: String, text: String) throws {
        let result = try outcome(title, text)
        #expect(!result.isFlagged, "\(result.raw): \(result.contributions.map { "\($0.rule) \($0.points)" })")
    }

    @Test(arguments: InventedNews.leads)
    func aLeadInAFeedIsFlagged(title: String, text: String) throws {
        let result = try outcome(title, text)
        #expect(result.isFlagged, "\(result.raw): \(result.contributions.map { "\($0.rule) \($0.points)" })")
    }

    @Test(arguments: InventedNews.traps)
    func aTrapInAFeedIsNotFlagged(title: String, text: String) throws {
        let result = try outcome(title, text)
        #expect(!result.isFlagged, "\(result.raw): \(result.contributions.map { "\($0.rule) \($0.points)" })")
    }

    @Test func abuseAndTalkOfSuicideAreProtected() throws {
        #expect(try outcome("Isteri didera suami", "Wanita itu dipukul suami sejak berkahwin.").isProtected)
        #expect(try outcome("", "Dia cuba bunuh diri kerana hutang.").isProtected)
        #expect(try !outcome("Rumah terbakar", "Rumah itu hangus.").isProtected)
    }

    @Test func aFamilyWithoutARoofIsAnEmergency() throws {
        let result = try outcome("Sekeluarga tidur dalam kereta", "KLANG: Lima beranak itu dihalau dari rumah sewa.")
        #expect(result.urgency == .emergency)
        #expect(!result.urgencyReason.isEmpty)
    }

    @Test func theSameTextAlwaysHasTheSameScore() throws {
        let text = "KLANG: Seorang buruh, 38, maut dihempap kren. Dia meninggalkan isteri dan dua anak."
        #expect(try outcome("Buruh maut", text) == outcome("Buruh maut", text))
    }

    @Test(arguments: ["maut buruh anak ", "tidak tiada tanpa ", "RM1 sebulan, 34, ", "a a a a ", "…", "((((", "anak-"])
    func aHostileTextTakesTimeInProportionToItsLength(piece: String) throws {
        let lexicon = try bundledLexicon.get()
        let clock = ContinuousClock()
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let time = clock.measure { _ = score(title: piece, text: text, with: lexicon) }
        // 0.5 s in a debug build on a busy machine; anything quadratic takes minutes.
        #expect(time < .seconds(20))
    }
}
