import Hashing
import Model
import Testing
import Text

@testable import Referring

/// The vectors of our own contract (vectors.json and samples, version 1); keys and people in them are invented.
@Suite struct ContractVectorTests {
    @Test(arguments: [
        "PR-26-001042-0", "PR-26-001017-1", "PR-26-000988-2", "PR-26-000701-8", "PR-26-001024-3", "PR-26-000412-7",
        "PR-26-000001-9", "PR-26-999999-4",
    ])
    func checkDigits(text: String) throws {
        #expect(try ProspectRef(parsing: text).description == text)
    }

    @Test(arguments: [
        ("Mohd Rekaan bin Contoh", "muhammad rekaan contoh"), ("MOHAMAD  REKAAN B. CONTOH", "muhammad rekaan contoh"),
        ("Dato' Dr. Siti Rekaan binti Contoh", "siti rekaan contoh"), ("Rekaan a/l Contoh", "rekaan contoh"),
        ("REKAAN A/P CONTOH", "rekaan contoh"), ("Allahyarham Hj. Md Contoh", "muhammad contoh"),
        ("Ｍｕｈａｍｍａｄ Contoh", "muhammad contoh"), ("Rekaan anak Contoh", "rekaan contoh"),
    ])
    func normalizedNames(name: String, expected: String) { #expect(normalizedName(name) == expected) }

    private static let secret = Array("example-shared-dedupe-key-2026-not-secret".utf8)

    @Test(arguments: [
        (
            "person-place-hmac-v1", ["muhammad rekaan contoh", "MY-10", "10_2"],
            "402539353734a6f0650801aa92284c2c595e958041646e9d2bb199054bbfd7f0"
        ),
        (
            "person-yob-hmac-v1", ["muhammad rekaan contoh", "1992"],
            "512960111bd21556e75da7ba908918b681c1f3a720cf82caa3e0c414eb116a9c"
        ),
        ("mykad-hmac-v1", ["990101000000"], "b55e0285671c1b7db6e6fe22bcffecfb9b16381485a6c661a7bcd861ef917161"),
    ])
    func keyedHashes(scheme: String, parts: [String], expected: String) {
        #expect(keyedHash(scheme: scheme, parts: parts, secret: Self.secret) == expected)
    }

    @Test func aKeyTurnsAPersonIntoKeyedHashes() throws {
        var settings = Invented.settings
        settings.dedupeKey = DedupeKey(id: "dedupe-2026-01", secret: Self.secret)
        let keys = try record(settings: settings)["dedupe"]?["keys"]?.items ?? []
        let values = Set(keys.compactMap { $0["value"]?.string })
        #expect(values.contains("402539353734a6f0650801aa92284c2c595e958041646e9d2bb199054bbfd7f0"))
        #expect(values.contains("512960111bd21556e75da7ba908918b681c1f3a720cf82caa3e0c414eb116a9c"))
        #expect(keys.filter { $0["scheme"]?.string == "person-yob-hmac-v1" }.count == 2)
        #expect(try record()["dedupe"]?["keys"]?.items?.contains { $0["key_id"] != nil } == false)
    }

    @Test func textsAndAddressesHaveTheSamplesKeys() {
        let text = """
            KLANG: Seorang buruh binaan, Mohd Rekaan bin Contoh, 34, patah tulang belakang selepas jatuh dari tingkat \
            tiga bangunan ketika bekerja di Kapar, Jumaat lalu.

            Isterinya, Siti Rekaan binti Contoh, 31, berkata suaminya kini lumpuh dan tidak lagi mampu bekerja.

            "Suami satu-satunya punca pendapatan kami lima beranak. Majikan pula tidak mencarum PERKESO," katanya ketika \
            ditemui di rumah sewa mereka di Taman Contoh, di sini.

            Menurutnya, kos pembedahan dianggarkan RM18,000 dan keluarga itu terpaksa berhutang untuk membeli lampin \
            pakai buang dan susu khas.

            Orang ramai yang ingin membantu boleh menghubungi pihak akhbar.
            """
        #expect(Digest(of: text).hexadecimal == "a9a49c19923c8b42567f5b05ba0db82a5f8e7aa08d9e393c4da059408a4b1f0a")
        #expect(simHash(of: Array(text.unicodeScalars)) == "3f48454a9dece0eb")
        #expect(
            Digest(of: "https://harian-rekaan.example/2026/buruh-jatuh").hexadecimal
                == "01347f76c0619bdef8be3c2895fcf7350026f6a818e59dde96d1f81153657228")
    }

    @Test func simHashOfNothingIsZero() {
        #expect(simHash(of: []) == "0000000000000000")
        #expect(simHash(of: Array("dua patah".unicodeScalars)) == "0000000000000000")
    }
}
