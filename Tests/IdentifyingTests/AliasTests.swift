import Identifying
import Model
import Testing

/// What somebody is called besides the name: one person, not two. All persons are invented.
@Suite struct AliasTests {
    @Test(arguments: [
        ("Rosli Rekaan atau mesra disapa Pok Li, 60, terlantar.", "Rosli Rekaan", 60),
        ("Rosli Rekaan alias Pok Li, 60, terlantar.", "Rosli Rekaan", 60),
        ("Ali Rekaan atau lebih dikenali sebagai Pok Li, 34, terlantar.", "Ali Rekaan", 34),
        ("Rosli Rekaan, 60, lebih dikenali sebagai Pok Li terlantar.", "Rosli Rekaan", 60),
        ("Rosli Rekaan yang mesra dipanggil Pok Li, 60, terlantar.", "Rosli Rekaan", 60),
        ("Pok Li atau nama sebenarnya Rosli Rekaan, 60, terlantar.", "Rosli Rekaan", 60),
        ("Rosli Rekaan, better known as Pok Li, 60, was paralysed.", "Rosli Rekaan", 60),
        ("Rosli Rekaan, 60, fondly known as Pok Li, was paralysed.", "Rosli Rekaan", 60),
        ("Rosli Rekaan (also known as Pok Li), 60, was paralysed.", "Rosli Rekaan", 60),
        ("Rosli Rekaan, 60, lebih mesra dengan panggilan Pok Li, lumpuh.", "Rosli Rekaan", 60),
        ("Rosli Rekaan, 60, atau Pok Li, lumpuh.", "Rosli Rekaan", 60),
        ("Rosli Rekaan (Pok Li), 60, lumpuh. Pok Li reda.", "Rosli Rekaan", 60),
    ])
    func anAliasAndItsAgeBelongToTheName(text: String, name: String, age: Int) throws {
        let persons = try identified(text).persons
        #expect(persons.map(\.name) == [name])
        #expect(persons.map(\.aliases) == [["Pok Li"]])
        #expect(persons.map(\.age) == [Person.Age(years: age)])
    }

    @Test(arguments: [
        ("Rosli @ Roslan Rekaan, 60, lumpuh.", "Rosli @ Roslan Rekaan", "Roslan Rekaan"),
        ("Faizul Rekaan@Md Contoh, 51, nelayan.", "Faizul Rekaan@Md Contoh", "Md Contoh"),
        ("Ting Sie Contoh @ Robert, 41, lumpuh.", "Ting Sie Contoh @ Robert", "Robert"),
    ])
    func theNameStaysAsPrintedWhereASignJoinsTwo(text: String, name: String, alias: String) throws {
        let person = try #require(try identified(text).persons.first)
        #expect(person.name == name)
        #expect(person.aliases == [alias])
    }

    @Test(arguments: [
        "Rosli Rekaan, 60, dan rakannya yang dikenali sebagai Chong, 50, lumpuh.",
        "Rosli Rekaan, 60, dan lelaki dikenali sebagai Chong, 50, lumpuh.",
        "Rosli Rekaan, 60, lumpuh. Jirannya dikenali sebagai Chong, 50.",
    ])
    func whoIsCalledByAnotherNameBesideThemIsAnother(text: String) throws {
        #expect(Set(try identified(text).persons.compactMap(\.name)) == ["Rosli Rekaan", "Chong"])
    }

    @Test func aPlaceInBracketsIsNoAlias() throws {
        let persons = try identified("Rosli Rekaan (Selangor), 60, lumpuh.").persons
        #expect(persons.allSatisfy { $0.aliases.isEmpty })
    }

    @Test func whoIsToldOfByTheAliasAloneIsTheSame() throws {
        let text = "Rosli Rekaan alias Pok Li, 60, terlantar. \"Saya reda,\" kata Pok Li. Menurut Pok Li, dia buntu."
        #expect(try identified(text).persons.map(\.name) == ["Rosli Rekaan"])
    }

    @Test func twoTellingsOfWhichOneHasTheAliasOnlyAreOfOnePerson() {
        let full = Identification(persons: [Person(name: "Rosli Rekaan", aliases: ["Pok Li"], age: .init(years: 60))])
        let short = Identification(persons: [Person(name: "Pok Li", age: .init(years: 60))])
        for joined in [full.joined(with: short), short.joined(with: full)] {
            #expect(joined.persons.map(\.name) == ["Rosli Rekaan"])
            #expect(joined.persons.map(\.aliases) == [["Pok Li"]])
        }
    }
}
