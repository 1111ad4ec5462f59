import Model
import Referring

/// Invented people, places and papers.
enum Invented {
    static let title = "Buruh lumpuh jatuh bangunan, isteri merayu bantuan"
    static let text = """
        KLANG: Seorang buruh binaan, Mohd Rekaan bin Contoh, 34, patah tulang belakang selepas jatuh dari bumbung kilang \
        ketika bekerja di Kapar, Jumaat lalu.
        Isterinya, Siti Rekaan binti Contoh, 31, berkata suaminya kini lumpuh dan tidak lagi mampu bekerja.
        Anak mereka, Adam Rekaan, 9, terpaksa berhenti sekolah kerana keluarga itu terpaksa berhutang.
        Ketua Polis Daerah, Asisten Komisioner Umpama Misalan, mengesahkan kejadian itu.
        """
    static let noon = Instant(seconds: 1_795_492_800)
    static let uuid = UUIDv7(at: noon, random: Array(1...10))
    static let settings = RecordSettings(source: "urn:pantau:test:skuad", isTest: true)
    static let lexicon = LexiconVersion(
        id: "ms-core", version: "2026.11.1", sha256: String(repeating: "ab", count: 32))

    static func article(
        title: String = title, text: String = text, url: String = "https://harian-rekaan.example/2026/buruh-jatuh",
        published: PublishedDate? = PublishedDate(instant: noon - .hours(20), precision: .minute, origin: .feed)
    ) -> Article {
        Article(
            source: SourceID("harian-rekaan")!, outlet: "Harian Rekaan", url: url + "?utm_source=rss",
            canonicalURL: url, guid: nil, title: title, text: text, author: nil, published: published,
            retrievedAt: noon - .hours(2), language: .malay, extent: .full,
            provenance: .init(
                status: 200, contentType: "text/html; charset=utf-8", etag: "\"393264c2\"",
                rawSHA256: String(repeating: "0f", count: 32), rawBytes: 863))
    }

    /// Where the words stand.
    static func evidence(_ words: String, in text: String = text, field: Evidence.Field = .text) -> Evidence {
        let all = Array(text.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        let start = all.indices.first { all[$0...].starts(with: wanted) } ?? all.count
        return Evidence(field: field, range: start..<start + wanted.count, exact: words, sentence: 0)
    }

    static func rule(_ id: String, _ need: Need?, _ points: Int, _ evidence: [Evidence]) -> Contribution {
        Contribution(
            rule: id, en: "\(id) in English", ms: "\(id) dalam bahasa Melayu", need: need, points: points,
            evidence: evidence)
    }

    static let contributions = [
        rule("ms.injury.fall-at-work", .workInjury, 32, [evidence("patah tulang belakang selepas jatuh dari bumbung")]),
        rule("ms.work.unable", .invalidity, 16, [evidence("tidak lagi mampu bekerja"), evidence("lumpuh")]),
        rule("ms.income.debt", .debt, 6, [evidence("terpaksa berhutang")]),
        rule("ms.penalty.old", nil, -4, [evidence("Jumaat lalu")]),
    ]

    static func score(
        _ contributions: [Contribution] = contributions,
        needs: [NeedFinding] = [
            .init(need: .workInjury, confidence: .high), .init(need: .invalidity, confidence: .medium),
        ], isProtected: Bool = false
    ) -> Score {
        Score(
            raw: contributions.reduce(0) { $0 + $1.points }, threshold: 40, contributions: contributions, cleared: [],
            needs: needs, urgency: .urgent, urgencyReason: "sole earner injured at work", kind: .hardship,
            isProtected: isProtected, lexicons: [lexicon])
    }

    static let father = Person(
        name: "Mohd Rekaan bin Contoh", age: .init(years: 34), sex: .male, occupation: "buruh binaan",
        evidence: evidence("Mohd Rekaan bin Contoh, 34"))
    static let child = Person(
        name: "Adam Rekaan", age: .init(years: 9), role: .family, relation: "anak", evidence: evidence("Adam Rekaan, 9")
    )
    static let officer = Person(
        name: "Asisten Komisioner Umpama Misalan", role: .speaker, evidence: evidence("Umpama Misalan"))
    static let place = Place(
        stateCode: "MY-10", stateName: "Selangor", districtCode: "10_2", districtName: "Klang", locality: "Kapar",
        evidence: evidence("KLANG"))

    static func lead(
        articles: [Article] = [article()], score: Score = score(), persons: [Person] = [father, officer],
        place: Place? = place, urgency: Urgency = .urgent, number: Int64 = 1042
    ) -> Lead {
        Lead(
            id: LeadID(number), state: .prospect(ref: "PR-26-001042-0"), claim: nil, version: 3,
            firstSeenAt: noon - .hours(2), updatedAt: noon, headline: articles.first?.title ?? "", language: .malay,
            score: score, urgency: urgency, urgencyIsSetByReviewer: false,
            identification: Identification(persons: persons, household: Household(size: 5, children: 3), place: place),
            articles: articles.enumerated().map {
                LeadArticle(
                    id: ArticleID(Int64($0 + 1)), article: $1, score: score, joined: $0 == 0 ? .first : .nearCopy)
            })
    }

    static func facts(second: String? = nil) -> ProspectFacts {
        ProspectFacts(
            id: uuid, ref: ProspectRef(year: 26, number: 1042)!, revision: 1, decidedBy: Actor("aminah")!,
            decidedAt: noon, secondReviewer: second.flatMap { Actor($0) })
    }
}
