import Model
import Reviewing
import Storing
import Terminal
import Text

/// The history of a lead as `lead history` writes it (UX.md, screen 17).
struct HistoryListing {
    let lead: Lead
    /// Oldest first.
    let entries: [JournalEntry]
    let notes: [LeadNote]
    let context: Context

    private var language: ScreenLanguage { context.language }

    func write() {
        let output = context.output
        switch output.format {
        case .json, .jsonl: output.json(json)
        case .id: for entry in entries { output.record(["\(entry.id.value)"]) }
        case .tsv, .csv:
            let rows = entries.map { entry in
                [
                    "\(lead.id.value)", "\(entry.id.value)", entry.draft.at.rfc3339(), entry.draft.author.actor.name,
                    entry.draft.author.via, entry.draft.verb, words(entry, in: .english),
                ]
            }
            output.records(named: ["lead", "entry", "at", "actor", "via", "verb", "what"], rows)
        case .table: writeTable()
        }
    }

    private func writeTable() {
        let output = context.output
        let headline = lead.isProtected ? Message.identityProtected.text(in: language) : lead.headline
        for line in lead.id.heading(headline, width: output.terminal.columns) { output.line(line) }
        let table = Table(
            [
                .init(language.phrase("WHEN", "BILA")), .init(language.phrase("WHO", "SIAPA")),
                .init(language.phrase("WHAT", "APA"), minimum: 20),
                .init(language.phrase("VIA", "MELALUI"), dropOrder: 1),
            ],
            rows: entries.map { entry in
                [
                    String(entry.draft.at.rfc3339().prefix(19)).replacing("T", with: " "),
                    entry.draft.author.actor.name, words(entry, in: language), entry.draft.author.via,
                ].map { StyledText($0) }
            })
        for line in table.lines(width: output.terminal.columns, glyphs: output.terminal.glyphs) { output.line(line) }
        for note in notes where !lead.isProtected {
            let first = "  \(note.actor), \(note.at.rfc3339().prefix(10)): "
            for line in wrapped(note.text, width: output.terminal.columns, first: first, indent: 4) {
                output.line(StyledText(line))
            }
        }
    }

    private func words(_ entry: JournalEntry, in language: ScreenLanguage) -> String {
        entry.draft.targets.first { $0.lead == lead.id }.map { entry.words(of: $0, in: language) } ?? entry.draft.verb
    }

    private var json: JSONValue {
        [
            "schema": "pantau.lead.history/1", "id": .integer(lead.id.value),
            "entries": .array(entries.map(\.record)),
            "notes": .array(
                lead.isProtected
                    ? []
                    : notes.map { note in
                        [
                            "entry": .integer(note.entry.value), "at": .string(note.at.rfc3339()),
                            "actor": .string(note.actor.name), "text": .string(note.text),
                        ]
                    }),
        ]
    }
}

extension JournalEntry {
    /// What it did to one lead, in a few words without personal data.
    func words(of target: JournalTarget, in language: ScreenLanguage) -> String {
        guard draft.undoes == nil else {
            let root = draft.root ?? draft.undoes ?? id
            return draft.verb == "undo"
                ? language.phrase("undo of entry \(root)", "catatan \(root) dibuat asal")
                : language.phrase("entry \(root) done again", "catatan \(root) dibuat semula")
        }
        if let crawled = target.crawled(in: language) { return crawled }
        if let moved = target.moved(in: language) { return moved }
        guard let after = LeadStanding(json: target.after) else { return plainVerb(in: language) }
        let before = LeadStanding(json: target.before)
        if draft.verb == Decision.addVerb {
            let state = after.state.mergedInto == nil ? nil : after.state.words(in: language)
            return [plainVerb(in: language), state].compactMap(\.self).joined(separator: ", ")
        }
        if before?.state.mergedInto != nil, after.state.mergedInto == nil {
            return language.phrase("stands alone again", "berasingan semula")
        }
        if after.state != before?.state { return after.state.words(in: language) }
        return [plainVerb(in: language), target.details].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private func plainVerb(in language: ScreenLanguage) -> String {
        verbs[draft.verb].map { language.phrase($0.0, $0.1) } ?? draft.verb
    }
}

/// English and Malay of what changes no state.
private let verbs: [String: (String, String)] = [
    "lead.claim": ("claimed", "diambil"), "lead.release": ("let go", "dilepaskan"), "lead.note": ("noted", "dicatat"),
    "lead.assign": ("handed over", "diserahkan"), "lead.label": ("labelled", "dilabel"),
    "lead.edit": ("corrected", "dibetulkan"), "lead.differ": ("called another case", "dikatakan kes lain"),
    "lead.rescore": ("scored again", "diskor semula"), "lead.add": ("brought by a person", "dibawa oleh seseorang"),
    "lead.open": ("looked at", "dilihat"), "lead.second-look": ("read a second time", "dibaca kali kedua"),
]

extension JournalTarget {
    /// What a crawl did.
    fileprivate func crawled(in language: ScreenLanguage) -> String? {
        switch after["did"]?.string {
        case "flagged":
            let score = after["score"]?.integer ?? 0
            return language.phrase("flagged, score \(score)", "ditanda, skor \(score)")
        case "joined": return language.phrase("an article joined it", "satu berita menyertainya")
        case "revised": return language.phrase("an article was edited", "satu berita disunting")
        case nil, .some: return nil
        }
    }

    /// What a merge did to the lead that lives on.
    fileprivate func moved(in language: ScreenLanguage) -> String? {
        let leads = { (list: JSONValue) in
            (list.items ?? []).compactMap { $0.integer.map { LeadID($0).description } }.joined(separator: ", ")
        }
        if let took = after["took"] { return language.phrase("took in \(leads(took))", "menerima \(leads(took))") }
        if let gave = after["gave"] { return language.phrase("gave back \(leads(gave))", "memulangkan \(leads(gave))") }
        return nil
    }

    /// Codes and numbers that say more than the verb.
    fileprivate var details: String {
        if let score = after["score"]?.integer, let old = before["score"]?.integer { return "\(old) -> \(score)" }
        guard let old = LeadStanding(json: before), let new = LeadStanding(json: after) else { return "" }
        var details: [String] = []
        if new.assignee != old.assignee { details.append(new.assignee?.name ?? "-") }
        if new.labels != old.labels { details.append(new.labels.map(\.text).joined(separator: ", ")) }
        if new.setUrgency != old.setUrgency { details.append(new.setUrgency?.rawValue ?? "urgency=") }
        if new.setNeeds != old.setNeeds { details.append(new.setNeeds.map(\.rawValue).joined(separator: ", ")) }
        if new.different != old.different { details += new.different.map(\.description) }
        return details.filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension LeadState {
    /// As what a lead stands now, for a line of its history.
    fileprivate func words(in language: ScreenLanguage) -> String {
        switch self {
        case .flagged: language.phrase("back in review", "kembali untuk disemak")
        case .snoozed(let wake): language.phrase("snoozed until \(wake.words.en)", "ditangguh hingga \(wake.words.ms)")
        case .rejected(let reason):
            language.phrase("rejected: ", "ditolak: ") + reason.label(in: language)
        case .merged(let into): language.phrase("merged into \(into)", "digabung ke dalam \(into)")
        case .prospect(let ref): language.phrase("accepted -> prospect \(ref)", "diterima -> prospek \(ref)")
        }
    }
}
