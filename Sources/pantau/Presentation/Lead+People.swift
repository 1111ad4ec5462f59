import Model

extension Lead {
    /// Each person whom the lead is about, in a few words: `Rekaan bin Contoh, 34, buruh binaan`. Nobody where the identity
    /// is protected.
    func people(in language: ScreenLanguage) -> [String] {
        guard !isProtected else { return [] }
        return identification.persons.filter { $0.role != .speaker && $0.role != .accused }.map { person in
            [
                person.name ?? person.relation ?? language.phrase("no name given", "tiada nama"),
                person.age.map { "\($0.years)" },
                person.occupation,
            ].compactMap { $0 }.joined(separator: ", ")
        }
    }

    /// Whether one of its persons is under 18.
    var hasMinor: Bool { identification.persons.contains(where: \.isMinor) }
}
