import Model
import Scoring
import Text

/// A rule in sentences, in the reader's language.
struct RuleExplanation {
    let part: LexiconPart
    let lexicon: Lexicon
    let language: ScreenLanguage
    /// The most forms that are shown.
    let limit: Int

    /// A sentence, and what stands before it.
    struct Line {
        var lead = ""
        var text: String
    }

    var lines: [Line] {
        var lines = [Line(text: "\(part.name): \(label)")]
        lines.append(Line(text: points))
        if !forms.isEmpty {
            lines.append(Line(text: language.phrase("It finds:", "Mencari:")))
            lines.append(Line(lead: "  ", text: forms.joined(separator: "; ")))
        }
        lines += conditions.map { Line(text: $0) }
        lines.append(Line(text: language.phrase("File: \(part.file)", "Fail: \(part.file)")))
        return lines
    }

    private var label: String {
        let labels = part["label"]
        return labels.count == 2 ? language.phrase(labels[1], labels[0]) : ""
    }

    /// Forms of every phrase, a fair share of each.
    private var forms: [String] {
        let phrases = part["phrases"]
        guard !phrases.isEmpty else { return [] }
        let share = max(1, limit / phrases.count)
        return Array(phrases.flatMap { lexicon.forms(of: $0, limit: share) }.prefix(limit))
    }

    private var points: String {
        let points = part["points"].first ?? "0"
        let share = lexicon.settings.bodyShare
        var text =
            points.hasPrefix("-")
            ? language.phrase("Takes \(points.dropFirst()) points off", "Menolak \(points.dropFirst()) mata")
            : language.phrase("Brings \(points) points, once", "Memberi \(points) mata, sekali sahaja")
        text += language.phrase("; \(share) % of that behind the lead.", "; \(share) % selepas pendahuluan.")
        if let need = part["need"].first.flatMap(Need.init) {
            let name = need.label(in: language)
            text += language.phrase(" Speaks for: \(name).", " Menunjukkan: \(name).")
        }
        if let urgency = part["urgency"].first.flatMap(Urgency.init) {
            let name = urgency.label(in: language)
            text += language.phrase(" Urgency: \(name).", " Kesegeraan: \(name).")
        }
        return text
    }

    /// A sentence for each further key.
    private var conditions: [String] {
        var lines: [String] = []
        func add(_ key: String, _ english: (String) -> String, _ malay: (String) -> String) {
            let values = part[key]
            guard !values.isEmpty else { return }
            let text = values.joined(separator: ", ")
            lines.append(language.phrase(english(text), malay(text)))
        }
        let clearing = place(part["unless-in"].first)
        let requiring = place(part["requires-in"].first)
        let within = place(part["within"].first)
        add("field", { "Only in: \($0)." }, { "Hanya dalam: \($0)." })
        add("sign", { "It is a sign of: \($0)." }, { "Tanda bagi: \($0)." })
        add("with", { "Only with signs of: \($0) (\(within))." }, { "Hanya bersama tanda: \($0) (\(within))." })
        add("without", { "Not with signs of: \($0)." }, { "Tidak bersama tanda: \($0)." })
        add(
            "requires", { "Only where one of these stands (\(requiring)): \($0)." },
            { "Hanya jika ada (\(requiring)): \($0)." })
        add("unless", { "Cleared by (\(clearing)): \($0)." }, { "Dikecualikan oleh (\(clearing)): \($0)." })
        add("at-least", { "Only with \($0) different phrases." }, { "Hanya dengan \($0) frasa berbeza." })
        add("each", { "Each further phrase: \($0) points." }, { "Setiap frasa lain: \($0) mata." })
        if part["firm"].isEmpty {
            add(
                "at-most", { "All rules together bring at most \($0) points; common words come on top." },
                { "Semua peraturan memberi paling banyak \($0) mata; perkataan biasa ditambah kemudian." })
        } else {
            add(
                "at-most", { "The article as a whole has at most \($0) points, whatever common words say." },
                { "Artikel secara keseluruhan mendapat paling banyak \($0) mata, walau apa pun perkataan biasa." })
        }
        if let passages = part["passages"].first.flatMap(passages) { lines.append(passages) }
        if !part["phrases"].isEmpty {
            lines.append(
                part["negation"].isEmpty
                    ? language.phrase("A negation in front clears it.", "Kata nafi di hadapannya mengecualikannya.")
                    : language.phrase("A negation in front does not clear it.", "Kata nafi tidak mengecualikannya."))
        }
        if !part["swallows"].isEmpty {
            lines.append(
                language.phrase(
                    "Shorter phrases inside it do not count.", "Frasa lebih pendek di dalamnya tidak dikira."))
        }
        if !part["protects"].isEmpty {
            lines.append(language.phrase("It protects the identity.", "Melindungi identiti."))
        }
        return lines
    }

    private func passages(_ value: String) -> String? {
        switch value {
        case "no":
            language.phrase(
                "Where it counts, no passage is scored by itself.",
                "Jika dikira, tiada petikan dinilai secara berasingan.")
        case "less":
            language.phrase(
                "A passage that is scored by itself loses its points too.",
                "Petikan yang dinilai secara berasingan turut ditolak matanya.")
        case "elsewhere":
            language.phrase(
                "No passage with it or right behind it is scored by itself.",
                "Petikan yang mengandunginya atau sejurus selepasnya tidak dinilai secara berasingan.")
        default: nil
        }
    }

    private func place(_ scope: String?) -> String {
        switch scope {
        case "near": language.phrase("the same sentence or the next", "ayat yang sama atau seterusnya")
        case "lead": language.phrase("title and lead", "tajuk dan pendahuluan")
        case "article": language.phrase("anywhere", "di mana-mana")
        case .some, nil: language.phrase("the same sentence", "ayat yang sama")
        }
    }

    var json: JSONValue {
        .compact([
            ("schema", "pantau.lexicon.explain/1"), ("rule", .string(part.name)), ("file", .string(part.file)),
            ("facts", .compact(part.facts.map { ($0.key, .array($0.values.map { .string($0) })) })),
            ("forms", .array(forms.map { .string($0) })),
            ("text", .array(lines.map { .string($0.text) })),
        ])
    }
}
