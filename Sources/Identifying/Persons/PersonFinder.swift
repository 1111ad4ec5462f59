import Model

/// Finds the persons of an article and puts them in order: those it is about first, speakers last.
struct PersonFinder {
    let gazetteer: Gazetteer
    let title: Passage
    let text: Passage

    /// A reviewer looks at three names; a family or a crew that is listed one by one may be longer.
    static let mostNames = 3
    static let mostNamesOfStory = 10
    static let mostUnnamed = 6

    func persons() -> [Person] {
        let ordinary = Set((title.words + text.words).lazy.filter { !$0.isCapitalised && !$0.isNumber }.map(\.folded))
        let inTitle = NameFinder(gazetteer: gazetteer, passage: title, ordinary: ordinary)
        let inText = NameFinder(gazetteer: gazetteer, passage: text, ordinary: ordinary)
        var found = inText.mentions()
        PronounAges(passage: text, ages: inText.ages).give(to: &found)
        let gathered = gather(found + titleMentions(inTitle))
        var candidates = gathered.filter { $0.isCertain(among: gazetteer.names) }
        if !candidates.contains(where: { !$0.isSpeaker && !$0.isAccused }) {
            candidates += gathered.filter { isHeadlineName($0) || isLikelyName($0) }
        }
        candidates.sort { $0.rank > $1.rank }
        let given = chosen(candidates)
        let ordered = given.filter(\.isCentral) + given.filter { !$0.isCentral }
        let named = aged(
            ordered.map { $0.person { $0 == .title ? title : text } }, ages: inText.ages, mentions: found)
        return named + unnamed(inTitle, inText, named: named, mentions: found)
    }

    /// Headlines In Title Case Are All Names, so there only what the text or the table of names knows counts.
    private func titleMentions(_ finder: NameFinder) -> [NameMention] {
        guard title.isInTitleCase else { return finder.mentions() }
        return finder.mentions().filter { $0.parts.allSatisfy(gazetteer.names.isGivenName) }
    }

    /// Two words or more that something in the text speaks for. Only where no better name is known.
    private func isLikelyName(_ candidate: PersonCandidate) -> Bool {
        candidate.fullest.parts.count > 1 && candidate.points == 2 && candidate.mentions.count == 1
    }

    /// `Ibu terkilan - Rekaan tidak sempat bertemu`: one capitalised word in a headline that is otherwise in lower case, with a
    /// lower-case word after it. Only where no better name is known.
    private func isHeadlineName(_ candidate: PersonCandidate) -> Bool {
        let mention = candidate.fullest
        guard mention.field == .title, !title.isInTitleCase, mention.parts.count == 1, mention.parts[0].utf8.count > 3,
            mention.words.lowerBound > 0, mention.words.upperBound < title.words.count, mention.points >= 0
        else { return false }
        let first = title.words[mention.words.lowerBound]
        let before = gazetteer.people[title.words[mention.words.lowerBound - 1].folded]
        guard first.gap.contains(.dash) || !before.isDisjoint(with: [.anyKin, .late, .subject, .title])
        else { return false }
        let next = title.words[mention.words.upperBound]
        return !title.words[mention.words.lowerBound].isUpper && next.gap.isPlain && !next.isCapitalised
            && !next.isNumber
    }

    /// One candidate for each person, longest names first, so that `Siti` finds `Siti Rekaan`.
    private func gather(_ mentions: [NameMention]) -> [PersonCandidate] {
        // A hostile text may hold thousands of names; what it is about is among the first.
        let first = mentions.prefix(400)
        let order = first.indices.sorted { (first[$1].parts.count, $0) < (first[$0].parts.count, $1) }
        var candidates: [PersonCandidate] = []
        for index in order {
            if let match = candidates.firstIndex(where: { $0.includes(first[index]) }) {
                var mention = first[index]
                mention.isAlias = candidates[match].isAlias(mention.parts)
                candidates[match].mentions.append(mention)
            } else {
                candidates.append(PersonCandidate(first[index]))
            }
        }
        return candidates
    }

