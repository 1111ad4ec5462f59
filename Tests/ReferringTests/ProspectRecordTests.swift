import Model
import Testing
import Text

@testable import Referring

@Suite struct ProspectRecordTests {
    @Test func aRecordTellsWhoWhereWhatAndWhy() throws {
        let lead = Invented.lead()
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect(record["ref"]?.string == "PR-26-001042-0")
        #expect(record["persons"]?[0]?["name"]?["display"]?.string == "Mohd Rekaan bin Contoh")
        #expect(record["persons"]?[0]?["age_at"]?.string == "2026-11-23")
        #expect(record["place"]?["district"]?["code"]?.string == "10_2")
        #expect(record["place"]?["precision"]?.string == "locality")
        #expect(record["score"]?["contributions"]?[0]?["label"]?.string == "ms.injury.fall-at-work dalam bahasa Melayu")
        #expect(record["evidence"]?[2]?["quote"]?["prefix"]?.string == " Rekaan bin Contoh, 34, ")
        #expect(
            record["evidence"]?.items?.map { $0["category"]?.string } == [
                "person", "place", "work-injury", "invalidity", "invalidity", "debt", "penalty",
            ])
        #expect(record["needs"]?[1]?["evidence"]?.items?.compactMap(\.string) == ["e4", "e5"])
        #expect(record["articles"]?[0]?["published_at"]?.string == "2026-11-23T16:00:00+08:00")
    }

    @Test(arguments: [
        (Urgency.emergency, "2026-11-24T13:00"), (.urgent, "2026-11-25T12:00"), (.routine, "2026-11-27T12:00"),
    ])
    func theSquadHasAClock(urgency: Urgency, due: String) throws {
        let record = try ReferringTests.record(Invented.lead(urgency: urgency))
        #expect(record["next_action"]?["due_at"]?.string?.prefix(16) == due[...])
    }

    @Test func speakersAndAccusedAreNoPartOfAProspect() throws {
        let accused = Person(name: "Jahat Rekaan", role: .accused)
        let record = try ReferringTests.record(Invented.lead(persons: [Invented.officer, accused, Invented.father]))
        #expect(record["persons"]?.items?.count == 1)
        #expect(!record.text.contains("Umpama") && !record.text.contains("Jahat"))
    }

    @Test func aLeadThatNamesNobodyHasOneUnnamedPerson() throws {
        let record = try ReferringTests.record(Invented.lead(persons: [], place: nil))
        #expect(record["persons"]?.items?.count == 1)
        #expect(record["persons"]?[0]?["name"]?["display"] == .null)
        #expect(record["place"] == ["country": "MY", "precision": "country"])
    }

    @Test func anEstimatedAgeIsNotSentAsANumber() throws {
        let person = Person(name: "Nenek Contoh", age: .init(years: 70, isEstimate: true))
        #expect(try record(Invented.lead(persons: [person]))["persons"]?[0]?["age"] == nil)
    }

    @Test func aReviewerIsAPseudonymThatStaysTheSame() throws {
        let one = try record()["review"]?["decided_by"]?.string
        #expect(one == (try record()["review"]?["decided_by"]?.string))
        #expect(one?.hasPrefix("u-") == true && one?.contains("aminah") == false)
        #expect(try !record().text.contains("aminah"))
    }

    @Test(arguments: [
        (PublishedDate.Precision.second, "second", true), (.day, "day", true), (.month, "unknown", false),
        (.year, "unknown", false),
    ])
    func aDateIsAsPreciseAsItIsKnown(precision: PublishedDate.Precision, code: String, hasInstant: Bool) throws {
        let date = PublishedDate(instant: Invented.noon, precision: precision, origin: .meta)
        let record = try ReferringTests.record(Invented.lead(articles: [Invented.article(published: date)]))
        #expect(record["articles"]?[0]?["published_precision"]?.string == code)
        #expect((record["articles"]?[0]?["published_at"] != .null) == hasInstant)
    }

    @Test func theRetentionEndsOnADayThatExists() throws {
        var facts = Invented.facts()
        facts.updatedAt = CivilTime(year: 2028, month: 2, day: 29)!.instant
        #expect(try record(Invented.lead(), facts)["privacy"]?["retain_until"]?.string == "2029-02-28")
    }
}

