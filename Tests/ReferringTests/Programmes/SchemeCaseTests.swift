import Model
import Testing
import Text

@testable import Referring

/// Every row of the domain notes' list of schemes, with the programme that stands for it here.
private let schemes: [(scheme: String, programme: String)] = [
    ("PERKESO-SKBP-PER", "PERKESO.PERUBATAN"), ("PERKESO-SKBP-HUS", "PERKESO.HUS"), ("PERKESO-SKBP-HUK", "PERKESO.HUK"),
    ("PERKESO-SKBP-ELS", "PERKESO.ELS"), ("PERKESO-SKBP-FOT", "PERKESO.FOT"), ("PERKESO-FPM", "PERKESO.FPM"),
    ("PERKESO-SKBP-REHAB", "PERKESO.REHAB"), ("PERKESO-SKBP-EDU", "PERKESO.EDU"), ("PERKESO-SKI-ILAT", "PERKESO.ILAT"),
    ("PERKESO-SKI-BANTUAN", "PERKESO.BANTUAN-ILAT"), ("PERKESO-SKI-PENAKAT", "PERKESO.PENAKAT"),
    ("PERKESO-SKI-DIAL", "PERKESO.DIALISIS"), ("PERKESO-L24J", "PERKESO.L24J"), ("PERKESO-SIP-EMP", "PERKESO.SIP"),
    ("PERKESO-SIP-EPB", "PERKESO.SIP-EPB"), ("PERKESO-SIP-EBSA", "PERKESO.SIP-EBSA"),
    ("PERKESO-SIP-FL", "PERKESO.SIP-LATIHAN"), ("PERKESO-SIP-MOB", "PERKESO.SIP-MOBILITI"),
    ("PERKESO-MYFJ", "PERKESO.MYFJ"), ("PERKESO-SKSPS", "PERKESO.SKSPS"), ("PERKESO-SKSPS-M", "PERKESO.SKSPS-WAJIB"),
    ("PERKESO-GIG", "KESUMA.GIG"), ("PERKESO-SKSSR", "PERKESO.SKSSR"), ("PERKESO-FW", "PERKESO.PEKERJA-ASING"),
    ("PERKESO-DW", "PERKESO.DOMESTIK"), ("JKM-BWE", "JKM.BWE"), ("JKM-BKK", "JKM.BKK"), ("JKM-BTB", "JKM.BTB"),
    ("JKM-EPOKU", "JKM.EPOKU"), ("JKM-BPT", "JKM.BPT"), ("JKM-BA", "JKM.BA"), ("NADMA-BWI", "NADMA.BWI"),
    ("MOF-STR", "LHDN.STR"), ("MOF-SARA", "MOF.SARA"), ("ICU-EKASIH", "ICU.EKASIH"), ("KE-PADU", "EKONOMI.PADU"),
    ("KPWKM-PPRT", "KKDW.PPRT"), ("KPM-RMT", "KPM.RMT"), ("KKM-TBP", "KKM.TBP"), ("ZAKAT-*", "ZAKAT.ASNAF"),
    ("JTK-SM", "JTKSM.TUNTUTAN"), ("JTK-SBH", "JTK-SABAH.TUNTUTAN"), ("JTK-SWK", "JTK-SARAWAK.TUNTUTAN"),
    ("JKKP", "JKKP.SIASATAN"), ("JAKOA", "JAKOA.BANTUAN"), ("TALIAN-KASIH", "TALIAN-KASIH.15999"),
    ("HEAL15555", "HEAL.15555"), ("AKPK", "AKPK.KAUNSELING"), ("TEKUN", "TEKUN.MIKRO"), ("AIM", "AIM.IKHTIAR"),
    ("GIATMARA", "GIATMARA.KURSUS"), ("NGO-IRM", "NGO.BANTUAN-SEGERA"), ("MVM", "NGO.SUKARELAWAN"),
    ("PPIM", "PPIM.ADUAN"), ("MIASA", "MIASA.SOKONGAN"), ("PTPTN", "PTPTN.PINJAMAN"), ("JPN", "JPN.DOKUMEN"),
]

@Suite struct SchemeTests {
    @Test func everySchemeIsThereWithItsEvidenceAndADoor() throws {
        let catalogue = try catalogue()
        let behindDoors = Set(catalogue.doors.values.joined())
        for (scheme, code) in schemes {
            let programme = catalogue.programmes.first { $0.code == code }
            #expect(programme != nil, "\(scheme)")
            #expect(programme?.evidence.isEmpty == false && programme?.asOf.count == 4, "\(scheme)")
            #expect(behindDoors.contains(code), "\(scheme)")
        }
        #expect(catalogue.agencies.allSatisfy { $0.asOf?.count == 4 && !$0.evidence.isEmpty })
    }

