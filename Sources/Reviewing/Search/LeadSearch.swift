public import Model
public import Storing

/// What somebody asked for in the search language of UX.md section 3, such as `kapar need:work-injury score>=60 -is:minor`.
///
/// Words and conditions are joined by AND. A key that is none is an error and never searched for as text: who mistypes
/// `sorce:` must not believe that there is nothing.
public struct LeadSearch: Hashable, Sendable {
    /// All of them hold.
    public var conditions: [LeadCondition]
    /// The states that `is:merged` and its kind ask for; nil where none was named.
    public var states: Set<LeadQuery.State>?

    /// - Parameters:
    ///   - text: as typed, at most ``lengthLimit`` scalars.
    ///   - actor: whose leads `is:mine` means.
    ///   - places: turns the name of a state or a district into its code.
    public init(
        _ text: String, for actor: Actor, places: (PlaceRank, String) -> String?
    ) throws(SearchProblem) {
        guard text.unicodeScalars.count <= LeadSearch.lengthLimit else { throw .tooLong(limit: LeadSearch.lengthLimit) }
        var states: Set<LeadQuery.State> = []
        var conditions: [LeadCondition] = []
        for term in try SearchTerm.all(in: text) {
            if let state = try term.state() {
                states.insert(state)
            } else {
                if term.isReturned { states.insert(.prospect) }
                conditions.append(try term.condition(for: actor, places: places))
            }
        }
        (self.conditions, self.states) = (conditions, states.isEmpty ? nil : states)
    }

    /// A search is a line that somebody typed; each word of it is a condition of the query.
    public static let lengthLimit = 400

    /// Which kind of place a name is looked up as.
    public enum PlaceRank: Hashable, Sendable { case state, district }
}

/// What a condition is about: the word before the colon or the comparison.
public enum SearchKey: String, Hashable, Sendable, CaseIterable {
    case need, state, district, source, lang, urgency, score, age, `is`, reason, rule, by, label

    /// An example of its use, for the error that lists the keys.
    public var example: String {
        switch self {
        case .need: "need:work-injury"
        case .state: "state:Selangor"
        case .district: "district:Klang"
        case .source: "source:harian-rekaan"
        case .lang: "lang:ms"
        case .urgency: "urgency:emergency"
        case .score: "score>=60"
        case .age: "age<7d"
        case .is: "is:unclaimed"
        case .reason: "reason:old-news"
        case .rule: "rule:ms.health.lumpuh"
        case .by: "by:aminah"
        case .label: "label:flood-2026"
        }
    }

    /// The values it may have, where they are a short list.
    public var values: [String] {
        switch self {
        case .lang: Language.allCases.map(\.rawValue)
        case .urgency: Urgency.allCases.map(\.rawValue)
        case .is: SearchTrait.allCases.map(\.rawValue)
        case .reason: RejectReason.allCases.map(\.rawValue)
        case .need: Need.allCases.map(\.rawValue)
        case .state, .district, .source, .score, .age, .rule, .by, .label: []
        }
    }
}

/// What `is:` can be followed by.
public enum SearchTrait: String, Hashable, Sendable, CaseIterable {
    case unclaimed, mine, minor, protected, awaiting, returned, demo, flagged, snoozed, rejected, merged, prospect
}

/// Why a search cannot be understood. `column` counts Unicode scalars from 1.
public enum SearchProblem: Error, Hashable, Sendable {
    case unknownKey(String, column: Int)
    /// The key is right, its value is not; `allowed` are the values where they can be listed.
    case badValue(SearchKey, String, column: Int, allowed: [String])
    /// A quotation mark without its second.
    case openQuote(column: Int)
    /// A minus sign or a key with nothing after it.
    case nothingAfter(String, column: Int)
    case tooLong(limit: Int)
}
