import Model

extension Lead {
    /// The lead as somebody sees it who has no reason to know whom it protects. Every screen and format is made of this
    /// one value, so that none can forget.
    ///
    /// Of a protected lead only what it is about is left: needs, rules, points, state and district. Of any other the
    /// names of children are starred, in its headline and texts too.
    ///
    /// - Parameter language: of the words that stand for what is hidden.
    func veiled(in language: ScreenLanguage) -> Lead {
        var lead = self
        guard isProtected else {
            let minors = identification.persons.filter(\.isMinor).flatMap(\.names)
            return minors.isEmpty ? self : hiding(NameMask(minors))
        }
        let hidden = Message.identityProtected.text(in: language)
        lead.headline = hidden
        lead.identification.persons = []
        lead.identification.household = nil
        lead.identification.workplace = nil
        lead.identification.place?.locality = nil
        lead.score = score.hiding { _ in hidden }
        lead.handling.summary = nil
        lead.articles = articles.map { joined in
            var joined = joined
            joined.article.title = hidden
            joined.article.text = ""
            // The path of an address is often the headline.
            joined.article.url = origin(of: joined.article.url)
            joined.article.canonicalURL = origin(of: joined.article.canonicalURL)
            joined.score = joined.score.hiding { _ in hidden }
            return joined
        }
        return lead
    }

    private func hiding(_ mask: NameMask) -> Lead {
        var lead = self
        lead.headline = mask.stars(in: headline)
        lead.identification.persons = identification.persons.map { person in
            var person = person
            if person.isMinor {
                person.name = person.name.map(NameMask.initials(of:))
                person.aliases = person.aliases.map(NameMask.initials(of:))
            }
            return person
        }
        lead.identification.workplace = identification.workplace.map { Workplace(name: mask.stars(in: $0.name)) }
        lead.score = score.hiding(mask.stars)
        lead.handling.summary = handling.summary.map(mask.stars(in:))
        lead.articles = articles.map { joined in
            var joined = joined
            joined.article.title = mask.stars(in: joined.article.title)
            joined.article.text = mask.stars(in: joined.article.text)
            joined.score = joined.score.hiding(mask.stars)
            return joined
        }
        return lead
    }
}

extension Lead {
    /// The headline as a list tells it: names as initials, whoever looks; nothing of a protected lead.
    func listedHeadline(in language: ScreenLanguage) -> String {
        guard !isProtected else { return Message.identityProtected.text(in: language) }
        return NameMask(identification.persons.flatMap(\.names)).initials(in: headline)
    }
}

extension Score {
    /// The same with other words in its quotations.
    fileprivate func hiding(_ hidden: (String) -> String) -> Score {
        var score = self
        score.contributions = contributions.map { item in
            var item = item
            for index in item.evidence.indices { item.evidence[index].exact = hidden(item.evidence[index].exact) }
            return item
        }
        for index in score.cleared.indices {
            score.cleared[index].evidence.exact = hidden(score.cleared[index].evidence.exact)
        }
        return score
    }
}

/// `https://harian-rekaan.example/…`
private func origin(of url: String) -> String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 2 ? parts[..<3].joined(separator: "/") + "/…" : "…"
}
