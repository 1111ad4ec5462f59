import Identifying
import Model
import Testing

/// Who is who in a text. All persons are invented.
@Suite struct RoleTests {
    private func person(_ name: String, in text: String) throws -> Person {
        try #require(try identified(text).persons.first { $0.name == name }, "\(name) in \(text)")
    }

    @Test(arguments: [
        ("Ibu kepada 4 anak, Minah Contoh, 34, hidup daif.", Person.Sex.female),
        ("Ibu kepada empat orang anak itu, Minah Contoh, 34, hidup daif.", .female),
        ("Ibu lima anak, Minah Contoh, 41, hidup daif.", .female),
        ("Bapa lima anak, Minah Contoh, 41, lumpuh.", .male),
        ("Balu dua anak, Minah Contoh, 41, hidup daif.", .female),
        ("Janda anak tiga, Minah Contoh, 36, menjual kuih.", .female),
        ("Mother of six Minah Contoh, 34, lives in poverty.", .female),
        ("Ibu tunggal, Minah Contoh, 34, buntu.", .female), ("Bapa tunggal Minah Contoh, 41, lumpuh.", .male),
        ("Puan Minah Contoh, 41, lumpuh.", .female), ("Encik Minah Contoh, 41, lumpuh.", .male),
        ("Wanita, Minah Contoh, 41, lumpuh.", .female), ("Seorang lelaki, Minah Contoh, 41, lumpuh.", .male),
        ("Lelaki warga emas itu, Minah Contoh, 71, lumpuh.", .male),
        ("Housewife Minah Contoh, 41, was paralysed.", .female),
        ("Wanita bernama Minah Contoh, 41, lumpuh.", .female),
    ])
    func theNounBeforeANameSaysWhoTheyAre(text: String, sex: Person.Sex) throws {
        let person = try person("Minah Contoh", in: text)
        #expect(person.relation == nil)
        #expect(person.role == .subject)
        #expect(person.sex == sex)
    }

    @Test(arguments: [
        "Suami isteri, Ali Rekaan, 60, dan Minah Contoh, 58, hidup daif.",
        "Pasangan suami isteri, Ali Rekaan, 60, dan Minah Contoh, 58, hidup daif.",
        "Kejadian itu menjejaskan bapa dan ibu mangsa iaitu Ali Rekaan, 60, dan Minah Contoh, 58.",
    ])
    func ofACoupleNeitherIsTheWife(text: String) throws {
        let first = try person("Ali Rekaan", in: text)
        #expect(first.relation == nil)
        #expect(first.sex == nil)
        #expect(first.role == .subject)
    }

    @Test(arguments: [
        "Minah Contoh, 41, lumpuh.", "Bergelar isteri kepada pelakon, Minah Contoh, dia gembira.",
        "Jiran wanita itu, Minah Contoh, 41, lumpuh.", "Ibu Minah Contoh berkata, Minah Contoh, 41, lumpuh.",
    ])
    func whereNothingSaysItTheSexIsUnknown(text: String) throws {
        #expect(try identified(text).persons.first { $0.name == "Minah Contoh" }?.sex == nil)
    }

    @Test(arguments: [
        ("Ali Rekaan didakwa membunuh isterinya, Minah Contoh, 40.", "Ali Rekaan", "Minah Contoh"),
        ("Suspek, Ali Rekaan, 41, direman selepas menikam Minah Contoh, 39, semalam.", "Ali Rekaan", "Minah Contoh"),
        ("Lelaki, Ali Rekaan, 41, ditahan kerana membunuh Minah Contoh, 39.", "Ali Rekaan", "Minah Contoh"),
        ("Ali Rekaan, 41, was charged with the murder of Minah Contoh, 39.", "Ali Rekaan", "Minah Contoh"),
    ])
    func whoDidItIsAccusedAndWhoSufferedItIsNot(text: String, accused: String, victim: String) throws {
        #expect(try person(accused, in: text).role == .accused)
        #expect(try person(victim, in: text).role != .accused)
    }

    @Test(arguments: [
        ("Polis menahan seorang lelaki, Ali Rekaan, 41, kerana mendera anak tirinya.", Person.Role.accused),
        ("Mahkamah menjatuhkan hukuman penjara ke atas Ali Rekaan, 41, kerana mencuri susu.", .accused),
        ("Ali Rekaan, 41, ditahan di wad sejak Isnin lalu.", .subject),
        ("Isteri suspek, Ali Rekaan, 41, hidup daif.", .family),
        ("Ali Rekaan, 41, didakwa ditipu majikannya.", .subject),
    ])
    func whoWasArrestedOrSentencedIsAccused(text: String, role: Person.Role) throws {
        #expect(try person("Ali Rekaan", in: text).role == role)
    }

