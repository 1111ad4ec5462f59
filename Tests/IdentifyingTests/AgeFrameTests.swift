import Identifying
import Model
import Testing

/// How papers and posts tell ages. All persons are invented.
@Suite struct AgeFrameTests {
    private func ages(_ text: String, title: String = "") throws -> [Int] {
        try identified(text, title: title).persons.compactMap { $0.age?.years }
    }

    @Test(arguments: [
        ("Seorang gadis yang baru mencecah 13 tahun memasak sendiri.", 13),
        ("My dad (53) drives full time.", 53), ("My dad (55, forklift) lost his job.", 55),
        ("A girl of nine has been placed in care.", 9),
        ("The motorcycle was covered. He is 53. In February he fell ill.", 53),
        ("sy 29, anak 3, bekas suami lari", 29),
        ("\"We climbed into the ceiling,\" the 21-year-old told reporters.", 21),
        ("Juruukur tempatan berusia 41 tahun sedang bekerja.", 41),
        ("Klang: Pembantu gerai berusia 19 tahun itu melecur.", 19),
        ("Seorang penunggang motosikal berusia 33 tahun terbunuh.", 33),
        ("Three women, the eldest 54, lodged a complaint.", 54),
    ])
    func anAgeIsReadInEveryShape(text: String, age: Int) throws {
        #expect(try ages(text) == [age])
    }

    @Test(arguments: [
        ("Aminah (bukan nama sebenar), 29, lari dari rumah.", "Aminah", 29),
        ("Contohah, also 40, did not survive the crash that killed Salmah Rekaan, 40.", "Contohah", 40),
        ("Prakash was 34. He left two children.", "Prakash", 34),
        ("It was the smell that woke Rafvia. The 22-year-old said passengers shouted.", "Rafvia", 22),
        ("For Salmah Rekaan every day is hard. The widow, 49, washes dishes.", "Salmah Rekaan", 49),
    ])
    func theAgeIsTheBearersWhereverItStands(text: String, name: String, age: Int) throws {
        let person = try #require(try identified(text).persons.first { $0.name == name })
        #expect(person.age == Person.Age(years: age))
    }

    @Test(arguments: [
        ("A lorry hit a tree. The driver was 27.", [27]), ("The rider was 31 and worked in a bakery.", [31]),
        ("He was 46 and lived with his mother.", [46]), ("She was 12 when the house burned.", [12]),
        ("Pemandu itu cedera; abangnya 24 dan dua rakan patah tangan.", [24]), ("Adiknya 22.", [22]),
        ("A singer of the seventies, now 78, has not opened his eyes.", [78]),
        ("Seorang bekas penyanyi, kini 71, dirawat di rumah.", [71]),
        ("A hawker in Contoh, 52, asked for help.", [52]),
        ("Seorang peniaga kaki lima di Contoh, 52, memohon bantuan.", [52]),
        ("Lelaki itu menjaga isterinya, 38.", [38]), ("Pria itu merawat istrinya, 38, di rumah.", [38]),
        ("Two brothers, both 32, were hurt.", [32]), ("Dua sahabat, kedua-duanya berusia 19 tahun, lemas.", [19]),
        ("The boy, seven, is in intensive care.", [7]), ("Anaknya, empat, dirawat.", [4]),
        ("Her sons, aged seven and four, were asleep.", [7, 4]), ("Wanita buta 69 tahun ditemui.", [69]),
        ("The operator, then 21, lost four fingers.", [21]), ("A Malaysian aged 22 was killed on Tuesday.", [22]),
    ])
    func anAgeIsReadWhereOnlyItsPlaceShowsIt(text: String, expected: [Int]) throws {
        #expect(try ages(text) == expected)
    }

