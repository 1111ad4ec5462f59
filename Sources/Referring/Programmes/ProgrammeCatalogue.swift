public import Model

/// The programmes and agencies that we know, and which doors to try for each need.
public struct ProgrammeCatalogue: Hashable, Sendable {
    public var version: String
    public var agencies: [Agency]
    public var programmes: [Programme]
    /// For each need the codes of programmes, the first door first.
    public var doors: [Need: [String]]

    /// The programmes to check for a lead: the likely first, in the order of its needs, then the others, first doors first.
    ///
    /// Programmes whose conditions the text contradicts are left out; where the text says nothing they are `possible`.
    /// The best article alone is read: it is what the reviewer saw.
    ///
    /// What a person has chosen for it stands before all others.
    ///
    /// - Parameter limit: eight doors are more than anybody tries; the contract allows 12.
    public func suggestions(for lead: Lead, limit: Int = 8) -> [Suggestion] {
        let chosen = chosen(for: lead)
        let codes = Set(chosen.map(\.programme.code))
        let matched = matched(to: lead).filter { !codes.contains($0.programme.code) }
        return Array((chosen + matched).prefix(max(limit, chosen.count)))
    }

    private func chosen(for lead: Lead) -> [Suggestion] {
        let state = lead.identification.place?.stateCode
        return lead.handling.programmes.compactMap { code in
            guard let programme = programmes.first(where: { $0.code == code }),
                let agency = agency(of: programme, in: state)
            else { return nil }
            let need = lead.needs.map(\.need).first { (doors[$0] ?? []).contains(code) } ?? lead.needs.first?.need
            var suggestion = Suggestion(programme: programme, agency: agency, need: need ?? .other, fit: .likely)
            suggestion.isChosen = true
            return suggestion
        }
    }

    private func matched(to lead: Lead) -> [Suggestion] {
        let known = KnownFacts(lead)
        var found: [(place: Int, suggestion: Suggestion)] = []
        for finding in lead.needs {
            for (place, code) in (doors[finding.need] ?? []).enumerated() {
                guard let suggestion = suggestion(code, for: finding, at: place, known) else { continue }
                guard let earlier = found.firstIndex(where: { $0.suggestion.programme.code == code }) else {
                    found.append((place, suggestion))
                    continue
                }
                // A far door for one need may be the first for another, and stands with that one then.
                if found[earlier].suggestion.fit == .possible, suggestion.fit == .likely {
                    found.remove(at: earlier)
                    found.append((place, suggestion))
                }
            }
        }
        let likely = found.filter { $0.suggestion.fit == .likely }
        let possible = found.enumerated().filter { $0.element.suggestion.fit == .possible }
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
        return (likely + possible).map(\.suggestion)
    }

    private func suggestion(
        _ code: String, for finding: NeedFinding, at place: Int, _ known: KnownFacts
    ) -> Suggestion? {
        guard let programme = programmes.first(where: { $0.code == code }),
            let agency = agency(of: programme, in: known.state), let isCertain = known.meets(programme.conditions)
        else { return nil }
        let isSure = finding.confidence == .high || finding.confidence == .confirmed
        // Doors beyond the second are there so that no person is left without one.
        return Suggestion(
            programme: programme, agency: agency, need: finding.need,
            fit: isCertain && isSure && place < 2 ? .likely : .possible, deadline: known.deadline(of: programme))
    }

    /// The same with more agencies, such as a squad has added; one of a known code takes its place.
    public func adding(_ more: [Agency]) -> ProgrammeCatalogue {
        var copy = self
        let codes = Set(more.map(\.code))
        copy.agencies = agencies.filter { !codes.contains($0.code) } + more
        return copy
    }

    /// The programme of that code or name, old or new; nil where there is none.
    public func programme(named name: String) -> Programme? { programmes.first { $0.isNamed(name) } }

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
    private let needs: Set<Need>
    private let eventDay: CivilTime?
    private let subject: Person?
    private let deceased: Person?
    private let words: [Substring]
    private let places: [Substring: [Int]]

    init(_ lead: Lead) {
        state = lead.identification.place?.stateCode
        needs = Set(lead.needs.map(\.need))
        eventDay = lead.identification.eventDay
        let persons = lead.identification.persons
        subject = persons.first { $0.role == .subject && !$0.isDead } ?? persons.first { $0.role == .subject }
        deceased = persons.first { $0.role == .breadwinnerDeceased } ?? persons.first { $0.isDead }
        let best = lead.articles.first?.article
        words = "\(best?.title ?? "")\n\(best?.text ?? "")".lowercased().split { !$0.isLetter && !$0.isNumber }
        places = Dictionary(grouping: words.indices) { [words] in words[$0] }
    }

    /// The last day of a clock that the event has started; nil where none runs or the text tells no day.
    func deadline(of programme: Programme) -> String? {
        guard let days = programme.deadlineDays, let eventDay else { return nil }
        return CivilTime(eventDay.instant + .days(Int64(days)), offset: eventDay.offset).isoDay
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
        case .eventSince(let day): eventDay.map { $0.isoDay >= day.isoDay }
        case .withNeed(let wanted): needs.isDisjoint(with: wanted) ? nil : true
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
