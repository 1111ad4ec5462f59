import Identifying
import Model
import Testing

/// Cases are invented.
@Suite struct TwinTests {
    private func signature(
        _ title: String, _ text: String, on published: Instant? = Cases.monday, url: String = "https://a.example/1"
    ) throws -> CaseSignature {
        try Cases.signature(title, text, on: published, url: url)
    }

    /// Why the two are joined; nil where they are not.
    private func reason(_ a: CaseSignature, _ b: CaseSignature) -> JoinReason? {
        #expect(link(between: a, and: b) == link(between: b, and: a))
        guard let link = link(between: a, and: b), link.isSure else { return nil }
        // A store finds only what shares a key.
        #expect(!Set(a.blockingKeys).isDisjoint(with: b.blockingKeys))
        return link.reason
    }

    private func isOffered(_ a: CaseSignature, _ b: CaseSignature) -> Bool { link(between: a, and: b)?.isSure == false }

    @Test(arguments: [
        (PublishedDate.Precision.second, true), (.minute, true), (.day, true), (.month, false), (.year, false),
    ])
    func aDateThatNamesNoDayIsNoDayOfThePaper(precision: PublishedDate.Precision, isKnown: Bool) throws {
        let signature = try Cases.signature("Rumah terbakar", "RAUB: Sebuah rumah terbakar.", precision: precision)
        #expect((signature.publishedDay != nil) == isKnown)
    }

    @Test func theSameAddressIsTheSameCase() throws {
        let a = try signature("Satu", "Teks pertama.")
        let b = try signature("Dua", "Teks lain sama sekali.")
        #expect(reason(a, b) == .sameURL)
    }

    @Test func oneEventToldByTwoOutletsWithDifferentNumbersOfCasualtiesIsJoined() throws {
        let a = try signature(
            "Lima maut tanah runtuh di Karak",
            "KARAK: Lima maut dalam kejadian tanah runtuh di Kampung Rekaan di sini pagi tadi.",
            url: "https://a.example/1")
        let b = try signature(
            "Death toll in landslide climbs to 12",
            "At least 12 people died in a landslide in Kampung Rekaan, Karak yesterday.",
            on: Cases.monday + .days(1), url: "https://b.example/9")
        #expect(reason(a, b) == .sameEvent)
    }

    @Test func twoCrashesInOneDistrictOnOneDayAreTwo() throws {
        let a = try signature(
            "Penunggang maut dilanggar lori",
            "KLANG: Salmah Rekaan, 35, maut dilanggar lori di Jalan Contoh di sini tadi.",
            url: "https://a.example/1")
        let b = try signature(
            "Pemandu kereta maut",
            "KLANG: Ahmad Zaki Rekaan, 61, maut selepas keretanya terbabas di Jalan Lain di sini tadi.",
            url: "https://b.example/2")
        #expect(reason(a, b) == nil)
    }

    @Test func whatIsNotSureIsOffered() throws {
        let a = try signature(
            "Two killed in house fire in Raub", "RAUB: Two people died when a house caught fire.",
            url: "https://a.example/1")
        let b = try signature(
            "Mangsa kebakaran terima bantuan", "RAUB: Keluarga yang terlibat dalam kebakaran menerima sumbangan.",
            on: Cases.monday + .days(1), url: "https://b.example/2")
        #expect(reason(a, b) == nil)
        #expect(isOffered(a, b))
        #expect(!isOffered(a, try signature("Banjir", "MERSING: Banjir di sini.", url: "https://c.example/3")))
    }

