public import Model
public import Storing
import Text

/// Values for tests: people, papers and places are invented.
public enum Sample {
    /// 23 November 2026, 08:00 in Malaysia.
    public static let monday = Instant(seconds: 1_795_392_000)
    public static let crawl = author("crawl", via: "crawl")
    public static let aminah = author("aminah")
    public static let hafiz = author("hafiz")

    /// - Parameter name: letters only, or the process stops: a fault of the test.
    public static func author(_ name: String, via: String = "cli") -> Author {
        Author(actor: actor(name), unixUser: name, via: via)
    }

    public static func actor(_ name: String) -> Actor {
        guard let actor = Actor(name) else { preconditionFailure("\(name) is no actor") }
        return actor
    }

    public static func label(_ text: String) -> LeadLabel {
        guard let label = LeadLabel(text) else { preconditionFailure("\(text) is no label") }
        return label
    }

    public static func source(_ name: String = "harian-rekaan") -> SourceID {
        guard let source = SourceID(name) else { preconditionFailure("\(name) is no source") }
        return source
    }

    /// - Parameter value: the score within 0...100, not the sum of its points.
    public static func score(
        _ value: Int = 80, urgency: Urgency = .routine, needs: [Need] = [.fire], isProtected: Bool = false
    ) -> Score {
        let evidence = Evidence(field: .text, range: 4..<11, exact: "hangus ", sentence: 0)
        return Score(
            raw: value <= 60 ? value : 60 + ((value - 60) * 19 + 7) / 8, threshold: 40,
            contributions: [
                Contribution(
                    rule: "ms.fire.hangus", en: "burnt", ms: "hangus", need: .fire, points: value, evidence: [evidence])
            ],
            cleared: [ClearedPhrase(rule: "ms.fire.latihan", reason: .negated, evidence: evidence)],
            needs: needs.map { NeedFinding(need: $0, confidence: .high) }, urgency: urgency,
            urgencyReason: "no roof tonight", kind: .incident, isProtected: isProtected,
            lexicons: [LexiconVersion(id: "ms-core", version: "1", sha256: String(repeating: "0", count: 64))])
    }

    public static func identification(name: String? = "Rekaan bin Contoh", age: Int = 34) -> Identification {
        Identification(
            persons: [Person(name: name, age: .init(years: age), sex: .male, occupation: "buruh binaan")],
            household: Household(size: 5, children: 3),
            place: Place(
                stateCode: "MY-10", stateName: "Selangor", districtCode: "10_2", districtName: "Klang",
                locality: "Taman Contoh"),
            eventDay: CivilTime(year: 2026, month: 11, day: 20),
            identifiers: [MaskedIdentifier(kind: .phone, field: .text)], isAppeal: true)
    }

    public static func article(
        _ number: Int, title: String? = nil, text: String? = nil, source: String = "harian-rekaan",
        outlet: String = "Harian Rekaan", guid: String? = nil, url: String? = nil, extent: Article.Extent = .full,
        at now: Instant = monday
    ) -> Article {
        let address = url ?? "https://rekaan.example/berita/\(number)"
        return Article(
            source: Self.source(source), outlet: outlet, url: address + "?utm_source=x", canonicalURL: address,
            guid: guid, title: title ?? "Rumah keluarga hangus nombor \(number)",
            text: text ?? "Api memusnahkan rumah nombor \(number).\nKeluarga itu memerlukan bantuan.",
            author: "Wartawan",
            published: PublishedDate(instant: now + .minutes(Int64(-number)), precision: .minute, origin: .feed),
            retrievedAt: now, language: .malay, extent: extent,
            provenance: .init(
                status: 200, contentType: "text/html", etag: "\"\(number)\"",
                rawSHA256: String(repeating: "a", count: 64), rawBytes: 1000))
    }

    public static func found(
        _ article: Article, score: Score = score(), identification: Identification = identification(),
        keys: [String]? = nil
    ) -> FoundArticle {
        FoundArticle(
            article: article, score: score, identification: identification, fingerprint: 0xFEDC_BA98_7654_3210,
            keys: keys ?? ["url:\(article.canonicalURL)"])
    }

    public static func result(
        _ found: [FoundArticle], source: String = "harian-rekaan", lease: HostLease? = nil, at now: Instant = monday
    ) -> SourceResult {
        let host = HostName("rekaan.example")
        return SourceResult(
            source: SourceRow(
                source: Self.source(source), host: host, nextAt: now + .hours(1),
                validators: Validators(etag: "\"x\"", lastModified: nil), bodyHash: "ab", rest: ["mean": 1.5]),
            host: HostRow(host: host, nextAt: now + .hours(1), blockedUntil: now, rest: ["strikes": 0]),
            record: FetchRecord(
                source: Self.source(source), at: now, outcome: "fresh", status: 200, bytes: 1000,
                duration: .seconds(1), new: found.count, known: 0, nextAt: now + .hours(1)),
            lease: lease, articles: found, by: crawl, at: now)
    }
}

extension Connection {
    /// Keeps articles as one poll would, each alone unless it shares a key with a lead.
    @discardableResult
    public func commitSamples(_ found: [FoundArticle], at now: Instant = Sample.monday) throws -> CommitSummary {
        try commit(Sample.result(found, at: now)) { found, candidates, _ in
            guard let candidate = candidates.first else { return .alone }
            return .joins(candidate.id, .samePerson, identification: found.identification)
        }
    }
}
