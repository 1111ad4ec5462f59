import Identifying
import Model
import Testing

/// Who died and who did not. All persons are invented.
@Suite struct DeathTests {
    private func dead(_ text: String) throws -> Set<String> {
        Set(try identified(text).persons.filter(\.isDead).compactMap(\.name))
    }

    @Test(arguments: [
        "Welder Ali Rekaan, 41, was crushed to death by a beam.", "Welder Ali Rekaan, 41, fell to his death.",
        "Ali Rekaan, 41, passed away at the scene.", "The late Ali Rekaan, 41, was a welder.",
        "Her late husband, Ali Rekaan, 41, was a welder.",
        "Ali Rekaan, 41, is survived by his wife and three children.",
        "Ali Rekaan, 41, meninggalkan seorang balu dan dua anak.", "Arwah suaminya, Ali Rekaan, 41, seorang nelayan.",
        "Suspek ditahan kerana membunuh Ali Rekaan, 39.", "Ali Rekaan, 34, dan isterinya maut.",
    ])
    func theDeadAreMarked(text: String) throws {
        #expect(try dead(text) == ["Ali Rekaan"])
    }

    @Test func allOfAListThatDiedAreMarked() throws {
        let text =
            "Ali Rekaan, 34, dan isterinya, Siti Contoh, 32, serta anak mereka Ahmad Umpama, 5, maut dalam kemalangan."
        #expect(try dead(text) == ["Ali Rekaan", "Siti Contoh", "Ahmad Umpama"])
    }

    @Test(arguments: [
        "Ali Rekaan, 41, hampir maut.", "Ali Rekaan, 41, nyaris lemas.", "Ali Rekaan, 41, dikhuatiri telah lemas.",
        "Ali Rekaan, 41, is feared drowned.", "Ali Rekaan, 41, almost died.",
        "Ali Rekaan, 41, terselamat manakala rakannya maut.", "Ali Rekaan, 41, survived while two others died.",
        "Suspek cuba membunuh Ali Rekaan, 39.",
    ])
    func whoCameCloseIsAlive(text: String) throws {
        #expect(try dead(text).isEmpty)
    }

    @Test func inAHeadlineTheLateMotherIsNotWhoIsNamedNext() throws {
        let text = "Syazani Rekaan, 18, berkata dia reda."
        let persons = try identified(text, title: "Amanah arwah ibu, Syazani mahu sambung belajar").persons
        #expect(persons.filter(\.isDead).isEmpty)
    }

    @Test func theFriendWhoDiedIsNotTheOneWhoLives() throws {
        let text = "Ali Rekaan, 41, terselamat manakala rakannya, Abu Contoh, 39, maut."
        #expect(try dead(text) == ["Abu Contoh"])
        #expect(try dead("Menurut Ali Rekaan, 41, isterinya, Siti Contoh, 32, maut.") == ["Siti Contoh"])
        #expect(try dead("Ali Rekaan, 41, dan isterinya buntu sejak anak mereka meninggal dunia.").isEmpty)
    }
}
