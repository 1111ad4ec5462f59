import Model
import Reviewing
import Storing
import Terminal

extension TextPage {
    /// Why a lead was flagged, phrase by phrase.
    static func why(_ open: OpenLead, _ language: ScreenLanguage, _ glyphs: Glyphs) -> TextPage {
        let best = open.lead.articles.first?.article
        let explanation = ScoreExplanation(
            score: open.lead.score, title: best?.title ?? "", text: best?.text ?? "",
            showsContext: !open.lead.isProtected, language: language, glyphs: glyphs)
        return TextPage(
            kind: .why, title: language.phrase("Why \(open.lead.id) was flagged", "Sebab \(open.lead.id) ditanda"),
            lines: explanation.lines.map { StyledText($0) })
    }

    /// Where each article came from, and why it belongs to the lead.
    static func provenance(_ open: OpenLead, _ language: ScreenLanguage) -> TextPage {
        let lines = open.lead.articles.flatMap { joined -> [StyledText] in
            let article = joined.article
            let facts = joined.facts.map { $0.kind.label(in: language) }.joined(separator: ", ")
            return [
                StyledText(article.outlet, .heading) + StyledText("  \(article.source)"),
                StyledText(article.url),
                StyledText(
                    language.phrase("published ", "diterbitkan ")
                        + (article.published.map { "\($0.iso) (\($0.origin.rawValue))" } ?? "?")),
                StyledText(
                    language.phrase("read ", "dibaca ") + "\(article.retrievedAt.rfc3339())  \(article.extent.rawValue)"
                        + "  \(article.provenance.status)  \(article.provenance.rawBytes) B"),
                StyledText("sha256 \(article.provenance.rawSHA256)", .faint),
                StyledText(language.phrase("joined: ", "digabung: ") + joined.joined.rawValue + " \(facts)"), "",
            ]
        }
        return TextPage(
            kind: .provenance, title: language.phrase("Where \(open.lead.id) came from", "Asal usul \(open.lead.id)"),
            lines: lines)
    }

    /// An address on a line of its own, where nothing opens it.
    static func address(_ address: String, _ language: ScreenLanguage) -> TextPage {
        TextPage(
            kind: .output, title: language.phrase("Address", "Alamat"),
            lines: [StyledText(address), "", StyledText(Message.openerMissing.text(in: language), .faint)])
    }

    /// Entries of the journal, newest first; u takes the chosen one back.
    static func entries(_ entries: [JournalEntry], title: Message, _ language: ScreenLanguage) -> TextPage {
        let lines = entries.map { entry in
            StyledText(
                "\(entry.draft.at.rfc3339().dropFirst(5).prefix(11).replacing("T", with: " "))  "
                    + entry.draft.author.actor.name.padded(to: 10) + "  " + entry.words)
        }
        return TextPage(
            kind: .entries(entries), title: title.text(in: language),
            lines: lines.isEmpty ? [StyledText(Message.logEmpty.text(in: language))] : lines)
    }

    /// The page of keys, made from their table: three columns from 80, two below.
    static func keys(_ map: KeyMap, _ language: ScreenLanguage, width: Int) -> TextPage {
        let columns = width >= 78 ? 3 : 2
        let room = (width - 2) / columns
        let rows = KeyRow.all
        let blocks = KeyRow.Group.allCases.map { group in
            [StyledText(group.title(in: language), .heading)]
                + rows.filter { $0.group == group }.map { row in
                    let line =
                        StyledText(" " + map.names(in: row).padded(to: 6), .mark)
                        + StyledText(" " + language.phrase(row.words.en, row.words.ms))
                    return line.cut(to: room - 1)
                } + [""]
        }
        var sides: [[StyledText]] = Array(repeating: [], count: columns)
        for block in blocks {
            let shortest = sides.indices.min { sides[$0].count < sides[$1].count } ?? 0
            sides[shortest] += block
        }
        let height = sides.map(\.count).max() ?? 0
        let lines = (0..<height).map { row in
            sides.reduce(StyledText("")) { line, side in
                line + (row < side.count ? side[row] : "").fitted(to: room)
            }
        }
        let last = language.phrase(
            "Grey keys do not apply here; press one to see why.",
            "Kekunci kelabu tidak boleh digunakan di sini; tekan untuk tahu sebabnya.")
        return TextPage(
            kind: .keys, title: language.phrase("Keys", "Kekunci"), lines: lines + [StyledText(last, .faint)])
    }

    /// What a command wrote.
    static func output(_ lines: [StyledText], _ language: ScreenLanguage) -> TextPage {
        TextPage(kind: .output, title: language.phrase("Command", "Arahan"), lines: lines)
    }

    /// What the sitting came to.
    static func summary(_ summary: ReviewSummary, _ language: ScreenLanguage) -> TextPage {
        TextPage(
            kind: .summary, title: language.phrase("Summary", "Ringkasan"),
            lines: summary.lines(in: language).map { StyledText($0) })
    }
}
