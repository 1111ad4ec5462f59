import Bundled
import Identifying
import Model
import Testing

/// Words that are names of places, too, and names that do not say where something happened.
@Suite struct PlaceWordTests {
    static let words = [
        "Pasangan", "Belanja", "Papan", "Dinding", "Dewan", "Gunung", "Patah", "Belum", "Kandang", "Bujang", "Sering",
        "Gua", "Lembah", "Tanjung", "Teh", "Sawit", "Karang", "Tolak", "Pendek", "Gali", "Bangkit", "Selang", "Slim",
        "Tasik", "Tenang", "Bakar", "Maka", "But", "Chat", "Penarik", "Binatang", "Batu",
    ]

    @Test(arguments: words)
    func anOrdinaryWordAfterADatelineIsNoPlace(word: String) throws {
        for text in [
            "KLUANG: \(word) itu sukar bagi mereka.", "KLUANG - \(word) itu sukar bagi mereka.",
            "KLUANG, 12 Mac - \(word) itu sukar bagi mereka.", "KLUANG, 12 Mac (Rekaan) -- \(word) itu sukar.",
            "KLUANG: \"\(word) itu sukar,\" katanya.", "KLUANG: Dia jatuh. \(word) rumahnya rosak.",
        ] {
            #expect(try identified(text).place?.districtCode == "1_3", "\(text)")
        }
    }

    @Test func whatHeadsALineIsADatelineOnlyWhereItLooksLikeOne() throws {
        #expect(try identified("Pasangan: Ali dan Siti. Lokasi: Kajang").place?.districtCode == "10_8")
        #expect(try identified("Sik: Seorang lelaki maut.").place?.districtCode == "2_9")
        #expect(try identified("PEKAN: Bujang 40 tahun itu hidup sendiri.").place?.districtCode == "6_6")
    }

    @Test(arguments: [
        ("KAPIT (Dec 5): The wife of a skipper has appealed.", "13_21" as String?),
        ("Rawang: Seorang buruh jatuh di Taman Rekaan, di sini, semalam.", "10_1"),
        ("Rawang: Seorang buruh jatuh di Taman Rekaan semalam.", nil),
    ])
    func aTownNamedLikeAWordHeadsAReportInCapitalsOrWhereThingsHappenHere(text: String, district: String?) throws {
        #expect(try identified(text).place?.districtCode == district)
    }

    @Test func aTownAfterADatelineIsAPlaceWhereAWordSaysSo() throws {
        #expect(try identified("KUALA LUMPUR: Di Kampar, seorang lelaki maut.").place?.districtCode == "8_10")
        #expect(try identified("Lokasi: Banting. Keluarga perlu bantuan.").place?.districtCode == "10_3")
    }