@Suite struct WithholdingTests {
    @Test func aChildsNameNeverLeavesBeItInTitleQuoteOrContext() throws {
        let title = "Adik Adam Rekaan berhenti sekolah"
        let rules =
            Invented.contributions + [
                Invented.rule("ms.school.stop", .schooling, 10, [Invented.evidence("terpaksa berhenti sekolah")]),
                Invented.rule(
                    "ms.title", .schooling, 5, [Invented.evidence("berhenti sekolah", in: title, field: .title)]),
                Invented.rule("ms.named", .childOrphan, 5, [Invented.evidence("Adam Rekaan, 9")]),
            ]
        let lead = Invented.lead(
            articles: [Invented.article(title: title)], score: Invented.score(rules), persons: [Invented.child])
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect(!record.text.contains("Adam"))
        #expect(record["articles"]?[0]?["title"]?.string == "Adik A. R. berhenti sekolah")
        #expect(record["persons"]?[0]?["name"] == ["display": .null, "withheld": true])
        #expect(record["privacy"]?["handling"]?.string == "restricted")
        #expect(record["privacy"]?["minors_involved"]?.bool == true)
        #expect(record["place"]?["locality"] == nil)
    }

    @Test func aNameThatTheContextCutsInHalfIsNotShown() throws {
        let text = String(repeating: "a", count: 60) + " Rahsia Contohnya tinggal di sini dan sakit tenat sekali"
        let rule = Invented.rule("ms.ill", .invalidity, 50, [Invented.evidence("tinggal di sini", in: text)])
        let child = Person(name: "Rahsia Contohnya", age: .init(years: 6))
        let lead = Invented.lead(
            articles: [Invented.article(text: text)], score: Invented.score([rule]), persons: [child])
        let quote = try record(lead)["evidence"]?[0]?["quote"]
        #expect(quote?["prefix"] == nil)
        #expect(quote?["suffix"]?.string == " dan sakit tenat sekali")
    }

    @Test func aProtectedCaseNeedsTwoDifferentPersons() throws {
        let lead = Invented.lead(score: Invented.score(isProtected: true))
        #expect(throws: RecordProblem.needsSecondPerson(lead.id)) { try record(lead) }
        #expect(throws: RecordProblem.needsSecondPerson(lead.id)) { try record(lead, Invented.facts(second: "aminah")) }
        #expect(throws: Never.self) { try record(lead, Invented.facts(second: "hafiz")) }
    }

    @Test func aNeedThatAReviewerAddedProtectsToo() throws {
        for need in [Need.abuse, .distress] {
            let lead = Invented.lead(score: Invented.score(needs: [.init(need: need, confidence: .confirmed)]))
            #expect(throws: RecordProblem.needsSecondPerson(lead.id)) { try record(lead) }
            #expect(try !record(lead, Invented.facts(second: "hafiz")).text.contains("Mohd"))
        }
    }

    @Test func aProtectedCaseTellsNoNameJobOrVillage() throws {
        let lead = Invented.lead(score: Invented.score(isProtected: true), persons: [Invented.father, Invented.child])
        let record = try ReferringTests.record(lead, Invented.facts(second: "hafiz"))
        expectConsistent(record, lead)
        for word in ["Mohd", "Contoh", "Adam", "Rekaan bin", "Kapar\"", "buruh binaan\""] {
            #expect(!record.text.contains(word), "\(word)")
        }
        #expect(record["privacy"]?["protected_identity"]?.bool == true)
        #expect(record["privacy"]?["contact_allowed"]?.bool == false)
    }

    @Test func anAdultWithAChildInTheFamilyIsNamedAndTheChildIsNot() throws {
        let record = try ReferringTests.record(Invented.lead(persons: [Invented.father, Invented.child]))
        #expect(record["persons"]?[0]?["name"]?["withheld"]?.bool == false)
        #expect(record["persons"]?[1]?["name"]?["withheld"]?.bool == true)
    }
}

@Suite struct RecordEdgeTests {
    @Test func aPhraseThatDoesNotStandWhereItSaysIsNotQuoted() throws {
        var moved = Invented.evidence("terpaksa berhutang")
        moved.range = moved.range.lowerBound + 1..<moved.range.upperBound + 1
        var beyond = moved
        beyond.range = 9_000_000..<9_000_010
        let lead = Invented.lead(
            score: Invented.score([
                Invented.rule("ms.moved", .debt, 40, [moved, beyond]),
                Invented.rule("ms.right", .debt, 20, [Invented.evidence("lumpuh")]),
            ]))
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect(record["score"]?["contributions"]?[0]?["evidence"] == nil)
        #expect(record["score"]?["raw"]?.integer == 60)
    }

    @Test func wordsThatSeveralRulesMatchedAreQuotedOnce() throws {
        let lead = Invented.lead(
            score: Invented.score(
                [
                    Invented.rule("ms.a", .invalidity, 30, [Invented.evidence("lumpuh")]),
                    Invented.rule("ms.b", .workInjury, 20, [Invented.evidence("lumpuh"), Invented.evidence("lumpuh")]),
                ]), persons: [], place: nil)
        let record = try record(lead)
        expectConsistent(record, lead)
        #expect(record["evidence"]?.items?.count == 1)
        #expect(record["score"]?["contributions"]?[1]?["evidence"] == ["e1"])
        #expect(record["needs"]?.items?.map { $0["evidence"] } == [["e1"], ["e1"]])
    }

