import Bundled
import Identifying
import Model
import StoringSamples
import Terminal
import Testing
import Text

@testable import pantau

/// What a lead looks like on a screen, whatever made it.
@Suite struct LeadCardTests {
    private func lead(_ state: LeadState = .flagged, persons: [Person] = [], isProtected: Bool = false) -> Lead {
        let article = Sample.article(1)
        let score = Sample.score(isProtected: isProtected)
        var identification = Sample.identification()
        if !persons.isEmpty { identification.persons = persons }
        return Lead(
            id: LeadID(7), state: state, claim: nil, version: 1, firstSeenAt: Sample.monday, updatedAt: Sample.monday,
            headline: article.title, language: .malay, score: score, urgency: .urgent, urgencyIsSetByReviewer: false,
            identification: identification,
            articles: [LeadArticle(id: ArticleID(1), article: article, score: score, joined: .first)])
    }

    private func card(_ lead: Lead, _ language: ScreenLanguage = .english) -> LeadCard {
        LeadCard(lead: lead, language: language, now: Sample.monday, glyphs: .ascii, width: 100)
    }

    @Test(arguments: [30, 60, 80]) func aHeadlineLongerThanTheTerminalGoesOnBelow(width: Int) {
        var long = lead()
        long.headline = "Bapa yang bakal menimang cahaya mata maut dihempap tembok penahan di tapak bina di Rekaan"
        let card = LeadCard(lead: long, language: .english, now: Sample.monday, glyphs: .ascii, width: width)
        let heading = card.lines.prefix { !$0.plain.hasPrefix("To review") }.map(\.plain)
        #expect(heading.allSatisfy { $0.columns <= width } && heading.count > 1)
        #expect(heading.first?.hasPrefix("#7  Bapa") == true)
        #expect(heading.dropFirst().allSatisfy { $0.hasPrefix("    ") })
        let words = heading.joined(separator: " ").split(separator: " ").dropFirst().joined(separator: " ")
        #expect(words == long.headline)
    }

