public import Model
public import Text

// The contract's forms (prospect.schema.json: next_step, outcome, duplicate_of). The store keeps them as they are sent.

extension NextStep {
    public var json: JSONValue {
        .compact(
            [("kind", .string(code))] + details + [("note", note.map { .string($0) })])
    }

    private var details: [(String, JSONValue?)] {
        switch kind {
        case .redirect(let agency): [("agency", .string(agency))]
        case .returnToSquad: []
        case .hold(let until): [("due_at", .string(until.rfc3339()))]
        case .adviceGiven(let signer): [("signed_by", .string(signer))]
        }
    }

    /// - Returns: nil where the kind is unknown or what it needs is missing or misspelled.
    public init?(json: JSONValue) {
        let note = json["note"]?.string
        guard (note?.unicodeScalars.count ?? 0) <= 500 else { return nil }
        switch json["kind"]?.string {
        case "redirect":
            guard let agency = json["agency"]?.string, isAgencyCode(agency) else { return nil }
            self.init(.redirect(to: agency), note: note)
        case "return_to_squad": self.init(.returnToSquad, note: note)
        case "hold":
            guard let until = json["due_at"]?.string.flatMap({ Instant(rfc3339: $0) }) else { return nil }
            self.init(.hold(until: until), note: note)
        case "advice_given":
            guard let signer = json["signed_by"]?.string, isStaffID(signer) else { return nil }
            self.init(.adviceGiven(signedBy: signer), note: note)
        case nil, .some: return nil
        }
    }
}

extension HelpOutcome {
    public var json: JSONValue {
        .compact([
            ("programmes", .array(programmes.map { .string($0) })), ("started_on", startedOn.map { .string($0) }),
            ("ended_on", endedOn.map { .string($0) }), ("verified", isVerified.map { .bool($0) }),
        ])
    }

    /// - Returns: nil without a programme, or where a name is too long or a day is none.
    public init?(json: JSONValue) {
        let programmes = (json["programmes"]?.items ?? []).map { $0.string ?? "" }
        let (start, end) = (json["started_on"]?.string, json["ended_on"]?.string)
        guard !programmes.isEmpty, programmes.allSatisfy({ (1...160).contains($0.unicodeScalars.count) }),
            [start, end].allSatisfy({ day in day.map { Instant(rfc3339: $0 + "T00:00:00Z") != nil } ?? true })
        else { return nil }
        self.init(programmes: programmes, startedOn: start, endedOn: end, isVerified: json["verified"]?.bool)
    }
}

extension ForeignCase {
    public var json: JSONValue { ["system": .string(system), "id": .string(id)] }

    /// - Returns: nil where one of both is missing, empty or longer than 80 scalars.
    public init?(json: JSONValue) {
        guard let system = json["system"]?.string, let id = json["id"]?.string,
            [system, id].allSatisfy({ (1...80).contains($0.unicodeScalars.count) })
        else { return nil }
        self.init(system: system, id: id)
    }
}

extension StatusChange {
    /// As the contract writes it.
    public var json: JSONValue {
        .compact([
            ("schema_version", "1.0.0"), ("id", .string(id.description)),
            ("prospect_id", prospect.map { .string($0.description) }),
            ("prospect_ref", ref.map { .string($0.description) }),
            ("referral_id", leg.map { .string($0.description) }), ("hop", hop.map { .integer(Int64($0)) }),
            ("state", .string(state.rawValue)), ("reason", reason.map { .string($0.rawValue) }),
            ("agency", agency.map { .string($0) }), ("at", .string(at.rfc3339())), ("by", .string(by)),
            ("next_step", nextStep?.json), ("due_at", dueAt.map { .string($0.rfc3339()) }),
            ("external_case_id", caseID.map { .string($0) }), ("duplicate_of", original?.json),
            ("outcome", outcome?.json), ("note", note.map { .string($0) }),
        ])
    }
}

extension NextStep: JSONConvertible {}
extension HelpOutcome: JSONConvertible {}
extension ForeignCase: JSONConvertible {}
extension ReferralState: SQLConvertible {}
extension ReferralReason: SQLConvertible {}

extension AnyUUID: SQLConvertible {
    public var sqlValue: SQLValue { .text(description) }
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}
