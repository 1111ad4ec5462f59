public import Model
import Storing
public import Text

extension ReferralLeg {
    /// The leg as a record carries it.
    ///
    /// - Parameter limit: the most scalars of its note.
    public func record(note limit: Int = 1000) -> JSONValue {
        let step = nextStep.map { NextStep($0.kind, note: $0.note.map { cut($0, to: min(limit, 500)) }) }
        return .compact([
            ("id", .string(id.description)), ("hop", .integer(Int64(hop))), ("from", .string(from)),
            ("to", .string(to)),
            ("state", .string(state.rawValue)), ("state_at", .string(stateAt.rfc3339())),
            ("reason", reason.map { .string($0.rawValue) }), ("note", note.map { .string(cut($0, to: limit)) }),
            ("next_step", step?.json), ("sent_at", sentAt.map { .string($0.rfc3339()) }),
            ("due_at", dueAt.map { .string($0.rfc3339()) }),
            ("external_case_id", caseID.map { .string(cut($0, to: 80)) }), ("outcome", outcome?.json),
        ])
    }
}

extension ReferralCase.NextAction {
    var record: JSONValue {
        .compact([
            ("owner", .string(duty.owner.rawValue)), ("action", .string(duty.action)),
            ("agency", agency.map { .string($0) }), ("due_at", dueAt.map { .string($0.rfc3339()) }),
        ])
    }
}

extension ProspectFacts {
    /// What the record is a repetition of, and which records tell of the same event.
    var relations: [(String, JSONValue?)] {
        let original = referralCase(urgency: .routine).duplicated ?? legs.last { $0.state == .duplicate }?.original
        let related = membership.map { membership in
            membership.others.map { other -> JSONValue in
                ["id": .string(other.description), "relation": "same-event", "reasons": ["url", "date"]]
            }
        }
        return [("duplicate_of", original?.json), ("related", related.flatMap { $0.isEmpty ? nil : .array($0) })]
    }
}

extension ProspectFacts.Membership {
    /// For receivers that count group cases.
    var record: JSONValue {
        [
            "ref": .string(groupRef.description), "member": .integer(Int64(number)),
            "members": .integer(Int64(others.count + 1)),
        ]
    }
}

extension JSONValue {
    /// The object with more members; those that are nil are left out.
    func with(_ more: [(String, JSONValue?)]) -> JSONValue {
        .object((members ?? []) + more.compactMap { name, value in value.map { Member(name, $0) } })
    }
}

extension Lead {
    /// The same case as it concerns one of its persons. The household is that of nobody in particular then.
    func told(of person: Person) -> Lead {
        var copy = self
        copy.identification.persons = [person]
        copy.identification.household = nil
        return copy
    }
}
