import Model
import Testing

@testable import Referring

/// What a squad finds again and again, told of invented people: an event, who is left, and which help there was in the end.
/// The numbers are those of the domain notes' list of patterns.
private struct SquadPattern: Sendable, CustomTestStringConvertible {
    let number: Int
    let text: String
    let needs: [Need]
    var dead: Int?
    var subject: Int?
    var sex: Person.Sex?
    var state = "MY-10"
    /// Must be among what is suggested.
    let doors: [String]
    /// Must not.
    var closed: [String] = []

    var testDescription: String { "\(number): \(text)" }

    var lead: Lead {
        var persons: [Person] = []
        if let dead {
            persons.append(Person(name: nil, age: .init(years: dead), role: .breadwinnerDeceased, isDead: true))
        }
        if let subject { persons.append(Person(name: nil, age: .init(years: subject), sex: sex)) }
        return ReferringTests.lead(needs, text: text, persons: persons, state: state)
    }

    static let all = [
        SquadPattern(
            number: 1, text: "Enam beranak maut; bapa pengawal keselamatan, tinggal seorang anak.",
            needs: [.survivors, .childOrphan], dead: 44, subject: 12, state: "MY-02",
            doors: ["PERKESO.PENAKAT", "PERKESO.FPM", "JKM.BKK"]),
        SquadPattern(
            number: 2, text: "Pokok tumbang menghempap van; balu dan empat anak.", needs: [.survivors, .workInjury],
            dead: 47,
            state: "MY-14", doors: ["PERKESO.FOT", "PERKESO.FPM", "PERKESO.PENAKAT"]),
        SquadPattern(
            number: 3, text: "Letupan paip gas, dua puluh cedera melecur.",
            needs: [.disaster, .workInjury, .homemaker],
            subject: 36, sex: .female, doors: ["NADMA.BWI", "PERKESO.SKBP", "PERKESO.SKSSR", "PERKESO.REHAB"]),
        SquadPattern(
            number: 4, text: "Pesawat terhempas, pemandu e-hailing antara yang terkorban.",
            needs: [.survivors, .selfEmployed], dead: 39, doors: ["PERKESO.PENAKAT", "PERKESO.FPM", "PERKESO.SKSPS"]),
        SquadPattern(
            number: 5, text: "Pemandu lori simen diserang sakit jantung ketika memandu.",
            needs: [.survivors, .childOrphan], dead: 51, subject: 45, sex: .female,
            doors: ["PERKESO.PENAKAT", "PERKESO.FPM", "JKM.BKK"]),
        SquadPattern(
            number: 6, text: "Penghantar makanan maut dilanggar.", needs: [.survivors, .selfEmployed], dead: 23,
            state: "MY-07",
            doors: ["PERKESO.FPM", "PERKESO.PENAKAT", "PERKESO.SKSPS", "PERKESO.SKSPS-WAJIB"]),
        SquadPattern(
            number: 7, text: "Empat juruteknik dalam van maut; balu sedang hamil, ibu menjaga anak OKU.",
            needs: [.survivors, .workInjury, .disability], dead: 29, state: "MY-11",
            doors: ["PERKESO.FOT", "PERKESO.PENAKAT", "PERKESO.FPM", "JKM.BTB"]),
        SquadPattern(
            number: 8, text: "Kepala air menghanyutkan sepuluh orang.", needs: [.survivors, .disaster], dead: 40,
            state: "MY-11",
            doors: ["PERKESO.PENAKAT", "NADMA.BWI", "PERKESO.FPM"]),
        SquadPattern(
            number: 9, text: "Nelayan hilang, ditemui lemas.", needs: [.survivors, .selfEmployed], dead: 52,
            state: "MY-01",
            doors: ["PERKESO.SKSPS", "PERKESO.FPM"]),
        SquadPattern(
            number: 10, text: "Kren runtuh menimpa tiga pekerja warga asing.", needs: [.workInjury, .foreignWorker],
            state: "MY-14", doors: ["PERKESO.SKBP", "PERKESO.PEKERJA-ASING", "JKKP.SIASATAN"]),
        SquadPattern(
            number: 11, text: "Meninggal akibat wabak; balu dan anak dewasa.", needs: [.survivors], dead: 58,
            doors: ["PERKESO.PENAKAT", "PERKESO.FPM"]),
        SquadPattern(
            number: 12, text: "Bekas jurutera meninggal di luar negara, lima tahun tidak mencarum.",
            needs: [.survivors],
            dead: 55, subject: 50, sex: .female, doors: ["PERKESO.PENAKAT"]),
        SquadPattern(
            number: 13, text: "Kedua-dua ibu bapa meninggal; adik-beradik tinggal sendiri.",
            needs: [.survivors, .childOrphan], dead: 46, subject: 18, state: "MY-06",
            doors: ["PERKESO.PENAKAT", "JKM.BKK", "PERKESO.EDU"]),
        SquadPattern(
            number: 14, text: "Ibu tunggal maut di lebuh raya; nenek menjaga cucu.", needs: [.survivors, .childOrphan],
            dead: 37,
            doors: ["PERKESO.PENAKAT", "PERKESO.FPM", "JKM.BKK"]),
        SquadPattern(
            number: 15, text: "Terlantar sejak kemalangan; ibu bapa menukar lampin.",
            needs: [.bedridden, .commutingAccident, .disability], subject: 21,
            doors: ["PERKESO.ELS", "JKM.BPT", "PERKESO.HUK", "PERKESO.SKBP"]),
        SquadPattern(
            number: 16, text: "Pengimpal patah tulang belakang di tempat kerja.", needs: [.workInjury, .bedridden],
            subject: 28,
            doors: ["PERKESO.SKBP", "PERKESO.HUK", "JKM.BPT"]),
        SquadPattern(
            number: 17, text: "Ibu dibunuh; dua anak perempuan yatim piatu.", needs: [.survivors, .childOrphan],
            dead: 41,
            doors: ["PERKESO.PENAKAT", "PERKESO.FPM", "PERKESO.EDU", "TALIAN-KASIH.15999"]),
        SquadPattern(
            number: 18, text: "Bekas pemain meninggal akibat kanser.", needs: [.survivors], dead: 42,
            doors: ["PERKESO.PENAKAT", "PERKESO.FPM"]),
        SquadPattern(
            number: 19, text: "Balu tidak tahu arwah suaminya pernah mencarum.", needs: [.survivors, .singleParent],
            dead: 49,
            doors: ["PERKESO.PENAKAT", "JKM.BKK"]),
        SquadPattern(
            number: 20, text: "Kedai terbakar, remaja yang bekerja sambilan maut.",
            needs: [.survivors, .workInjury, .fire],
            dead: 17, state: "MY-08", doors: ["PERKESO.FOT", "PERKESO.FPM", "NADMA.BWI"]),
        SquadPattern(
            number: 21, text: "Remaja distrofi otot mahu belajar; keluarga asnaf.",
            needs: [.disability, .schooling, .poverty],
            subject: 19, doors: ["JKM.BTB", "ZAKAT.ASNAF", "KPM.RMT"]),
        SquadPattern(
            number: 22, text: "Letupan gas di universiti mencederakan dua orang.", needs: [.workInjury], state: "MY-05",
            doors: ["PERKESO.SKBP", "JKKP.SIASATAN"]),
        // The same event for somebody whom the scheme does not know.
        SquadPattern(
            number: 5, text: "Pesara diserang sakit jantung.", needs: [.survivors], dead: 71,
            doors: ["PERKESO.FPM"], closed: ["PERKESO.PENAKAT"]),
        SquadPattern(
            number: 3, text: "Suri rumah melecur.", needs: [.homemaker], subject: 57, sex: .female,
            doors: ["JKM.BPT"], closed: ["PERKESO.SKSSR"]),
    ]
}

@Suite struct SquadPatternTests {
    @Test(arguments: SquadPattern.all)
    fileprivate func whatHelpedIsAmongTheDoors(pattern: SquadPattern) throws {
        // As many as `programme match` shows.
        let found = try catalogue().suggestions(for: pattern.lead, limit: 12).map(\.programme.code)
        for code in pattern.doors { #expect(found.contains(code), "\(found)") }
        for code in pattern.closed { #expect(!found.contains(code), "\(found)") }
    }

    @Test func everyPatternIsThere() {
        #expect(Set(SquadPattern.all.map(\.number)) == Set(1...22))
    }

    @Test func noPatternLeavesAnybodyWithoutADoorInAnyState() throws {
        let catalogue = try catalogue()
        for pattern in SquadPattern.all {
            for state in stateNames.keys {
                var lead = pattern.lead
                lead.identification.place = Place(stateCode: state)
                #expect(!catalogue.suggestions(for: lead).isEmpty, "\(pattern.number) in \(state)")
            }
        }
    }
}
