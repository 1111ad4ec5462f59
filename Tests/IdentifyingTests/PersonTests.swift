import Identifying
import Model
import Testing

/// All persons are invented.
@Suite struct PersonTests {
    @Test(arguments: [
        ("Salmah Rekaan, 35, berkata, dia tidak mampu.", "Salmah Rekaan", 35),
        ("Mangsa, Ahmad Zaki Contoh, 43, dari Kampung Rekaan, maut.", "Ahmad Zaki Contoh", 43),
        ("Ibu tunggal, Rokiah Ab Contoh, 41, buntu.", "Rokiah Ab Contoh", 41),
        ("Bagi Norizan Contoh, 37 tahun, hidup perlu diteruskan.", "Norizan Contoh", 37),
        ("Sumbangan untuk Faridah Rekaan (54) diterima.", "Faridah Rekaan", 54),
        ("Lelaki dikenali sebagai Zulkifli Rekaan berusia 29 tahun itu cedera.", "Zulkifli Rekaan", 29),
        ("Faizul Rekaan@Md Contoh, 51, nelayan.", "Faizul Rekaan@Md Contoh", 51),
        ("Mohd. Rekaan bin Contoh, 34, lumpuh.", "Mohd. Rekaan bin Contoh", 34),
        ("Rekaan a/l Contoh, 44, pemandu lori.", "Rekaan a/l Contoh", 44),
        ("Kerani itu, K.Rekaani, 28, maut.", "K.Rekaani", 28),
        ("Lim Mei Contoh, 57, menangis.", "Lim Mei Contoh", 57),
        ("Sawai anak Contoh, 62, tinggal di rumah panjang.", "Sawai anak Contoh", 62),
        ("Richard Rekaan, 33, penoreh getah.", "Richard Rekaan", 33),
        ("The victim, Tan Ah Contoh, 70, lives alone.", "Tan Ah Contoh", 70),
        ("A 41-year-old lorry driver Rajan Contoh was killed.", "Rajan Contoh", 41),
        ("Seorang buruh Indonesia, Sutrisno Rekaan, 38, terjatuh.", "Sutrisno Rekaan", 38),
        ("Batin Alang Contoh, 68, kehilangan rumah.", "Alang Contoh", 68),
    ])
    func aNameWithAnAgeIsFoundInEveryFrame(text: String, name: String, age: Int) throws {
        let person = try #require(try identified(text).persons.first { $0.name != nil })
        #expect(person.name == name)
        #expect(person.age == Person.Age(years: age))
        #expect(person.role != .speaker)
    }

    @Test(arguments: [
        ("Jiran saya Kak Contohah, suri rumah, jatuh bilik air.", "Kak Contohah"),
        ("Isteri saya Rekaanah ada masalah kemurungan.", "Rekaanah"),
        ("Abg Rekaan rider kemalangan petang semalam.", "Abg Rekaan"),
    ])
    func postsNameTheirOwnWithOneWord(text: String, name: String) throws {
        #expect(try identified(text).persons.map(\.name).contains(name))
    }

    @Test(arguments: [
        ("Umur 49, suri rumah sepenuh masa.", 49), ("Kini pada usia 63 tahun, beliau menumpang di surau.", 63),
        ("umur dia 54 dah tak boleh kerja", 54),
    ])
    func anAgeWithoutANameIsSomebody(text: String, age: Int) throws {
        #expect(try identified(text).persons.contains { $0.age == Person.Age(years: age) })
    }

    @Test func anAdmissionIsNoCharge() throws {
        let persons = try identified("Mohd Rekaan, 35, mengaku van itu rumah mereka sejak enam minggu lalu.").persons
        #expect(persons.map(\.role) == [.subject])
        let charged = try identified("Mohd Rekaan, 35, mengaku bersalah di mahkamah.").persons
        #expect(charged.map(\.role) == [.accused])
    }