    @Test func whatANewsroomTellsUnderItsOwnDatelineIsJoinedToWhereItHappened() throws {
        let there = try signature(
            "Pencuci tangki lemas dalam tangki minyak sawit",
            "SIK: Seorang pencuci tangki berusia 29 tahun lemas dalam tangki minyak sawit sebuah kilang semalam.",
            url: "https://a.example/1")
        let told = """
            A tank cleaner aged 29 drowned in a palm oil tank of a mill yesterday, the safety department said.
            """
        let title = "Tank cleaner drowns in palm oil tank"
        let office = try signature(title, "PETALING JAYA: " + told, url: "https://b.example/2")
        #expect(reason(there, office) == .sameEvent)
        // The same words from a place where papers have no office, and from an office that the text names again.
        let elsewhere = try signature(title, "SEGAMAT: " + told, url: "https://b.example/3")
        let again = try signature(
            title, "PETALING JAYA: " + told + " The mill stands in Petaling Jaya.", url: "https://b.example/4")
        let tenths = try [office, elsewhere, again].map { try #require(eventFacts(between: there, and: $0)) }
            .map { facts in facts.filter { $0.kind == .otherPlace }.map(\.tenths) }
        #expect(tenths == [[-10], [-40], [-40]])
    }

    @Test func twoReportsFromOneNewsroomShareLessOfAPlaceThanTwoFromATown() throws {
        func place(_ dateline: String) throws -> Int? {
            let a = try signature(
                "Buruh jatuh", "\(dateline): Seorang buruh jatuh dari bumbung.", url: "https://a.example/1")
            let b = try signature("Api marak", "\(dateline): Sebuah stor musnah.", url: "https://b.example/2")
            return try #require(eventFacts(between: a, and: b)).first { $0.kind == .samePlace }?.tenths
        }
        #expect(try #require(try place("KUALA LUMPUR")) < (try #require(try place("RAUB"))))
    }

    @Test func aRoadNamedOnlyInTheHeadlineIsShared() throws {
        let a = try signature(
            "Pekerja asing maut selepas tertimbus di Parit Rekaan Besar", "", url: "https://a.example/1")
        let b = try signature("Parit runtuh", "Mayat di Parit Rekaan Besar dibawa keluar.", url: "https://b.example/2")
        let facts = try #require(eventFacts(between: a, and: b))
        #expect(facts.contains { $0.kind == .sameProperNames })
    }

    /// A telling in Malay is full of words that none in English holds.
    @Test func theWordsOfAnotherLanguageAreNoDifference() throws {
        let malay = try signature(
            "Pekerja mati terjatuh",
            """
            BAYAN LEPAS: Seorang pekerja meninggal dunia selepas terjatuh ketika melompat dari gondola ke tingkap tingkat lapan \
            bangunan yang masih belum siap di sini semalam, sejurus beliau selesai menyapu dinding sebelah luar bersama rakannya.
            """, url: "https://a.example/1")
        let english = try signature(
            "Gondola use halted",
            """
            BAYAN LEPAS: A worker fell from the eighth floor while getting off a gondola through a window yesterday. The \
            authorities banned it until their inquiry is over, and neighbours described hearing somebody shout.
            """, url: "https://b.example/2")
        #expect(reason(malay, english) == .sameEvent)
        var unknown = english
        unknown.language = .malay
        let things = try [english, unknown].map { other in
            try #require(eventFacts(between: malay, and: other)).first { $0.kind == .sameThings }?.tenths ?? 0
        }
        #expect(things[0] > things[1])
    }

    /// Neighbours post from `Lubuk Rekaan`; a village of one word may be anybody's name.
    @Test(arguments: [
        ("Kampung Lubuk Rekaan", "Lubuk Rekaan", true), ("Kampung Rekaan", "Rekaan Jaya", false),
        ("Jalan Lubuk Rekaan", "Lubuk Rekaan", false),
    ])
    func aVillageIsKnownWithoutItsKind(printed: String, posted: String, isPlace: Bool) throws {
        let a = try signature(
            "Tiga rentung", "KUALA KRAI: Warga emas dan dua cucunya rentung di \(printed) di sini.",
            url: "https://a.example/1")
        let b = try signature(
            "", "Sumbangan untuk keluarga arwah dan dua cucu yang pergi di \(posted) semalam.",
            on: Cases.monday + .days(1), url: "https://b.example/2")
        let facts = try #require(eventFacts(between: a, and: b))
        #expect(facts.contains { $0.kind == .samePlace && $0.tenths >= 25 } == isPlace)
    }

    @Test(arguments: ["KM204", "KM 204", "KM204.5", "Kilometer 204"])
    func aKilometreOfAHighwayIsAPlace(told: String) throws {
        let a = try signature(
            "Tujuh maut dalam nahas KM204", "MELAKA: Tujuh maut dalam kemalangan di KM204 di sini.",
            url: "https://a.example/1")
        let b = try signature(
            "Dua beradik belum tahu", "BANGI: Dua beradik yang terselamat dalam nahas \(told) dirawat.",
            url: "https://b.example/2")
        let facts = try #require(eventFacts(between: a, and: b))
        #expect(facts.contains { $0.kind == .samePlace && $0.tenths >= 20 })
        #expect(!facts.contains { $0.kind == .otherPlace })
    }

    @Test(arguments: ["Lebuhraya Utara-Selatan", "North-South Expressway", "5 km", "KM 3"])
    func aHighwayOrADistanceIsNoPlaceOfTheirOwn(told: String) throws {
        func place(_ text: String) throws -> Int? {
            let a = try signature("Treler terbabas", "Sebuah treler terbabas di \(text).", url: "https://a.example/1")
            let b = try signature("Bas terbakar", "Sebuah bas hangus di \(text).", url: "https://b.example/2")
            return try #require(eventFacts(between: a, and: b)).first { $0.kind == .samePlace }?.tenths
        }
        #expect(try place(told) == nil)
        #expect(try place("Kampung Rekaan Hulu") == 30)
    }

    @Test func twoNamesTogetherAreNoChance() throws {
        let a = try signature(
            "Pemandu treler maut",
            "GOPENG: S Rekaanathan, 45, maut apabila trelernya terbabas. Isterinya, Contohmalar, 44, berkata demikian.",
            on: nil, url: "https://a.example/1")
        let b = try signature(
            "Balu pemandu treler",
            "Suami kepada R Contohmalar, mendiang S Rekaanathan, dari Sik, Kedah, baru seminggu bekerja.", on: nil,
            url: "https://b.example/2")
        let alone = try signature(
            "Balu pemandu treler", "Mendiang S Rekaanathan dari Sik, Kedah, baru seminggu bekerja.", on: nil,
            url: "https://b.example/3")
        func name(_ other: CaseSignature) throws -> Int? {
            try #require(eventFacts(between: a, and: other)).first { $0.kind == .sameName }?.tenths
        }
        #expect(try #require(try name(b)) == (try #require(try name(alone))) + 25)
    }

    @Test func aPlaceAndADayAloneAreNothing() throws {
        let a = try signature("Sultan rasmi masjid", "RAUB: Sultan berkenan merasmikan masjid baharu di sini hari ini.")
        let b = try signature(
            "Buruh hilang kerja", "RAUB: Seorang buruh hilang punca pendapatan.", url: "https://b.example/2")
        #expect(link(between: a, and: b) == nil)
    }

    @Test func aPersonIsKnownAgainByNameAgeAndPlaceAcrossEvents() throws {
        let a = try signature(
            "Buruh lumpuh", "KLANG: Mohd Salmi Contoh, 34, lumpuh selepas jatuh di sini.", url: "https://a.example/1")
        let b = try signature(
            "Isteri rayu bantuan",
            "Klang: Keluarga Muhammad Salmi bin Contoh, 34, tidak mampu membayar sewa rumah di sini.",
            on: Cases.monday + .days(90), url: "https://b.example/2")
        #expect(reason(a, b) == .samePerson)
    }

    @Test(arguments: [
        // Years later, another state, an accused of that name.
        ("MERSING: Ahmad Rekaan, 36, maut di laut.", 800),
        ("TAWAU: Ahmad Rekaan, 34, maut dalam bot karam.", 1),
        ("KLUANG: Ahmad Rekaan, 34, didakwa mencuri motosikal di mahkamah di sini.", 100),
    ])
    func aNamesakeIsOfferedAndNotJoined(text: String, daysLater: Int) throws {
        let a = try signature(
            "Buruh lumpuh", "KLUANG: Ahmad Rekaan, 34, lumpuh selepas jatuh.", url: "https://a.example/1")
        let b = try signature("Berita", text, on: Cases.monday + .days(Int64(daysLater)), url: "https://b.example/2")
        #expect(link(between: a, and: b)?.isSure != true)
    }

    @Test(arguments: [
        "KLUANG: Pok Li, 34, miskin dan lumpuh di sini.",
        "KLUANG: Rosli Rekaan, 34, miskin dan lumpuh di sini.",
        "KLUANG: Rosli, 34, yang mesra dipanggil Pok Li miskin dan lumpuh di sini.",
    ])
    func whoIsToldByNameHereAndByAliasThereIsOnePerson(text: String) throws {
        let a = try signature(
            "Buruh lumpuh", "KLUANG: Rosli Rekaan alias Pok Li, 34, lumpuh selepas jatuh.", url: "https://a.example/1")
        let b = try signature("Rayu bantuan", text, on: Cases.monday + .days(20), url: "https://b.example/2")
        #expect(reason(a, b) == .samePerson)
    }

    @Test func twoOfOneNicknameWithNamesOfTheirOwnAreTwo() throws {
        let a = try signature(
            "Buruh lumpuh", "KLUANG: Rosli Rekaan alias Pok Li, 34, lumpuh selepas jatuh.", url: "https://a.example/1")
        let b = try signature(
            "Rayu bantuan", "KLUANG: Ramli Contoh alias Pok Li, 34, miskin di sini.", on: Cases.monday + .days(20),
            url: "https://b.example/2")
        #expect(link(between: a, and: b)?.reason != .samePerson)
    }

    @Test func anAliasOfOneWordIsNoKey() throws {
        let a = try signature("A", "KLANG: Rosli Rekaan alias Bob, 34, lumpuh. Bob reda.")
        #expect(a.blockingKeys.filter { $0.hasPrefix("name:") } == ["name:rekaan rosli"])
    }

    @Test func aNameOfFourWordsIsOnePersonForYears() throws {
        let a = try signature(
            "Dua premis hangus", "KUALA PILAH: Che Rekaan Ab Contoh hilang dua premis.", url: "https://a.example/1")
        let b = try signature(
            "Ikon usahawan", "KUALA LUMPUR: Ibu lima anak, Che Rekaan Ab Contoh, kini penjahit tanjak.",
            on: Cases.monday + .days(900), url: "https://b.example/2")
        #expect(reason(a, b) == .samePerson)
    }

    @Test func aVillagesWordsInAnotherStateAreNoPlace() throws {
        let a = try signature("Rumah terbakar", "KUALA KRAI: Rumah di Kampung Lubuk Rekaan terbakar di sini.")
        let b = try signature(
            "Rumah terbakar", "TAWAU: Rumah Lubuk Rekaan terbakar di sini.", url: "https://b.example/2")
        let facts = try #require(eventFacts(between: a, and: b))
        #expect(facts.contains { $0.kind == .otherPlace })
        #expect(!facts.contains { $0.kind == .samePlace })
    }

    /// One paper reckons from the year of birth, the other from the birthday.
    @Test(arguments: [
        (33, "Mangsa berusia 34 tahun", true), (33, "Mangsa berusia 33 tahun", true),
        (33, "Mangsa berusia 37 tahun", false), (33, "Mangsa, Kassim Umpama, 34,", false),
    ])
    func aYearMoreIsNoOtherAgeUnlessTheNameIsAnothers(age: Int, victim: String, isOne: Bool) throws {
        let a = try signature(
            "Pembantu rumah diselamatkan selepas surat dicampak",
            "SEREMBAN: Polis menyelamatkan Sumarni Rekaan, \(age), pembantu rumah yang mencampak surat ke tepi pagar di Rasah.",
            url: "https://a.example/1")
        let b = try signature(
            "Surat di tepi pagar selamatkan pembantu rumah",
            "SEREMBAN: \(victim) dipukul majikannya di Rasah sebelum suratnya di tepi pagar ditemui.",
            on: Cases.monday + .days(2), url: "https://b.example/2")
        #expect((reason(a, b) == .sameEvent) == isOne)
    }

    @Test func aLongNameAndAnAgeAYearApartIsOnePersonInTwoDistricts() throws {
        let a = try signature(
            "Buruh maut jatuh perancah", "KULAI: Mohd Hafizul Rekaan Contoh, 33, maut selepas jatuh perancah di sini.",
            url: "https://a.example/1")
        let b = try signature(
            "Anak masih menunggu ayah",
            "PONTIAN: Isteri Muhammad Hafizul Rekaan Contoh, 34, berkata anak mereka masih menunggu di muka pintu.",
            on: Cases.monday + .days(7), url: "https://b.example/2")
        #expect(reason(a, b) == .samePerson)
    }

    @Test func aCommonNameWithAnotherAgeIsSomebodyElse() throws {
        let a = try signature("A", "KLANG: Ahmad Rekaan, 34, lumpuh di sini.", url: "https://a.example/1")
        let b = try signature("B", "KLANG: Ahmad Rekaan, 61, miskin di sini.", url: "https://b.example/2")
        #expect(reason(a, b) == nil)
    }

    @Test func aCopyWithAFewWordsChangedIsACopy() throws {
        var random = Generator(state: 3)
        let words = (0..<200).map { _ in "kata\(Int.random(in: 0..<5000, using: &random))" }
        var changed = words
        for index in [20, 90, 150, 180] { changed[index] = "lain" }
        let a = try signature("A", words.joined(separator: " "), url: "https://a.example/1")
        let b = try signature("B", changed.joined(separator: " "), url: "https://b.example/2")
        #expect(reason(a, b) == .nearCopy)
    }

    @Test func countsOfTwoDistrictsInOneWordingAreNoCopies() throws {
        let text = """
            : Seramai 120 mangsa banjir daripada 30 keluarga dipindahkan ke pusat pemindahan di sini setakat pagi ini kata \
            Sekretariat Pengurusan Bencana dalam satu kenyataan sambil memaklumkan semua mangsa berada dalam keadaan baik.
            """
        let a = try signature("Mangsa banjir", "KLANG" + text, url: "https://a.example/1")
        let b = try signature("Mangsa banjir", "KUANTAN" + text, url: "https://b.example/2")
        #expect(reason(a, b) == nil)
    }

    @Test func namesStandOnlyInKeysThatAStoreHashes() throws {
        let a = try signature("A", "KLANG: Salmah Rekaan, 35, sakit di sini.")
        let holding = a.blockingKeys.filter { $0.contains("rekaan") }
        #expect(holding == ["name:rekaan salmah"])
    }
}

@Suite struct NameSpellingTests {
    @Test(arguments: [
        ("Noor Hasnah Rekaan", "Nur Hasna binti Rekaan"), ("Mohd Yusoff Contoh", "Muhamad Yusof Contoh"),
        ("Abd Rahim Contoh", "Abdul Rahim bin Contoh"), ("Lim Mei Contoh", "Mei Contoh Lim"),
        ("Siti Zubaidah Rekaan", "St. Zubaidah Rekaan"), ("Rekaan a/l Contoh", "Rekaan Contoh"),
        ("Syed Rekaan Contoh", "Sayed Rekaan Contoh"),
    ])
    func oneNameInTwoSpellingsIsOnePerson(first: String, second: String) throws {
        let a = try Cases.signature("A", "KLANG: \(first), 41, sakit di sini.", url: "https://a.example/1")
        let b = try Cases.signature("B", "KLANG: \(second), 41, sakit di sini.", url: "https://b.example/2")
        #expect(link(between: a, and: b)?.reason == .samePerson)
    }

