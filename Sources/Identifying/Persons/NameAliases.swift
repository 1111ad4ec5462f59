/// Two names of one person: `Rosli Rekaan, lebih dikenali sebagai Pok Li, 60`, `Zulkifli Rekaan (Pak Zul)`.
extension NameFinder {
    /// Gives an alias, and what is told of it, to the name that it belongs to; it is no mention of its own then.
    func joinAliases(_ mentions: inout [NameMention]) {
        var joined: [NameMention] = []
        for mention in mentions {
            guard let known = joined.last, let link = link(from: known, to: mention) else {
                joined.append(mention)
                continue
            }
            joined.removeLast()
            switch link {
            case .alias: joined.append(known.called(mention))
            case .realName: joined.append(mention.revealed(after: known))
            }
        }
        mentions = joined
    }

    private enum Link { case alias, realName }

    private func link(from known: NameMention, to mention: NameMention) -> Link? {
        let words = passage.words
        let end = mention.words.lowerBound
        let start = known.end(before: mention)
        guard start <= end, end - start <= 7,
            passage.sentence(of: known.words.lowerBound) == passage.sentence(of: end)
        else { return nil }
        let between = words[start..<end].map(\.folded)
        if between.isEmpty { return isNicknameInBrackets(mention) ? .alias : nil }
        guard between.allSatisfy(aliasWords.contains) else { return nil }
        if between.contains(where: ["sebenar", "sebenarnya", "real"].contains) { return .realName }
        let isNamed =
            between.contains { namingWords.contains($0) }
            && between.contains { callingWords.contains($0) }
        // `Rosli Rekaan atau Pok Li`
        if [["atau"], ["or"]].contains(between), gazetteer.people[words[end].folded].contains(.address) {
            return .alias
        }
        return isNamed || between.contains { ["alias", "aka"].contains($0) } || between.starts(with: ["a", "k", "a"])
            ? .alias : nil
    }

    /// `(Pak Zul)`, but not `(Selangor)` and not `(Kerana Rekaan)`
    private func isNicknameInBrackets(_ mention: NameMention) -> Bool {
        let words = passage.words
        let (start, end) = (mention.words.lowerBound, mention.words.upperBound)
        guard words[start].gap.contains(.open), end == words.count || words[end].gap.contains(.close),
            mention.words.count < 3
        else { return false }
        return mention.words.count == 2 && gazetteer.people[words[start].folded].contains(.address)
            || mention.parts.count == 1 && gazetteer.names.isFamiliarName(mention.parts[0])
    }
}

extension NameMention {
    /// An age behind both names, as in `Rekaan (Pak Zul), 60`, stands between neither.
    fileprivate func end(before other: NameMention) -> Int {
        guard let age, age.words.lowerBound >= other.words.upperBound else { return end }
        return aliases.last?.words.upperBound ?? words.upperBound
    }

    fileprivate func called(_ alias: NameMention) -> NameMention {
        var result = told(of: alias)
        result.aliases.append(Alias(words: alias.words, parts: alias.parts))
        return result
    }

    /// `Pok Li atau nama sebenarnya Rosli Rekaan`
    fileprivate func revealed(after nickname: NameMention) -> NameMention {
        var result = told(of: nickname)
        result.aliases.append(Alias(words: nickname.words, parts: nickname.parts))
        (result.relation, result.kin) = (nickname.relation, nickname.kin)
        return result
    }

    /// With what stands around the other name.
    private func told(of other: NameMention) -> NameMention {
        var result = self
        result.age = age ?? other.age
        result.points = max(points, other.points) + 1
        result.occupation = occupation ?? other.occupation
        result.sex = sex ?? other.sex
        result.isSpeaker = isSpeaker || other.isSpeaker
        result.isAccused = isAccused || other.isAccused
        result.isDead = isDead || other.isDead
        result.isQuoted = isQuoted || other.isQuoted
        result.isCarer = isCarer || other.isCarer
        return result
    }
}

/// All that may stand between a name and an alias.
private let aliasWords: Set<String> = [
    "atau", "or", "alias", "aka", "a", "k", "lebih", "yang", "juga", "turut", "mesra", "sering", "biasa", "dengan",
    "nama",
    "panggilan", "gelaran", "sebagai", "as", "better", "also", "fondly", "popularly", "affectionately", "commonly",
    "locally", "simply", "who", "is", "was", "known", "dikenali", "disapa", "dipanggil", "digelar", "nicknamed",
    "called",
    "sebenar", "sebenarnya", "real", "name", "whose", "to", "by", "friends", "penduduk", "kampung", "rakan", "oleh",
]

/// What stands last before the alias.
private let namingWords: Set<String> = [
    "sebagai", "as", "disapa", "dipanggil", "digelar", "nicknamed", "panggilan", "gelaran",
]

private let callingWords: Set<String> = [
    "panggilan", "gelaran", "dikenali", "disapa", "dipanggil", "digelar", "known", "nicknamed",
]