    @Test func aShipIsNobody() throws {
        #expect(try identified("Kapal MV Siti Rekaan terbalik di perairan itu.").persons.allSatisfy { $0.name == nil })
    }

    @Test(arguments: [
        "Ketua Polis Daerah Klang, Asisten Komisioner Ahmad Rekaan berkata, kes disiasat.",
        "Pengarah Bomba Selangor Datuk Ahmad Rekaan memaklumkan kebakaran itu.",
        "Menteri Sumber Manusia, Datuk Seri Ahmad Rekaan berkata demikian.",
        "Pegawai Operasi dari Balai Bomba dan Penyelamat Klang, Ahmad Rekaan, berkata mangsa disahkan maut.",
        "District police chief Supt Ahmad Rekaan said the case is under investigation.",
    ])
    func whoBearsAPostIsASpeaker(text: String) throws {
        let named = try identified(text).persons.filter { $0.name != nil }
        #expect(named.map(\.name) == ["Ahmad Rekaan"])
        #expect(named.map(\.role) == [.speaker])
    }

    @Test func speakersComeAfterThoseTheStoryIsAbout() throws {
        let persons = try identified(
            """
            KLANG: Ketua Polis Daerah Klang, Asisten Komisioner Ahmad Rekaan berkata, mangsa, Salmah Contoh, 35, maut.
            Isterinya, Siti Contoh, 31, reda.
            """
        ).persons
        #expect(persons.map(\.name).last == "Ahmad Rekaan")
        #expect(Set(persons.prefix(2).map(\.name)) == ["Salmah Contoh", "Siti Contoh"])
    }

    @Test func kinAreToldByTheWordBeforeTheName() throws {
        let persons = try identified("Mohd Rekaan, 34, lumpuh. Isterinya, Siti Contoh, 31, reda.").persons
        let wife = try #require(persons.first { $0.name == "Siti Contoh" })
        #expect(wife.role == .family)
        #expect(wife.relation == "isteri")
        #expect(wife.sex == .female)
        let husband = try #require(persons.first { $0.name == "Mohd Rekaan" })
        // The name alone says nothing of sex.
        #expect(husband.sex == nil)
    }

    @Test func kinWhoCareForTheSubjectAreCarers() throws {
        let persons = try identified("Bapanya, Abu Contoh, 50, menjaga Siti Rekaan, 20, sepenuh masa.").persons
        #expect(persons.first { $0.name == "Abu Contoh" }?.role == .carer)
    }

    @Test func theDeadAndTheAccusedAreMarked() throws {
        let dead = try identified("Allahyarham Mohd Rekaan Contoh, 34, meninggalkan balu.").persons.first
        #expect(dead?.isDead == true)
        #expect(dead?.role == .breadwinnerDeceased)
        let accused = try identified("Tertuduh, Mohd Rekaan Contoh, 28, mengaku bersalah di Mahkamah Sesyen.").persons
            .first
        #expect(accused?.role == .accused)
        let told = try identified("Salmah Rekaan, suaminya meninggal dunia tahun lalu.").persons.first
        #expect(told?.isDead == false)
    }

    @Test func theOccupationIsTakenFromTheWordsBeforeTheName() throws {
        let person = try identified("Seorang tukang jahit, Wan Rekaan Wan Contoh, 58, berkata.").persons.first
        #expect(person?.occupation == "tukang jahit")
    }