    @Test(arguments: [
        "Menteri Besar Johor, Datuk Ahmad Rekaan, 44, menyampaikan bantuan.",
        "Ahli Parlimen Kluang, Ahmad Rekaan, 45, menyampaikan sumbangan.",
        "Exco Kebajikan Johor, Ahmad Rekaan, 40, menyampaikan bantuan kepada Minah Contoh, 60.",
        "Imam Masjid Contoh, Ustaz Ahmad Rekaan, 60, berkata jenazah dikebumikan.",
        "Doktor pakar Hospital Kluang, Dr Ahmad Rekaan, berkata pesakit, Minah Contoh, 40, lumpuh.",
        "Guru besar SK Contoh, Cikgu Ahmad Rekaan, 58, berkata murid itu lumpuh.",
        "Menurut Dr Ahmad Rekaan, pesakit itu lumpuh.",
        "Wartawan Sinar Contoh, Ahmad Rekaan, melaporkan Minah Contoh, 40, lumpuh.",
    ])
    func whoSpeaksByOfficeOrCallingIsASpeaker(text: String) throws {
        #expect(try person("Ahmad Rekaan", in: text).role == .speaker)
    }

    @Test(arguments: [
        "Imam Ahmad Rekaan, 60, maut dalam kemalangan.", "Dr Ahmad Rekaan, 34, maut dalam kemalangan.",
        "Ketua Polis Daerah berkata, Ahmad Rekaan, 53, ke kolam itu sebelum terjatuh.",
        "Bekas imam, Ahmad Rekaan, 70, terlantar.", "Ustaz Ahmad Rekaan, 54, lumpuh.",
    ])
    func whoHasACallingMayStillBeTheStory(text: String) throws {
        #expect([.subject, .breadwinnerDeceased].contains(try person("Ahmad Rekaan", in: text).role))
    }

    @Test(arguments: [
        "Minah Contoh, 40, lumpuh.\nLaporan oleh Zaid Rekaan.", "Minah Contoh, 40, lumpuh.\nGambar: Zaid Rekaan.",
        "Oleh Zaid Rekaan\nMinah Contoh, 40, lumpuh.", "By Zaid Rekaan\nMinah Contoh, 40, is paralysed.",
    ])
    func aByLineIsNoStory(text: String) throws {
        #expect(try identified(text).persons.allSatisfy { $0.name != "Zaid Rekaan" || $0.role == .speaker })
    }

    @Test func aNeighbourOfTheVictimIsNotTheSubject() throws {
        let text = "Menurut jiran mangsa, Zainab Rekaan, 55, mangsa Ali Contoh, 40, tinggal seorang diri."
        #expect(try person("Zainab Rekaan", in: text).role == .otherAffected)
        #expect(try person("Ali Contoh", in: text).role == .subject)
    }

    @Test func kinStandBehindThoseTheStoryIsAbout() throws {
        let persons = try identified(
            """
            Ali Rekaan, 41, dan isteri, Siti Contoh, 39, hidup daif bersama dua anak mereka, Abu Umpama, 15, dan Aminah
            Umpama, 13.
            """
        ).persons
        #expect(persons.first?.name == "Ali Rekaan")
        #expect(Set(persons.dropFirst().map(\.relation)) == ["isteri", "anak"])
        #expect(persons.dropFirst().allSatisfy { $0.role == .family })
    }

    @Test(arguments: [
        ("Siti Rekaan, 32, a mother of four, sells kuih.", Person.Sex.female),
        ("Siti Rekaan, 32, ibu tunggal kepada tiga anak, berniaga.", .female),
        ("Siti Rekaan, 32, seorang balu, berniaga.", .female), ("Siti Rekaan, 32, suri rumah, buntu.", .female),
        ("Siti Rekaan, 32, seorang duda, berniaga.", .male),
    ])
    func theNounBehindANameSaysTheSexToo(text: String, sex: Person.Sex) throws {
        let person = try person("Siti Rekaan", in: text)
        #expect(person.role == .subject)
        #expect(person.sex == sex)
    }

    @Test func theMotherOfTheVictimIsKin() throws {
        let person = try person("Siti Rekaan", in: "Siti Rekaan, 41, ibu kepada mangsa, berkata dia reda.")
        #expect(person.role == .family)
        #expect(person.relation == "ibu")
    }

    @Test func whomASuspectHeldIsNotAccused() throws {
        let text = "Suspek menahan Ali Rekaan, 41, sebelum melarikan diri."
        #expect(try person("Ali Rekaan", in: text).role == .subject)
    }
}
