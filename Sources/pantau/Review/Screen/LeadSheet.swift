import Model
import Referring
import Storing
import Terminal

/// The pane beside the list: who, where, why, what to try, and the article with its phrases marked.
struct LeadSheet {
    let lines: [StyledText]
    /// The lines on which a marked phrase begins.
    let phraseLines: [Int]

    /// How it is laid out.
    struct Form: Hashable {
        var width: Int
        /// One fact a line, from 100 columns on.
        var isWide: Bool
        var language: ScreenLanguage
        var glyphs: Glyphs
        /// Without score, urgency and phrases.
        var isBlind: Bool
    }

    init(_ open: OpenLead, _ form: Form) {
        let writer = Writer(open: open, form: form)
        let lines = form.isWide ? writer.wide : writer.narrow
        self.lines = lines
        phraseLines = lines.indices.filter { index in
            lines[index].pieces.contains {
                $0.style.isPhrase && $0.text.contains(form.glyphs.markOpen)
            }
        }
    }
}

/// Writes the lines of a lead.
private struct Writer {
    let open: OpenLead
    let form: LeadSheet.Form
    let marks: PhraseMarks

    init(open: OpenLead, form: LeadSheet.Form) {
        (self.open, self.form) = (open, form)
        marks = PhraseMarks(open.lead.score)
    }

    private var lead: Lead { open.lead }
    private var language: ScreenLanguage { form.language }
    private var best: LeadArticle? { lead.articles.first }

    var narrow: [StyledText] {
        let tag = StyledText("\(lead.id)  ", .heading)
        return [tag + title.cut(to: max(0, form.width - tag.columns), ellipsis: form.glyphs.ellipsis)]
            + [line(origin, count)] + returned + fact(language.phrase("WHO", "SIAPA"), [who], limit: 2)
            + event + fact(language.phrase("WHY", "SEBAB"), [shortWhy], limit: 2)
            + fact(language.phrase("TRY", "CUBA"), [tries.joined(separator: "; ")], limit: 1) + notes + [""] + text
    }

    var wide: [StyledText] {
        let needs = lead.needs.map(\.need.rawValue).joined(separator: ", ")
        return [StyledText(status, .heading)] + wrapped(title.pieces, width: form.width) + [line(origin, count), ""]
            + returned + fact(language.phrase("WHO", "SIAPA"), people)
            + fact(language.phrase("WHERE", "TEMPAT"), whereabouts)
            + fact(language.phrase("WHEN", "BILA"), [lead.identification.dayOfEvent(in: language) ?? ""])
            + fact(language.phrase("WORK", "KERJA"), [lead.identification.workplace?.name ?? ""])
            + fact(language.phrase("NEEDS", "PERLU"), [needs]) + fact(language.phrase("TRY", "CUBA"), tries)
            + fact(language.phrase("WHY", "SEBAB"), pairs(longWhy)) + fact(language.phrase("ALSO", "JUGA"), offers)
            + notes + [StyledText(String(repeating: "-", count: form.width), .faint)] + text
    }

    // MARK: Facts

    private var title: StyledText {
        guard !lead.isProtected else { return StyledText(Message.identityProtected.text(in: language), .heading) }
        guard !form.isBlind, let best, best.article.title == lead.headline else {
            return StyledText(lead.headline, .heading)
        }
        return StyledText(marks.pieces(of: lead.headline, .title, glyphs: form.glyphs, base: .heading))
    }

    private var status: String {
        var facts = ["\(lead.id)"]
        if !form.isBlind {
            facts.append(lead.urgency.label(in: language).lowercased())
            facts.append(language.phrase("score ", "skor ") + "\(lead.score.value)")
        }
        if let returned = lead.returned {
            facts.append(language.phrase("back: ", "kembali: ") + returned.label(in: language))
        }
        if let until = open.until {
            facts.append(language.phrase("yours until ", "milik anda hingga ") + until.clock)
        } else if let claim = lead.claim {
            facts.append(language.phrase("held by ", "dipegang ") + "\(claim.by) - \(claim.until.clock)")
        }
        return facts.joined(separator: "  ")
    }

