public import Model
public import Storing
public import Text

extension Agency {
    /// As the store keeps it and scripts get it.
    public var json: JSONValue {
        .compact([
            ("code", .string(code)), ("kind", .string(kind.rawValue)), ("ms", .string(nameMalay)),
            ("en", .string(nameEnglish)), ("states", states.isEmpty ? nil : .array(states.map { .string($0) })),
            ("contact", contact.map { .string($0) }), ("evidence", .string(evidence)),
            ("as_of", asOf.map { .string($0) }),
        ])
    }

    /// - Returns: nil where a name, the kind or the evidence is missing.
    public init?(json: JSONValue) {
        guard let code = json["code"]?.string, isAgencyCode(code), let kind = json["kind"]?.string.flatMap(Kind.init),
            let malay = json["ms"]?.string, let english = json["en"]?.string, let evidence = json["evidence"]?.string
        else { return nil }
        self.init(
            code: code, nameMalay: malay, nameEnglish: english, kind: kind,
            states: (json["states"]?.items ?? []).compactMap(\.string), contact: json["contact"]?.string,
            evidence: evidence, asOf: json["as_of"]?.string)
    }
}

extension Connection {
    /// The agencies that this squad has added.
    public func addedAgencies() throws(StoreError) -> [Agency] { try agencies().compactMap { Agency(json: $0) } }

    /// Adds agencies, with one entry of the journal.
    public func add(_ agencies: [Agency], by author: Author, at now: Instant) throws(StoreError) {
        for agency in agencies { try saveAgency(agency.code, agency.json) }
        try append(
            JournalDraft(
                at: now, by: author, verb: "agency.add",
                targets: agencies.map { agency in
                    JournalTarget(lead: nil, other: agency.code, before: .object([]), after: agency.json)
                }))
    }
}
