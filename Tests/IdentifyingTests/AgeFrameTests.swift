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

    @Test func headlinesLeaveTheArticleOut() throws {
        #expect(try ages("", title: "Pipe layer, 25, dies in trench") == [25])
    }

    @Test(arguments: [
        "Kerugian mencecah 13 juta.", "A mother of two was hurt.", "saya 2 orang anak",
        "Bangunan berusia 41 tahun itu runtuh.",
        "The team turned 60 parcels away.", "They died at 52 places.", "The child of two teachers was hurt.",
    ])
    func otherNumbersAreNoAges(text: String) throws {
        #expect(try ages(text).isEmpty)
    }
}
