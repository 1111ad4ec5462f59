import Model
public import Text

extension ProgrammeCatalogue {
    /// Reads `agencies.yaml` and `programmes.yaml`.
    ///
    /// - Throws: every problem of both files at once: unknown or missing settings, codes that are no codes, a door to a
    ///   programme that is not there, a programme without an agency, and each need that no door stands open for.
    public init(
        agencies: DocumentNode, agenciesFile: String, programmes: DocumentNode, programmesFile: String
    ) throws(DocumentProblems) {
        let first = AgencyFile(agencies, named: agenciesFile)
        let second = ProgrammeFile(programmes, named: programmesFile, agencies: first.agencies.map(\.code))
        let problems = first.problems + second.problems
        guard problems.isEmpty else { throw DocumentProblems(problems) }
        self.init(
            version: second.version, agencies: first.agencies, programmes: second.programmes, doors: second.doors)
    }
}

/// `programmes.yaml`: a version, a list of programmes, and for each need the doors to try.
private struct ProgrammeFile {
    private(set) var version = ""
    private(set) var programmes: [Programme] = []
    private(set) var doors: [Need: [String]] = [:]
    private(set) var problems: [DocumentProblem] = []
    private let name: String

    init(_ document: DocumentNode, named name: String, agencies: [String]) {
        self.name = name
        var top = FieldReader(
            document, file: name, describing: "a file of programmes", known: ["version", "programmes", "doors"])
        version = top.text("version", isRequired: true) ?? ""
        var seen = Set<String>()
        for node in top.items("programmes", form: "- code:") {
            guard let programme = programme(node, agencies: agencies) else { continue }
            if seen.insert(programme.code).inserted {
                programmes.append(programme)
            } else {
                problems.append(.init(file: name, at: node.mark, "programme \(programme.code) stands twice"))
            }
        }
        if let node = top.node("doors") { readDoors(node, codes: seen) } else { top.report("\"doors\" is missing") }
        problems = (top.problems + problems).sorted { ($0.mark?.line ?? 0) < ($1.mark?.line ?? 0) }
    }

    private mutating func programme(_ node: DocumentNode, agencies: [String]) -> Programme? {
        var reader = FieldReader(
            node, file: name, describing: "a programme",
            known: [
                "code", "agency", "agency-of-state", "ms", "en", "also", "check", "when", "deadline-days", "evidence",
                "as-of",
            ])
        let code = reader.contractCode("code")
        let agency = agency(&reader, known: agencies)
        let malay = reader.text("ms", isRequired: true)
        let english = reader.text("en", isRequired: true)
        let evidence = reader.text("evidence", isRequired: true)
        let year = reader.text("as-of", isRequired: true)
        if reader.node("check") == nil { reader.report("\"check\" is missing: what must a person find out first?") }
        let check = reader.node("check").flatMap { self.check($0) }
        let conditions = reader.node("when").map { self.conditions($0) } ?? []
        let names = reader.texts("also")
        let days = reader.integer("deadline-days", in: 1...3650)
        problems += reader.problems
        guard let code, let agency, let malay, let english, let check, let evidence, let year else { return nil }
        return Programme(
            code: code, agency: agency, nameMalay: malay, nameEnglish: english, checkMalay: check.malay,
            checkEnglish: check.english, conditions: conditions, alsoKnownAs: names, deadlineDays: days,
            evidence: evidence, asOf: year)
    }

    private func agency(_ reader: inout FieldReader, known: [String]) -> Programme.Door? {
        if reader.node("agency-of-state") != nil {
            if let agency = reader.node("agency") {
                reader.report("\"agency\" and \"agency-of-state\" exclude each other", at: agency.mark)
            }
            return reader.word("agency-of-state", as: Agency.Kind.self).map { .byState($0) }
        }
        guard let code = reader.text("agency", isRequired: true) else { return nil }
        guard known.contains(code) else {
            reader.report("there is no agency \(code)" + hint(code, among: known), at: reader.node("agency")?.mark)
            return nil
        }
        return .agency(code)
    }

    private mutating func check(_ node: DocumentNode) -> (malay: String, english: String)? {
        var reader = FieldReader(node, file: name, describing: "a check", known: ["ms", "en"])
        let malay = reader.text("ms", isRequired: true) ?? ""
        let english = reader.text("en", isRequired: true) ?? ""
        for (text, promises) in [(malay, ["berhak", "layak menerima"]), (english, ["entitled", "is eligible"])] {
            for promise in promises where text.lowercased().contains(promise) {
                reader.report("\"\(promise)\" is a promise; say what to check")
            }
        }
        problems += reader.problems
        return (malay, english)
    }

    private mutating func conditions(_ node: DocumentNode) -> [Programme.Condition] {
        var reader = FieldReader(
            node, file: name, describing: "a condition",
            known: [
                "subject-below", "subject-at-least", "deceased-below", "sex", "states", "says", "does-not-say",
                "event-since", "with-need",
            ])
        var found: [Programme.Condition] = []
        if let years = reader.integer("subject-below", in: 1...120) { found.append(.subjectBelow(years)) }
        if let years = reader.integer("subject-at-least", in: 1...120) { found.append(.subjectAtLeast(years)) }
        if let years = reader.integer("deceased-below", in: 1...120) { found.append(.deceasedBelow(years)) }
        if let sex = reader.word("sex", as: Person.Sex.self) { found.append(.sex(sex)) }
        let since = reader.value("event-since", expected: "a day such as 2026-06-01") {
            Instant(rfc3339: $0 + "T00:00:00+08:00").map { CivilTime($0) }
        }
        if let since { found.append(.eventSince(since)) }
        let needs = reader.texts("with-need")
        for need in needs where Need(rawValue: need) == nil {
            let known = Need.allCases.map(\.rawValue)
            reader.report("\"\(need)\" is no need" + hint(need, among: known), at: reader.node("with-need")?.mark)
        }
        if !needs.isEmpty { found.append(.withNeed(needs.compactMap(Need.init))) }
        let states = reader.states("states")
        if !states.isEmpty { found.append(.states(states)) }
        let phrases = reader.texts("says")
        if !phrases.isEmpty { found.append(.says(phrases)) }
        let excluded = reader.texts("does-not-say")
        if !excluded.isEmpty { found.append(.doesNotSay(excluded)) }
        problems += reader.problems
        return found
    }

    private mutating func readDoors(_ node: DocumentNode, codes: Set<String>) {
        var reader = FieldReader(node, file: name, describing: "a list of doors", known: Need.allCases.map(\.rawValue))
        for need in Need.allCases {
            let found = reader.texts(need.rawValue)
            for code in found where !codes.contains(code) {
                let place = reader.node(need.rawValue)?.mark
                reader.report("there is no programme \(code)" + hint(code, among: codes.sorted()), at: place)
            }
            doors[need] = found.filter(codes.contains)
        }
        let closed = Need.allCases.filter { $0 != .other && doors[$0, default: []].isEmpty }.map(\.rawValue)
        if !closed.isEmpty { reader.report("no door stands open for \(closed.joined(separator: ", "))") }
        problems += reader.problems
    }

    private func hint(_ word: String, among known: [String]) -> String {
        nearest(to: word, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    }
}
