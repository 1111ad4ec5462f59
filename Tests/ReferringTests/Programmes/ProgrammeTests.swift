import Documents
import Model
import Testing
import Text

@testable import Referring

@Suite struct SuggestionTests {
    @Test(arguments: Need.allCases.filter { $0 != .other })
    func everyNeedHasADoorThatIsNeverClosed(need: Need) throws {
        let catalogue = try catalogue()
        let open = (catalogue.doors[need] ?? []).filter { code in
            catalogue.programmes.contains { $0.code == code && $0.conditions.isEmpty }
        }
        #expect(!open.isEmpty)
        #expect(!catalogue.suggestions(for: lead([need], state: nil)).isEmpty)
    }

    @Test func whoResignedIsNotSentToTheInsuranceForLostWork() throws {
        #expect(try codes(lead([.jobLoss], text: "Kilang ditutup.")).first == "PERKESO.SIP")
        #expect(try !codes(lead([.jobLoss], text: "Dia meletak jawatan bulan lalu.")).contains("PERKESO.SIP"))
        #expect(try codes(lead([.jobLoss], text: "Dia meletak  jawatannya")).contains("PERKESO.SIP"))
    }

    @Test(arguments: [(45, true), (59, true), (60, false), (71, false)])
    func theSurvivorsPensionAsksWhetherHeDiedBeforeSixty(age: Int, isSuggested: Bool) throws {
        let dead = Person(name: "Rekaan", age: .init(years: age), role: .breadwinnerDeceased, isDead: true)
        let found = try codes(lead([.survivors], persons: [dead]))
        #expect(found.contains("PERKESO.PENAKAT") == isSuggested)
        #expect(found.contains("PERKESO.FOT"))
    }

    @Test func anUnknownAgeLeavesTheDoorOpenAsPossible() throws {
        let found = try catalogue().suggestions(for: lead([.survivors]))
        #expect(found.first { $0.programme.code == "PERKESO.PENAKAT" }?.fit == .possible)
    }

    @Test func theHousewivesSchemeIsForWomenBelowFiftyFive() throws {
        func found(_ sex: Person.Sex?, _ age: Int) throws -> Bool {
            let person = Person(name: nil, age: .init(years: age), sex: sex)
            return try codes(lead([.homemaker], persons: [person])).contains("PERKESO.SKSSR")
        }
        #expect(try found(.female, 40) && found(nil, 40))
        #expect(try !found(.male, 40) && !found(.female, 55))
    }

    @Test func zakatIsNamedOnlyWhereTheTextSpeaksOfIt() throws {
        let muslimName = Person(name: "Mohd Rekaan bin Contoh")
        #expect(
            try !codes(lead([.poverty], text: "Mohd Rekaan bin Contoh hidup daif.", persons: [muslimName])).contains(
                "ZAKAT.ASNAF"))
        let stated = lead([.poverty], text: "Keluarga asnaf itu hidup daif.")
        let zakat = try catalogue().suggestions(for: stated).first { $0.programme.code == "ZAKAT.ASNAF" }
        #expect(zakat?.agency.code == "LZS")
    }

    @Test(arguments: stateNames.keys.sorted())
    func everyStateHasItsZakatBodyAndItsLabourDepartment(state: String) throws {
        let lead = lead([.debt, .unpaidWages], text: "Golongan gharimin", state: state)
        let agencies = try catalogue().suggestions(for: lead).map(\.agency)
        #expect(agencies.filter { $0.kind == .zakat }.count == 1)
        #expect(agencies.filter { $0.code.hasPrefix("JTK") }.count == 1)
    }

    @Test func withoutAStateNoZakatBodyIsGuessed() throws {
        #expect(try !codes(lead([.poverty], text: "asnaf", state: nil)).contains("ZAKAT.ASNAF"))
    }

    @Test func aProgrammeIsSuggestedOnceAndTheLikelyComeFirst() throws {
        let found = try catalogue().suggestions(for: lead(Array(Need.allCases)))
        #expect(Set(found.map(\.programme.code)).count == found.count)
        #expect(found.count == 8)
        let fits = found.map(\.fit)
        #expect(!fits.drop { $0 == .likely }.contains(.likely))
    }

    /// The job portal is a far door of a lone parent and a near one of somebody without a roof.
    @Test func aDoorStandsWithTheNeedThatItIsNearTo() throws {
        let found = try codes(lead([.singleParent, .fire, .homelessness]))
        let (relief, jobs) = (found.firstIndex(of: "JKM.BENCANA"), found.firstIndex(of: "PERKESO.MYFJ"))
        #expect(try #require(relief) < #require(jobs))
    }

    @Test func aWeakNeedIsNeverLikely() throws {
        let found = try catalogue().suggestions(for: lead([.workInjury], confidence: .low))
        #expect(!found.isEmpty && found.allSatisfy { $0.fit == .possible })
    }

    @Test func everyReasonSaysCheckAndPromisesNothing() throws {
        let catalogue = try catalogue()
        for programme in catalogue.programmes {
            for need in Need.allCases {
                let suggestion = Suggestion(
                    programme: programme, agency: catalogue.agencies[0], need: need, fit: .likely)
                let (english, malay) = (suggestion.reason(in: .english), suggestion.reason(in: .malay))
                #expect(english.contains("Check: ") && malay.contains("Semak: "))
                #expect(max(english.unicodeScalars.count, malay.unicodeScalars.count) <= 300, "\(programme.code)")
                #expect(!english.lowercased().contains("entitled") && !malay.lowercased().contains("berhak"))
            }
        }
    }
}

