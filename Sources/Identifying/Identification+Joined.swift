public import Model

extension Identification {
    /// What two tellings of one case say together: persons of both, each once; the more exact place; the greater household.
    ///
    /// A person is the same where one name's words are among the other's or are all of an alias, or where one has no name and the ages agree.
    public func joined(with other: Identification) -> Identification {
        var result = self
        for person in other.persons {
            if let index = result.persons.firstIndex(where: { $0.isSame(as: person) }) {
                result.persons[index] = result.persons[index].filled(from: person)
            } else {
                result.persons.append(person)
            }
        }
        result.place = Identification.moreExact(place, other.place)
        result.household = Household(
            size: [household?.size, other.household?.size].compactMap(\.self).max(),
            children: [household?.children, other.household?.children].compactMap(\.self).max(),
            childAges: household?.childAges.isEmpty == false
                ? household?.childAges ?? [] : other.household?.childAges ?? [])
        if result.household == Household() { result.household = nil }
        result.eventDay = eventDay ?? other.eventDay
        result.workplace = workplace ?? other.workplace
        result.identifiers += other.identifiers.filter { !identifiers.contains($0) }
        result.isAppeal = isAppeal || other.isAppeal
        return result
    }

    private static func moreExact(_ a: Place?, _ b: Place?) -> Place? {
        guard let a, let b else { return a ?? b }
        return b.exactness > a.exactness ? b : a
    }
}

extension Place {
    fileprivate var exactness: Int {
        (stateCode == nil ? 0 : 1) + (districtCode == nil ? 0 : 2) + (locality == nil ? 0 : 1)
    }
}

extension Person {
    fileprivate func isSame(as other: Person) -> Bool {
        switch (name, other.name) {
        case (nil, nil), (nil, _), (_, nil): return age != nil && age == other.age
        case (let name?, let otherName?):
            let aliases = Set(aliases.map(nameKey(of:)))
            let otherAliases = Set(other.aliases.map(nameKey(of:)))
            if aliases.contains(nameKey(of: otherName)) || otherAliases.contains(nameKey(of: name)) { return true }
            let words = Set(nameKey(of: name).split(separator: " "))
            let otherWords = Set(nameKey(of: otherName).split(separator: " "))
            let shared = words.intersection(otherWords).count
            let agrees = age == nil || other.age == nil || age == other.age
            return agrees && shared > 0 && shared == min(words.count, otherWords.count)
        }
    }

    /// With what the other telling says besides; the longer name stays, unless it is an alias.
    fileprivate func filled(from other: Person) -> Person {
        var result = self
        let isKnownAs = name.map(other.aliases.contains) ?? false
        let isLonger = (other.name?.count ?? 0) > (name?.count ?? 0)
        if isKnownAs || isLonger && !(other.name.map(aliases.contains) ?? false) { result.name = other.name }
        result.aliases = (aliases + other.aliases.filter { !aliases.contains($0) }).filter { $0 != result.name }
        result.age = age ?? other.age
        result.sex = sex ?? other.sex
        result.occupation = occupation ?? other.occupation
        result.relation = relation ?? other.relation
        result.isDead = isDead || other.isDead
        return result
    }
}