    @Test(arguments: [
        ("Salmah and Rosli Contoh, both 32, were cousins.", ["Salmah": 32, "Rosli Contoh": 32]),
        ("Salmah Rekaan dan Rosli Contoh, kedua-duanya 41 tahun, maut.", ["Salmah Rekaan": 41, "Rosli Contoh": 41]),
        (
            "Salmah Rekaan dan Rosli Contoh, masing-masing berusia 34 dan 29 tahun, cedera.",
            ["Salmah Rekaan": 34, "Rosli Contoh": 29]
        ),
        ("Salmah Rekaan and Rosli Contoh, 34 and 29, were hurt.", ["Salmah Rekaan": 34, "Rosli Contoh": 29]),
        ("Salmah Rekaan, four, has been through surgery.", ["Salmah Rekaan": 4]),
        ("Dia menjaga Salmah Rekaan, tujuh tahun, seorang diri.", ["Salmah Rekaan": 7]),
        ("Salmah came from Jember at 17. Now 29, she wants her wages.", ["Salmah": 29]),
        ("A cabbie of 49 has not driven for years. Salmah Rekaan's dialysis costs RM2,000.", ["Salmah Rekaan": 49]),
        ("Yang bongsu Salmah Rekaan baru 2 tahun.", ["Salmah Rekaan": 2]),
        ("Ibunya, Salmah Che Bulan, 52, sakit.", ["Salmah Che Bulan": 52]),
    ])
    func theAgeGoesToEveryoneOfWhomItIsTold(text: String, expected: [String: Int]) throws {
        var found: [String: Int] = [:]
        for person in try identified(text).persons { if let name = person.name { found[name] = person.age?.years } }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("Ali Rekaan, a 34-year-old welder, was paralysed.", 34, false),
        ("Ali Rekaan, a 34 year old welder, was paralysed.", 34, false),
        ("Ali Rekaan, a thirty-four-year-old welder, was paralysed.", 34, false),
        ("Ali Rekaan, seorang buruh berusia 34 tahun, lumpuh.", 34, false),
        ("Ali Rekaan, a single mother aged 34, sells kuih.", 34, false),
        ("Ali Rekaan, who is 34, was paralysed.", 34, false), ("Ali Rekaan (umur 34 tahun) lumpuh.", 34, false),
        ("Ali Rekaan (34yo) was paralysed.", 34, false), ("Ali Rekaan (M/34) was paralysed.", 34, false),
        ("Ali Rekaan, tiga puluh empat, lumpuh.", 34, false), ("Ali Rekaan, awal 40-an, lumpuh.", 40, true),
        ("Ali Rekaan, dalam lingkungan 40-an, lumpuh.", 40, true),
        ("Ali Rekaan, in his mid-30s, was paralysed.", 30, true),
        ("Ali Rekaan, in his thirties, was paralysed.", 30, true),
        ("Ali Rekaan, setahun, menghidap jantung berlubang.", 1, false),
        ("Ali Rekaan yang berusia setahun setengah sakit.", 1, false), ("Ali Rekaan, 8 bulan, sakit.", 0, false),
        ("Ali Rekaan, lima bulan, sakit.", 0, false), ("Ali Rekaan, 8-month-old baby, is ill.", 0, false),
        ("Anaknya, Ali Rekaan, 3, Jalan Melati, sakit.", 3, false),
    ])
    func theNameHasTheAgeAndNobodyElseDoes(text: String, years: Int, isEstimate: Bool) throws {
        let persons = try identified(text).persons
        #expect(persons.map(\.name) == ["Ali Rekaan"])
        #expect(persons.map(\.age) == [Person.Age(years: years, isEstimate: isEstimate)])
    }

    @Test(arguments: [
        "Menurut Ali Rekaan, seorang lelaki berusia 34 tahun maut.", "Police told Ali Rekaan, a 34-year-old man died.",
    ])
    func whoIsToldOfAnothersAgeHasNone(text: String) throws {
        let persons = try identified(text).persons
        #expect(persons.allSatisfy { $0.name == nil || $0.age == nil })
        #expect(persons.contains { $0.name == nil && $0.age?.years == 34 })
    }

    @Test func headlinesLeaveTheArticleOut() throws {
        #expect(try ages("", title: "Pipe layer, 25, dies in trench") == [25])
    }

    @Test(arguments: [
        "Kerugian mencecah 13 juta.", "A mother of two was hurt.", "saya 2 orang anak",
        "Bangunan berusia 41 tahun itu runtuh.",
        "The temperature was 27.", "The number of victims was 27.", "A longhouse in Contoh, 33 of its 44 doors burnt.",
        "Mereka mengira satu, dua, tiga, empat.", "The victims, two, were taken away.", "Anaknya 5, semua sekolah.",
        "A maid who came at 25 was unpaid.", "Kini 29, jumlah itu meningkat.", "Both 32 and 33 were closed.",
        "Ali Rekaan, 3, Jalan Melati, lumpuh.", "Ali Rekaan, 8 bulan lalu, lumpuh.",
        "Ali Rekaan tinggal di situ sejak awal 80-an.", "Ibunya meninggal setahun lalu.",
        "Lapan beradik berusia setahun hingga 17 tahun menangis.",
        "The team turned 60 parcels away.", "They died at 52 places.", "The child of two teachers was hurt.",
    ])
    func otherNumbersAreNoAges(text: String) throws {
        #expect(try ages(text).isEmpty)
    }

    @Test func theAgeOfTheLeadIsNotAStrangersBehindIt() throws {
        let text = "Seorang lelaki 70 tahun menangis di stesen. Videonya dimuat naik seorang warga bernama Salmah."
        let found = try identified(text).persons
        #expect(found.first { $0.name == "Salmah" }?.age == nil)
        #expect(found.contains { $0.name == nil && $0.age?.years == 70 })
    }
}
