import Model
import Reading
import Referring
import Terminal

/// A lead, veiled where it must be, as `lead show` tells it: who, where, what, from where, under one heading each.
struct LeadCard {
    let lead: Lead
    /// Programmes to check, best first.
    var suggestions: [Suggestion] = []
    /// nil where no district is known.
    var office: NearestOffice?
    let language: ScreenLanguage
    let now: Instant
    let glyphs: Glyphs
    let width: Int

    /// Screen 03 of UX.md.
    var lines: [StyledText] {
        var lines = lead.id.heading(lead.headline, width: width)
        lines += wrapped(status, width: width).map { StyledText($0) } + [""]
        for (heading, facts) in sections where !facts.isEmpty {
            for (index, fact) in facts.enumerated() {
                let first = index == 0 ? heading.padded(to: 11) : String(repeating: " ", count: 11)
                lines += wrapped(fact, width: width, first: first, indent: 11).map { StyledText($0) }
            }
        }
        return lines
    }

    /// What one may do with it now; not the same for a lead to review and a prospect on its way.
    var footer: [StyledText] { [""] + nextSteps(next, width: width) }

    private var status: String {
        let dot = " \(glyphs.dot) "
        let claim = lead.claim.map { claim in
            language.phrase(
                "claimed by \(claim.by) until \(claim.until.clock)", "diambil \(claim.by) hingga \(claim.until.clock)")
        }
        let free = lead.state == .flagged ? language.phrase("nobody has claimed it", "belum diambil") : nil
        return [
            stateText, lead.urgency.label(in: language).lowercased(),
            language.phrase(
                "score \(lead.score.value) (\(lead.score.band.rawValue))",
                "skor \(lead.score.value) (\(lead.score.band.malay))"),
            language.phrase(
                "seen \(age(since: lead.firstSeenAt, at: now, in: .english)) ago",
                "dilihat \(age(since: lead.firstSeenAt, at: now, in: .malay)) lalu"),
            claim ?? free,
            lead.returned.map { language.phrase("back because ", "kembali kerana ") + $0.label(in: language) },
        ].compactMap(\.self).joined(separator: dot)
    }

    private var stateText: String {
        switch lead.state {
        case .flagged: language.phrase("To review", "Untuk disemak")
        case .snoozed: language.phrase("Snoozed", "Ditangguh")
        case .rejected(let reason):
            language.phrase("Rejected: ", "Ditolak: ") + reason.label(in: language)
        case .merged(let into): language.phrase("Merged into \(into)", "Digabung ke dalam \(into)")
        case .prospect(let ref): language.phrase("Prospect \(ref)", "Prospek \(ref)")
        }
    }

    private var sections: [(String, [String])] {
        [
            (language.phrase("Who", "Siapa"), people), (language.phrase("Where", "Di mana"), place),
            (language.phrase("When", "Bila"), [lead.identification.dayOfEvent(in: language)].compactMap(\.self)),
            (language.phrase("Work", "Kerja"), [lead.identification.workplace?.name].compactMap(\.self)),
            (language.phrase("Needs", "Keperluan"), [needs]),
            (language.phrase("Try", "Cuba"), tries), (language.phrase("Article", "Berita"), articles),
            (language.phrase("Similar", "Serupa"), offers),
            (language.phrase("Desk", "Meja"), lead.handlingWords(in: language)),
            (language.phrase("Privacy", "Privasi"), privacy),
        ]
    }

    private var people: [String] {
        if lead.isProtected, lead.identification.persons.isEmpty {
            return [Message.identityProtected.text(in: language)]
        }
        let persons = lead.affected.map { person in
            let age = person.age.map { "\($0.isEstimate ? "~" : "")\($0.years)" }
            let facts = [
                person.fullName(in: language) ?? language.phrase("(no name given)", "(tiada nama)"), age,
                person.occupation,
            ].compactMap { $0 }.joined(separator: ", ")
            return facts
                + "   (\(person.relation.map { kinWord($0, in: language) } ?? person.role.words(in: language)))"
        }
        let household = lead.identification.household.flatMap { household -> String? in
            let parts = [
                household.size.map { language.phrase("\($0) in the household", "\($0) orang serumah") },
                household.children.map { language.phrase("\($0) children", "\($0) anak") },
                household.childAges.isEmpty
                    ? nil
                    : language.phrase("ages ", "umur ") + household.childAges.map(String.init).joined(separator: ", "),
            ].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }
        return persons + (household.map { [$0] } ?? [])
    }

    private var place: [String] {
        guard let name = lead.identification.place?.name, !name.isEmpty else { return [] }
        return [name] + (office.map { [$0.words(in: language)] } ?? [])
    }

    private var needs: String {
        let needs = lead.needs.map { "\($0.need.label(in: language)) (\($0.confidence.label(in: language)))" }
        let help = lead.score.isHelped ? [language.phrase("help was given already", "telah dibantu")] : []
        return (needs + help).joined(separator: ", ")
    }

    /// Agency, programme, and how well it fits what is known.
    private var tries: [String] {
        guard !suggestions.isEmpty else { return [] }
        let width = suggestions.map(\.agency.code.columns).max() ?? 0
        let lines = suggestions.map { suggestion in
            "\(suggestion.agency.code.padded(to: width))  \(suggestion.programme.name(in: language))  "
                + "(\(suggestion.fit.label(in: language)))"
        }
        return lines + [
            language.phrase(
                "These are hints. The agency decides who is eligible.",
                "Ini petunjuk sahaja. Agensi menentukan kelayakan.")
        ]
    }

    private var articles: [String] { lead.articles.flatMap(lines) }

    private func lines(of joined: LeadArticle) -> [String] {
        let article = joined.article
        let facts = [
            article.outlet, article.published?.words(in: language) ?? "", article.language.label(in: language),
        ]
        var lines = [facts.filter { !$0.isEmpty }.joined(separator: ", ")]
        if WebURL(article.url) != nil { lines.append(article.url) }
        if !joined.facts.isEmpty {
            lines.append(language.phrase("joined: ", "digabung: ") + joined.facts.sum(in: language))
        }
        return lines
    }

    /// Leads that may be of the same case; the reviewer tells.
    private var offers: [String] { lead.offers.map { "\($0.lead)  \($0.facts.sum(in: language))" } }

    private var privacy: [String] {
        let kinds = Set(lead.identification.identifiers.map(\.kind.rawValue)).sorted()
        var facts: [String] = []
        if lead.isProtected { facts.append(language.phrase("protected identity", "identiti dilindungi")) }
        if lead.identification.persons.contains(where: \.isMinor) {
            facts.append(language.phrase("minors", "kanak-kanak"))
        }
        if !kinds.isEmpty {
            facts.append(language.phrase("masked: ", "disembunyikan: ") + kinds.joined(separator: ", "))
        }
        return facts.isEmpty ? [] : [facts.joined(separator: "; ")]
    }
}

extension String {
    /// Filled with blanks to `columns`.
    func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - self.columns))
    }
}

/// Commands that one may type next: on one line where there is room, else one below the other.
func nextSteps(_ steps: [String], width: Int) -> [StyledText] {
    let line = StyledText(steps.joined(separator: "     "))
    return line.columns <= width ? [line] : steps.map { StyledText($0) }
}