    private var origin: String {
        let article = best?.article
        let facts = [
            article?.outlet, article?.published?.words(in: language), article?.language.rawValue,
            form.isWide ? nil : place,
        ]
        return facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var count: String {
        let count = lead.articles.count
        return language.phrase("\(count) article\(count == 1 ? "" : "s")", "\(count) berita")
    }

    private var place: String {
        guard let place = lead.identification.place else { return "" }
        let code = place.districtCode.map { "(\($0))" }
        if form.isWide {
            return [place.name, code].compactMap { $0 }.joined(separator: " ")
        }
        return [place.districtName ?? place.locality ?? place.stateName, place.districtCode].compactMap { $0 }
            .joined(separator: " ")
    }

    /// The place, and behind it or below which office is near.
    private var whereabouts: [String] {
        guard let office = open.office?.shortWords(in: language) else { return [place] }
        let whole = [place, office].filter { !$0.isEmpty }.joined(separator: "; ")
        return whole.columns <= form.width - Writer.indent ? [whole] : [place, office]
    }

    /// When it happened, at which work, and which office is near, under the heading of the first. What does not fit gives
    /// way from its end: the office is a guess, and of a long name of a workplace the beginning tells most.
    private var event: [StyledText] {
        let day = lead.identification.eventDay?.shortDay(in: language)
        let work = lead.identification.workplace?.name
        let office = open.office?.shortWords(in: language)
        let heading =
            day != nil
            ? language.phrase("WHEN", "BILA")
            : work != nil ? language.phrase("WORK", "KERJA") : language.phrase("WHERE", "TEMPAT")
        let label = day == nil ? "" : language.phrase("work: ", "kerja: ")
        let told = [day, work.map { label + $0 }].compactMap(\.self).joined(separator: "; ")
        let whole = [told, office ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        let fits = whole.columns <= form.width - Writer.indent
        return fact(heading, [fits || told.isEmpty ? whole : told], limit: 1)
    }

    private var people: [String] {
        if lead.isProtected { return [Message.identityProtected.text(in: language)] }
        return lead.people(in: language)
    }

    private var who: String { people.joined(separator: "; ") }

    /// What added or took points, the largest first, each with the numbers of its phrases.
    private var whys: [String] {
        guard !form.isBlind else { return [] }
        return lead.score.contributions.indices.map { index in
            let item = lead.score.contributions[index]
            let numbers = marks.numbers[index].map { "[\($0)]" }.joined()
            let points = item.points > 0 ? "+\(item.points)" : "\(item.points)"
            let label = language.phrase(item.labelEnglish, item.labelMalay)
            return form.isWide ? "\(points)\(numbers) \(label)" : "\(label) \(points)\(numbers)"
        }
    }

    /// The three largest and how many more: the whole is one key away.
    private var shortWhy: String {
        guard !whys.isEmpty else { return "" }
        let rest = whys.count - 3
        let more = rest > 0 ? " " + language.phrase("\(rest) more", "\(rest) lagi") : ""
        return "\(lead.score.value): " + whys.prefix(3).joined(separator: " ") + more
    }

    /// The six largest: the article is what one reads, and stands below.
    private var longWhy: [String] {
        let rest = whys.count - 6
        return whys.prefix(6) + (rest > 0 ? [language.phrase("\(rest) more (e)", "\(rest) lagi (e)")] : [])
    }

    private var tries: [String] {
        open.suggestions.prefix(form.isWide ? 3 : 2).map { suggestion in
            return
                "\(suggestion.agency.code) \(suggestion.programme.name(in: language)) (\(suggestion.fit.label(in: language)))"
        }
    }

    private var returned: [StyledText] {
        fact(language.phrase("BACK", "BALIK"), [open.returned?.words(in: language) ?? ""], limit: form.isWide ? 4 : 2)
    }

    private var offers: [String] {
        lead.offers.prefix(3).map { offer in
            let facts = offer.facts.prefix(3).map { $0.kind.label(in: language) }.joined(separator: ", ")
            return "\(offer.lead)  \(facts)"
        }
    }

    private var notes: [StyledText] {
        let heading = language.phrase("NOTE", "NOTA")
        return open.notes.suffix(3).flatMap { fact(heading, ["\($0.actor): \($0.text)"]) }
    }

    // MARK: The article

    private var text: [StyledText] {
        guard let article = best?.article else { return [] }
        guard !lead.isProtected else {
            let words = language.phrase(
                "The text is not shown: it may tell who it is.",
                "Teks tidak ditunjukkan: ia mungkin mendedahkan identiti.")
            return wrapped([.init(words, .faint)], width: form.width)
        }
        let pieces =
            form.isBlind
            ? [StyledText.Piece(article.text)] : marks.pieces(of: article.text, .text, glyphs: form.glyphs)
        return wrapped(parted(pieces), width: form.width)
    }

    /// A paragraph ends with an empty line, as on paper.
    private func parted(_ pieces: [StyledText.Piece]) -> [StyledText.Piece] {
        pieces.map { .init($0.text.replacing("\n", with: "\n\n"), $0.style) }
    }

    // MARK: Lines

    private func line(_ left: String, _ right: String) -> StyledText {
        let room = form.width - right.columns - 1
        return StyledText(left).fitted(to: max(0, room), ellipsis: form.glyphs.ellipsis)
            + StyledText(" " + right, .faint)
    }

    /// A heading and its facts, one below the other; nothing where there is none.
    private func fact(_ heading: String, _ facts: [String], limit: Int = .max) -> [StyledText] {
        let room = form.width - Writer.indent
        var lines = facts.filter { !$0.isEmpty }.flatMap { fact in
            fact.columns <= room ? [StyledText(fact)] : wrapped([.init(fact)], width: room)
        }
        if lines.count > limit {
            let last = lines[limit - 1] + StyledText(" " + lines[limit].plain)
            lines = lines.prefix(limit - 1) + [last.cut(to: room, ellipsis: form.glyphs.ellipsis)]
        }
        return lines.enumerated().map { index, line in
            StyledText((index == 0 ? heading : "").padded(to: Writer.indent), .heading) + line
        }
    }

    /// Where facts begin behind their headings.
    private static let indent = 7

    /// Two to a line where they fit.
    private func pairs(_ items: [String]) -> [String] {
        let half = (form.width - Writer.indent) / 2
        var lines: [String] = []
        var index = 0
        while index < items.count {
            if index + 1 < items.count, items[index].columns < half, items[index + 1].columns <= half {
                lines.append(items[index].padded(to: half) + items[index + 1])
                index += 2
            } else {
                lines.append(items[index])
                index += 1
            }
        }
        return lines
    }
}
