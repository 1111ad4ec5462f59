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
        var first = CatalogueReader(file: agenciesFile)
        self.agencies = first.agencies(agencies)
        var second = CatalogueReader(file: programmesFile)
        (version, self.programmes, doors) = second.programmes(programmes, agencies: self.agencies)
        let problems = first.problems + second.problems
        guard problems.isEmpty else { throw DocumentProblems(problems) }
    }
}

/// Turns nodes into values and notes what is wrong; a wrong item is left out and the reading goes on.
struct CatalogueReader {
    let file: String
    var problems: [DocumentProblem] = []

    init(file: String) { self.file = file }

    mutating func agencies(_ root: DocumentNode) -> [Agency] {
        var reader = section(root, "an agencies file", known: ["version", "agencies"])
        var seen = Set<String>()
        return list(reader.take("agencies"), "agencies", in: root).compactMap { node in
            var entry = section(
                node, "an agency", known: ["code", "ms", "en", "kind", "states", "contact", "evidence"])
            let code = agencyCode(entry.take("code"), in: node)
            let kind = choice(entry.take("kind"), Agency.Kind.self, "kind", in: node)
            let names = (text(entry.take("ms"), "ms", in: node), text(entry.take("en"), "en", in: node))
            let evidence = text(entry.take("evidence"), "evidence", in: node)
            let states = entry.take("states").map { stateCodes($0) } ?? []
            let contact = entry.take("contact").flatMap { scalar($0, "contact") }
            guard let code, let kind, let malay = names.0, let english = names.1, let evidence else { return nil }
            guard seen.insert(code).inserted else {
                note(node, "agency \(code) stands twice")
                return nil
            }
            return Agency(
                code: code, nameMalay: malay, nameEnglish: english, kind: kind, states: states, contact: contact,
                evidence: evidence)
        }
    }

    mutating func programmes(
        _ root: DocumentNode, agencies: [Agency]
    ) -> (version: String, programmes: [Programme], doors: [Need: [String]]) {
        var reader = section(root, "a programmes file", known: ["version", "programmes", "doors"])
        let version = text(reader.take("version"), "version", in: root) ?? ""
        var seen = Set<String>()
        let programmes = list(reader.take("programmes"), "programmes", in: root).compactMap { node -> Programme? in
            guard let programme = self.programme(node, agencies: agencies) else { return nil }
            guard seen.insert(programme.code).inserted else {
                note(node, "programme \(programme.code) stands twice")
                return nil
            }
            return programme
        }
        return (version, programmes, doors(reader.take("doors"), in: root, codes: seen))
    }

    private mutating func programme(_ node: DocumentNode, agencies: [Agency]) -> Programme? {
        var entry = section(
            node, "a programme",
            known: ["code", "agency", "agency-of-state", "ms", "en", "check", "when", "evidence", "as-of"])
        let code = agencyCode(entry.take("code"), in: node)
        let door = self.door(entry.take("agency"), entry.take("agency-of-state"), in: node, agencies: agencies)
        let names = (text(entry.take("ms"), "ms", in: node), text(entry.take("en"), "en", in: node))
        let check = self.check(entry.take("check"), in: node)
        let conditions = entry.take("when").map { self.conditions($0) } ?? []
        let evidence = text(entry.take("evidence"), "evidence", in: node)
        let asOf = text(entry.take("as-of"), "as-of", in: node)
        guard let code, let door, let malay = names.0, let english = names.1, let check, let evidence, let asOf
        else { return nil }
        return Programme(
            code: code, agency: door, nameMalay: malay, nameEnglish: english, checkMalay: check.malay,
            checkEnglish: check.english, conditions: conditions, evidence: evidence, asOf: asOf)
    }

    private mutating func door(
        _ agency: DocumentNode?, _ kind: DocumentNode?, in node: DocumentNode, agencies: [Agency]
    ) -> Programme.Door? {
        if let kind {
            guard agency == nil else {
                note(kind, "\"agency\" and \"agency-of-state\" exclude each other")
                return nil
            }
            return choice(kind, Agency.Kind.self, "agency-of-state", in: node).map { .byState($0) }
        }
        guard let code = text(agency, "agency", in: node), let agency else { return nil }
        let known = agencies.map(\.code)
        guard known.contains(code) else {
            note(agency, "there is no agency \(code)" + hint(code, among: known))
            return nil
        }
        return .agency(code)
    }

    private mutating func check(_ node: DocumentNode?, in parent: DocumentNode) -> (malay: String, english: String)? {
        guard let node else {
            note(parent, "\"check\" is missing: what must a person find out first?")
            return nil
        }
        var entry = section(node, "a check", known: ["ms", "en"])
        guard let malay = text(entry.take("ms"), "ms", in: node), let english = text(entry.take("en"), "en", in: node)
        else { return nil }
        for (text, promises) in [(malay, ["berhak", "layak menerima"]), (english, ["entitled", "is eligible"])] {
            for promise in promises where text.lowercased().contains(promise) {
                note(node, "\"\(promise)\" is a promise; say what to check")
            }
        }
        return (malay, english)
    }

    private mutating func doors(_ node: DocumentNode?, in root: DocumentNode, codes: Set<String>) -> [Need: [String]] {
        guard let node else {
            note(root, "\"doors\" is missing")
            return [:]
        }
        guard case .map(let entries) = node.content else {
            note(node, "\"doors\" lists programmes for each need")
            return [:]
        }
        var doors: [Need: [String]] = [:]
        for entry in entries {
            guard let need = Need(rawValue: entry.key) else {
                let known = Need.allCases.map(\.rawValue)
                problems.append(
                    .init(file, at: entry.keyMark, "\"\(entry.key)\" is no need" + hint(entry.key, among: known)))
                continue
            }
            doors[need] = list(entry.value, entry.key, in: node).compactMap { item in
                guard let code = scalar(item, entry.key) else { return nil }
                guard codes.contains(code) else {
                    note(item, "there is no programme \(code)" + hint(code, among: codes))
                    return nil
                }
                return code
            }
        }
        for need in Need.allCases where need != .other && doors[need, default: []].isEmpty {
            note(node, "no door stands open for \"\(need.rawValue)\"")
        }
        return doors
    }
}
