public import Model
import Text

/// What a person wrote about a lead in place of what its articles say. Personal data: never in the journal.
public struct LeadTexts: Hashable, Sendable {
    /// Whom it is about; empty where the articles say.
    public var persons: [Person]
    /// nil where the articles say.
    public var place: Place?
    /// The case in a reviewer's own words.
    public var summary: String?
    /// How the people of the case can be reached.
    public var contact: CaseContact?
    /// Codes of programmes that a person wants checked first.
    public var programmes: [String]

    public init(
        persons: [Person] = [], place: Place? = nil, summary: String? = nil, contact: CaseContact? = nil,
        programmes: [String] = []
    ) {
        (self.persons, self.place, self.summary) = (persons, place, summary)
        (self.contact, self.programmes) = (contact, programmes)
    }

    /// A summary is a paragraph.
    public static let summaryLimit = 1000
    /// More than a household is another lead.
    public static let personLimit = 20
    /// The contract sends at most 12 suggestions.
    public static let programmeLimit = 12

    var isEmpty: Bool { self == LeadTexts() }

    /// What the articles say, with what the person wrote in its place.
    ///
    /// Persons named by a reviewer become those whom the lead is about; kin, carers and speakers stay. A child that the
    /// articles name stays as well, or a correction could lift the protection that its age gives.
    func applied(to found: Identification) -> Identification {
        var result = found
        if !persons.isEmpty {
            let rest = found.persons.filter { person in
                (person.role != .subject || person.isMinor) && !persons.contains { $0.isNamed(as: person) }
            }
            let named = persons.map { person in
                found.persons.first { $0.isNamed(as: person) }.map { person.completed(from: $0) } ?? person
            }
            result.persons = named + rest
        }
        result.place = place ?? found.place
        return result
    }

    /// What of a lead stands here.
    var setFields: Set<LeadField> {
        var fields: Set<LeadField> = []
        if !persons.isEmpty { fields.insert(.who) }
        if place != nil { fields.insert(.location) }
        if summary != nil { fields.insert(.summary) }
        if contact != nil { fields.insert(.contact) }
        if !programmes.isEmpty { fields.insert(.programmes) }
        return fields
    }
}

extension Person {
    fileprivate func isNamed(as other: Person) -> Bool {
        guard let name else { return false }
        return other.names.contains { $0.lowercased() == name.lowercased() }
    }

    /// With what the articles say of the same person besides; the reviewer's age stands.
    fileprivate func completed(from found: Person) -> Person {
        var result = self
        result.aliases = aliases.isEmpty ? found.aliases.filter { $0.lowercased() != name?.lowercased() } : aliases
        result.age = age ?? found.age
        result.sex = sex ?? found.sex
        result.occupation = occupation ?? found.occupation
        result.relation = relation ?? found.relation
        result.isDead = isDead || found.isDead
        result.isChild = isChild || found.isChild
        result.evidence = found.evidence
        return result
    }
}

extension Connection {
    /// What a person wrote about a lead with this standing; nothing where nobody did, or where it was erased since.
    public func texts(of standing: LeadStanding) throws(StoreError) -> LeadTexts {
        guard let edition = standing.edition else { return LeadTexts() }
        return try first(
            "SELECT identification_json, summary, contact_json, programmes FROM lead_edit WHERE id = $1", edition
        ) { row throws(StoreError) in
            let written: Identification = try row["identification_json"]
            let codes: String? = try row["programmes"]
            return LeadTexts(
                persons: written.persons, place: written.place, summary: try row["summary"],
                contact: try row["contact_json"], programmes: (codes ?? "").split(separator: ",").map(String.init))
        } ?? LeadTexts()
    }

    /// A keyed hash of what a person wrote, for the journal.
    public func seal(of texts: LeadTexts) throws(StoreError) -> String {
        let written = Identification(persons: texts.persons, place: texts.place)
        let more = [texts.contact?.json, JSONValue.list(texts.programmes) { .string($0) }].compactMap(\.self)
        return try seal(of: JSONValue.array([written.json, .string(texts.summary ?? "")] + more).text)
    }

    /// Keeps what a person wrote about a lead.
    ///
    /// - Returns: its number, for the lead's standing; nil where the texts are empty.
    public func addTexts(
        _ texts: LeadTexts, of lead: LeadID, by actor: Actor, at now: Instant
    ) throws(StoreError) -> Int64? {
        guard !texts.isEmpty else { return nil }
        return try value(
            """
            INSERT INTO lead_edit (lead, at, actor, identification_json, summary, contact_json, programmes)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """, lead, now, actor, Identification(persons: texts.persons, place: texts.place), texts.summary,
            texts.contact, texts.programmes.isEmpty ? nil : texts.programmes.joined(separator: ","))
    }
}
