import Identifying
import Model
import Testing

/// Names that nothing but their frame shows to be names. All persons are invented.
@Suite struct NameFrameTests {
    private func names(_ text: String, title: String = "") throws -> [String] {
        try identified(text, title: title).persons.compactMap(\.name)
    }

    @Test(arguments: [
        ("A worker known only as Torvag was crushed by a container.", ["Torvag"]),
        ("His wife, Jintalee, said he had not been paid since March.", ["Jintalee"]),
        ("Bernard's wife Merlit sat with the baby.", ["Merlit"]),
        ("Anak bongsu dia Airel baru darjah dua.", ["Airel"]),
        ("nama saya Norvika dari Jerantut, suami baru dibuang kerja", ["Norvika"]),
        ("Suresh, who cut grass for the council, was struck by lightning.", ["Suresh"]),
        ("\"The roster still came,\" said Gurung, a Nepali guard.", ["Gurung"]),
        ("Madam Vorlee has not eaten for two days.", ["Madam Vorlee"]),
        ("\"Saya reda,\" kata Puan Hayatrin yang kehilangan suami.", ["Puan Hayatrin"]),
        ("Rumah mak cik Lehra di kampung itu bocor.", ["mak cik Lehra"]),
        ("Pokcik ambo (Mat Yervo, orang Tumpat) tidak nampak lagi.", ["Mat Yervo"]),
        ("Suami dia Abang Man kerja guard.", ["Abang Man"]),
    ])
    func whoHasOneUnknownNameIsShownByTheWordsAround(text: String, expected: [String]) throws {
        #expect(try names(text) == expected)
    }

    @Test(arguments: [
        ("tolong share kisah kak ros jual nasi lemak, dia sakit", "kak ros"),
        ("jiran kami mak jah dah tiga hari tak makan", "mak jah"),
        ("mohon doa sepupu sy hafiz kemalangan malam tadi", "hafiz"),
        ("nama dia zainab, duduk bawah jejambat", "zainab"),
    ])
    func postsWithoutCapitalsNamePeopleToo(text: String, name: String) throws {
        #expect(try names(text).contains(name))
    }

    @Test(arguments: [
        "Beliau ditipu sindiket Macau Scam.", "Mangsa Macau Scam, 60, kerugian simpanan.",
        "Menteri berkata, Jabatan Kebajikan Masyarakat (JKM) telah mengambil tindakan.",
        "Ahmad-Siti Contoh dan Ronald-Su kalah dalam perlawanan.",
    ])
    func aFraudABodyOrAPairAtAGameIsNoName(text: String) throws {
        #expect(try names(text).allSatisfy { !$0.contains("Scam") && !$0.contains("-") && !$0.contains("Jabatan") })
    }

    @Test(arguments: [
        "kak, tolong saya", "pak mertua dia sakit", "mak dia tak kerja", "orang kampung kata dia miskin",
        "saya dah tok leh kerja", "nama dia tak tahu",
    ])
    func wordsWithoutCapitalsThatNoTableKnowsAreNoNames(text: String) throws {
        #expect(try names(text).isEmpty)
    }

    @Test(arguments: [
        ("Retired signalman A. Thambivel, 82, lives alone.", "A. Thambivel"),
        ("Penyanyi kumpulan rock, Man Rekaan, 62, dirawat di hospital.", "Man Rekaan"),
        ("Penduduk, Ayel Bin Contoh, maut dihempap pokok.", "Ayel Bin Contoh"),
        ("Someone asked Wu Fuk Yen what she had eaten.", "Wu Fuk Yen"),
        ("Zawiyah Che Harun yang juga ibu enam anak terlantar.", "Zawiyah Che Harun"),
        ("Kebakaran itu memusnahkan rumah Sani Tompang.", "Sani Tompang"),
        ("Sudah lima hari Juana, 54, tidak memasak.", "Juana"),
        ("Pemandu lori, Muniandy anak lelaki Rekaan, 45, lumpuh.", "Muniandy anak lelaki Rekaan"),
        ("SIBU: Pekerja kilang, Jimmy Anak Contoh, 45, maut.", "Jimmy Anak Contoh"),
        ("Noraini bt. Rekaan, 45, lumpuh.", "Noraini bt. Rekaan"), ("Yap Siew-Lan, 45, lumpuh.", "Yap Siew-Lan"),
        ("Abang Zulkifli Abang Rekaan, 41, lumpuh.", "Abang Zulkifli Abang Rekaan"),
        ("Datu Jamal Datu Rekaan, 41, lumpuh.", "Datu Jamal Datu Rekaan"), ("Oh Ei Sun, 33, lumpuh.", "Oh Ei Sun"),
    ])
    func theWholeNameIsTaken(text: String, name: String) throws {
        #expect(try names(text) == [name])
    }

