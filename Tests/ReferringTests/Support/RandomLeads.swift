import Model

/// Leads of every shape, the same in every run: half-known places, nameless people, odd addresses, phrases that do not
/// stand where they say.
struct RandomLeads: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    private static let words = [
        "banjir", "rumah", "lumpuh", "👩‍🦽", "e\u{301}", "居民", "\"dia\"", "<b>", "\\", "Rekaan", "Contoh", "bin", "tidak",
        "RM500", "sakit\u{A0}tenat", "தமிழ்", "O'Umpama", "&amp;", "isteri",
    ]

    private mutating func text(_ count: Int) -> String {
        var out = ""
        for _ in 0..<count {
            out +=
                RandomLeads.words.randomElement(using: &self)! + (Int.random(in: 0..<9, using: &self) == 0 ? "\n" : " ")
        }
        return out
    }

    private mutating func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &self) ? value : nil }

    mutating func article(_ number: Int) -> Article {
        let precisions: [PublishedDate.Precision] = [.second, .minute, .day, .month, .year]
        let date = PublishedDate(
            instant: Invented.noon - .hours(Int64.random(in: 0..<9000, using: &self)),
            offset: [480, 0, -330].randomElement(using: &self)!, precision: precisions.randomElement(using: &self)!,
            origin: .meta)
        let paths = ["a", "kes é/1?q=a b", "x#y", "居民", String(repeating: "p", count: 600), "%zz", "a\"b"]
        var article = Invented.article(
            title: "\(number) " + text(Int.random(in: 1..<90, using: &self)),
            text: text(Int.random(in: 1..<400, using: &self)),
            url: "https://harian-rekaan.example/\(number)/" + paths.randomElement(using: &self)!, published: maybe(date)
        )
        article.language = Language.allCases.randomElement(using: &self)!
        article.provenance.etag = maybe(String(repeating: "e", count: Int.random(in: 1..<400, using: &self)))
        article.provenance.contentType = maybe("text/html; charset=utf-8")
        article.provenance.rawSHA256 = maybe("") ?? String(repeating: "0f", count: 32)
        return article
    }

    private mutating func evidence(_ article: Article) -> Evidence {
        let field: Evidence.Field = Bool.random(using: &self) ? .text : .title
        let scalars = Array((field == .text ? article.text : article.title).unicodeScalars)
        let start = Int.random(in: 0..<scalars.count, using: &self)
        let end = min(scalars.count, start + Int.random(in: 1..<400, using: &self))
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        let slip = Int.random(in: 0..<6, using: &self) == 0 ? 1 : 0
        return Evidence(field: field, range: start + slip..<end + slip, exact: String(view), sentence: 0)
    }

    mutating func score(_ article: Article) -> Score {
        var rules: [Contribution] = [Invented.rule("ms.first", .poverty, 45, [evidence(article)])]
        for number in 0..<Int.random(in: 0..<14, using: &self) {
            let quotes = (0..<Int.random(in: 0..<4, using: &self)).map { _ in evidence(article) }
            rules.append(
                Invented.rule(
                    "MS Rule/\(number)", maybe(Need.allCases.randomElement(using: &self)!),
                    Int.random(in: -3...30, using: &self), quotes))
        }
        let needs = Need.allCases.shuffled(using: &self).prefix(Int.random(in: 0..<5, using: &self)).map {
            NeedFinding(need: $0, confidence: .high)
        }
        return Invented.score(rules, needs: needs, isProtected: Int.random(in: 0..<4, using: &self) == 0)
    }

    mutating func persons(_ article: Article) -> [Person] {
        let roles: [Person.Role] = [
            .subject, .family, .breadwinnerDeceased, .carer, .otherAffected, .speaker, .accused,
        ]
        return (0..<Int.random(in: 0..<5, using: &self)).map { _ in
            Person(
                name: maybe(text(Int.random(in: 1..<60, using: &self))),
                age: maybe(.init(years: Int.random(in: 0...120, using: &self), isEstimate: Bool.random(using: &self))),
                role: roles.randomElement(using: &self)!, sex: maybe(.female), occupation: maybe(text(30)),
                relation: maybe(text(20)), evidence: maybe(evidence(article)))
        }
    }

    mutating func place(_ article: Article) -> Place {
        Place(
            stateCode: maybe(["MY-10", "MY-01", "MY-99", "10", ""].randomElement(using: &self)!),
            stateName: maybe("Selangor"),
            districtCode: maybe(["10_2", "1_1", "10-2", "10_", "_"].randomElement(using: &self)!),
            districtName: maybe("Klang"), locality: maybe(text(60)), evidence: maybe(evidence(article)))
    }
}
