import Identifying
import Model
import Testing

/// The employer or the site of work that a text names.
@Suite struct WorkplaceTests {
    @Test(arguments: [
        (
            "KLANG: Seorang pekerja maut dihempap besi di kilang Syarikat Besi Rekaan Sdn Bhd di sini.",
            "kilang Syarikat Besi Rekaan Sdn Bhd"
        ),
        ("Buruh itu jatuh di tapak pembinaan di Jalan Contoh, Klang.", "tapak pembinaan di Jalan Contoh"),
        ("A worker fell into a vat at a palm oil mill yesterday.", "a palm oil mill"),
        ("A worker fell at a palm oil mill in Lahad Datu.", "a palm oil mill in Lahad Datu"),
        ("Dia menetap di Ladang Rekaan sejak kecil.", "Ladang Rekaan"),
        ("He worked for Rekaan Steel Sdn Bhd as a welder.", "Rekaan Steel Sdn Bhd"),
        ("Dia bekerja dengan Contoh (M) Sdn. Bhd. sejak 2019.", "Contoh (M) Sdn. Bhd"),
        ("Rekaan & Contoh Enterprise memberhentikan lima pekerja.", "Rekaan & Contoh Enterprise"),
        ("Majikannya, Rekaan Engineering Works Sdn Bhd, enggan membayar.", "Rekaan Engineering Works Sdn Bhd"),
        ("Rekaan Trading has not paid its workers.", "Rekaan Trading"),
        ("Pekerja Rekaan Plantation dibuang.", "Rekaan Plantation"),
        ("Pengarah Urusan Rekaan Maju Sdn Bhd, Datuk Contoh, berkata pekerjanya selamat.", "Rekaan Maju Sdn Bhd"),
        ("Kilang sarung tangan itu ditutup.", "Kilang sarung tangan"),
        ("Dia bekerja sebagai tukang masak di sebuah restoran di Bangsar.", "restoran di Bangsar"),
        ("Mangsa jatuh di ladang kelapa sawit. Dia pekerja Rekaan Bhd.", "Rekaan Bhd"),
    ])
    func itIsFoundAsPrinted(text: String, name: String) throws {
        let workplace = try #require(try identified(text).workplace)
        #expect(workplace.name == name)
        #expect(workplace.evidence?.exact == name)
    }

    @Test(arguments: [
        "Majikannya, Encik Ali Rekaan, berkata dia rajin.", "Pekerja kilang Encik Rekaan maut.",
        "Sumbangan daripada Rekaan Bhd diserahkan kepada keluarga itu.", "Akaun Bank Rekaan Berhad, pekerja.",
        "The factory worker lost his arm.", "Mangsa, operator kilang, cedera.", "Dia bekerja di Singapura.",
        "He lives in a flat near the construction site.", "Sdn Bhd", "Bhd pekerja", "Dia di sebuah restoran.",
        "The crime site was searched.", "", "tapak",
    ])
    func aPersonADonorAJobOrAHomeIsNone(text: String) throws {
        #expect(try identified(text).workplace == nil)
    }

    @Test func theTitleTellsWhereTheTextDoesNot() throws {
        let found = try identified("Seorang lelaki maut.", title: "Pekerja maut di tapak pembinaan Contoh")
        #expect(found.workplace?.evidence?.field == .title)
    }

    @Test func whatIsMaskedStaysMasked() throws {
        let masked = maskIdentifiers(in: "Kilang Rekaan 012-345 6789 di Klang, pekerja Contoh 900101-10-5678 Sdn Bhd.")
            .text
        let name = try identified(masked).workplace?.name ?? ""
        #expect(!name.contains("6789") && !name.contains("5678"))
    }

    @Test func twoTellingsOfOneCaseKeepWhatOneOfThemKnows() throws {
        let (one, other) = (try identified("Dia maut."), try identified("Dia maut di tapak pembinaan."))
        #expect(one.joined(with: other).workplace == other.workplace)
        #expect(other.joined(with: one).workplace == other.workplace)
    }

    @Test func aLongRunOfCapitalsTakesNoLongerThanItIsLong() throws {
        let text =
            "pekerja " + String(repeating: "Rekaan ", count: 60_000) + "Sdn Bhd "
            + String(repeating: "mill ", count: 60_000)
        _ = try identified(text)
    }
}
