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

    @Test func ofTwoTellingsTheAgesStay() {
        let first = Identification(household: Household(children: 3))
        let second = Identification(household: Household(size: 5, childAges: [3, 9]))
        #expect(first.joined(with: second).household == Household(size: 5, children: 3, childAges: [3, 9]))
        #expect(second.joined(with: first).household == Household(size: 5, children: 3, childAges: [3, 9]))
    }
}
