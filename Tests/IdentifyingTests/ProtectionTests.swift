import Identifying
import Model
import Testing

/// Minors and victims of abuse and of crimes whose victims are never named. All texts are invented.
@Suite struct ProtectionTests {
    private func isProtected(_ text: String, title: String = "") throws -> Bool {
        tellsOfProtectedVictim(title: title, text: text, using: try Tables.gazetteer.get())
    }

    @Test(arguments: [
        "Gadis 19 tahun dirogol bapa saudara.", "Pelajar diliwat senior di asrama.",
        "Guru itu didapati melakukan amang seksual terhadap murid.", "Remaja dicabul jiran.",
        "Budak lima tahun didera teman lelaki ibu.", "Mangsa sumbang mahram hamil lima bulan.",
        "Mangsa keganasan rumah tangga lari ke rumah perlindungan.", "Pelajar trauma dibuli rakan sekelas.",
        "Kanak-kanak perempuan dikahwinkan dengan lelaki tua.", "Wanita disimbah asid bekas suami.",
        "Budak dirantai di beranda.", "Mangsa pemerdagangan orang diselamatkan.", "Lelaki cuba bunuh diri.",
        "Wanita diugut gambar bogel disebar.", "Bayi baru lahir ditemui dalam tong sampah.", "Isteri dipukul suami.",
        "A girl was raped by her stepfather.", "A victim of incest gave birth.", "The student was sodomised.",
        "A maid was tortured by her employer.", "Trafficking victims were rescued.", "She was groomed online.",
        "A teenager took her own life after being bullied.", "Child bride, 13, wants to go back to school.",
        "Woman splashed with acid by ex-husband.", "A newborn was found in a drain.", "Battered wife flees home.",
        "He was a victim of domestic violence.", "The boy was molested on a bus.",
    ])
    func victimsOfAbuseAndOfSuchCrimesAreProtected(text: String) throws {
        #expect(try isProtected(text))
        #expect(try isProtected("KLANG: Polis menyiasat.", title: text))
    }

    @Test(arguments: [
        "Pembantu rumah itu lebam di muka ketika diselamatkan.",
        "A domestic worker with burn marks was rescued from a house.",
        "Wanita 79 tahun dikunci dalam stor; anak lelakinya direman tujuh hari.",
        "Marks from a hot spoon were found on both arms. Her aunt was remanded.",
        "Wanita melecur disimbah air panas, suaminya melarikan diri. Suspek ditahan.",
    ])
    func abuseThatIsNotNamedIsToldByItsSigns(text: String) throws {
        #expect(try isProtected(text))
    }

    @Test(arguments: [
        "Suaminya patah kaki dilanggar kereta; pemandu direman.",
        "Kilang gates were chained before dawn, workers said.",
        "Majikan itu ditahan kerana tidak membayar gaji.", "Isteri melecur dalam kebakaran, suami selamat.",
        "The employer was arrested over unpaid wages.",
    ])
    func twoSignsOrACrashAreNone(text: String) throws {
        #expect(try !isProtected(text))
    }

    @Test(arguments: [
        "Buruh binaan maut jatuh perancah.", "Ibu tunggal lima anak perlukan bantuan.",
        "A lorry driver, 41, was killed in a crash.", "Rumah terbakar, enam beranak tinggal sehelai sepinggang.",
        "Kempen anti-buli di sekolah.", "Bayi selamat dilahirkan.", "Nasibnya tergantung kepada bantuan orang ramai.",
    ])
    func othersAreNot(text: String) throws {
        #expect(try !isProtected(text))
    }

    @Test(arguments: [
        ("Aiman Rekaan, 12, lumpuh.", true), ("Aiman Rekaan, 17, lumpuh.", true), ("Aiman Rekaan, 18, lumpuh.", false),
    ])
    func whoIsUnderEighteenIsAMinor(text: String, isMinor: Bool) throws {
        #expect(try identified(text).persons.contains(where: \.isMinor) == isMinor)
    }