    @Test(arguments: [
        ("A rider of 75 died. He was Salmat Rekaan of the same village, police said.", "Salmat Rekaan"),
        ("The victim was Torvag Rekaan, police said.", "Torvag Rekaan"),
        ("Mangsa dijumpai petang. Dia ialah Torvag Rekaan.", "Torvag Rekaan"),
        ("Divers said the body of Torvag Antu was brought to the jetty.", "Torvag Antu"),
        ("The remains of Torvag Antu were flown home.", "Torvag Antu"),
        ("TUMPAT - Rumah Salmah Rekaan, 28, di kampung itu musnah.", "Salmah Rekaan"),
        ("Rumah Salmah Rekaan hangus dalam kebakaran.", "Salmah Rekaan"),
        ("At the home of one Rosli he saw the rain come in.", "Rosli"),
        ("Rosli's wife fell ill seven years ago.", "Rosli"),
        ("Salmah came north 18 years ago. Today she sleeps by the river.", "Salmah"),
        ("Salmah dari Jempol hantar anak ke pengasuh.", "Salmah"),
        ("The woman in the latest case, Torvina (not her real name), wrote a note.", "Torvina"),
        ("Torvina (bukan nama sebenar) tinggal seorang diri.", "Torvina"),
        ("Torvag Rekaan of Bangladesh died in hospital.", "Torvag Rekaan"),
        ("Aku Salmah. Dulu kami ada rumah.", "Salmah"),
        ("Katanya Rosli tu tak tahu ke mana.", "Rosli"),
        ("The owner, Rosli Torvag, set out in a sampan.", "Rosli Torvag"),
        ("Seorang lelaki bernama Torvag belum ditemui.", "Torvag"),
        ("Mangsa dikenali sebagai Salmat Anak Torvag, 43, dari rumah panjang itu.", "Salmat Anak Torvag"),
        ("Seorang anak buah kapal bernama Torvag belum ditemui.", "Torvag"),
    ])
    func whoIsToldOfIsNamed(text: String, name: String) throws {
        #expect(try names(text) == [name])
    }

    @Test func burmeseNamesKeepTheirTun() throws {
        let text =
            "Mangsa adalah Thet Min Rekaan, Hla Contoh Tun, Tun Aung Rekaan serta seorang warga Indonesia "
            + "bernama Salmat Ali Contoh."
        #expect(
            Set(try names(text))
                == ["Thet Min Rekaan", "Hla Contoh Tun", "Tun Aung Rekaan", "Salmat Ali Contoh"])
    }

    @Test func whoeverStandsInAListOfTheDeadIsGivenBeyondThree() throws {
        let text = "Mangsa ialah Tiong Siew Contoh, Lau Hua Contoh, Anthony Rekaan, Jelani Rekaan dan Aung Kyaw Contoh."
        #expect(try names(text).count == 5)
    }

    @Test(arguments: [
        "Persatuan Hokkien Rekaan Associations menderma.", "The Development Cabinet Committee met.",
        "Dia dibawa ke Hospital Raja Perempuan Zainab II.", "Pelajar SMK Sultan Abu Bakar terlibat.",
        "Sumbangan RM327,600 diserahkan.", "Penghidap HIV dan AIDS dirawat.", "Kejadian di Chow Kit dan Hong Kong.",
        "Man, 42, dies in crash.", "Wisma Putra dimaklumkan.", "Harta itu di Sri Lanka.",
        "Yang di-Pertuan Agong hadir.",
        "Jom sertai Kembara Motor Anak Yatim.", "Sebuah syarikat bernama Torvag hilang.",
        "Al-Fatihah. Semoga rohnya tenang.", "Setakat Jun ni belum ada jawapan.", "Nobody was hurt apart from his dog.",
        "Officially unemployed, he said.", "The body of Yan fisherman was found.",
        "The sum of one Contoh grant was paid.",
        "Rumah Amal Rekaan musnah.", "Rumah Ibadat Rekaan, 28, dibuka.", "Aku Melayu.", "He was Malaysian.",
        "Malaysia's wife policy changed.", "Everyone came early and she said so.",
        "Luahan bapa itu tular.", "Projek Terowong Rekaan ditutup.", "Kucing bernama Comelru hilang.",
    ])
    func whatIsNoPersonIsNotNamed(text: String) throws {
        #expect(try names(text).isEmpty)
    }

    @Test(arguments: [
        "Pengerusi kelab pemerhati burung, Azlan Rekaan berkata, spesies itu jarang ditemui.",
        "Presidennya, Zin Saad Rekaan berkata, kutipan berjumlah RM38,400.",
        "Ahmad Rekaan, the district police chief, said the driver was arrested.",
        "Magistrate Ahmad Rekaan fined the employer.",
        "Ketua kampung itu, Ahmad Rekaan, 60, berkata, keluarga itu memerlukan rumah.",
    ])
    func whoSpeaksForABodyIsNoProspect(text: String) throws {
        let roles = try identified(text).persons.filter { $0.name != nil }.map(\.role)
        #expect(roles == [.speaker])
    }

    @Test func aHeadmanWhoDiedIsTheStory() throws {
        let text = "Ketua Kampung Contoh, Ahmad Rekaan, 60, maut dihempap pokok."
        #expect(try identified(text).persons.map(\.role) == [.breadwinnerDeceased])
    }
}
