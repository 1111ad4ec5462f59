import Identifying
import Model
import Testing

/// Minors and victims of abuse and of crimes whose victims are never named. All texts are invented.
@Suite struct ProtectionTests {
    private func isProtected(_ text: String, title: String = "") throws -> Bool {
        tellsOfProtectedVictim(title: title, text: text, using: try Tables.gazetteer.get())
    }

    @Test(arguments: [
        "Gadis 19 tahun dirogol bapa saudara.", "Pelajar diliwat senior di asrama.",
        "Guru itu didapati melakukan amang seksual terhadap murid.", "Remaja dicabul jiran.",
        "Budak lima tahun didera teman lelaki ibu.", "Mangsa sumbang mahram hamil lima bulan.",
        "Mangsa keganasan rumah tangga lari ke rumah perlindungan.", "Pelajar trauma dibuli rakan sekelas.",
        "Kanak-kanak perempuan dikahwinkan dengan lelaki tua.", "Wanita disimbah asid bekas suami.",
        "Budak dirantai di beranda.", "Mangsa pemerdagangan orang diselamatkan.", "Lelaki cuba bunuh diri.",
        "Wanita diugut gambar bogel disebar.", "Bayi baru lahir ditemui dalam tong sampah.", "Isteri dipukul suami.",
        "A girl was raped by her stepfather.", "A victim of incest gave birth.", "The student was sodomised.",
        "A maid was tortured by her employer.", "Trafficking victims were rescued.", "She was groomed online.",
        "A teenager took her own life after being bullied.", "Child bride, 13, wants to go back to school.",
        "Woman splashed with acid by ex-husband.", "A newborn was found in a drain.", "Battered wife flees home.",
        "He was a victim of domestic violence.", "The boy was molested on a bus.",
    ])
    func victimsOfAbuseAndOfSuchCrimesAreProtected(text: String) throws {
        #expect(try isProtected(text))
        #expect(try isProtected("KLANG: Polis menyiasat.", title: text))
    }

    @Test(arguments: [
        "Pembantu rumah itu lebam di muka ketika diselamatkan.",
        "A domestic worker with burn marks was rescued from a house.",
        "Wanita 79 tahun dikunci dalam stor; anak lelakinya direman tujuh hari.",
        "Marks from a hot spoon were found on both arms. Her aunt was remanded.",
        "Wanita melecur disimbah air panas, suaminya melarikan diri. Suspek ditahan.",
    ])
    func abuseThatIsNotNamedIsToldByItsSigns(text: String) throws {
        #expect(try isProtected(text))
    }

    @Test(arguments: [
        "Suaminya patah kaki dilanggar kereta; pemandu direman.",
        "Kilang gates were chained before dawn, workers said.",
        "Majikan itu ditahan kerana tidak membayar gaji.", "Isteri melecur dalam kebakaran, suami selamat.",
        "The employer was arrested over unpaid wages.",
    ])
    func twoSignsOrACrashAreNone(text: String) throws {
        #expect(try !isProtected(text))
    }

    @Test(arguments: [
        "Buruh binaan maut jatuh perancah.", "Ibu tunggal lima anak perlukan bantuan.",
        "A lorry driver, 41, was killed in a crash.", "Rumah terbakar, enam beranak tinggal sehelai sepinggang.",
        "Kempen anti-buli di sekolah.", "Bayi selamat dilahirkan.", "Nasibnya tergantung kepada bantuan orang ramai.",
    ])
    func othersAreNot(text: String) throws {
        #expect(try !isProtected(text))
    }

    @Test(arguments: [
        ("Aiman Rekaan, 12, lumpuh.", true), ("Aiman Rekaan, 17, lumpuh.", true), ("Aiman Rekaan, 18, lumpuh.", false),
    ])
    func whoIsUnderEighteenIsAMinor(text: String, isMinor: Bool) throws {
        #expect(try identified(text).persons.contains(where: \.isMinor) == isMinor)
    }

    /// Names tell neither religion nor origin nor sex; there is nowhere to put such a guess.
    @Test(arguments: ["Siti Rekaan, 34, lumpuh.", "Lim Mei Contoh, 34, lumpuh.", "Rekaan a/p Contoh, 34, lumpuh."])
    func nothingIsInferredFromAName(text: String) throws {
        let person = try #require(try identified(text).persons.first)
        #expect(person.sex == nil)
    }
}