    /// Guards the table: who adds a town called like a thing of every day has to mark it.
    @Test func aNameThatIsAWordOfOurOwnListsIsMarked() throws {
        var words: Set<Substring> = []
        var unmarked: [Substring] = []
        let files = BundledFile.files(in: "Lexicons")
        for file in files where file.path.hasSuffix("jobs.tsv") || file.path.hasSuffix("concepts.tsv") {
            for line in file.text.split(separator: "\n") where !line.hasPrefix("#") {
                words.formUnion(line.split(separator: "\t").dropFirst().flatMap { $0.split(separator: "|") })
            }
        }
        let places = try #require(files.first { $0.path.hasSuffix("places.tsv") })
        for line in places.text.split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t")
            guard "dtm".contains(columns[0].prefix(1)), !columns[0].contains("?") else { continue }
            unmarked += columns[2].split(separator: "|").filter {
                words.contains(Substring($0.lowercased())) && !$0.hasPrefix("ibu ")
            }
        }
        #expect(unmarked == [])
    }

    @Test(arguments: [
        ("Ali Rekaan, 41, dari Batu 5, Jalan Ipoh, Kuala Lumpur, maut.", "MY-14", nil as String?),
        ("KUCHING: Seorang lelaki maut di Batu 7 Jalan Penrissen semalam.", "MY-13", "13_1"),
        ("SANDAKAN: Seorang lelaki maut di Batu 4 semalam.", "MY-12", "12_4"),
        ("KLUANG: Rumah di Batu Lima musnah.", "MY-01", "1_3"),
        ("Rumah di Batu 9, Hulu Langat musnah.", "MY-10", "10_8"),
    ])
    func aMilestoneBelongsToThePlaceAroundIt(text: String, state: String, district: String?) throws {
        let place = try identified(text).place
        #expect(place?.stateCode == state)
        if let district { #expect(place?.districtCode == district) }
        #expect(place?.locality?.hasPrefix("Batu ") == true)
    }

    @Test func townsThatBeginWithBatuAreNoMilestones() throws {
        #expect(try identified("Rumah di Batu Gajah musnah.").place?.districtCode == "8_3")
        #expect(try identified("Rumah di Batu Pahat musnah.").place?.districtCode == "1_1")
    }

    @Test(arguments: ["Jalan Batu Pahat", "Jalan Mersing", "Jalan Tampin", "Lebuhraya Kuantan", "Lorong Ipoh"])
    func aRoadIsNotTheTownItLeadsTo(road: String) throws {
        let place = try identified("KLUANG: Seorang lelaki maut di \(road) semalam.").place
        #expect(place?.districtCode == "1_3")
        #expect(place?.locality == road)
    }

    @Test(arguments: [
        ("KLUANG: Seorang lelaki maut di Kampung Baru semalam.", "MY-01"),
        ("KLUANG: Seorang lelaki maut di Kampung Raja semalam.", "MY-01"),
        ("SANDAKAN: Rumah di Simpang Empat terbakar.", "MY-12"),
        ("KUCHING: Seorang pelajar dari Kampung Raja, Besut, Terengganu, sakit.", "MY-11"),
        ("KUALA LUMPUR: Seorang lelaki maut di Kampung Raja semalam.", "MY-11"),
    ])
    func aVillageWhoseNameManyHaveIsThatOfTheDatelineUnlessItIsANewsrooms(text: String, state: String) throws {
        #expect(try identified(text).place?.stateCode == state)
    }

    @Test func aRoadOrVillageLiesInTheTownThatFollowsIt() throws {
        #expect(try identified("Kemalangan di Jalan Ipoh, Kuala Lumpur.").place?.stateCode == "MY-14")
        #expect(try identified("Rumah di Jalan Melaka, Muar terbakar.").place?.districtCode == "1_6")
    }

    @Test(arguments: [
        ("KUANTAN: Ali Rekaan, 34, dari Alor Setar, maut di tapak bina di sini.", "6_4"),
        ("KUANTAN: Ali Rekaan, 34, berasal dari Kelantan, maut di sini.", "6_4"),
        ("KUANTAN: Ali Rekaan, 34, dari Kampung Contoh, Alor Setar, maut di sini.", "6_4"),
        ("MIRI: A welder from Sibu was killed at a yard here.", "13_24"),
    ])
    func whereSomebodyComesFromIsNotHere(text: String, district: String) throws {
        #expect(try identified(text).place?.districtCode == district)
    }

    @Test func aMosqueThatEveryTownHasIsNotThatOfTheCapital() throws {
        #expect(try identified("KLUANG: Imam Masjid Jamek, Ustaz Rekaan, sakit.").place?.districtCode == "1_3")
        #expect(try identified("Dia rebah di stesen LRT Masjid Jamek.").place?.stateCode == "MY-14")
    }

    @Test(arguments: [
        ("Bandar Baru Bangi", "10_8"), ("Bandar Sri Permaisuri, Cheras", "14_1"), ("Bandar Sri Permaisuri", "14_1"),
        ("Bandar Tun Razak", "14_1"), ("Jalan Ampang Hilir", "14_1"), ("Bandar Tun Razak, Rompin", "6_9"),
        ("Gunung Aman, Kluang", "1_3"),
    ])
    func aQuarterIsWhereItIs(name: String, district: String) throws {
        #expect(try identified("Rumahnya di \(name) terbakar.").place?.districtCode == district)
    }

    @Test func aHallIsNoVillage() throws {
        let text = "Majlis itu di Dewan Orang Ramai Kampung Rekaan, Kluang."
        #expect(try identified(text).place?.districtCode == "1_3")
    }

    @Test func aStateOfOneDistrictHasAnOfficeWithoutTheDistrictNamed() throws {
        let gazetteer = try Tables.gazetteer.get()
        #expect(gazetteer.nearestOffice(to: Place(stateCode: "MY-14")) == "Kuala Lumpur")
        #expect(gazetteer.nearestOffice(to: Place()) == nil)
        #expect(gazetteer.nearestOffice(to: Place(stateCode: "MY-99")) == nil)
    }

    @Test(arguments: [
        ("Fire razes Kapit longhouse at dawn", "13_21"), ("A longhouse in Sarawak's interior burnt", nil),
        ("Dua pekerja tertimbus di tapak projek Nilai semalam", "5_5"),
        ("Pekerja maut dalam parit di Bota Kiri", "8_9"), ("A family lives in a Setiawangsa flat", "14_1"),
    ])
    func aNameAmidSmallLettersIsAPlaceThoughItIsAlsoAWord(title: String, district: String?) throws {
        let place = try #require(try identified("", title: title).place)
        #expect(place.stateCode != nil)
        #expect(place.districtCode == district)
    }

    @Test(arguments: [
        "Kereta Proton Wira itu rosak.", "A family sleeps in a Proton saloon.", "SELAMA INI DIA SAKIT.",
        "Yan Rekaan sakit.", "Seorang jiran, Melor Rekaan, membantu.",
    ])
    func aMakeOfCarOrANameIsNoPlace(text: String) throws {
        #expect(try identified(text).place?.districtCode == nil)
    }

    @Test(arguments: [
        ("salary of canteen helpers at a hospital in ipoh not paid, help", "8_3"),
        ("sos rumah tok aji hangus pagi tadi, kampung contoh temerloh", "6_8"),
    ])
    func aPostWithoutCapitalsNamesItsTown(text: String, district: String) throws {
        #expect(try identified(text).place?.districtCode == district)
    }

    @Test(arguments: [
        ("KUALA LUMPUR: A worker fell to his death in KL. The man, who hailed from Sitiawan, was 45.", "14_1"),
        ("KUALA LUMPUR: Tiga pekerja maut ditimbus tanah di Machang, Kelantan semalam.", "3_3"),
        ("A Kelantan-born clerk died when his car and a van bound for Genting collided in Alor Gajah.", "4_1"),
        ("Dia ditemui rebah di Kajang. Mangsa kelahiran Baling.", "10_8"),
    ])
    func theCapitalWeighsAsATownAndABirthplaceOrDestinationLess(text: String, district: String) throws {
        #expect(try identified(text).place?.districtCode == district)
    }
}
