public import Model
import Storing

/// What a person sets about a lead, field by field.
public struct LeadEdit: Hashable, Sendable {
    public var who: FieldChange<[Person]>
    public var location: FieldChange<Place>
    public var needs: FieldChange<[Need]>
    public var urgency: FieldChange<Urgency>
    public var summary: FieldChange<String>
    public var contact: FieldChange<CaseContact>
    /// Codes of programmes to check first.
    public var programmes: FieldChange<[String]>

    public init(
        who: FieldChange<[Person]> = .keep, location: FieldChange<Place> = .keep, needs: FieldChange<[Need]> = .keep,
        urgency: FieldChange<Urgency> = .keep, summary: FieldChange<String> = .keep,
        contact: FieldChange<CaseContact> = .keep, programmes: FieldChange<[String]> = .keep
    ) {
        (self.who, self.location, self.needs, self.urgency, self.summary) = (who, location, needs, urgency, summary)
        (self.contact, self.programmes) = (contact, programmes)
    }

    /// What becomes of one field.
    public enum FieldChange<Value: Hashable & Sendable>: Hashable, Sendable {
        case keep
        /// What articles and rules say counts again.
        case clear
        case set(Value)

        /// The value after the change; `nothing` stands for a field that no person has set.
        func applied(to value: Value, nothing: Value) -> Value {
            switch self {
            case .keep: value
            case .clear: nothing
            case .set(let new): new
            }
        }

        /// The same for a field that is nil where no person has set it.
        func applied(to value: Value?) -> Value? {
            switch self {
            case .keep: value
            case .clear: nil
            case .set(let new): new
            }
        }
    }

    /// The standing with the parts that are codes.
    func applied(to standing: LeadStanding) -> LeadStanding {
        var result = standing
        result.setUrgency = urgency.applied(to: standing.setUrgency)
        // Needs that were added on acceptance are part of what a person said of the needs.
        if needs != .keep { result.addedNeeds = [] }
        result.setNeeds = needs.applied(to: standing.setNeeds, nothing: [])
        return result
    }

    /// The texts with the parts that are personal data.
    func applied(to texts: LeadTexts) -> LeadTexts {
        LeadTexts(
            persons: who.applied(to: texts.persons, nothing: []), place: location.applied(to: texts.place),
            summary: summary.applied(to: texts.summary), contact: contact.applied(to: texts.contact),
            programmes: programmes.applied(to: texts.programmes, nothing: []))
    }

    /// Why it cannot be kept; nil where it can.
    var refusal: Refusal? {
        if case .set(let text) = summary, text.unicodeScalars.count > LeadTexts.summaryLimit {
            return .noteTooLong(limit: LeadTexts.summaryLimit)
        }
        if case .set(let persons) = who, persons.count > LeadTexts.personLimit {
            return .tooMany(limit: LeadTexts.personLimit)
        }
        if case .set(let codes) = programmes, codes.count > LeadTexts.programmeLimit {
            return .tooMany(limit: LeadTexts.programmeLimit)
        }
        return self == LeadEdit() ? .nothingToSet : nil
    }
}