    @Test func whomItIsAboutStandsBeforeKinAndNobodyElseStandsThere() {
        let persons = [
            Person(name: "Isteri Rekaan", role: .family, relation: "isteri"),
            Person(name: "Datuk Rekaan", role: .speaker), Person(name: "Buruh Rekaan", role: .subject),
            Person(name: "Arwah Rekaan", role: .breadwinnerDeceased, isDead: true),
        ]
        #expect(
            lead(persons: persons).affected.map(\.name) == ["Buruh Rekaan", "Arwah Rekaan", "Isteri Rekaan"])
    }

    @Test(arguments: [
        (Person(name: "Rosli Rekaan", aliases: ["Pok Li"]), "Rosli Rekaan (also Pok Li)"),
        (Person(name: "Rosli @ Roslan Rekaan", aliases: ["Roslan Rekaan"]), "Rosli @ Roslan Rekaan"),
        (Person(name: "Rosli Rekaan", aliases: []), "Rosli Rekaan"),
    ])
    func anAliasStandsBehindTheNameThatDoesNotHoldIt(person: Person, shown: String) {
        #expect(person.fullName(in: .english) == shown)
        #expect(card(lead(persons: [person])).lines.contains { $0.plain.contains(shown) })
    }

    @Test func theAliasOfAChildIsHiddenAsItsNameIs() {
        let child = Person(name: "Aqil Rekaan", aliases: ["Boboi"], age: .init(years: 7))
        var told = lead(persons: [child])
        told.headline = "Boboi perlukan rawatan"
        let veiled = told.veiled(in: .english)
        #expect(veiled.identification.persons.map(\.aliases) == [["B."]])
        #expect(!veiled.headline.contains("Boboi"))
        #expect(!told.listedHeadline(in: .english).contains("Boboi"))
        #expect(!card(veiled).lines.contains { $0.plain.contains("Boboi") })
    }

    @Test(arguments: [
        ("isteri", "wife", "isteri"), ("wife", "wife", "isteri"), ("Mother", "mother", "ibu"),
        ("adik ipar", "adik ipar", "adik ipar"),
    ])
    func kinIsNamedInTheLanguageOfTheScreen(printed: String, english: String, malay: String) {
        #expect((kinWord(printed, in: .english), kinWord(printed, in: .malay)) == (english, malay))
    }

    @Test(arguments: [
        (LeadState.flagged, "lead accept 7"), (.snoozed(until: .newArticle), "lead unsnooze 7"),
        (.rejected(.oldNews), "lead reopen 7"), (.merged(into: LeadID(3)), "lead unmerge 7"),
        (.prospect(ref: "PR-26-000007-0"), "referral send PR-26-000007-0"),
    ])
    func theFooterNamesWhatMayBeDoneInEachState(state: LeadState, command: String) {
        for language in ScreenLanguage.allCases {
            let footer = card(lead(state), language).footer.map(\.plain).joined(separator: "\n")
            #expect(footer.contains("pantau " + command))
            #expect(footer.contains("lead accept") == (state == .flagged))
        }
    }

    @Test func aProtectedLeadSaysThatTwoPeopleDecide() {
        let footer = card(lead(isProtected: true)).footer.map(\.plain).joined()
        #expect(footer.contains("two people"))
    }

    @Test func theCardSaysWhenWhereSomebodyWorkedAndWhichOfficeIsNear() throws {
        let gazetteer = try Gazetteer(files: BundledFile.files(in: "Lexicons").map { ($0.path, $0.text) })
        var told = lead()
        told.identification.workplace = Workplace(name: "kilang Rekaan Sdn Bhd")
        func lines(_ lead: Lead, _ language: ScreenLanguage) -> [String] {
            var card = card(lead, language)
            card.office = NearestOffice(to: lead.identification.place, using: gazetteer)
            return card.lines.map(\.plain)
        }
        let english = lines(told, .english)
        #expect(english.contains("           nearest PERKESO office: Klang (a guess from the map)"))
        #expect(english.contains("When       Friday 20 November 2026"))
        #expect(english.contains("Work       kilang Rekaan Sdn Bhd"))
        let malay = lines(told, .malay)
        #expect(malay.contains("           pejabat PERKESO terdekat: Klang (anggaran daripada peta)"))
        #expect(malay.contains("Bila       Jumaat 20 November 2026"))
        #expect(malay.contains("Kerja      kilang Rekaan Sdn Bhd"))
        told.identification = Identification()
        #expect(!lines(told, .english).contains { $0.contains("PERKESO office") || $0.hasPrefix("When") })
    }

    @Test func whereAProtectedPersonWorksIsNotShown() {
        var told = lead(isProtected: true)
        told.identification.workplace = Workplace(name: "kilang Rekaan Sdn Bhd")
        #expect(told.veiled(in: .english).identification.workplace == nil)
    }

    @Test func aChildsNameIsStarredInTheWorkplaceToo() {
        var told = lead(persons: [Person(name: "Contoh bin Rekaan", age: .init(years: 9))])
        told.identification.workplace = Workplace(name: "kedai Contoh bin Rekaan Enterprise")
        let shown = told.veiled(in: .english).identification.workplace?.name ?? ""
        #expect(!shown.contains("Contoh bin Rekaan") && shown.hasPrefix("kedai "))
    }

    @Test func theRecordHasTheHouseholdTheDayAndTheOffice() throws {
        let gazetteer = try Gazetteer(files: BundledFile.files(in: "Lexicons").map { ($0.path, $0.text) })
        var told = lead()
        told.identification.workplace = Workplace(name: "a palm oil mill")
        told.identification.household?.childAges = [3, 9]
        let office = NearestOffice(to: told.identification.place, using: gazetteer)
        let record = LeadRecord(lead: told, office: office).shown
        #expect(record["household"] == ["size": 5, "children": 3, "child_ages": [3, 9]])
        #expect(record["event_day"]?.string == "2026-11-20")
        #expect(record["workplace"]?.string == "a palm oil mill")
        #expect(record["nearest_office"] == ["name": "Klang", "is_guess": true])
        told.identification = Identification()
        let bare = LeadRecord(lead: told).shown
        for name in ["household", "event_day", "workplace", "nearest_office"] { #expect(bare[name] == nil) }
    }

    @Test func aTextThatWasToldShowsNoAddress() {
        var told = lead()
        told.articles[0].article.url = "urn:pantau:brought:00ff"
        #expect(!card(told).lines.contains { $0.plain.contains("urn:") })
        #expect(card(lead()).lines.contains { $0.plain.contains("https://") })
    }
}