    @Test(arguments: [
        ("SKSPS", "PERKESO.SKSPS"), ("LINDUNG Kendiri", "PERKESO.SKSPS"), ("SESSS", "PERKESO.SKSPS"),
        ("Akta 789", "PERKESO.SKSPS"), ("SKSSR", "PERKESO.SKSSR"), ("lindung kasih", "PERKESO.SKSSR"),
        ("SIP", "PERKESO.SIP"), ("EIS", "PERKESO.SIP"), ("LINDUNG Kerjaya", "PERKESO.SIP"), ("SKBP", "PERKESO.SKBP"),
        ("LINDUNG Pekerja", "PERKESO.SKBP"), ("SKI", "PERKESO.ILAT"), ("SKBBK", "PERKESO.L24J"),
        ("LINDUNG 24 Jam (SKBBK)", "PERKESO.L24J"), ("LINDUNG 24/7", "PERKESO.L24J"), ("BOT", "JKM.BWE"),
        ("MYFutureJobs", "PERKESO.MYFJ"), ("Act 872", "KESUMA.GIG"),
    ])
    func oldAndNewNamesAreOneProgramme(name: String, code: String) throws {
        #expect(try catalogue().programme(named: name)?.code == code)
    }

    @Test func theClockOfAJobLossEndsOnADay() throws {
        let day = CivilTime(year: 2026, month: 11, day: 20)!
        let found = try catalogue().suggestions(for: lead([.jobLoss], text: "Kilang ditutup.", day: day))
        let allowance = try #require(found.first { $0.programme.code == "PERKESO.SIP" })
        #expect(allowance.deadline == "2027-01-19")
        #expect(allowance.reason(in: .english).contains("Until 2027-01-19. Check: "))
        #expect(allowance.reason(in: .malay).contains("Sebelum 2027-01-19. Semak: "))
        let unknown = try catalogue().suggestions(for: lead([.jobLoss], text: "Kilang ditutup."))
        #expect(unknown.first { $0.programme.code == "PERKESO.SIP" }?.deadline == nil)
    }

    @Test(arguments: [(2026, 5, 31, false), (2026, 6, 1, true), (2026, 11, 3, true), (2021, 3, 9, false)])
    func aLawThatWasNotInForceIsNotHintedAt(year: Int, month: Int, day: Int, isHinted: Bool) throws {
        let day = CivilTime(year: year, month: month, day: day)!
        #expect(try codes(lead([.commutingAccident], day: day)).contains("PERKESO.L24J") == isHinted)
        #expect(try codes(lead([.commutingAccident])).contains("PERKESO.L24J"))
    }

    @Test func noAgeOfADeathIsTooOldForTheSurvivorsPension() throws {
        let dead = Person(name: nil, age: .init(years: 44), role: .breadwinnerDeceased, isDead: true)
        let long = CivilTime(year: 2012, month: 4, day: 2)!
        #expect(try codes(lead([.survivors], persons: [dead], day: long)).first == "PERKESO.PENAKAT")
    }

    @Test func whoNeverWorkedIsNotSentToTheInvalidityScheme() throws {
        let woman = Person(name: nil, age: .init(years: 38), sex: .female)
        let found = try codes(
            lead([.invalidity], text: "Dia lumpuh dan tidak pernah bekerja.", persons: [woman]))
        #expect(!found.contains("PERKESO.ILAT"))
        #expect(found.contains("JKM.BTB") && found.contains("KKM.TBP") && found.contains("PERKESO.SKSSR"))
    }

    @Test func dependantsBenefitIsLikelyOnlyWhereTheDeathCameFromWork() throws {
        func fit(_ needs: [Need]) throws -> Suggestion.Fit? {
            try catalogue().suggestions(for: lead(needs)).first { $0.programme.code == "PERKESO.FOT" }?.fit
        }
        #expect(try fit([.survivors, .workInjury]) == .likely)
        #expect(try fit([.survivors]) == .possible)
    }

    @Test(arguments: ["keluarga itu Islam", "Mohd bin Contoh ke masjid", "majlis tahlil", "ibadah korban"])
    func religionIsReadFromNothingButTheWordsOfAsnaf(text: String) throws {
        for need in [Need.poverty, .debt, .food, .funeralCost, .fire] {
            #expect(try !codes(lead([need], text: text)).contains("ZAKAT.ASNAF"), "\(need)")
        }
    }
}