    @Test(arguments: [
        ("Ahmad Rekaan", "Ahmad Contoh"), ("Siti Aminah Rekaan", "Siti Rokiah Rekaan"),
        ("Tan Mei Contoh", "Tan Wei Contoh"),
    ])
    func anotherNameIsAnotherPersonThoughTheAgeIsTheSame(first: String, second: String) throws {
        let a = try Cases.signature("A", "KLANG: \(first), 41, sakit di sini.", url: "https://a.example/1")
        let b = try Cases.signature("B", "KLANG: \(second), 41, miskin di sini.", url: "https://b.example/2")
        #expect(link(between: a, and: b)?.reason != .samePerson)
    }
}

@Suite struct NameKeyTests {
    /// The vectors of the export contract.
    @Test(arguments: [
        ("Mohd Rekaan bin Contoh", "muhammad rekaan contoh"), ("MOHAMAD  REKAAN B. CONTOH", "muhammad rekaan contoh"),
        ("Dato' Dr. Siti Rekaan binti Contoh", "siti rekaan contoh"), ("Rekaan a/l Contoh", "rekaan contoh"),
        ("REKAAN A/P CONTOH", "rekaan contoh"), ("Allahyarham Hj. Md Contoh", "muhammad contoh"),
        ("Ｍｕｈａｍｍａｄ Contoh", "muhammad contoh"), ("Rekaan anak Contoh", "rekaan contoh"),
        ("Rekaan A / L Contoh", "rekaan contoh"), ("Rekaan d/o Contoh", "rekaan contoh"),
        ("Rekaan@Contoh", "rekaan contoh"),
        ("", ""), ("bin", ""), ("—/—", ""),
    ])
    func aNameIsNormalised(name: String, key: String) {
        #expect(nameKey(of: name) == key)
    }
}