    @Test func aLongPhraseIsCutAndStillStandsInItsPlace() throws {
        let long = String(repeating: "rumah usang 居民 👩‍🦽 ", count: 60)
        let text = "Mula. " + long + "tamat."
        let lead = Invented.lead(
            articles: [Invented.article(text: text)],
            score: Invented.score([Invented.rule("ms.long", .unsafeHome, 50, [Invented.evidence(long, in: text)])]))
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect(record["evidence"]?[0]?["position"]?["end"]?.integer == 306)
    }

    @Test func placesAreCountedInScalarsAsTheContractDoes() throws {
        let text = "Ibu 👩‍🦽 lumpuh"
        let evidence = Invented.evidence("lumpuh", in: text)
        let lead = Invented.lead(
            articles: [Invented.article(text: text)],
            score: Invented.score([Invented.rule("ms.ill", .invalidity, 50, [evidence])]))
        #expect(try record(lead)["evidence"]?[0]?["position"]?["start"]?.integer == 8)
    }

    @Test func aTitleIsCutAtFourHundredAndNothingIsQuotedBeyond() throws {
        let title = String(repeating: "kata ", count: 85) + "lumpuh"
        let lead = Invented.lead(
            articles: [Invented.article(title: title)],
            score: Invented.score([
                Invented.rule("ms.ill", .invalidity, 50, [Invented.evidence("lumpuh", in: title, field: .title)])
            ]))
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect(record["articles"]?[0]?["title"]?.string?.unicodeScalars.count == 400)
        #expect(record["evidence"]?.items?.contains { $0["rule"]?.string == "ms.ill" } == false)
    }

    @Test func aLeadThatNoRuleExplainsQuotesItsTitle() throws {
        let lead = Invented.lead(score: Invented.score([], needs: []), persons: [], place: nil)
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect(record["evidence"]?[0]?["quote"]?["exact"]?.string == Invented.title)
        #expect(record["needs"] == [["code": "other", "confidence": "low", "evidence": ["e1"]]])
    }

    @Test func aLeadOfManyArticlesAndPhrasesStaysBelowTheLimit() throws {
        let articles = (1...60).map {
            Invented.article(url: "https://harian-rekaan.example/\($0)/" + String(repeating: "x", count: 300))
        }
        let rules = (1...90).map { Invented.rule("ms.rule.\($0)", .workInjury, 1, Invented.contributions[0].evidence) }
        let lead = Invented.lead(articles: articles, score: Invented.score(rules))
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect((record["articles"]?.items?.count ?? 0) >= 4)
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "", "harian-rekaan.example/a", "https://"])
    func anAddressThatIsNotOfTheWebIsRefused(url: String) throws {
        var article = Invented.article()
        (article.url, article.canonicalURL) = (url, url)
        let lead = Invented.lead(articles: [article])
        #expect(throws: RecordProblem.noArticle(lead.id)) { try record(lead) }
    }

    @Test(arguments: [
        ("https://harian-rekaan.example/berita/kes ké", "https://harian-rekaan.example/berita/kes%20k%C3%A9"),
        ("HTTP://Contoh.example/a\"b", "HTTP://Contoh.example/a%22b"),
        ("http://a.example/%zz%", "http://a.example/%25zz%25"),
        ("http://a.example/%4a#b#c", "http://a.example/%4a#b%23c"), ("http://[::1]/a[1]", "http://[::1]/a%5B1%5D"),
    ])
    func anAddressIsWrittenInTheCharactersOfTheStandard(url: String, expected: String) {
        #expect(webAddress(url) == expected)
    }

    @Test(arguments: [
        ("https://a.example/x", "a.example"), ("http://u:p@A.example:8080/x", "a.example"),
        ("http://[::1]:80/", "[::1]"),
        ("https://a.example?x", "a.example"), ("nothing", ""),
    ])
    func theHostIsTheHostAlone(url: String, expected: String) { #expect(host(of: url) == expected) }

    @Test func aLeadThatWasNeverScoredIsSaidSo() throws {
        var score = Invented.score()
        score.lexicons = []
        let lead = Invented.lead(score: score)
        #expect(throws: RecordProblem.notScored(lead.id)) { try record(lead) }
    }

    @Test(arguments: [
        ("ms.health.lumpuh", "ms.health.lumpuh"), ("MS Core", "ms-core"), ("", "unnamed"), (".x", "x.x"),
        (String(repeating: "a", count: 80), String(repeating: "a", count: 64)),
    ])
    func codesAreSpelledAsTheContractWants(id: String, expected: String) { #expect(contractCode(id) == expected) }
}
