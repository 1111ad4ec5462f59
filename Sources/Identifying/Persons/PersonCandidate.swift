import Model

/// All that a text says of one person, gathered over every mention of the name.
struct PersonCandidate {
    var mentions: [NameMention]

    init(_ mention: NameMention) { mentions = [mention] }

    /// The fullest form of the name.
    var fullest: NameMention {
        mentions.max { ($0.isAlias ? 0 : $0.parts.count) < ($1.isAlias ? 0 : $1.parts.count) } ?? mentions[0]
    }
    var points: Int { mentions.map(\.points).max() ?? 0 }
    var age: Person.Age? { mentions.compactMap(\.age).first?.age }
    var isInTitle: Bool { mentions.contains { $0.field == .title } }
    /// One mention with a post makes a speaker, unless a kin word, a death or an age says that the person is the story; an
    /// age of somebody who is quoted does not.
    var isSpeaker: Bool {
        mentions.contains(where: \.isSpeaker)
            && (age == nil || mentions.contains(where: \.isQuoted) || mentions.contains(where: \.isOfficial)) && !isDead
            && !mentions.contains { $0.relation != nil }
    }
    var isListed: Bool { mentions.contains(where: \.isListed) }
    var isAccused: Bool { mentions.contains(where: \.isAccused) && !mentions.contains(where: \.isDead) }
    /// An age decides where there is one.
    var isChild: Bool { age == nil && !isSpeaker && mentions.contains(where: \.isChild) }
    var isDead: Bool { mentions.contains(where: \.isDead) }

    /// Somebody with an age of whom the text tells, not one who is only their kin, or a dead one whoever it is.
    var isCentral: Bool {
        let isAside = mentions.contains { $0.relation != nil || $0.isBystander }
        return !isSpeaker && !isAccused && (isDead || age != nil && !isAside)
    }

    /// Whether `mention` can be the same person: all of its words are in this name, or the other way round.
    func includes(_ mention: NameMention) -> Bool {
        let own = fullest.parts
        if isAlias(mention.parts) || mention.aliases.contains(where: { $0.parts == own }) { return true }
        if mention.parts.allSatisfy(own.contains) {
            return mention.parts.count > 1 || isShortForm(mention.parts[0], of: own)
        }
        return own.allSatisfy(mention.parts.contains) && (own.count > 1 || isShortForm(own[0], of: mention.parts))
    }

    func isAlias(_ parts: [String]) -> Bool {
        mentions.contains { $0.aliases.contains { $0.parts == parts } }
    }

    /// After the full name papers go on with its first word, or the first after `Mohd` or `Siti`.
    private func isShortForm(_ word: String, of name: [String]) -> Bool {
        name.prefix(3).contains(word) && !["mohd", "muhammad", "mohamad", "siti", "nur", "abdul"].contains(word)
    }

    /// Whether this is a person beyond reasonable doubt. One word alone needs more, because titles and sentences begin
    /// with capitals too.
    func isCertain(among names: NameTable) -> Bool {
        let isRepeated = mentions.count > 1
        let total = points + (isRepeated ? 1 : 0)
        guard fullest.parts.count == 1 else { return total >= 3 }
        let isName = names.isGivenName(fullest.parts[0])
        return isName ? total >= 4 || (isInTitle && total >= 2) : total >= 6
    }

    /// For the order in which persons are shown.
    var rank: Double {
        var rank = Double(points) + Double(min(mentions.count, 4)) * 0.5 + (isInTitle ? 1 : 0)
        if isSpeaker { rank -= 20 }
        if isAccused { rank -= 10 }
        if mentions.contains(where: { $0.relation != nil }) { rank -= 2 }
        if mentions.contains(where: \.isBystander) { rank -= 3 }
        if fullest.parts.count == 1, age == nil { rank -= 3 }
        return rank
    }
}

extension PersonCandidate {
    /// The person as kept.
    func person(in passage: (Evidence.Field) -> Passage) -> Person {
        let best = fullest
        let kin = mentions.first { $0.relation != nil }
        return Person(
            name: name(best, in: passage(best.field)), aliases: aliases(in: passage), age: age, role: role(kin),
            sex: sex(kin),
            occupation: mentions.compactMap(\.occupation).first, relation: kin?.relation, isDead: isDead,
            isChild: isChild, evidence: passage(best.field).evidence(of: best.words))
    }

    /// As printed, without an English `'s`.
    private func name(_ mention: NameMention, in passage: Passage) -> String {
        let name = passage.text(of: mention.words)
        return name.hasSuffix("'s") || name.hasSuffix("’s") ? String(name.dropLast(2)) : name
    }

    /// Each once, as printed; what stands behind an `@` is one too.
    private func aliases(in passage: (Evidence.Field) -> Passage) -> [String] {
        var found: [String] = []
        for mention in mentions {
            let passage = passage(mention.field)
            var aliases = mention.aliases.map(\.words)
            if mention.parts == fullest.parts {
                let signs = mention.words.dropFirst().filter { passage.words[$0].gap.contains(.at) }
                let ends = signs.dropFirst() + [mention.words.upperBound]
                aliases += zip(signs, ends).map { $0..<$1 }
            }
            for alias in aliases.map(passage.text(of:)) where !found.contains(alias) { found.append(alias) }
        }
        return found
    }

    private func role(_ kin: NameMention?) -> Person.Role {
        if isAccused { return .accused }
        if isSpeaker { return .speaker }
        if isDead { return (age?.years ?? (isChild ? 10 : 30)) >= 18 ? .breadwinnerDeceased : .subject }
        if kin != nil { return mentions.contains(where: \.isCarer) ? .carer : .family }
        return mentions.contains(where: \.isBystander) ? .otherAffected : .subject
    }

    private func sex(_ kin: NameMention?) -> Person.Sex? {
        guard let kin else { return mentions.compactMap(\.sex).first }
        return kin.kin.sex
    }
}

extension PeopleTable.Classes {
    /// What `isteri` or `bapa` says; nil where the word is of no sex.
    var sex: Person.Sex? {
        switch (isDisjoint(with: .female), isDisjoint(with: .male)) {
        case (false, true): .female
        case (true, false): .male
        case (true, true), (false, false): nil
        }
    }
}
