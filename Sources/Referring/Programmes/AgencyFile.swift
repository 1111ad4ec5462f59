import Text

/// `agencies.yaml`: a version and a list of agencies.
struct AgencyFile {
    private(set) var agencies: [Agency] = []
    private(set) var problems: [DocumentProblem] = []

    init(_ document: DocumentNode, named name: String) {
        var top = FieldReader(document, file: name, describing: "a file of agencies", known: ["version", "agencies"])
        var seen = Set<String>()
        for node in top.items("agencies", form: "- code:") {
            var reader = FieldReader(
                node, file: name, describing: "an agency",
                known: ["code", "ms", "en", "kind", "states", "contact", "evidence"])
            if let agency = AgencyFile.agency(&reader) {
                if seen.insert(agency.code).inserted {
                    agencies.append(agency)
                } else {
                    reader.report("agency \(agency.code) stands twice")
                }
            }
            problems += reader.problems
        }
        problems = top.problems + problems
    }

    private static func agency(_ reader: inout FieldReader) -> Agency? {
        let code = reader.contractCode("code")
        let malay = reader.text("ms", isRequired: true)
        let english = reader.text("en", isRequired: true)
        let kind = reader.word("kind", as: Agency.Kind.self, isRequired: true)
        let states = reader.states("states")
        let contact = reader.text("contact")
        let evidence = reader.text("evidence", isRequired: true)
        guard reader.problems.isEmpty, let code, let malay, let english, let kind, let evidence else { return nil }
        return Agency(
            code: code, nameMalay: malay, nameEnglish: english, kind: kind, states: states, contact: contact,
            evidence: evidence)
    }
}

extension FieldReader {
    /// The items of a required list.
    ///
    /// - Parameter form: how an item begins, for the message.
    mutating func items(_ key: String, form: String) -> [DocumentNode] {
        guard let node = node(key) else {
            if problems.isEmpty { report("\"\(key)\" is missing") }
            return []
        }
        guard case .list(let items) = node.content else {
            report("\"\(key)\" must be a list: each item begins with `\(form)`", at: node.mark)
            return []
        }
        return items
    }

    /// A code as the contract spells those of agencies and programmes.
    mutating func contractCode(_ key: String) -> String? {
        value(key, isRequired: true, expected: "2 to 32 of A-Z 0-9 . _ - that begin with a letter or digit") { text in
            let isSpelledRight = text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || [45, 46, 95].contains(byte)
            }
            let first = text.utf8.first ?? 0
            return isSpelledRight && (2...32).contains(text.utf8.count) && ![45, 46, 95].contains(first) ? text : nil
        }
    }

    mutating func states(_ key: String) -> [String] {
        let codes = texts(key)
        for code in codes where stateNames[code] == nil {
            report("\"\(code)\" is no state; they run from MY-01 to MY-16", at: node(key)?.mark)
        }
        return codes
    }
}
