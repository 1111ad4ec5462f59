import Model
import Text

/// `[["event", 30], ["place", 20]]`: kinds and tenths of a point, no words of an article.
struct JoinFacts: JSONConvertible {
    let facts: [JoinFact]

    init(_ facts: [JoinFact]) { self.facts = facts }

    var json: JSONValue {
        .array(facts.map { [.string($0.kind.rawValue), .integer(Int64($0.tenths))] })
    }

    init?(json: JSONValue) {
        let facts = JSONValue.list(json) { item -> JoinFact? in
            guard let kind = item[0]?.string.flatMap(JoinFact.Kind.init), let tenths = item[1]?.integer else {
                return nil
            }
            return JoinFact(kind, tenths: Int(tenths))
        }
        guard let facts else { return nil }
        self.init(facts)
    }
}
