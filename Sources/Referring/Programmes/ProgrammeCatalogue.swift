public import Model

/// The programmes and agencies that we know, and which doors to try for each need.
public struct ProgrammeCatalogue: Hashable, Sendable {
    public var version: String
    public var agencies: [Agency]
    public var programmes: [Programme]
    /// For each need the codes of programmes, the first door first.
    public var doors: [Need: [String]]

    /// The programmes to check for a lead, the likely first, then in the order of its needs and of their doors.
    ///
    /// Programmes whose conditions the text contradicts are left out; where the text says nothing they are `possible`.
    /// The best article alone is read: it is what the reviewer saw.
    ///
    /// - Parameter limit: eight doors are more than anybody tries; the contract allows 12.
    public func suggestions(for lead: Lead, limit: Int = 8) -> [Suggestion] {
        let known = KnownFacts(lead)
        var taken = Set<String>()
        var found: [Suggestion] = []
        for finding in lead.needs {
            for (place, code) in (doors[finding.need] ?? []).enumerated() {
                guard !taken.contains(code), let programme = programmes.first(where: { $0.code == code }),
                    let agency = agency(of: programme, in: known.state),
                    let isCertain = known.meets(programme.conditions)
                else { continue }
                taken.insert(code)
                let isSure = finding.confidence == .high || finding.confidence == .confirmed
                // Doors beyond the second are there so that no person is left without one.
                let fit: Suggestion.Fit = isCertain && isSure && place < 2 ? .likely : .possible
                found.append(Suggestion(programme: programme, agency: agency, need: finding.need, fit: fit))
            }
        }
        let likely = found.filter { $0.fit == .likely }
        return Array((likely + found.filter { $0.fit == .possible }).prefix(limit))
    }

    private func agency(of programme: Programme, in state: String?) -> Agency? {
        switch programme.agency {
        case .agency(let code): agencies.first { $0.code == code }
        case .byState(let kind): state.flatMap { state in agencies.first { $0.kind == kind && $0.serves(state) } }
        }
    }
}

/// What a lead says that a condition may ask for.
private struct KnownFacts {
    let state: String?
    private let subject: Person?
    private let deceased: Person?
    private let words: [Substring]
    private let places: [Substring: [Int]]

    init(_ lead: Lead) {
        state = lead.identification.place?.stateCode
        let persons = lead.identification.persons
        subject = persons.first { $0.role == .subject && !$0.isDead } ?? persons.first { $0.role == .subject }
        deceased = persons.first { $0.role == .breadwinnerDeceased } ?? persons.first { $0.isDead }
        let best = lead.articles.first?.article
        words = "\(best?.title ?? "")\n\(best?.text ?? "")".lowercased().split { !$0.isLetter && !$0.isNumber }
        places = Dictionary(grouping: words.indices) { [words] in words[$0] }
    }

    /// False where something is not known, nil where a condition is contradicted.
    func meets(_ conditions: [Programme.Condition]) -> Bool? {
        var isCertain = true
        for condition in conditions {
            switch holds(condition) {
            case .some(false): return nil
            case .some(true): continue
            case .none: isCertain = false
            }
        }
        return isCertain
    }

    /// nil where the text does not tell.
    private func holds(_ condition: Programme.Condition) -> Bool? {
        switch condition {
        case .subjectBelow(let years): subject?.age.map { $0.years < years }
        case .subjectAtLeast(let years): subject?.age.map { $0.years >= years }
        case .deceasedBelow(let years): deceased?.age.map { $0.years < years }
        case .sex(let sex): subject?.sex.map { $0 == sex }
        case .states(let codes): state.map(codes.contains)
        case .says(let phrases): phrases.contains(where: says)
        case .doesNotSay(let phrases): !phrases.contains(where: says)
        }
    }

    private func says(_ phrase: String) -> Bool {
        let wanted = phrase.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let first = wanted.first else { return false }
        return (places[first] ?? []).contains { start in
            start + wanted.count <= words.count && words[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
