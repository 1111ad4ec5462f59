import Model
import Text

// Why two articles or leads tell of one case, as cards and records say it.

extension JoinFact {
    /// `same place 2.0`
    func words(in language: ScreenLanguage) -> String { "\(kind.label(in: language)) \(points(tenths))" }

    /// Member of a list `why`.
    var record: JSONValue { ["fact": .string(kind.rawValue), "points": .number(Double(tenths) / 10)] }
}

extension [JoinFact] {
    /// `same place 2.0, same days 1.5 = 3.5`
    func sum(in language: ScreenLanguage) -> String {
        map { $0.words(in: language) }.joined(separator: ", ") + " = " + points(reduce(0) { $0 + $1.tenths })
    }

    /// nil where there is none.
    var record: JSONValue? { isEmpty ? nil : .array(map(\.record)) }
}

extension LeadLink {
    /// Member of a list `similar`.
    var record: JSONValue {
        [
            "id": .integer(lead.value), "reason": .string(reason.rawValue), "points": .number(Double(tenths) / 10),
            "why": .array(facts.map(\.record)),
        ]
    }
}

private func points(_ tenths: Int) -> String { "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)" }
