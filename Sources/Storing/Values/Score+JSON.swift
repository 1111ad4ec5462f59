import Model
import Text

extension Score: JSONConvertible {
    var json: JSONValue {
        .compact([
            ("v", 1), ("raw", .int(raw)), ("threshold", .int(threshold)), ("urgency", .string(urgency.rawValue)),
            ("urgency_reason", .string(urgencyReason)), ("urgency_reason_ms", .string(urgencyReasonMalay)),
            ("kind", .string(kind.rawValue)), ("protected", .flag(isProtected)), ("helped", .flag(isHelped)),
            ("contributions", .list(contributions, \.json)), ("cleared", .list(cleared, \.json)),
            ("needs", .list(needs, \.json)), ("lexicons", .list(lexicons, \.json)),
            ("likelihood", likelihood?.json),
        ])
    }

    init?(json: JSONValue) {
        guard json.int("v") == 1, let raw = json.int("raw"), let threshold = json.int("threshold"),
            let urgency = json.code("urgency", as: Urgency.self) ?? nil,
            let reason = json["urgency_reason"]?.string, let kind = json.code("kind", as: LeadKind.self) ?? nil,
            let contributions = JSONValue.list(json["contributions"], Contribution.init(json:)),
            let cleared = JSONValue.list(json["cleared"], ClearedPhrase.init(json:)),
            let needs = JSONValue.list(json["needs"], NeedFinding.init(json:)),
            let lexicons = JSONValue.list(json["lexicons"], LexiconVersion.init(json:))
        else { return nil }
        self.init(
            raw: raw, threshold: threshold, contributions: contributions, cleared: cleared, needs: needs,
            urgency: urgency, urgencyReason: reason, urgencyReasonMalay: json["urgency_reason_ms"]?.string, kind: kind,
            isProtected: json.flag("protected"), lexicons: lexicons,
            likelihood: json["likelihood"].flatMap(Likelihood.init(json:)))
        isHelped = json.flag("helped")
    }
}

extension Contribution {
    fileprivate var json: JSONValue {
        .compact([
            ("rule", .string(rule)), ("en", .string(labelEnglish)), ("ms", .string(labelMalay)),
            ("need", .text(need?.rawValue)), ("points", .int(points)), ("evidence", .list(evidence, \.json)),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let rule = json["rule"]?.string, let en = json["en"]?.string, let ms = json["ms"]?.string,
            let need = json.code("need", as: Need.self), let points = json.int("points"),
            let evidence = JSONValue.list(json["evidence"], Evidence.init(json:))
        else { return nil }
        self.init(rule: rule, en: en, ms: ms, need: need, points: points, evidence: evidence)
    }
}

extension ClearedPhrase {
    fileprivate var json: JSONValue { [.string(rule), .string(reason.rawValue), evidence.json] }

    fileprivate init?(json: JSONValue) {
        guard let rule = json[0]?.string, let reason = json[1]?.string.flatMap(Reason.init),
            let evidence = json[2].flatMap(Evidence.init(json:))
        else { return nil }
        self.init(rule: rule, reason: reason, evidence: evidence)
    }
}

extension NeedFinding {
    fileprivate var json: JSONValue { [.string(need.rawValue), .string(confidence.rawValue), .integer(Int64(weight))] }

    /// Scores that were kept before needs were weighed have no third member.
    fileprivate init?(json: JSONValue) {
        guard let need = json[0]?.string.flatMap(Need.init), let confidence = json[1]?.string.flatMap(Confidence.init)
        else { return nil }
        self.init(need: need, confidence: confidence, weight: json[2]?.integer.flatMap(Int.init(exactly:)) ?? 0)
    }
}

extension Likelihood {
    fileprivate var json: JSONValue { [.integer(Int64(perMille)), .bool(isOfTheseRules)] }

    fileprivate init?(json: JSONValue) {
        guard let perMille = json[0]?.integer, (0...1000).contains(perMille) else { return nil }
        self.init(perMille: Int(perMille), isOfTheseRules: json[1]?.bool ?? false)
    }
}

extension LexiconVersion {
    fileprivate var json: JSONValue { [.string(id), .string(version), .string(sha256)] }

    fileprivate init?(json: JSONValue) {
        guard let id = json[0]?.string, let version = json[1]?.string, let sha256 = json[2]?.string else { return nil }
        self.init(id: id, version: version, sha256: sha256)
    }
}
