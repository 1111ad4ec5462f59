public import Model

/// Another lead that may be of the same case.
public struct SimilarLead: Hashable, Sendable {
    public var lead: Lead
    /// What speaks for it and against.
    public var link: LeadLink
    /// Whether a crawl has offered it; else only the comparison of now found it.
    public var isOffered: Bool
    /// A person has called the two different cases.
    public var isCalledDifferent: Bool

    /// How alike the two are, in hundredths: a join needs about 60, a reviewer is asked from 38 on.
    public var percent: Int { max(0, min(100, link.tenths)) }
}

/// One line of two leads side by side.
public struct ComparedFact: Hashable, Sendable {
    /// What is compared.
    public enum Kind: String, Labelled {
        case headline, source, subject, place, day, household, needs, score, status

        public var labels: (en: String, ms: String) {
            switch self {
            case .headline: ("Headline", "Tajuk")
            case .source: ("Source", "Sumber")
            case .subject: ("Subject", "Subjek")
            case .place: ("Place", "Tempat")
            case .day: ("Day", "Hari")
            case .household: ("Household", "Isi rumah")
            case .needs: ("Needs", "Keperluan")
            case .score: ("Score", "Skor")
            case .status: ("Status", "Status")
            }
        }

        /// Whether it may tell who somebody is.
        public var isPersonal: Bool { self == .headline || self == .subject }
    }

    public var kind: Kind
    /// Of the one lead; empty where it is not known.
    public var first: String
    /// Of the other.
    public var second: String
    /// Both are known and say the same.
    public var isSame: Bool { !first.isEmpty && first.lowercased() == second.lowercased() }

    /// Two leads side by side, fact by fact, as a reviewer compares them. Names stand in it: whoever shows it masks what
    /// ``Kind/isPersonal`` says.
    public static func comparing(_ a: Lead, _ b: Lead, in language: ScreenLanguage) -> [ComparedFact] {
        Kind.allCases.map { kind in
            ComparedFact(kind: kind, first: words(kind, of: a, in: language), second: words(kind, of: b, in: language))
        }
    }

    private static func words(_ kind: Kind, of lead: Lead, in language: ScreenLanguage) -> String {
        let found = lead.identification
        switch kind {
        case .headline: return lead.headline
        case .source:
            let first = lead.articles.first?.article
            return [first?.outlet, first?.published.map { String($0.iso.prefix(10)) }].compactMap(\.self)
                .joined(separator: ", ")
        case .subject: return persons(found.persons)
        case .place:
            return [found.place?.locality, found.place?.districtName, found.place?.stateName].compactMap(\.self)
                .joined(separator: ", ")
        case .day: return found.eventDay?.isoDay ?? ""
        case .household:
            return [
                found.household?.size.map { "\($0) " + language.phrase("people", "orang") },
                found.household?.children.map { "\($0) " + language.phrase("children", "anak") },
            ].compactMap(\.self).joined(separator: ", ")
        case .needs: return lead.needs.map { $0.need.label(in: language) }.joined(separator: ", ")
        case .score: return "\(lead.score.value)"
        case .status: return lead.state.code
        }
    }

    private static func persons(_ persons: [Person]) -> String {
        let central = persons.filter { $0.role != .speaker && $0.role != .accused }
        return central.prefix(3).compactMap { person in
            let parts = [person.name, person.age.map { "\($0.years)" }].compactMap(\.self)
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }.joined(separator: "; ")
    }
}