/// Section 3 of the domain notes on schemes: what a sign in the text asks for first, and then.
@Suite struct FirstAnswerTests {
    private static let adult = Person(name: nil, age: .init(years: 41))
    private static let dead = Person(name: nil, age: .init(years: 41), role: .breadwinnerDeceased, isDead: true)
    private static let old = Person(name: nil, age: .init(years: 74))

    private static let answers: [(sign: String, needs: [Need], persons: [Person], first: [String], then: [String])] = [
        (
            "Pekerja maut di tapak", [.workInjury, .survivors], [dead],
            ["PERKESO.FOT", "PERKESO.PENAKAT"], ["JKKP.SIASATAN", "PERKESO.FPM"]
        ),
        (
            "Meninggal akibat sakit", [.survivors], [dead], ["PERKESO.PENAKAT"],
            ["PERKESO.FPM", "JKM.BKK", "PERKESO.SKSPS"]
        ),
        (
            "Diserang angin ahmar, menjalani dialisis", [.invalidity], [adult], ["PERKESO.ILAT", "PERKESO.DIALISIS"],
            ["PERKESO.REHAB", "JKM.BTB", "KKM.TBP"]
        ),
        ("Kilang ditutup", [.jobLoss], [adult], ["PERKESO.SIP", "PERKESO.MYFJ"], ["JTKSM.TUNTUTAN"]),
        ("Gaji tidak dibayar", [.unpaidWages], [adult], ["JTKSM.TUNTUTAN"], ["PERKESO.CARUMAN"]),
        (
            "Penghantar makanan cedera", [.selfEmployed], [adult], ["PERKESO.SKSPS"],
            ["PERKESO.SKSPS-WAJIB", "PERKESO.L24J", "JKM.BA"]
        ),
        ("Terlantar di rumah", [.bedridden], [adult], ["PERKESO.ELS", "JKM.BPT"], ["NGO.BANTUAN-SEGERA"]),
        ("Rumah hangus", [.fire], [adult], ["NADMA.BWI", "JKM.BENCANA"], ["KKDW.PPRT"]),
        ("Banjir besar", [.disaster], [adult], ["NADMA.BWI", "JKM.BENCANA"], ["KKDW.PPRT"]),
        ("Hidup sebatang kara", [.elderAlone], [old], ["JKM.BWE"], ["TALIAN-KASIH.15999"]),
        ("Tidur di kaki lima", [.homelessness], [adult], ["JKM.PERLINDUNGAN", "PERKESO.MYFJ"], ["KPWKM.MYQASEH"]),
        ("Anak tidak bersekolah", [.childOrphan, .schooling], [], ["JKM.BKK", "KPM.RMT"], []),
        ("Didera", [.abuse], [adult], ["TALIAN-KASIH.15999", "PDRM.LAPORAN"], []),
        ("Mahu menamatkan hidup", [.distress], [adult], ["HEAL.15555", "TALIAN-KASIH.15999"], []),
    ]

    @Test(arguments: answers)
    func aSignLeadsToItsDoors(sign: String, needs: [Need], persons: [Person], first: [String], then: [String]) throws {
        let found = try catalogue().suggestions(for: lead(needs, text: sign, persons: persons))
        let all = found.map(\.programme.code)
        for code in first { #expect(found.first { $0.programme.code == code }?.fit == .likely, "\(sign): \(all)") }
        for code in then { #expect(all.contains(code), "\(sign): \(all)") }
    }

    @Test func peopleInSabahAndSarawakHaveTheirOwnLabourDepartment() throws {
        #expect(try codes(lead([.unpaidWages], state: "MY-12")).first == "JTK-SABAH.TUNTUTAN")
        #expect(try codes(lead([.unpaidWages], state: "MY-13")).first == "JTK-SARAWAK.TUNTUTAN")
        #expect(try codes(lead([.unpaidWages], state: "MY-15")).first == "JTKSM.TUNTUTAN")
    }

    @Test func aForeignWorkerIsNotDropped() throws {
        let found = try codes(lead([.foreignWorker, .workInjury], text: "warga Indonesia cedera parah"))
        #expect(found.prefix(4).contains("PERKESO.PEKERJA-ASING") && found.contains("PERKESO.SKBP"))
    }

    @Test func aDomesticWorkerIsAWorker() throws {
        #expect(try codes(lead([.workInjury], text: "Pembantu rumah itu jatuh.")).contains("PERKESO.DOMESTIK"))
        #expect(try !codes(lead([.workInjury], text: "Buruh itu jatuh.")).contains("PERKESO.DOMESTIK"))
    }
}
