import Identifying
public import Model
import Text

// What people write in words of their own is kept as articles are: with identifiers masked. A number by which somebody wants
// to be called back has a field of its own, `CaseContact`.

/// A remark as it is kept.
///
/// - Parameter limit: the most scalars; marks may be longer than the numbers they stand for.
func masked(_ remark: String, limit: Int = .max) -> String {
    let masked = maskIdentifiers(in: remark).text
    guard masked.unicodeScalars.count > limit else { return masked }
    return String(String.UnicodeScalarView(masked.unicodeScalars.prefix(limit)))
}

extension StatusChange {
    /// The change as it is kept: identifiers in what was noted are masked.
    public var masked: StatusChange {
        var change = self
        change.note = note.map { Storing.masked($0, limit: StatusChange.noteLimit) }
        change.nextStep = nextStep.map { step in
            NextStep(step.kind, note: step.note.map { Storing.masked($0, limit: NextStep.noteLimit) })
        }
        return change
    }
}

extension JSONValue {
    /// The document with identifiers masked in every member that holds a remark.
    var withMaskedNotes: JSONValue { withMaskedNotes(limit: .max) }

    /// - Parameter limit: the most scalars of a note; one of a next step has a limit of its own.
    func withMaskedNotes(limit: Int) -> JSONValue {
        switch self {
        case .null, .bool, .integer, .number, .string: self
        case .array(let items): .array(items.map { $0.withMaskedNotes(limit: limit) })
        case .object(let members):
            .object(
                members.map { member in
                    guard member.name == "note", let note = member.value.string else {
                        let inner = member.name == "next_step" && limit < .max ? NextStep.noteLimit : limit
                        return Member(member.name, member.value.withMaskedNotes(limit: inner))
                    }
                    let kept = Storing.masked(note)
                    return Member(member.name, .string(kept == note ? note : Storing.masked(note, limit: limit)))
                })
        }
    }
}
