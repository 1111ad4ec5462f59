/// A part of a lexicon as its file has it, key by key: what one compares, and what explains a rule.
public struct LexiconPart: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case settings, sign, list, negation, words, rule
        case shortForms = "short-forms"
    }

    /// A key with its values, as they are written.
    public struct Fact: Hashable, Sendable {
        public var key: String
        public var values: [String]

        init(_ key: String, _ values: [String]) { (self.key, self.values) = (key, values) }
    }

    public var kind: Kind
    /// Its id or name; the file's id for what has none.
    public var name: String
    /// The name of its file.
    public var file: String
    /// Only keys that say something.
    public var facts: [Fact]

    public var id: String { "\(kind.rawValue) \(name)" }

    /// The values of a key; empty where it is not written.
    public subscript(_ key: String) -> [String] { facts.first { $0.key == key }?.values ?? [] }
}

extension LexiconPart {
    init(_ rule: LexiconDraft.RuleDraft, of draft: LexiconDraft) {
        let names = { (names: [LexiconDraft.Named]) in names.map(\.name) }
        let all: [(String, [String])] = [
            ("label", [rule.malay, rule.english]), ("points", ["\(rule.points)"]),
            ("need", rule.need.map { [$0.name] } ?? []), ("sign", names(rule.signs)),
            ("phrases", rule.phrases.map(\.text)), ("unless", rule.unless.map(\.text)),
            ("unless-in", rule.unless.isEmpty ? [] : [rule.unlessScope.rawValue]),
            ("field", rule.field == .any ? [] : [rule.field.rawValue]),
            ("with", rule.with.map { names($0).joined(separator: "|") }), ("without", names(rule.without)),
            ("within", rule.with.isEmpty ? [] : [rule.scope.rawValue]),
            ("requires", rule.requires.map(\.text)),
            ("requires-in", rule.requires.isEmpty ? [] : [rule.requiresScope.rawValue]),
            ("negation", rule.isNegatable ? [] : ["no"]), ("swallows", rule.swallows ? ["yes"] : []),
            ("urgency", rule.urgency.map { [$0] } ?? []), ("protects", rule.protects ? ["yes"] : []),
            ("each", rule.weighing.each == 0 ? [] : ["\(rule.weighing.each)"]),
            ("at-least", rule.weighing.minimum == 1 ? [] : ["\(rule.weighing.minimum)"]),
            ("at-most", rule.weighing.ceiling.map { ["\($0)"] } ?? []),
            ("firm", rule.weighing.isFirm ? ["yes"] : []),
            ("passages", rule.passages == .yes ? [] : [rule.passages.rawValue]),
        ]
        self.init(
            kind: .rule, name: rule.id, file: draft.file,
            facts: all.filter { !$0.1.isEmpty }.map { Fact($0.0, $0.1) })
    }

    /// The parts of a file besides its rules.
    static func others(of draft: LexiconDraft) -> [LexiconPart] {
        var parts: [LexiconPart] = []
        func add(_ kind: Kind, _ name: String, _ facts: [Fact]) {
            parts.append(LexiconPart(kind: kind, name: name, file: draft.file, facts: facts))
        }
        if let settings = draft.settings {
            add(
                .settings, draft.id,
                [
                    Fact("threshold", ["\(settings.threshold)"]),
                    Fact("lead-sentences", ["\(settings.leadSentences)"]),
                    Fact("body-share", ["\(settings.bodyShare)"]), Fact("total-limit", ["\(settings.totalLimit)"]),
                    Fact("passage-sentences", ["\(settings.passageSentences)"]),
                    Fact("passage-cost", ["\(settings.passageCost)"]),
                    Fact("high-confidence", ["\(settings.highConfidence)"]),
                    Fact("medium-confidence", ["\(settings.mediumConfidence)"]),
                ])
        }
        for sign in draft.signs.map(\.sign) {
            add(
                .sign, sign.name,
                [
                    Fact("label", [sign.labelMalay, sign.labelEnglish]),
                    Fact("limit", sign.limit.map { ["\($0)"] } ?? []),
                    Fact("incident", sign.isIncident ? ["yes"] : []), Fact("helped", sign.isHelped ? ["yes"] : []),
                ])
        }
        for list in draft.lists { add(.list, list.name, [Fact("phrases", list.phrases.map(\.text))]) }
        if !draft.shortForms.isEmpty {
            add(.shortForms, draft.id, [Fact("words", draft.shortForms.map { "\($0.short): \($0.long)" })])
        }
        for negator in draft.negators {
            add(
                .negation, "\(draft.id), \(negator.reach)",
                [Fact("words", negator.phrases.map(\.text)), Fact("except", negator.exceptions.map(\.text))])
        }
        if let words = draft.words {
            add(
                .words, draft.id,
                [Fact("limit", ["\(words.limit)"]), Fact("reach", ["\(words.reach)"])]
                    + words.weights.map { Fact("\($0.points)", $0.words.map(\.text)) }
                    + words.needs.flatMap { item in
                        item.weights.map { Fact("\(item.need?.name ?? "") \($0.points)", $0.words.map(\.text)) }
                    })
        }
        return parts
    }
}
