import Model
import Scoring
import Testing

/// What the built-in rules say of a text besides its points: how soon, of what need first, and whether help has come.
@Suite struct FindingTests {
    private func outcome(_ title: String, _ text: String) throws -> Score {
        score(title: title, text: text, with: try bundledLexicon.get())
    }

    @Test(arguments: [
        (
            "Pemasang perancah maut di tapak binaan",
            "SEREMBAN: Seorang pemasang perancah, 29, maut dihempap besi ketika bekerja di tapak binaan semalam."
        ),
        (
            "Storekeeper killed on his way to work",
            "KLANG: A storekeeper, 33, was killed when a lorry hit his motorcycle on his way to work. He leaves a wife and a baby."
        ),
        (
            "Sekeluarga tidur dalam kereta",
            "MUAR: Suami isteri bersama tiga anak kecil tidur dalam kereta sejak dihalau tuan rumah minggu lalu."
        ),
        (
            "Rumah hangus, lapan beranak sehelai sepinggang",
            "TUMPAT: Rumah kayu milik seorang penoreh musnah dalam kebakaran; lapan beranak tinggal sehelai sepinggang."
        ),
    ])
    func whatCannotWaitIsAnEmergency(title: String, text: String) throws {
        let result = try outcome(title, text)
        #expect(result.urgency == .emergency, "\(result.urgencyReason)")
        #expect(result.urgencyLevel == 3)
    }

    @Test(arguments: [
        (
            "Eksekutif jualan maut ketika bercuti",
            "LUMUT: Seorang eksekutif jualan, 35, maut apabila keretanya terbabas dalam perjalanan ke tempat peranginan."
        ),
        (
            "Bekas juruteknik lumpuh, keluarga hilang punca pendapatan",
            "RAUB: Bekas juruteknik, 45, lumpuh akibat strok dan tidak lagi bekerja. Isterinya menjual kuih untuk menyara tiga anak."
        ),
        (
            "Gaji tiga bulan belum dibayar",
            "Pekerja sebuah bengkel di Nilai mendakwa gaji tiga bulan belum dibayar majikan."
        ),
    ])
    func whatCanWaitForDaysIsUrgentAndNoMore(title: String, text: String) throws {
        let result = try outcome(title, text)
        #expect(result.isFlagged)
        #expect(result.urgency == .urgent, "\(result.urgencyReason)")
        #expect(result.urgencyLevel == 2)
    }

    @Test func whatIsNotFlaggedHasNoUrgencyLevel() throws {
        let result = try outcome(
            "Jalan ditutup untuk kerja naik taraf", "Orang ramai dinasihatkan menggunakan laluan lain.")
        #expect(!result.isFlagged)
        #expect(result.urgencyLevel == 0)
    }

    @Test func theReasonForTheUrgencyIsInBothLanguages() throws {
        let result = try outcome(
            "Buruh maut tertimbus",
            "IPOH: Seorang buruh, 40, maut tertimbus tanah ketika menggali parit di tapak projek.")
        #expect(result.urgencyReason == "a worker just killed")
        #expect(result.urgencyReasonMalay == "pekerja baru terkorban")
    }

    @Test func aTextWithoutUrgencySaysSoInBothLanguages() throws {
        let result = try outcome("", "Cuaca dijangka baik hari ini.")
        #expect(result.urgencyReason == "no sign of urgency")
        #expect(result.urgencyReasonMalay == "tiada tanda kesegeraan")
    }

    @Test(arguments: [
        (
            "Pekerja kilang maut, tinggalkan isteri dan empat anak",
            "Seorang pekerja kilang, 36, maut tersepit mesin ketika bekerja di Kulim dan meninggalkan isteri dan empat anak.",
            Need.workInjury
        ),
        (
            "Penghidap buah pinggang tidak dapat bekerja",
            "Pesakit buah pinggang, 44, tidak dapat bekerja, sewa rumah tertunggak dan anak-anak makan nasi berlauk kicap.",
            .invalidity
        ),
        (
            "Balu tinggal di rumah usang",
            "Seorang balu dan enam anak tinggal di rumah usang. Ibu tunggal itu bergaji RM600 sebulan sebagai tukang cuci.",
            .singleParent
        ),
        (
            "Suri rumah melecur selepas tong gas meletup",
            "Suri rumah, 38, melecur selepas tong gas di dapurnya meletup; suaminya bergaji RM1,300.", .homemaker
        ),
        (
            "Paru-paru pekerja kuari rosak akibat habuk",
            "Bekas pekerja kuari, 52, menghidap silikosis akibat terdedah kepada habuk selama 20 tahun.",
            .occupationalDisease
        ),
        (
            "Diserang strok, bekas pemandu lori terlantar",
            "Bekas pemandu lori, 41, lumpuh dan terlantar sejak diserang strok; dia menghidap kencing manis dan darah tinggi.",
            .bedridden
        ),
        (
            "Remaja OKU terlantar",
            "Remaja OKU berusia 15 tahun terlantar di rumah; dia menghidap lumpuh otak dan memegang kad OKU sejak kecil.",
            .bedridden
        ),
    ])
    func theNeedToActOnFirstIsNamedFirst(title: String, text: String, need: Need) throws {
        let result = try outcome(title, text)
        #expect(result.needs.first?.need == need, "\(result.needs)")
    }

    /// Elsewhere it stands where its points put it.
    @Test func careGoesBeforeIllnessAndNotBeforeWhatHappenedAtWork() throws {
        let result = try outcome(
            "Buruh jatuh di tapak projek, kini terlantar",
            "Seorang buruh, 40, jatuh dari perancah ketika bekerja di Ipoh. Dia hilang upaya dan terlantar sejak sebulan lalu."
        )
        #expect(result.needs.first?.need == .workInjury, "\(result.needs)")
        let care = try #require(result.needs.firstIndex { $0.need == .bedridden })
        let illness = try #require(result.needs.firstIndex { [.invalidity, .disability].contains($0.need) })
        #expect(care < illness, "\(result.needs)")
        #expect(result.needs.map(\.weight) == result.needs.map(\.weight).sorted(by: >))
    }

    @Test func helpThatWasGivenIsSaidAndNotDropped() throws {
        let result = try outcome(
            "Balu terima pencen penakat",
            "Balu seorang pemandu lori menerima pencen penakat RM1,300 sebulan daripada Perkeso selepas suaminya maut bulan lalu."
        )
        #expect(!result.isFlagged)
        #expect(result.assistance == .given)
        #expect(result.contributions.contains { $0.points < 0 })
    }

    @Test func helpThatIsNotEnoughIsUnderWay() throws {
        let result = try outcome(
            "Anak menghidap kanser, ibu hilang kerja",
            "JKM telah membantu keluarga itu bulan lalu. Ibu tunggal berusia 33 tahun itu hilang kerja dan tidak mampu "
                + "membeli susu; anak bongsunya menghidap kanser dan mereka makan sekali sehari.")
        #expect(result.isFlagged)
        #expect(result.assistance == .underWay, "\(result.raw)")
    }

    @Test func whereNoHelpIsToldOfNobodyIsSaidToBeHelped() throws {
        let result = try outcome("Buruh maut", "Seorang buruh, 40, maut di tapak projek di Ipoh.")
        #expect(result.assistance == .notYet)
    }
}
