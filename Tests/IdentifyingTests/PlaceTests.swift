import Identifying
import Model
import Testing

@Suite struct PlaceTests {
    @Test(arguments: [
        ("KLANG: Rumahnya di Taman Rekaan di sini musnah.", "MY-10", "10_2", "Taman Rekaan"),
        ("KLUANG 3 Nov. - Seorang lelaki maut di sini.", "MY-01", "1_3", nil),
        ("Port Dickson: Seorang lelaki lemas di sini.", "MY-05", "5_3", nil),
        ("IPOH: Paip pecah di Ayer Tawar, Manjung hari ini.", "MY-08", "8_2", "Ayer Tawar"),
        ("SHAH ALAM: Lori terbalik di Jalan Rekaan, Sepang pada Isnin.", "MY-10", "10_7", "Jalan Rekaan"),
        ("Salmah dari Kampung Rekaan, Kuala Perlis, Perlis, sakit.", "MY-09", "9_1", "Kampung Rekaan"),
        ("Kebakaran berlaku di PPR Rekaan, Kota Kinabalu.", "MY-12", "12_7", "PPR Rekaan"),
        ("Rumah di Felda Rekaan, Bera, Pahang, bocor.", "MY-06", "6_11", "Felda Rekaan"),
        ("A family was burnt out in Kampung Rekaan, Kulim.", "MY-02", "2_6", "Kampung Rekaan"),
        ("A guard died near Tapah after a fall.", "MY-08", "8_1", "Tapah"),
        ("Ketua Polis Daerah Sandakan berkata, mayat ditemui di Kampung Rekaan.", "MY-12", "12_4", "Kampung Rekaan"),
        ("cerita seorang kakak dekat kelantan", "MY-03", nil, nil),
        ("Mangsa dibawa ke HTAA untuk rawatan.", "MY-06", "6_4", nil),
        ("abah kawan aku kt kg kubang kerian kena strok", "MY-03", "3_2", nil),
        ("wakil surau taman desa contoh kt kulim mohon bantuan", "MY-02", "2_6", nil),
        ("Dua bas berlanggar berhampiran Plaza Tol Juru.", "MY-07", nil, nil),
        ("Dia tinggal di Bandar Baru Sentul.", "MY-14", "14_1", nil),
        ("Rumah di Bandar Baharu, Kedah, roboh.", "MY-02", "2_2", nil),
        ("BANDA HILIR 18 November - Sebuah rumah hangus.", "MY-04", "4_3", nil),
        (
            "PASIR PUTEH - Bot karam dekat Pulau Redang. Dia ditemui di rumahnya di Tok Bali, di sini.", "MY-03", "3_5",
            nil
        ),
        ("Dia dirawat di HSNZ sejak semalam.", "MY-11", "11_4", nil),
        ("Mangsa dikejarkan ke HRPZ II.", "MY-03", "3_2", nil),
        ("Bapa saudara kerja kat Genting.", "MY-06", "6_1", nil), ("cari rumah murah area Nilai", "MY-05", "5_5", nil),
        ("Lori dari Kota Bharu ke Klang merempuh treler di Bentong.", "MY-06", "6_1", nil),
        ("Jasad ditemui di Kuala Pantai Rekaan, Kota Belud.", "MY-12", "12_9", nil),
        ("Dulu mereka menyewa di Kajang. Kini rumahnya di Bandar Springhill, di sini.", "MY-05", "5_3", nil),
        ("A jogger collapsed at the Sandakan Sports Complex.", "MY-12", "12_4", nil),
        ("KLANG: A nurse was hurt by a dog. She was taken to Seberang Jaya Hospital.", "MY-10", "10_2", nil),
        ("The shop in Klang Sri Rekaan is closed.", "MY-10", "10_2", nil),
    ])
    func thePlaceOfTheEventIsTold(text: String, state: String, district: String?, locality: String?) throws {
        let place = try #require(try identified(text).place)
        #expect(place.stateCode == state)
        if let district { #expect(place.districtCode == district) }
        if let locality { #expect(place.locality == locality) }
    }

    @Test(arguments: [
        // A village or road of which nothing says where it lies, lies where the report is from.
        (
            "SEREMBAN: Rahim, 31, dari Taman Rekaan sakit. Dia dijaga bapanya. Dulu dia juruteknik di Pasir Gudang, Johor.",
            "MY-05", "5_5",
            "Taman Rekaan"
        ),
        (
            "ALOR SETAR, Aug 18 - A clerk of Taman Rekaan keeps her son. A daughter lives in Kuala Lumpur.", "MY-02",
            "2_3", "Taman Rekaan"
        ),
        // Where the court sits is not where it happened; what a village or road is said to lie in is.
        (
            "KOTA KINABALU: A firm was fined in KK after a labourer fell at Ladang Rekaan in Kota Marudu and died.",
            "MY-12", "12_14", "Ladang Rekaan"
        ),
        (
            "KUANTAN: Majikan didenda di Kuantan. Pekerja itu jatuh di Kilang Rekaan di Jalan Rekaan di Jerantut.",
            "MY-06", "6_3", nil
        ),
        // A newsroom's dateline says nothing where another state is spoken of.
        ("PETALING JAYA: Kren runtuh di loji di Johor itu semalam.", "MY-01", nil, nil),
        ("PETALING JAYA: Kren runtuh di sebuah loji semalam.", "MY-10", "10_5", nil),
    ])
    func theDatelineStandsBackOrStandsInForWhatTheTextSays(
        text: String, state: String, district: String?, locality: String?
    ) throws {
        let place = try #require(try identified(text).place)
        #expect(place.stateCode == state)
        #expect(place.districtCode == district)
        if let locality { #expect(place.locality == locality) }
    }

    @Test(arguments: [
        "Sik itu sakit selama tiga bulan.", "Selama ini dia bersabar.", "Rasa syukur dipanjatkan.", "Kota itu indah.",
        "Keadaannya genting sejak semalam.", "Families sleep in cars in the Klang Valley.",
        "Song and dance filled the hall.", "Jalan.", "di", "", "Dia mengutip kelapa sawit di ladang Encik Rekaan.",
    ])
    func anOrdinaryWordIsNoPlace(text: String) throws {
        #expect(try identified(text).place?.districtCode == nil)
    }

    @Test func anAmbiguousNameIsToldByTheStateTheTextSpeaksOf() throws {
        #expect(try identified("Rumah di Jeram, Kuala Selangor, Selangor terbakar.").place?.stateCode == "MY-10")
        #expect(try identified("Kejadian di Cheras, Kuala Lumpur.").place?.stateCode == "MY-14")
    }

    @Test(arguments: [
        ("SERDANG: Seorang buruh maut di sini.", "10_5"), ("KEPALA BATAS: Seorang buruh maut di sini.", "7_2"),
        ("KEPALA BATAS, Kedah: Seorang buruh maut di sini.", "2_5"),
        ("Seorang penoreh dari Serdang, Kedah, lumpuh.", "2_2"),
    ])
    func aNameOfSeveralTownsIsTheOneThatPapersMeanUnlessTheStateIsNamed(text: String, district: String) throws {
        #expect(try identified(text).place?.districtCode == district)
    }

    @Test func aPrecinctIsALocality() throws {
        #expect(try identified("Lif jatuh di Presint 15, Putrajaya.").place?.locality == "Presint 15")
    }

    @Test(arguments: ["Hospital Putrajaya", "Hospital Kapar"])
    func aHospitalToWhichSomebodyMustGoDoesNotMoveTheEvent(hospital: String) throws {
        let place = try identified(
            "DUNGUN – Siti Rekaan, 28, memerlukan tambang ke \(hospital) minggu depan.",
            title: "Ibu buntu cari kos ke \(hospital)"
        ).place
        #expect(place?.districtCode == "11_2")
    }

    @Test(arguments: [
        "SARIKEI (May 3): A longhouse in Pakan near here burnt down.",
        "SARIKEI - Rumah panjang di Pakan, dekat sini, hangus.",
        "SARIKEI - Rumah panjang di Pakan berhampiran sini hangus.",
    ])
    func whatIsNearHereIsWhereItHappened(text: String) throws {
        #expect(try identified(text).place?.districtCode == "13_30")
    }

    @Test func theVillageIsShownAndNotTheTownBesideIt() throws {
        let place = try identified("BALING – Rumah mereka di Kampung Rekaan, Kupang, di sini, bocor.").place
        #expect(place?.locality == "Kampung Rekaan")
    }

    @Test func aHospitalElsewhereDoesNotMoveTheEvent() throws {
        let text = "Segamat: Seorang guru menerima rawatan di Institut Jantung Negara (IJN)."
        #expect(try identified(text).place?.stateCode == "MY-01")
    }

    @Test func theNearestOfficeIsAGuessFromTheDistrict() throws {
        let gazetteer = try Tables.gazetteer.get()
        #expect(gazetteer.nearestOffice(to: Place(districtCode: "10_3")) == "Klang")
        #expect(gazetteer.nearestOffice(to: Place(stateCode: "MY-10")) == nil)
    }
}

@Suite struct DayTests {
    /// Sunday, 22 November 2026, 10 in the morning in Malaysia.
    private let published = Instant(seconds: 1_795_312_800)

    @Test(arguments: [
        ("maut pagi tadi", "2026-11-22"), ("maut semalam", "2026-11-21"), ("killed yesterday", "2026-11-21"),
        ("malam tadi rumah terbakar", "2026-11-21"), ("kejadian pada Jumaat", "2026-11-20"),
        ("on Monday a fire", "2026-11-16"), ("pada Ahad lalu", "2026-11-15"), ("pada 3 Oktober 2025", "2025-10-03"),
        ("maut pada 3 Disember lalu", "2025-12-03"), ("went missing on March 19", "2026-03-19"),
    ])
    func theDayIsReckonedFromPublication(text: String, day: String) throws {
        #expect(try identified(text, published: published).eventDay?.isoDay == day)
    }

    @Test func noDayIsGuessed() throws {
        #expect(try identified("Sebuah rumah terbakar.", published: published).eventDay == nil)
        #expect(try identified("maut semalam").eventDay == nil)
        #expect(try identified("pada 31 Februari 2026", published: published).eventDay == nil)
    }
}

@Suite struct HouseholdTests {
    @Test(arguments: [
        ("Lima beranak hilang tempat tinggal.", 5, nil as Int?), ("lapan sekeluarga berpindah", 8, nil),
        ("ibu kepada empat anak itu", nil as Int?, 4), ("bapa kepada 3 orang anak", nil, 3),
        ("mother of two sons", nil, 2), ("a family of five", 5, nil), ("seramai 409 orang berpindah", nil, nil),
    ])
    func aHouseholdIsCounted(text: String, size: Int?, children: Int?) throws {
        let household = try identified(text).household
        #expect(household?.size == size)
        #expect(household?.children == children)
    }
}

@Suite struct AppealTests {
    @Test func anAppealNeedsAnAccountOrTelephoneAndAWordThatAsks() throws {
        let masked = maskIdentifiers(in: "Sumbangan ke Maybank 512345678901, Siti Rekaan.").text
        let result = try identified(masked)
        #expect(result.isAppeal)
        #expect(result.identifiers == [MaskedIdentifier(kind: .bankAccount, field: .text)])
        #expect(try identified("Sumbangan amat dialu-alukan.").isAppeal == false)
    }

    @Test(arguments: [
        ("Rumah di Sg. Petani hangus.", "2_4"), ("Banjir di Spg. Renggam.", "1_3"), ("Ribut di Pdg. Besar.", "9_1"),
        ("Kebakaran di Bt. Pahat semalam.", "1_1"), ("Kebakaran di Bt Gajah semalam.", "8_3"),
        ("Kebakaran di Bt. Mertajam.", "7_1"), ("dok kat kg. contoh, sg. petani. rumah hangus", "2_4"),
        ("rumah di tmn contoh, bt. pahat hangus", "1_1"),
    ])
    func aTownIsFoundInTheShortFormsOfMessages(text: String, district: String) throws {
        #expect(try identified(text).place?.districtCode == district)
    }

    @Test(arguments: [
        "Lrg. Rekaan 5", "Jl. Contoh", "Kpg. Baru Contoh", "Tmn. Sri Rekaan", "Kg. Sg. Rekaan", "Jln. Bt. Tiga",
        "KG Parit Rekaan", "TMN Rekaan",
    ])
    func aVillageOrRoadKeepsTheShortFormsOfMessages(name: String) throws {
        let place = try identified("Rumah di \(name), Klang hangus. Kami perlu bantuan.").place
        #expect(place?.locality == name)
        #expect(place?.districtCode == "10_2")
    }

    @Test func aWordThatIsNotShortEndsItsSentence() throws {
        #expect(
            try identified("Dia pulang ke kampung di Klang. Kampung. Ali menunggu.").place?.locality != "Kampung. Ali")
        #expect(try identified("KLANG: Dia menerima 10 KG Beras.").place?.locality == nil)
        #expect(try identified("KLANG: KG BARU DILANDA BANJIR").place?.locality == nil)
    }

    @Test(arguments: ["Hospital Sultanah Aminah", "Hosp. Sultanah Aminah", "Hosp Sultanah Aminah"])
    func aHospitalInItsShortFormIsWhereSomebodyWasTaken(hospital: String) throws {
        let place = try identified("MERSING: Ahmad Rekaan, 40, jatuh di sini. Dia dibawa ke \(hospital).").place
        #expect(
            place?.districtCode == (try identified("MERSING: Ahmad Rekaan, 40, jatuh di sini.").place?.districtCode))
        #expect(try identified("Ahmad Rekaan, 40, dibawa ke \(hospital).").place?.districtCode == "1_2")
        #expect(try identified("Dia dibawa ke \(hospital).").persons.isEmpty)
    }
}