    @Test(arguments: [
        "Murid Tahun Dua, Aiman Rekaan, menghidap kanser.", "Seorang kanak-kanak perempuan, Aina Rekaan, lumpuh.",
        "Bayi perempuan Nur Contoh Rekaan memerlukan pembedahan jantung.",
        "Pelajar tingkatan tiga SMK Contoh, Aiman Rekaan, menghidap leukemia.",
        "Aiman Rekaan, murid Tahun Empat SK Contoh, hidap kanser.",
        "Aiman Rekaan, a Form Three student, has leukaemia.",
        "A Year Two pupil, Aina Rekaan, needs a new heart.", "Toddler Aina Rekaan was scalded.",
        "Schoolboy Aiman Rekaan lost his legs.", "Aina Rekaan, who is a Standard Six pupil, is bedridden.",
        "Pelajar sekolah menengah, Aiman Rekaan, menjaga ibunya yang lumpuh.",
        "Seorang pelajar Tingkatan 4, Aiman Rekaan berhenti sekolah.",
    ])
    func whoIsCalledAChildIsAMinorWithoutAnAge(text: String) throws {
        let found = try identified(text)
        #expect(found.persons.contains { $0.isMinor && $0.name != nil })
        #expect(found.namesChildInNeed)
    }

    @Test(arguments: [
        "Pelajar Universiti Contoh, Aiman Rekaan, lumpuh.", "Ibu kepada bayi itu, Aina Rekaan, berkata anaknya sakit.",
        "Guru murid Tahun Dua, Aina Rekaan, sakit.",
        "Aiman Rekaan, a second year student at Universiti Contoh, is ill.", "Pengasuh bayi, Aina Rekaan, sakit.",
        "Aina Rekaan, ibu kepada bayi itu, lumpuh.", "Pelajar ijazah tahun dua, Aiman Rekaan, lumpuh.",
        "Mother of the baby, Aina Rekaan, is paralysed.", "Aina Rekaan melahirkan bayi perempuan dan kini lumpuh.",
        "Murid itu, Aiman Rekaan, 19, lumpuh.",
    ])
    func whoTeachesBearsOrStudiesAtAUniversityIsNone(text: String) throws {
        #expect(try !identified(text).persons.contains(where: \.isMinor))
    }

    @Test(arguments: [
        "Lelaki parah ditikam penyamun.", "Wanita cedera parah diragut.",
        "Pesara ditipu sindiket hingga habis simpanan.",
        "A trader was robbed and stabbed at his shop.", "She was a victim of a scam and lost RM90,000.",
        "Suami maut, isterinya cedera parah ditetak.", "Pengawal ditembak perompak dan kini lumpuh.",
        "Warga emas dipukul penyamun di rumahnya.", "A cook was slashed with a parang.",
        "Guru kerugian RM40,000 selepas diperdaya scammer.",
    ])
    func whoWasAttackedRobbedOrCheatedAndLivesIsProtected(text: String) throws {
        #expect(try isProtected(text))
    }

    @Test(arguments: [
        "Lelaki maut ditembak perompak.", "Didakwa membunuh isterinya, 40. Mangsa ditikam di dada.",
        "A guard was stabbed to death by robbers.", "Bot dipukul ombak, nelayan hilang.", "Nyawanya diragut maut.",
        "Mereka ditipu majikan, gaji tidak dibayar.", "Polis bimbang orang ramai tertipu.",
        "Prices were slashed by half.",
        "Ditanduk lembu, dipukul ribut.",
    ])
    func theMurderedAndThoseWhomNobodyAttackedAreNot(text: String) throws {
        #expect(try !isProtected(text))
    }

    @Test(arguments: [
        "Program kesedaran penderaan kanak-kanak diadakan.", "Tidak benar dia diculik.", "Budak itu tidak didera.",
        "He feels tortured by pain.", "Bullying awareness campaign was held.", "It was not true that she was abducted.",
        "The wait was torture.", "Ceramah pencegahan pemerdagangan orang.",
    ])
    func campaignsDenialsAndFiguresOfSpeechHideNobody(text: String) throws {
        #expect(try !isProtected(text))
    }

    @Test(arguments: [
        "Program itu membantu mangsa penderaan.", "Bukan sahaja dirogol, dia diugut.", "Dia tidak didera lagi.",
        "Suspek tidak mengaku merogol budak itu.", "Isu Contoh: Dibuli kerana miskin.",
        "Kempen dilancarkan selepas seorang budak didera.", "She was tortured by her employer.",
    ])
    func aVictimBesideACampaignOrADenialIsProtected(text: String) throws {
        #expect(try isProtected(text))
    }

    /// Names tell neither religion nor origin nor sex; there is nowhere to put such a guess.
    @Test(arguments: ["Siti Rekaan, 34, lumpuh.", "Lim Mei Contoh, 34, lumpuh.", "Rekaan a/p Contoh, 34, lumpuh."])
    func nothingIsInferredFromAName(text: String) throws {
        let person = try #require(try identified(text).persons.first)
        #expect(person.sex == nil)
    }
}
