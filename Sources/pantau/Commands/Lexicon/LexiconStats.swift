import ArgumentParser
import Model
import Scoring
import Terminal
import Text

/// How each rule has done: how often it counted, and what people made of its leads.
struct LexiconStats: PantauCommand {
    static let permission = Permission.seeNumbers
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show how often each rule counted over kept articles, and what people decided on its leads.",
        discussion: """
            Right are leads that were taken, or rejected for what is no fault of the rules (already helped, too little known); \
            wrong are those rejected as no case. Decisions that were undone do not count.
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var kept: KeptTexts

    @Flag(help: "Only rules that never counted.")
    var silent = false

    @Flag(help: "Only rules whose leads are mostly wrong: five decisions or more, at least half of them.")
    var misfiring = false

    func run(_ context: Context) async throws {
        let lexicon = try context.lexicon()
        var tallies = RuleTally.all(of: lexicon)
        let numbers = Dictionary(uniqueKeysWithValues: lexicon.rules.enumerated().map { ($1.id, $0) })
        var texts = 0
        try await kept.forEach(context) { text in
            texts += 1
            let result = score(title: text.title, text: text.text, with: lexicon)
            for rule in Set(result.contributions.map(\.rule)) {
                if let number = numbers[rule] { tallies[number].count(result, .init(text.state)) }
            }
        }
        let shown = tallies.filter { (!silent || $0.isSilent) && (!misfiring || $0.misfires) }.enumerated().sorted {
            (-$0.element.texts, $0.offset) < (-$1.element.texts, $1.offset)
        }.map(\.element)
        write(shown, of: tallies, texts: texts, context)
    }

    private func write(_ shown: [RuleTally], of all: [RuleTally], texts: Int, _ context: Context) {
        let output = context.output
        guard !output.isJSON else {
            return output.json(
                .compact([
                    ("schema", "pantau.lexicon.stats/1"), ("texts", .integer(Int64(texts))),
                    ("rules", .array(shown.map(\.json))),
                ]))
        }
        guard output.format == .table else {
            for tally in shown { output.record(tally.fields) }
            return
        }
        output.say(
            .lexiconStats(
                texts: texts, rules: all.count, silent: all.count(where: \.isSilent),
                misfiring: all.count(where: \.misfires)))
        output.line()
        let language = context.language
        let table = Table(
            [
                .init(language.phrase("RULE", "PERATURAN"), minimum: 20),
                .init(language.phrase("POINTS", "MATA"), .right),
                .init(language.phrase("TEXTS", "TEKS"), .right), .init(language.phrase("FLAGGED", "DITANDA"), .right),
                .init(language.phrase("RIGHT", "BETUL"), .right), .init(language.phrase("WRONG", "SALAH"), .right),
                .init(""),
            ],
            rows: shown.map { tally in
                let mark = tally.misfires ? language.phrase("misfires", "kerap salah") : ""
                return (tally.fields.prefix(6) + [mark]).map { StyledText($0) }
            })
        for line in table.lines(width: output.terminal.columns, glyphs: output.terminal.glyphs) { output.line(line) }
    }
}

extension RuleTally.Decision {
    fileprivate init(_ state: LeadState?) {
        switch state {
        case .prospect: self = .right
        case .rejected(let reason):
            switch reason.signal {
            case .rightFlag: self = .right
            case .wrongFlag: self = .wrong
            case .none: self = .none
            }
        case .flagged, .snoozed, .merged, nil: self = .none
        }
    }
}

extension RuleTally {
    fileprivate var fields: [String] {
        [rule, "\(points)", "\(texts)", "\(flagged)", "\(right)", "\(wrong)", misfires ? "misfires" : ""]
    }

    fileprivate var json: JSONValue {
        .compact([
            ("rule", .string(rule)), ("points", .integer(Int64(points))), ("texts", .integer(Int64(texts))),
            ("flagged", .integer(Int64(flagged))), ("right", .integer(Int64(right))), ("wrong", .integer(Int64(wrong))),
            ("misfires", .bool(misfires)),
        ])
    }
}
