import Model

extension Lead {
    /// Each person whom the lead is about, in a few words. Nobody where the identity is protected.
    func people(in language: ScreenLanguage) -> [String] { isProtected ? [] : identification.people(in: language) }

    /// Whom it is about, first those in need, then their kin; neither speakers nor accused.
    var affected: [Person] { identification.affected }

    /// Whether one of its persons is under 18.
    var hasMinor: Bool { identification.persons.contains(where: \.isMinor) }
}

extension Identification {
    /// Each person in need, or their kin, in a few words: `Rekaan bin Contoh, 34, buruh binaan`.
    func people(in language: ScreenLanguage) -> [String] {
        affected.map { person in
            [
                person.fullName(in: language) ?? person.relation.map { kinWord($0, in: language) }
                    ?? language.phrase("no name given", "tiada nama"),
                person.age.map { "\($0.years)" },
                person.occupation,
            ].compactMap { $0 }.joined(separator: ", ")
        }
    }

    /// Those in need, then their kin; neither speakers nor accused.
    var affected: [Person] {
        let persons = persons.filter { $0.role != .speaker && $0.role != .accused }
        return persons.enumerated().sorted { ($0.element.role.place, $0.offset) < ($1.element.role.place, $1.offset) }
            .map(\.element)
    }
}

extension Person {
    /// The name, and what else they are called where the name does not say it: `Rosli Rekaan (also Pok Li)`.
    func fullName(in language: ScreenLanguage) -> String? {
        guard let name else { return nil }
        let others = aliases.filter { !name.contains($0) }
        guard !others.isEmpty else { return name }
        return name + " (" + language.phrase("also ", "juga ") + others.joined(separator: ", ") + ")"
    }
}

extension Place {
    /// From the village to the state, as far as it is known: `Kampung Rekaan, Sik, Kedah`.
    var name: String { [locality, districtName, stateName].compactMap { $0 }.joined(separator: ", ") }
}