    @Test(arguments: [
        ("seorang ibu tunggal berusia 34 tahun ditemui", 34, Person.Sex.female, false),
        ("A 41-year-old lorry driver was killed.", 41, nil, false),
        ("Mangsa lelaki berusia lingkungan 50-an cedera.", 50, .male, true),
        ("The woman, aged 54, lives alone.", 54, .female, false),
        ("Lelaki berumur enam puluh dua tahun itu lemas.", 62, .male, false),
        ("wanita, 70, itu terlantar", 70, .female, false),
        ("a man in his 50s was found", 50, .male, true),
        ("Seorang balu 68 tahun tinggal di bangsal.", 68, .female, false),
        ("A woman of 66 lives alone.", 66, .female, false),
        ("A young graduate, 25, lost his job.", 25, nil, false),
        ("They sleep in a tent with their six-year-old.", 6, nil, false),
    ])
    func someoneWithoutANameIsAPersonToo(text: String, age: Int, sex: Person.Sex?, isEstimate: Bool) throws {
        let person = try #require(try identified(text).persons.first)
        #expect(person.name == nil)
        #expect(person.age == Person.Age(years: age, isEstimate: isEstimate))
        #expect(person.sex == sex)
    }

    @Test(arguments: [
        "Rumah berusia 40 tahun itu roboh.",
        "Pekerja berusia 60 tahun ke atas layak memohon.",
        "Perkahwinan mereka berusia 10 tahun.",
        "Kejadian pada Isnin, 3 November lalu.",
        "Seramai 409 orang di Sabah, 110 keluarga terjejas.",
        "Empat anak berusia lima hingga 12 tahun ada di situ.",
        "Skim ini untuk umur persaraan 60 tahun.",
        "Her two daughters were hurt.",
        "Lelaki itu dipenjara 6 tahun.",
        "Ibu itu meninggal 5 tahun lalu.",
        "A mother of two was hurt.",
        "A team of 24 people came.",
    ])
    func anAgeOfSomethingElseIsNobodys(text: String) throws {
        #expect(try identified(text).persons.allSatisfy { $0.age == nil })
    }

    @Test(arguments: [
        "SHAH ALAM: Kebakaran berlaku di Taman Rekaan Indah, Shah Alam.",
        "Mayat dihantar ke Hospital Tengku Ampuan Rahimah, Klang.",
        "Kejadian di Jalan Tun Contoh dekat Masjid Sultan Ahmad.",
        "Jabatan Bomba dan Penyelamat Malaysia (JBPM) Selangor menerima panggilan.",
        "Kereta Perodua Viva terbabas pada Isnin.",
        "Di kolam lombong Seri Rekaan, mayat ditemui.",
    ])
    func placesBodiesAndCarsAreNoPersons(text: String) throws {
        #expect(try identified(text).persons.allSatisfy { $0.name == nil })
    }

    @Test func theFirstNameAloneIsTheSamePersonLater() throws {
        let persons = try identified(
            "Salmah Rekaan Contoh, 35, tinggal di Klang. Salmah berkata, anaknya sakit. Tambah Salmah, dia buntu."
        ).persons
        #expect(persons.compactMap(\.name) == ["Salmah Rekaan Contoh"])
    }

    @Test func atMostThreeNamesAreGivenWhereNoAgeIs() throws {
        let names = ["Ahmad Zaki", "Siti Aminah", "Lim Ah Meng", "Kumar Rajan", "Halimah Omar", "Rosli Daud"]
        let text = names.map { "Ketika itu mangsa \($0) berkata dia sakit." }.joined(separator: " ")
        #expect(try identified(text).persons.filter { $0.name != nil }.count == 3)
    }

    @Test func evidenceCountsScalarsOfTheText() throws {
        let text = "👩‍🦽 Ibu, Salmah Rekaan, 35, sakit."
        let evidence = try #require(try identified(text).persons.first?.evidence)
        let scalars = Array(text.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[evidence.range])) == "Salmah Rekaan")
    }

    @Test(arguments: ["A ", "Siti ", "Siti, 3, ", "bin ", "Datuk ", "Kampung ", "\"", "berusia ", "\u{AD}", "a/l "])
    func aLongHostileTextTakesLinearTime(piece: String) throws {
        let gazetteer = try Tables.gazetteer.get()
        let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
        let time = ContinuousClock().measure {
            _ = identify(title: "", text: text, published: nil, using: gazetteer)
        }
        #expect(time < .seconds(10))
    }
}