    private func chosen(_ candidates: [PersonCandidate]) -> [PersonCandidate] {
        var result: [PersonCandidate] = []
        for candidate in candidates {
            let isStory =
                (candidate.age != nil || candidate.isListed) && !candidate.isSpeaker && !candidate.isAccused
            if result.count < (isStory ? Self.mostNamesOfStory : Self.mostNames) { result.append(candidate) }
        }
        return result
    }

    /// Where one person is named without an age and the text says `the widow, 49,`, hers it is.
    private func aged(_ named: [Person], ages: [AgeMention], mentions: [NameMention]) -> [Person] {
        let central = named.indices.filter { named[$0].role == .subject || named[$0].role == .breadwinnerDeceased }
        guard central.count == 1, named[central[0]].age == nil else { return named }
        let taken = Set(mentions.compactMap { $0.age?.words.lowerBound })
        let unnamed = UnnamedPersons(gazetteer: gazetteer, passage: text, ages: ages, taken: taken)
        let definite = unnamed.definiteAges()
        guard
            let age = definite.first ?? unnamed.leadAge(of: mentions.min { $0.words.lowerBound < $1.words.lowerBound }),
            definite.allSatisfy({ $0 == age })
        else { return named }
        var result = named
        result[central[0]].age = age
        return result
    }

    private func unnamed(
        _ inTitle: NameFinder, _ inText: NameFinder, named: [Person], mentions: [NameMention]
    ) -> [Person] {
        let taken = Set(mentions.compactMap { $0.age?.words.lowerBound })
        let known = Set(named.compactMap(\.age))
        let inText = UnnamedPersons(gazetteer: gazetteer, passage: text, ages: inText.ages, taken: taken)
        let inTitle = UnnamedPersons(gazetteer: gazetteer, passage: title, ages: inTitle.ages, taken: [])
        var found: [Person] = []
        for person in inText.aged() + inTitle.aged() where found.count < Self.mostUnnamed {
            guard let age = person.age, !known.contains(age), !found.contains(where: { $0.age == age }) else {
                continue
            }
            found.append(person)
        }
        found = withChildrenAsKin(found, named: named)
        if !found.isEmpty || named.contains(where: { $0.role != .speaker && $0.role != .accused }) { return found }
        return [inText.unaged() ?? inTitle.unaged()].compactMap(\.self)
    }

    /// `Rekaan, 41, meninggalkan dua anak berusia lima dan tiga tahun`: children without a name are the kin of whom the text is
    /// about, and come after.
    private func withChildrenAsKin(_ found: [Person], named: [Person]) -> [Person] {
        let isAboutAnother = (named + found).contains {
            ($0.role == .subject || $0.role == .breadwinnerDeceased) && !$0.isMinor
        }
        guard isAboutAnother else { return found }
        let kin = found.map { person in
            guard person.isMinor, let noun = person.relation ?? person.evidence?.exact.lowercased(),
                noun.split(separator: " ").contains(where: { offspring.contains(String($0)) })
            else { return person }
            var child = person
            (child.role, child.relation) = (.family, singular(noun))
            return child
        }
        return kin.filter { $0.role != .family } + kin.filter { $0.role == .family }
    }
}

/// Words for the children of a household.
private let offspring: Set<String> = [
    "anak", "anaknya", "anak-anak", "anak-anaknya", "cucu", "cucunya", "bayi", "bayinya", "children", "child", "kids",
    "sons",
    "daughters", "son", "daughter", "baby", "grandchildren", "grandson", "granddaughter",
]

/// `anaknya` and `children` of one of them.
private func singular(_ noun: String) -> String {
    let plurals = [
        "children": "child", "kids": "child", "sons": "son", "daughters": "daughter", "grandchildren": "grandchild",
    ]
    let bare = noun.hasSuffix("nya") ? String(noun.dropLast(3)) : noun
    return bare == "anak-anak" ? "anak" : plurals[bare] ?? bare
}
