import Model
public import Text

/// Reads a file of agencies in the form of `agencies.yaml`.
///
/// - Throws: every problem of the file at once.
public func readAgencies(_ document: DocumentNode, file: String) throws(DocumentProblems) -> [Agency] {
    let read = AgencyFile(document, named: file)
    guard read.problems.isEmpty else { throw DocumentProblems(read.problems) }
    return read.agencies
}

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
                known: ["code", "ms", "en", "kind", "states", "contact", "evidence", "as-of"])
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
        let asOf = reader.text("as-of")
        guard reader.problems.isEmpty, let code, let malay, let english, let kind, let evidence else { return nil }
        return Agency(
            code: code, nameMalay: malay, nameEnglish: english, kind: kind, states: states, contact: contact,
            evidence: evidence, asOf: asOf)
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
            isAgencyCode(text) ? text : nil
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
