import Testing

@testable import Reading

struct PageTitleTests {
    private func title(
        linked: String? = nil, social: String? = nil, headlines: [String] = [], headings: [String] = [],
        title: String? = nil, siteName: String? = nil
    ) -> String {
        PageTitle.choose(
            linked: linked, social: social, headlines: headlines, headings: headlines + headings, title: title,
            siteName: siteName)
    }

    @Test(arguments: [
        // Worded anew for readers elsewhere.
        ("Harga beras tempatan naik mulai Isnin ini", "Harga beras naik mulai Isnin, kata menteri"),
        ("Petani contoh: harga padi jatuh lagi", "Harga padi jatuh, petani contoh merayu bantuan"),
        // With a part that the head leaves out.
        ("Harga beras tempatan naik", "Harga beras tempatan naik: apa yang anda perlu tahu"),
    ])
    func theHeadlineThatReadersSeeWins(seen: String, told: String) {
        #expect(title(social: told, headlines: [seen]) == seen)
        #expect(title(linked: told, headlines: [seen], title: told + " | Harian Rekaan") == seen)
        #expect(title(headlines: ["Menu", seen], title: told) == seen)
    }

    @Test(arguments: [
        "Harian Rekaan", "Berita terkini hari ini", "Nelayan hilang selepas bot karam", "Berita", "", "Harga dan beras",
    ])
    func aHeadingOfSomethingElseDoesNot(heading: String) {
        let told = "Harga beras tempatan naik mulai Isnin ini"
        #expect(title(social: told, headlines: [heading], siteName: "Harian Rekaan") == told)
    }

    @Test func onlyHeadingsOfTheFirstLevelMayRewordTheTitle() {
        let told = "Harga beras tempatan naik mulai Isnin ini"
        #expect(title(social: told, headings: ["Harga beras tempatan kini lebih mahal"]) == told)
    }

    @Test func theOutletsNameIsNoTitleWhileThereIsAnother() {
        #expect(
            title(
                social: "Harian Rekaan", headlines: ["Harian Rekaan"], title: "Harga beras naik | Harian Rekaan",
                siteName: "Harian Rekaan") == "Harga beras naik")
        #expect(
            title(social: "Harga beras naik", headlines: ["Portal Contoh"], title: "Portal Contoh")
                == "Harga beras naik")
        #expect(title(headlines: [], title: "Harian Rekaan", siteName: "Harian Rekaan") == "Harian Rekaan")
        #expect(title() == "")
    }
}