@Suite struct ProgrammeFileTests {
    private static let agencies = """
        agencies:
          - {code: JKM, kind: federal, ms: Kebajikan, en: Welfare, evidence: page}
        """

    private static func programmes(_ lines: String) -> String {
        """
        version: 1
        programmes:
          - code: JKM.BA
            agency: JKM
            ms: Bantuan
            en: Aid
            check: {ms: pendapatan, en: income}
            evidence: page
            as-of: "2025"
        \(lines)
        """
    }

    private func problems(agencies: String = agencies, programmes: String) throws -> [String] {
        do throws(DocumentProblems) {
            _ = try ProgrammeCatalogue(
                agencies: try readingYAML(agencies, "a.yaml"), agenciesFile: "a.yaml",
                programmes: try readingYAML(programmes, "p.yaml"), programmesFile: "p.yaml")
            return []
        } catch { return error.problems.map(\.description) }
    }

    private func readingYAML(_ text: String, _ file: String) throws(DocumentProblems) -> DocumentNode {
        do { return try readYAML(text, file: file) } catch { throw DocumentProblems([error]) }
    }

    private static let cases: [(String, String)] = [
        ("    whenn: 3\n", "p.yaml:10:5: \"whenn\" is not a setting of a programme; did you mean \"when\"?"),
        (
            "    when: {subject-below: young}\n",
            "p.yaml:10:27: \"subject-below\" needs a whole number from 1 to 120, not \"young\""
        ),
        ("    when: {states: [MY-17]}\n", "p.yaml:10:20: \"MY-17\" is no state; they run from MY-01 to MY-16"),
        ("    when: {sex: woman}\n", "p.yaml:10:17: \"sex\" needs one of female, male, not \"woman\""),
        ("    when: soon\n", "p.yaml:10:11: a condition is written as `key: value` lines"),
        (
            "doors: {poverti: [JKM.BA]}\n",
            "p.yaml:10:9: \"poverti\" is not a setting of a list of doors; did you mean \"poverty\"?"
        ),
        ("doors: {poverty: [JKM.BB]}\n", "p.yaml:10:18: there is no programme JKM.BB; did you mean \"JKM.BA\"?"),
        (
            "doors: {"
                + Need.allCases.filter { $0 != .documents }.map { "\($0.rawValue): [JKM.BA]" }.joined(separator: ", ")
                + "}\n", "p.yaml:10:8: no door stands open for documents"
        ),
        ("  - {code: JKM.X, agency: JKN}\n", "p.yaml:10:27: there is no agency JKN; did you mean \"JKM\"?"),
        (
            "  - {code: jkm}\n",
            "p.yaml:10:12: \"code\" needs 2 to 32 of A-Z 0-9 . _ - that begin with a letter or digit, not \"jkm\""
        ),
        ("  - {code: JKM.X, agency: JKM}\n", "p.yaml:10:5: \"check\" is missing: what must a person find out first?"),
        ("  - text\n", "p.yaml:10:5: a programme is written as `key: value` lines"),
        ("", "p.yaml:1:1: \"doors\" is missing"),
        (
            "  - {code: JKM.X, agency: JKM, ms: a, en: b, check: {ms: berhak, en: c}, evidence: d, as-of: e}\n",
            "p.yaml:10:53: \"berhak\" is a promise; say what to check"
        ),
    ]

    @Test(arguments: cases)
    func aMistakeIsToldWithItsPlaceAndARemedy(lines: String, expected: String) throws {
        let found = try problems(programmes: Self.programmes(lines))
        #expect(found.contains(expected), "\(found)")
    }

    @Test func allMistakesOfBothFilesAreToldAtOnce() throws {
        let found = try problems(
            agencies: "agencies:\n  - {code: JKM, kind: royal}\n", programmes: "programmes: none\ndoors: none\n")
        #expect(found.contains("a.yaml:2:23: \"kind\" needs one of federal, state, zakat, ngo, line, not \"royal\""))
        #expect(found.contains("p.yaml:1:13: \"programmes\" must be a list: each item begins with `- code:`"))
        #expect(found.contains("p.yaml:2:8: a list of doors is written as `key: value` lines"))
    }

    @Test func aCodeStandsOnce() throws {
        let twice =
            "agencies:\n  - {code: JKM, kind: ngo, ms: a, en: b, evidence: c}\n  - {code: JKM, kind: ngo, ms: a, en: b, evidence: c}\n"
        let found = try problems(agencies: twice, programmes: Self.programmes(""))
        #expect(found.contains("a.yaml:3:5: agency JKM stands twice"))
    }
}
