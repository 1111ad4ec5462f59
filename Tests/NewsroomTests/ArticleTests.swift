import Foundation
import Model
import Newsroom
import Testing

/// The labelled corpus itself: that it holds what it promises and nobody who lives.
struct ArticleTests {
    let articles: [InventedArticle]

    init() throws { articles = try InventedArticle.all() }

    @Test func thereAre120WithIdsAndTitlesOfTheirOwn() {
        #expect(articles.count == 120)
        #expect(Set(articles.map(\.id)).count == 120)
        #expect(Set(articles.map(\.title)).count == 120)
    }

    @Test(arguments: [(InventedArticle.Label.yes, 45), (.borderline, 10), (.no, 65)])
    func labelsAreSharedOutAsPlanned(label: InventedArticle.Label, count: Int) {
        #expect(articles.count { $0.label == label } == count)
    }

    @Test(arguments: Need.allCases.filter { $0 != .other })
    func everyNeedHasALead(need: Need) {
        #expect(articles.contains { $0.label == .yes && $0.needs.contains(need) })
    }

    @Test(arguments: InventedArticle.Trap.allCases)
    func everyKindOfTrapIsThere(trap: InventedArticle.Trap) {
        #expect(articles.contains { $0.label == .no && $0.trap == trap })
    }

    @Test func leadsAreToldInBothLanguages() {
        let leads = articles.filter { $0.label == .yes }
        #expect(leads.count { $0.language == .malay } >= 15)
        #expect(leads.count { $0.language == .english } >= 15)
    }

    @Test func aLeadSaysWhatIsNeededHowSoonAndWhere() {
        for lead in articles where lead.label != .no {
            #expect(!lead.needs.isEmpty && lead.urgency != nil && lead.state != nil, "\(lead.id)")
        }
    }

    @Test func aTrapNeedsNothing() {
        for trap in articles where trap.label == .no {
            #expect(trap.needs.isEmpty && trap.urgency == nil && trap.trap != nil && trap.event == nil, "\(trap.id)")
        }
    }

    @Test func everyPersonStandsInTheText() {
        for article in articles {
            for person in article.persons {
                #expect(article.text.contains(person.name), "\(article.id): \(person.name)")
                let isAged = person.age.map { article.text.contains(String($0)) || article.text.contains("fifties") }
                #expect(isAged ?? true, "\(article.id): \(person.name)'s age")
            }
        }
    }

    @Test func sixEventsAreToldMoreThanOnce() {
        let told = Dictionary(grouping: articles.filter { $0.event != nil }, by: \.eventOrSelf)
        #expect(told.count == 6)
        #expect((12...15).contains(told.values.map(\.count).reduce(0, +)))
        #expect(told.values.allSatisfy { $0.count >= 2 })
        #expect(told.values.allSatisfy { Set($0.map(\.language)).count == 2 || $0.first?.event == "lumpur-baling" })
    }

    @Test func tellingsOfOneEventAgree() {
        for (event, tellings) in Dictionary(grouping: articles, by: \.eventOrSelf) {
            #expect(Set(tellings.map(\.needs)).count == 1, "\(event)")
            #expect(Set(tellings.map(\.district)).count == 1, "\(event)")
            #expect(Set(tellings.map(\.label)).count == 1, "\(event)")
            #expect(Set(tellings.compactMap { $0.persons.first?.name }).count <= 1, "\(event)")
        }
    }

    @Test func noPersonBelongsToTwoEvents() {
        let events = articles.reduce(into: [String: Set<String>]()) { events, article in
            for person in article.persons { events[person.name, default: []].insert(article.eventOrSelf) }
        }
        for (name, tellings) in events { #expect(tellings.count == 1, "\(name): \(tellings)") }
    }

    /// Every number that could be somebody's holds 000, which no telephone's or card's serial here begins with in life.
    @Test func everyIdentifierIsInvented() {
        var found = 0
        for article in articles {
            for match in article.text.matches(of: /\d[\d \-]{7,}\d/) {
                #expect(match.output.contains("000"), "\(article.id): \(match.output)")
                found += 1
            }
            for match in (article.title + " " + article.text).matches(of: /[\w.]+@([\w.]+)/) {
                #expect(
                    match.output.1.hasSuffix(".example") || match.output.1.hasSuffix(".example."),
                    "\(article.id): \(match.output.0)")
            }
        }
        #expect(found >= 6)
    }

    @Test func hostileTitlesAreAmongThem() {
        #expect(articles.contains { $0.title.contains("\u{1B}[31m") && $0.title.contains("\u{202E}") })
        #expect(articles.contains { $0.title.contains("@contoh.example") })
    }

    @Test func nothingIsOlderThanFourDays() {
        #expect(articles.allSatisfy { $0.age > .minutes(0) && $0.age < .days(4) })
    }

    /// Dates follow the clock of whoever starts the newsroom, so a text that names a weekday would contradict them.
    @Test func noTextNamesTheDayOfItsEvent() {
        let days =
            /\b(on|malam|petang|pagi|hari) (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Isnin|Selasa|Rabu|Khamis|Jumaat|Sabtu|Ahad)\b/
        for article in articles { #expect(!article.text.contains(days), "\(article.id)") }
    }

    @Test func everyOutletPrintsSomethingThatExists() {
        let outlets = Set(Outlet.all.map(\.id))
        #expect(outlets.count == 8)
        for article in articles { #expect(!article.outlets.isEmpty && outlets.isSuperset(of: article.outlets)) }
        for outlet in outlets { #expect(articles.contains { $0.outlets.contains(outlet) }) }
    }

    @Test(arguments: [
        ("", "the front matter is missing"),
        ("---\nlang: ms\ntitle: a\n", "the front matter is missing"),
        ("---\nlang: ms\ntitle: a\nago: 1h\nsection: a\nlabel: maybe\n---\n\nteks", "a.md:6:8: label: \"maybe\""),
        ("---\nlang: ms\ntitle: a\nago: soon\nsection: a\nlabel: yes\n---\n\nteks", "a.md:4:6: ago: \"soon\""),
        ("---\nlang: ms\ntitle: a\nago: 1h\nsection: a\nlabel: yes\nneed: fire\n---\n\nteks", "\"need\" is not a key"),
        ("---\nlang: ms\ntitle: a\nago: 1h\nsection: a\nlabel: yes\nneeds: [bread]\n---\n\nteks", "\"bread\" is not a"),
        ("---\nlang: ms\ntitle: a\nago: 1h\nsection: a\nlabel: yes\n---\n\n \n", "there is no text"),
    ])
    func aMistakeInAFileIsNamedWithItsPlace(text: String, message: String) {
        let error = #expect(throws: (any Error).self) { try InventedArticle(parsing: text, file: "a.md") }
        #expect(error.map { "\($0)" }?.contains(message) == true, "\(error.map { "\($0)" } ?? "")")
    }
}
