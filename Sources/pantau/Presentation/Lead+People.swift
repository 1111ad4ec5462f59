import Model

extension Lead {
    /// Each person whom the lead is about, in a few words: `Rekaan bin Contoh, 34, buruh binaan`. Nobody where the identity
    /// is protected.
    func people(in language: ScreenLanguage) -> [String] {
        guard !isProtected else { return [] }
        return affected.map { person in
            [
                person.name ?? person.relation.map { kinWord($0, in: language) }
                    ?? language.phrase("no name given", "tiada nama"),
                person.age.map { "\($0.years)" },
                person.occupation,
            ].compactMap { $0 }.joined(separator: ", ")
        }
    }

    /// Whom it is about, first those in need, then their kin; neither speakers nor accused.
    var affected: [Person] {
        let persons = identification.persons.filter { $0.role != .speaker && $0.role != .accused }
        return persons.enumerated().sorted { ($0.element.role.place, $0.offset) < ($1.element.role.place, $1.offset) }
            .map(\.element)
    }

    /// Whether one of its persons is under 18.
    var hasMinor: Bool { identification.persons.contains(where: \.isMinor) }
}
