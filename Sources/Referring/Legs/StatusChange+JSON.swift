public import Model
import Storing
public import Text

extension StatusChange {
    /// Reads a change as the contract writes it (referral-status.schema.json). Members that we do not know are passed over.
    ///
    /// - Throws: `ChangeProblem.member` with the JSON Pointer of what is missing or wrong. What the contract demands beyond
    ///   that is told by ``problem``.
    public init(json: JSONValue) throws(ChangeProblem) {
        let reader = MemberReader(json: json)
        guard json.members != nil else { throw .member("", expected: "an object") }
        let version = try reader.text("schema_version", limit: 40)
        guard version?.hasPrefix("1.") == true else { throw .member("/schema_version", expected: "1.x.y") }
        self.init(
            id: try reader.required("id", "a UUID") { AnyUUID($0) },
            prospect: try reader.required("prospect_id", "our UUID of version 7") { UUIDv7($0) },
            ref: try reader.value("prospect_ref", "a reference with its check digit") {
                try? ProspectRef(parsing: $0)
            }, leg: try reader.required("referral_id", "a UUID") { AnyUUID($0) },
            hop: try reader.whole("hop", in: 1...ReferralLeg.lastHop), agency: try reader.agency("agency"),
            state: try reader.required("state", "a state of the contract") { ReferralState(rawValue: $0) },
            // An open list: a code of a later version is kept as "other".
            reason: try reader.text("reason", limit: 64).map { ReferralReason(rawValue: $0) ?? .other },
            at: try reader.required("at", "a time with its offset") { Instant(rfc3339: $0) },
            by: try reader.required("by", "an opaque id of 2 to 64 characters") { isStaffID($0) ? $0 : nil },
            nextStep: try reader.object(
                "next_step",
                "redirect with an agency, return_to_squad, hold with due_at, or advice_given with signed_by"
            ) { NextStep(json: $0) },
            dueAt: try reader.value("due_at", "a time with its offset") { Instant(rfc3339: $0) },
            caseID: try reader.text("external_case_id", limit: 80),
            original: try reader.object("duplicate_of", "a system and an id") { ForeignCase(json: $0) },
            outcome: try reader.object("outcome", "at least one programme, and days such as 2026-11-12") {
                HelpOutcome(json: $0)
            }, note: try reader.text("note", limit: 1000))
    }
}

/// Reads the members of a change; every problem has its JSON Pointer.
private struct MemberReader {
    let json: JSONValue

    func missing(_ name: String, _ expected: String) -> ChangeProblem { .member("/\(name)", expected: expected) }

    func text(_ name: String, limit: Int) throws(ChangeProblem) -> String? {
        guard let value = json[name], value != .null else { return nil }
        guard let text = value.string, text.unicodeScalars.count <= limit else {
            throw missing(name, "a text of at most \(limit) characters")
        }
        return text
    }

    func value<Value>(_ name: String, _ expected: String, _ make: (String) -> Value?) throws(ChangeProblem) -> Value? {
        guard let text = try text(name, limit: 80) else { return nil }
        guard let value = make(text) else { throw missing(name, expected) }
        return value
    }

    func required<Value>(
        _ name: String, _ expected: String, _ make: (String) -> Value?
    ) throws(ChangeProblem) -> Value {
        guard let value = try value(name, expected, make) else { throw missing(name, expected) }
        return value
    }

    func whole(_ name: String, in range: ClosedRange<Int>) throws(ChangeProblem) -> Int? {
        guard let value = json[name] else { return nil }
        guard let number = value.integer.flatMap({ Int(exactly: $0) }), range.contains(number) else {
            throw missing(name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func agency(_ name: String) throws(ChangeProblem) -> String? {
        try value(name, "an agency's code such as JKM") { isAgencyCode($0) ? $0 : nil }
    }

    func object<Value>(
        _ name: String, _ expected: String, _ make: (JSONValue) -> Value?
    ) throws(ChangeProblem) -> Value? {
        guard let value = json[name], value != .null else { return nil }
        guard let object = make(value) else { throw missing(name, expected) }
        return object
    }
}
