import Model
import Text

/// Turns the nodes of one lexicon file into a draft.
struct LexiconReader {
    var nodes: NodeReader
    var draft: LexiconDraft
    private var defaults = Defaults()

    /// What a file sets for all of its rules.
    private struct Defaults {
        var need: LexiconDraft.Named?
        var signs: [LexiconDraft.Named] = []
    }

    private static let fileKeys = [
        "id", "version", "language", "label", "need", "sign", "settings", "signs", "lists", "short-forms", "negation",
        "words", "rules",
    ]
    private static let ruleKeys = [
        "id", "label", "need", "points", "sign", "phrases", "unless", "unless-in", "requires", "requires-in", "field",
        "with", "without", "within",
        "negation", "swallows", "urgency", "protects", "each", "at-least", "at-most", "firm",
        "passages",
    ]

    /// - Returns: the draft, and all that is wrong with it.
    static func read(_ document: LexiconDocument) -> (draft: LexiconDraft, problems: [DocumentProblem]) {
        var reader = LexiconReader(document)
        reader.file(document.root)
        return (reader.draft, reader.nodes.problems)
    }

    private init(_ document: LexiconDocument) {
        nodes = NodeReader(file: document.file)
        draft = LexiconDraft(file: document.file, sha256: document.sha256)
    }

    private mutating func file(_ root: DocumentNode) {
        let entries = nodes.entries(of: root, knowing: Self.fileKeys, in: "a lexicon")
        for key in ["id", "version"] where !entries.contains(where: { $0.key == key }) {
            nodes.note("a lexicon needs \"\(key)\"", at: root.mark)
        }
        for entry in entries where entry.key != "rules" { part(entry) }
        for entry in entries where entry.key == "rules" {
            for item in nodes.items(of: entry.value, in: "\"rules\"") { rule(item) }
        }
    }

    private mutating func part(_ entry: DocumentNode.Entry) {
        let node = entry.value
        switch entry.key {
        case "id": draft.id = nodes.string(node, "\"id\"")
        case "version": draft.version = nodes.string(node, "\"version\"")
        case "language": _ = nodes.choice(node, "the language", as: LexiconLanguage.self, default: .any)
        case "label": _ = labels(node)
        case "need": defaults.need = nodes.names(node, "\"need\"").first
        case "sign": defaults.signs = nodes.names(node, "\"sign\"")
        case "settings": settings(node)
        case "signs": for item in nodes.entries(of: node, in: "\"signs\"") { sign(item) }
        case "lists": for item in nodes.entries(of: node, in: "\"lists\"") { list(item) }
        case "short-forms": for item in nodes.entries(of: node, in: "\"short-forms\"") { shortForm(item) }
        case "negation": for item in nodes.items(of: node, in: "\"negation\"") { negator(item) }
        case "words": words(node)
        default: break
        }
    }

    private enum LexiconLanguage: String, CaseIterable { case ms, en, any }

    private mutating func labels(_ node: DocumentNode) -> (english: String, malay: String) {
        var labels = (english: "", malay: "")
        for entry in nodes.entries(of: node, knowing: ["en", "ms"], in: "a label") {
            let text = nodes.string(entry.value, "a label")
            if entry.key == "en" { labels.english = text } else { labels.malay = text }
        }
        if labels.english.isEmpty || labels.malay.isEmpty {
            nodes.note("a label needs both languages: {ms: …, en: …}", at: node.mark)
        }
        return labels
    }

    // MARK: What stands before the rules

    private mutating func settings(_ node: DocumentNode) {
        var settings = ScoringSettings()
        let keys = [
            "threshold", "lead-sentences", "body-share", "total-limit", "passage-sentences", "passage-cost",
            "high-confidence", "medium-confidence",
        ]
        for entry in nodes.entries(of: node, knowing: keys, in: "\"settings\"") {
            // A text that nothing speaks for has a score too, below 10.
            let smallest = entry.key == "threshold" ? 10 : 1
            let value = nodes.integer(entry.value, "\"\(entry.key)\"", in: smallest...100)
            switch entry.key {
            case "threshold": settings.threshold = value
            case "lead-sentences": settings.leadSentences = value
            case "body-share": settings.bodyShare = value
            case "total-limit": settings.totalLimit = value
            case "passage-sentences": settings.passageSentences = value
            case "passage-cost": settings.passageCost = value
            case "high-confidence": settings.highConfidence = value
            default: settings.mediumConfidence = value
            }
        }
        draft.settings = settings
    }

    private mutating func sign(_ item: DocumentNode.Entry) {
        var text = (english: "", malay: "")
        var limit: Int?
        var (isIncident, isHelped) = (false, false)
        for entry in nodes.entries(of: item.value, knowing: ["label", "limit", "incident", "helped"], in: "a sign") {
            switch entry.key {
            case "label": text = labels(entry.value)
            case "limit": limit = nodes.integer(entry.value, "\"limit\"", in: 0...200)
            case "incident": isIncident = nodes.boolean(entry.value, "\"incident\"")
            default: isHelped = nodes.boolean(entry.value, "\"helped\"")
            }
        }
        draft.signs.append(
            .init(
                sign: Sign(
                    name: item.key, labelEnglish: text.english, labelMalay: text.malay, limit: limit,
                    isIncident: isIncident, isHelped: isHelped),
                mark: item.keyMark))
    }

