import Model
import Scoring
import Terminal
import Text

/// What one lexicon makes of texts that another scored before: counts, and the texts where a reviewer sees a difference.
struct LexiconEffect {
    /// A text with its change.
    struct Item {
        var id: String
        var source: String
        /// nil for a protected identity.
        var title: String?
        var change: ScoreChange
    }

    private(set) var texts = 0
    private(set) var counts: [ScoreChange.Kind: Int] = [:]
    /// Those whose change is more than points.
    private(set) var items: [Item] = []
    private let old: Lexicon
    private let new: Lexicon

    init(from old: Lexicon, to new: Lexicon) { (self.old, self.new) = (old, new) }

    mutating func add(_ text: TrialText) {
        texts += 1
        let before = score(title: text.title, text: text.text, with: old)
        let after = score(title: text.title, text: text.text, with: new)
        guard let change = ScoreChange(from: before, to: after) else { return }
        counts[change.kind, default: 0] += 1
        guard change.kind != .score else { return }
        let isProtected = text.isProtected || before.isProtected || after.isProtected
        items.append(Item(id: text.id, source: text.source, title: isProtected ? nil : text.title, change: change))
    }

    // MARK: Answers

    /// Counts first, then at most `limit` of the changes: leads that appear, that vanish, that change.
    func write(_ context: Context, limit: Int) {
        let output = context.output
        output.say(.lexiconEffect(texts, counts: counts))
        let shown = sorted.prefix(limit)
        if output.format == .table, !shown.isEmpty {
            output.line()
            let table = Table(Self.columns(context.language), rows: shown.map { row($0, context.language) })
            for line in table.lines(width: output.terminal.columns, glyphs: output.terminal.glyphs) {
                output.line(line)
            }
        } else {
            for item in shown { output.record(fields(item)) }
        }
        if items.count > shown.count { output.note(.lexiconEffectMore(items.count - shown.count)) }
    }

    private var sorted: [Item] {
        let rank = Dictionary(uniqueKeysWithValues: ScoreChange.Kind.allCases.enumerated().map { ($1, $0) })
        return items.enumerated().sorted {
            (rank[$0.element.change.kind] ?? 0, $0.offset) < (rank[$1.element.change.kind] ?? 0, $1.offset)
        }.map(\.element)
    }

    private static func columns(_ language: ScreenLanguage) -> [Table.Column] {
        [
            .init(language.phrase("CHANGE", "PERUBAHAN")), .init("ID", .right),
            .init(language.phrase("SCORE", "SKOR")), .init(language.phrase("WHAT", "APA"), minimum: 10),
            .init(language.phrase("RULES", "PERATURAN"), minimum: 16, maximum: 44, dropOrder: 2),
            .init(language.phrase("SOURCE", "SUMBER"), minimum: 8, maximum: 18, dropOrder: 1),
            .init(language.phrase("TITLE", "TAJUK"), minimum: 20),
        ]
    }

    private func row(_ item: Item, _ language: ScreenLanguage) -> [StyledText] {
        let title = item.title ?? Message.identityProtected.text(in: language)
        return [
            language.phrase(item.change.kind.rawValue, item.change.kind.malay), item.id, item.change.scores,
            item.change.what, item.change.rules(3), item.source, title,
        ].map { StyledText($0) }
    }

    private func fields(_ item: Item) -> [String] {
        [
            item.change.kind.rawValue, item.id, item.change.scores, item.change.what, item.change.rules(5), item.source,
            item.title ?? Message.identityProtected.text(in: .english),
        ]
    }

    var json: [(String, JSONValue?)] {
        [
            ("texts", .integer(Int64(texts))),
            (
                "counts",
                .compact(ScoreChange.Kind.allCases.map { ($0.rawValue, .integer(Int64(counts[$0, default: 0]))) })
            ), ("changes", .array(sorted.map(json))),
        ]
    }

    private func json(_ item: Item) -> JSONValue {
        let change = item.change
        return .compact([
            ("change", .string(change.kind.rawValue)), ("id", .string(item.id)), ("source", .string(item.source)),
            ("title", item.title.map { .string($0) }),
            ("score", .array([.integer(Int64(change.before.value)), .integer(Int64(change.after.value))])),
            ("urgency", .array([.string(change.before.urgency.rawValue), .string(change.after.urgency.rawValue)])),
            ("need", .array([Self.need(change.before), Self.need(change.after)])),
            (
                "rules",
                .array(
                    change.causes.map { cause in
                        .compact([
                            ("rule", .string(cause.rule)), ("before", cause.before.map { .integer(Int64($0)) }),
                            ("after", cause.after.map { .integer(Int64($0)) }),
                            (
                                "phrases",
                                item.title == nil ? nil : .array(cause.evidence.map { .string($0.exact) })
                            ),
                        ])
                    })
            ),
        ])
    }

    private static func need(_ score: Score) -> JSONValue {
        score.needs.first.map { .string($0.need.rawValue) } ?? .null
    }
}

extension ScoreChange {
    fileprivate var scores: String { "\(before.value)>\(after.value)" }

    /// The urgency or need that is another one, else those of the lead.
    fileprivate var what: String {
        let need = { (score: Score) in score.needs.first?.need.rawValue ?? "-" }
        switch kind {
        case .appears: return "\(after.urgency.rawValue) \(need(after))"
        case .vanishes: return "\(before.urgency.rawValue) \(need(before))"
        case .urgency: return "\(before.urgency.rawValue)>\(after.urgency.rawValue)"
        case .need: return "\(need(before))>\(need(after))"
        case .score: return ""
        }
    }

    /// The rules that did most of it, with what they bring now less what they brought.
    fileprivate func rules(_ limit: Int) -> String {
        causes.prefix(limit).map { "\($0.rule) \($0.difference > 0 ? "+" : "")\($0.difference)" }.joined(
            separator: ", ")
    }
}

extension ScoreChange.Kind {
    var malay: String {
        switch self {
        case .appears: "muncul"
        case .vanishes: "hilang"
        case .urgency: "kesegeraan"
        case .need: "keperluan"
        case .score: "skor"
        }
    }
}
