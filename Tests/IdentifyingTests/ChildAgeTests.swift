import Identifying
import Model
import Testing

/// How many live together, how many children, of what ages. All people are invented.
@Suite struct ChildAgeTests {
    @Test(arguments: [
        ("Ibu tunggal kepada tiga anak berusia 12, sembilan dan enam tahun itu buntu.", [6, 9, 12]),
        ("Dia menyara lima anak berusia antara lima hingga 19 tahun.", [5, 19]),
        ("The widow has two sons aged three and nine.", [3, 9]),
        ("Her children, aged between 4 and 15, stopped schooling.", [4, 15]),
        ("Dua anaknya masing-masing berumur 7 dan 9 tahun.", [7, 9]),
        ("Dia meninggalkan dua anak, berusia lima bulan dan 3 tahun.", [0, 3]),
        ("Anaknya berusia tiga tahun dan 10 bulan.", [0, 3]),
    ])
    func theAgesOfChildrenAreRead(text: String, ages: [Int]) throws {
        #expect(try identified(text).household?.childAges == ages)
    }

    @Test(arguments: [
        "Ibu tunggal berusia 34 tahun itu mempunyai tiga anak.", "Rumah berusia 40 tahun itu roboh.",
        "Anak sulungnya bekerja. Suaminya berusia 51 tahun.",
    ])
    func anotherAgeIsNoChilds(text: String) throws {
        #expect(try identified(text).household?.childAges ?? [] == [])
    }

    @Test(arguments: [
        ("Keluarga sembilan orang itu hidup daif.", Household(size: 9)),
        ("Isi rumah seramai tujuh orang hidup daif.", Household(size: 7)),
        ("Keluarga seramai lapan orang tinggal di bangsal.", Household(size: 8)),
        ("Anaknya yang seramai sebelas orang masih bersekolah.", Household(children: 11)),
        ("Seramai sembilan orang keluarga jauh datang.", nil),
        ("Minah Rekaan, 34, anak bongsu daripada lapan beradik, lumpuh.", nil),
        ("Aqil Rekaan, 7, anak sulung daripada lima beradik, sakit.", Household(children: 5)),
    ])
    func theHouseholdIsThatOfTheSubject(text: String, household: Household?) throws {
        #expect(try identified(text).household == household)
    }

    @Test(arguments: [
        "Allahyarham Ali Rekaan, 41, meninggalkan seorang balu dan dua anak, berusia lima bulan dan 3 tahun.",
        "Ali Rekaan, 41, lumpuh. Anaknya berusia tiga tahun juga sakit.",
        "Ali Rekaan, 41, is paralysed. His daughter, aged five, stopped schooling.",
    ])
    func childrenWithoutANameAreKinAndComeAfter(text: String) throws {
        let persons = try identified(text).persons
        #expect(persons.first?.name == "Ali Rekaan")
        #expect(persons.count > 1)
        #expect(persons.dropFirst().allSatisfy { $0.role == .family && $0.relation != nil })
    }

    @Test func aChildAloneIsTheSubject() throws {
        #expect(try identified("Kanak-kanak berusia tiga tahun lemas.").persons.map(\.role) == [.subject])
    }

    @Test func ofTwoTellingsTheAgesStay() {
        let first = Identification(household: Household(children: 3))
        let second = Identification(household: Household(size: 5, childAges: [3, 9]))
        #expect(first.joined(with: second).household == Household(size: 5, children: 3, childAges: [3, 9]))
        #expect(second.joined(with: first).household == Household(size: 5, children: 3, childAges: [3, 9]))
    }
}