    private mutating func list(_ item: DocumentNode.Entry) {
        draft.lists.append(
            .init(name: item.key, phrases: nodes.phrases(item.value, "a list"), mark: item.keyMark))
    }

    private mutating func shortForm(_ item: DocumentNode.Entry) {
        draft.shortForms.append((item.key, nodes.string(item.value, "a short form"), item.keyMark))
    }

    private mutating func negator(_ node: DocumentNode) {
        var negator = LexiconDraft.NegatorDraft(reach: 3, phrases: [], exceptions: [])
        for entry in nodes.entries(of: node, knowing: ["reach", "words", "except"], in: "\"negation\"") {
            switch entry.key {
            case "reach": negator.reach = nodes.integer(entry.value, "\"reach\"", in: 1...NodeReader.maximumReach)
            case "words": negator.phrases = nodes.phrases(entry.value, "\"words\"")
            default: negator.exceptions = nodes.phrases(entry.value, "\"except\"")
            }
        }
        draft.negators.append(negator)
    }

    // MARK: Rules

    private mutating func rule(_ node: DocumentNode) {
        var rule = LexiconDraft.RuleDraft(mark: node.mark)
        rule.need = defaults.need
        rule.signs = defaults.signs
        let entries = nodes.entries(of: node, knowing: Self.ruleKeys, in: "a rule")
        for entry in entries { part(entry, of: &rule) }
        for key in ["id", "label", "points"] where !entries.contains(where: { $0.key == key }) {
            nodes.note("a rule needs \"\(key)\"", at: node.mark)
        }
        if rule.phrases.isEmpty, rule.with.isEmpty {
            nodes.note("a rule needs \"phrases\", or \"with\" and the signs it rests on", at: node.mark)
        }
        draft.rules.append(rule)
    }

    private mutating func part(_ entry: DocumentNode.Entry, of rule: inout LexiconDraft.RuleDraft) {
        let node = entry.value
        switch entry.key {
        case "id":
            rule.id = nodes.string(node, "\"id\"")
            rule.mark = node.mark
            checkID(rule.id, at: node.mark)
        case "label": (rule.english, rule.malay) = labels(node)
        case "need": rule.need = nodes.names(node, "\"need\"").first { $0.name != "none" }
        case "points": rule.points = nodes.integer(node, "\"points\"", in: -200...100)
        case "sign": rule.signs = nodes.names(node, "\"sign\"")
        case "phrases": rule.phrases = nodes.phrases(node, "\"phrases\"")
        case "unless": rule.unless = nodes.phrases(node, "\"unless\"")
        case "unless-in":
            rule.unlessScope = nodes.choice(node, "\"unless-in\"", as: Rule.Scope.self, default: .sentence)
        case "requires": rule.requires = nodes.phrases(node, "\"requires\"")
        case "requires-in":
            rule.requiresScope = nodes.choice(node, "\"requires-in\"", as: Rule.Scope.self, default: .sentence)
        case "field": rule.field = nodes.choice(node, "\"field\"", as: Rule.Field.self, default: .any)
        case "with": rule.with = groups(node)
        case "without": rule.without = nodes.names(node, "\"without\"")
        case "within": rule.scope = nodes.choice(node, "\"within\"", as: Rule.Scope.self, default: .article)
        case "negation": rule.isNegatable = nodes.boolean(node, "\"negation\"")
        case "swallows": rule.swallows = nodes.boolean(node, "\"swallows\"")
        case "urgency": rule.urgency = nodes.choice(node, "\"urgency\"", as: Urgency.self, default: .routine).rawValue
        case "protects": rule.protects = nodes.boolean(node, "\"protects\"")
        case "each": rule.weighing.each = nodes.integer(node, "\"each\"", in: -100...0)
        case "at-least": rule.weighing.minimum = nodes.integer(node, "\"at-least\"", in: 1...10)
        case "at-most": rule.weighing.ceiling = nodes.integer(node, "\"at-most\"", in: 0...100)
        case "firm": rule.weighing.isFirm = nodes.boolean(node, "\"firm\"")
        case "passages": rule.passages = nodes.choice(node, "\"passages\"", as: Rule.Passages.self, default: .yes)
        default: break
        }
    }

    /// An id is typed on command lines and stands in exports: `pantau lexicon explain ms.home.evicted`.
    private mutating func checkID(_ id: String, at mark: DocumentNode.Mark) {
        func fits(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        guard !id.isEmpty, !id.utf8.allSatisfy(fits) else { return }
        let better = id.lowercased().map { $0.utf8.allSatisfy(fits) ? String($0) : "-" }.joined()
        nodes.note(
            "the id \"\(id)\" needs small letters, digits, dots and hyphens alone; such as \"\(better)\"", at: mark)
    }

    /// `with: death|injury, worker`: groups between commas, choices between bars.
    private mutating func groups(_ node: DocumentNode) -> [[LexiconDraft.Named]] {
        nodes.names(node, "\"with\"").map { group in
            group.name.split(separator: "|").map { .init(name: String($0), mark: group.mark) }
        }
    }
}
