import Model
import Storing

extension SearchTerm {
    /// The state that `is:merged` and its kind ask for; nil where the term asks for something else.
    ///
    /// - Throws: with a minus sign, as a list is of certain states and not of all but one.
    func state() throws(SearchProblem) -> LeadQuery.State? {
        guard key?.key == .is, let state = LeadQuery.State(rawValue: value.lowercased()) else { return nil }
        guard !isNegated else { throw problem(.is, SearchTrait.allCases.filter { $0.state == nil }.map(\.rawValue)) }
        return state
    }

    /// Whether it asks for what agencies gave back: those are prospects, which a list leaves out otherwise.
    var isReturned: Bool { !isNegated && key?.key == .is && value.lowercased() == SearchTrait.returned.rawValue }

    /// - Throws: where the value is none of its key's, or a comparison is asked for that the key does not have.
    func condition(
        for actor: Actor, places: (LeadSearch.PlaceRank, String) -> String?
    ) throws(SearchProblem) -> LeadCondition {
        let condition = try positiveCondition(for: actor, places: places)
        return isNegated ? .not(condition) : condition
    }

    private func positiveCondition(
        for actor: Actor, places: (LeadSearch.PlaceRank, String) -> String?
    ) throws(SearchProblem) -> LeadCondition {
        guard let key else { return .text(value) }
        guard key.comparison == .equal || key.key.isOrdered else { throw problem(key.key) }
        switch key.key {
        case .need: return .need(try code(key.key))
        case .state: return .stateCode(try known(key.key, places(.state, value)))
        case .district: return .districtCode(try known(key.key, places(.district, value)))
        case .source: return .source(try known(key.key, SourceID(value)))
        case .lang: return .language(try code(key.key))
        case .urgency: return .urgency(try code(key.key))
        case .score: return .score(key.comparison, try known(key.key, Int(value).flatMap { 0...100 ~= $0 ? $0 : nil }))
        case .age: return .age(key.comparison, try known(key.key, TimeSpan(value)))
        case .is: return try condition(of: try code(key.key), for: actor)
        case .reason: return .rejected(try code(key.key))
        case .rule: return .rule(value)
        case .label: return .label(try known(key.key, LeadLabel(value)))
        case .by: return .decided(by: try known(key.key, value == "me" ? actor : Actor(value)))
        }
    }

    private func condition(of trait: SearchTrait, for actor: Actor) throws(SearchProblem) -> LeadCondition {
        switch trait {
        case .unclaimed: .unclaimed
        case .mine: .mine(actor)
        case .minor: .hasMinor
        case .protected: .isProtected
        case .demo: .source(.demo)
        case .awaiting: .awaitsSecond
        case .returned: .returned
        case .flagged, .snoozed, .rejected, .merged, .prospect: throw problem(.is)
        }
    }

    /// The value as one of the codes of a list, whatever its case.
    private func code<Code: RawRepresentable>(
        _ key: SearchKey
    ) throws(SearchProblem) -> Code where Code.RawValue == String {
        try known(key, Code(rawValue: value.lowercased()))
    }

    private func known<Value>(_ key: SearchKey, _ found: Value?) throws(SearchProblem) -> Value {
        guard let found else { throw problem(key, key.values) }
        return found
    }

    private func problem(_ key: SearchKey, _ allowed: [String] = []) -> SearchProblem {
        .badValue(key, value, column: column, allowed: allowed)
    }
}

extension SearchKey {
    /// Whether it can be compared with `<` and `>`.
    fileprivate var isOrdered: Bool { self == .score || self == .age }
}

extension SearchTrait {
    /// The state that it asks for; nil for a trait that leads of every state may have.
    var state: LeadQuery.State? { LeadQuery.State(rawValue: rawValue) }
}
