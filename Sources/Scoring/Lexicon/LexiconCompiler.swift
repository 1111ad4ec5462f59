import Model
import Text

/// Resolves the names of several drafts and builds the lexicon.
struct LexiconCompiler {
    private var drafts: [LexiconDraft] = []
    private var problems: [DocumentProblem] = []

    private var settings = ScoringSettings()
    private var signs: [Sign] = []
    private var signNumbers: [String: SignID] = [:]
    private var listNumbers: [String: Int] = [:]
    private var ruleIDs: Set<String> = []
    private var rules: [Rule] = []

    private var vocabulary = Vocabulary()
    private var phraseTrie = PhraseTrie()
    private var listTrie = PhraseTrie()
    private var words = WordWeights()
    private var outputs: [Lexicon.Output] = []
    private var outputNumbers: [Lexicon.Output: Int] = [:]
    private var shortForms: [UInt64: [UInt64]] = [:]
    /// 1 for each of them: most words of phrases are none, and a dictionary takes ten times as long to say so.
    private var shortWords = IntegerTable()

    mutating func read(_ document: LexiconDocument) {
        let (draft, found) = LexiconReader.read(document)
        drafts.append(draft)
        problems += found
    }

    mutating func lexicon() throws(DocumentProblems) -> Lexicon {
        for draft in drafts { declare(draft) }
        for draft in drafts { shortForms(of: draft) }
        for draft in drafts { lists(of: draft) }
        for draft in drafts {
            negators(of: draft)
            words(of: draft)
            for rule in draft.rules { add(rule, of: draft) }
        }
        if rules.isEmpty, problems.isEmpty {
            problems.append(DocumentProblem(file: drafts.first?.file ?? "Lexicons", at: nil, "there is no rule"))
        }
        noteConditionsThatNothingMeets()
        guard problems.isEmpty else { throw DocumentProblems(problems) }
        return Lexicon(
            settings: settings, rules: rules, signs: signs,
            versions: drafts.map { LexiconVersion(id: $0.id, version: $0.version, sha256: $0.sha256) },
            parts: drafts.flatMap { draft in
                LexiconPart.others(of: draft) + draft.rules.map { LexiconPart($0, of: draft) }
            }, vocabulary: vocabulary, phrases: phraseTrie, lists: listTrie, words: words, outputs: outputs,
            shortForms: shortForms, listNumbers: listNumbers)
    }

    // MARK: Names

    private mutating func declare(_ draft: LexiconDraft) {
        if let found = draft.settings { settings = found }
        for item in draft.signs {
            guard signNumbers[item.sign.name] == nil else {
                note("the sign \"\(item.sign.name)\" is declared twice", in: draft, at: item.mark)
                continue
            }
            signNumbers[item.sign.name] = signs.count
            signs.append(item.sign)
        }
        for item in draft.lists {
            guard listNumbers[item.name] == nil else {
                note("the list <\(item.name)> is declared twice", in: draft, at: item.mark)
                continue
            }
            listNumbers[item.name] = listNumbers.count
        }
    }

    private mutating func number(of sign: LexiconDraft.Named, in draft: LexiconDraft) -> SignID? {
        if let number = signNumbers[sign.name] { return number }
        let hint = nearest(to: sign.name, among: signNumbers.keys.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
        note("\"\(sign.name)\" is no sign that a file declares\(hint)", in: draft, at: sign.mark)
        return nil
    }

    private mutating func need(_ name: LexiconDraft.Named, in draft: LexiconDraft) -> Need? {
        if let need = Need(rawValue: name.name) { return need }
        let hint =
            nearest(to: name.name, among: Need.allCases.map(\.rawValue)).map { "; did you mean \"\($0)\"?" } ?? ""
        note("\"\(name.name)\" is no need\(hint)", in: draft, at: name.mark)
        return nil
    }

    private mutating func note(_ reason: String, in draft: LexiconDraft, at mark: DocumentNode.Mark?) {
        problems.append(DocumentProblem(file: draft.file, at: mark, reason))
    }

    // MARK: Phrases

    private mutating func read(
        _ drafts: [LexiconDraft.PhraseDraft], in draft: LexiconDraft, forList: Bool = false
    ) -> PhraseRows {
        let parser = PhraseParser(lists: listNumbers, allowsNumbersAlone: forList)
        var out = PhraseRows()
        for phrase in drafts {
            if let rows = rows(of: phrase, in: draft, parser) { out.append(rows) }
        }
        return out
    }

    /// nil where the phrase cannot be read, which is noted.
    private mutating func rows(
        of phrase: LexiconDraft.PhraseDraft, in draft: LexiconDraft, _ parser: PhraseParser
    ) -> PhraseRows? {
        do throws(PhraseParser.Problem) {
            return writtenOut(try parser.rows(of: phrase.text))
        } catch {
            note("\"\(phrase.text)\": \(error.reason)", in: draft, at: phrase.mark)
            return nil
        }
    }

    /// Short forms are written out in texts, so they are in phrases: `tak mampu` is found as `tidak mampu`.
    private func writtenOut(_ rows: PhraseRows) -> PhraseRows {
        // Hardly any phrase has one.
        guard rows.atoms.contains(where: isShort) else { return rows }
        var out = PhraseRows()
        for row in 0..<rows.count {
            let atoms = rows.places(of: row).flatMap { place -> [Phrase.Atom] in
                guard case .word(let hash) = rows.atoms[place], let long = shortForms[hash] else {
                    return [rows.atoms[place]]
                }
                return long.map(Phrase.Atom.word)
            }
            out.append(atoms)
        }
        return out
    }

    private func isShort(_ atom: Phrase.Atom) -> Bool {
        guard case .word(let hash) = atom else { return false }
        return shortWords[hash] != 0
    }

    private mutating func insert(_ phrases: PhraseRows, as output: Lexicon.Output) {
        let number = outputNumbers[output] ?? outputs.count
        if number == outputs.count {
            outputs.append(output)
            outputNumbers[output] = number
        }
        for row in 0..<phrases.count {
            // A phrase whose words lead nowhere new has no new words.
            let atoms = phrases.atoms.span.extracting(phrases.places(of: row))
            if phraseTrie.insert(atoms, output: number) { vocabulary.insert(atoms) }
        }
    }

    private mutating func lists(of draft: LexiconDraft) {
        for list in draft.lists {
            guard let number = listNumbers[list.name] else { continue }
            let rows = read(list.phrases, in: draft, forList: true)
            for row in 0..<rows.count {
                let isPlain = rows.places(of: row).allSatisfy {
                    switch rows.atoms[$0] {
                    case .word, .capitals, .slot: true
                    case .list, .gap: false
                    }
                }
                guard isPlain else {
                    note("a list holds words and numbers, no gaps and no other lists", in: draft, at: list.mark)
                    continue
                }
                let atoms = rows.atoms.span.extracting(rows.places(of: row))
                if listTrie.insert(atoms, output: number) { vocabulary.insert(atoms) }
            }
        }
    }

    private mutating func shortForms(of draft: LexiconDraft) {
        for item in draft.shortForms {
            let short = tokens(of: item.short)
            let long = tokens(of: item.long)
            guard short.count == 1, let word = short.first, !long.isEmpty else {
                note("a short form is one word, and stands for words", in: draft, at: item.mark)
                continue
            }
            shortForms[word.hash] = long.map(\.hash)
            words.roots.add(wordsOfShortForm: UnitText(item.long, field: .text))
            shortWords.set(word.hash, to: 1)
        }
    }

    private mutating func negators(of draft: LexiconDraft) {
        for negator in draft.negators {
            insert(read(negator.phrases, in: draft), as: .negation(reach: negator.reach))
            insert(read(negator.exceptions, in: draft), as: .noNegation)
        }
    }

    private mutating func words(of draft: LexiconDraft) {
        guard let found = draft.words else { return }
        if !words.isEmpty { note("\"words\" stand in another file already", in: draft, at: found.mark) }
        (words.limit, words.reach) = (found.limit, found.reach)
        set(found.weights, need: nil, in: draft)
        for item in found.needs {
            guard let name = item.need, let need = need(name, in: draft) else { continue }
            set(item.weights, need: need, in: draft)
        }
    }

    private mutating func set(_ weights: [LexiconDraft.WordsDraft.Weight], need: Need?, in draft: LexiconDraft) {
        for weight in weights {
            for word in weight.words {
                let parts = parts(of: word, in: draft)
                guard parts.count == 1 || parts.count == 2 else {
                    note("\"\(word.text)\" is not one word, and not two", in: draft, at: word.mark)
                    continue
                }
                if !words.set(parts, written: word.text, to: weight.points, need: need) {
                    note("\"\(word.text)\", or a word of the same root, has points already", in: draft, at: word.mark)
                }
            }
        }
    }

    /// The words and classes of numbers that one entry of `words` is; none where it is something else.
    private mutating func parts(of entry: LexiconDraft.PhraseDraft, in draft: LexiconDraft) -> [WordWeights.Part] {
        // Nearly all entries are small letters, and need no reader of phrases.
        if entry.text.utf8.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 || $0 == UInt8(ascii: " ") }) {
            let text = UnitText(entry.text, field: .text, shortForms: shortForms)
            return text.units.indices.map { .root(words.roots.root(of: text, at: $0)) }
        }
        let rows = read([entry], in: draft, forList: true)
        guard rows.count == 1 else { return [] }
        // A root is told by the letters, which the atoms have no more.
        let text = UnitText(withoutClasses(entry.text), field: .text, shortForms: shortForms)
        var places = text.units.indices.makeIterator()
        var parts: [WordWeights.Part] = []
        for atom in rows.atoms {
            switch atom {
            case .word, .capitals:
                guard let place = places.next() else { return [] }
                parts.append(.root(words.roots.root(of: text, at: place)))
            case .slot(let slot): parts.append(.number(slot))
            case .list, .gap: return []
            }
        }
        return places.next() == nil ? parts : []
    }

    // MARK: Rules

    private mutating func add(_ draft: LexiconDraft.RuleDraft, of file: LexiconDraft) {
        if !ruleIDs.insert(draft.id).inserted {
            note("the rule \"\(draft.id)\" stands twice", in: file, at: draft.mark)
        }
        if draft.points >= settings.threshold {
            note(
                "\"\(draft.id)\" alone reaches the threshold of \(settings.threshold); no single rule may flag an article",
                in: file, at: draft.mark)
        }
        if draft.weighing.isFirm, draft.weighing.ceiling == nil {
            note("\"firm\" says how \"at-most\" holds, and \"\(draft.id)\" has none", in: file, at: draft.mark)
        }
        if draft.passages == .less, draft.points >= 0 {
            note(
                "\"passages: less\" takes the rule's points off passages too, and \"\(draft.id)\" takes none off",
                in: file,
                at: draft.mark)
        }
        let number = rules.count
        insertPhrases(of: draft, as: number, of: file)
        insert(read(draft.requires, in: file), as: .required(rule: number))
        var conditions = Rule.Conditions(scope: draft.scope)
        for group in draft.with { conditions.with.append(group.compactMap { self.number(of: $0, in: file) }) }
        conditions.without = draft.without.compactMap { self.number(of: $0, in: file) }
        let need = draft.need.flatMap { self.need($0, in: file) }
        rules.append(
            Rule(
                id: draft.id, labelEnglish: draft.english, labelMalay: draft.malay, need: need, points: draft.points,
                lexicon: file.id, file: file.file, mark: draft.mark,
                signs: draft.signs.compactMap { self.number(of: $0, in: file) }, field: draft.field,
                conditions: conditions, isNegatable: draft.isNegatable, swallows: draft.swallows,
                unlessScope: draft.unlessScope, requiresScope: draft.requires.isEmpty ? nil : draft.requiresScope,
                urgency: draft.urgency.flatMap(Urgency.init), protects: draft.protects,
                hasPhrases: !draft.phrases.isEmpty, weighing: draft.weighing, passages: draft.passages))
    }

    /// The rule's phrases, and those that clear them.
    private mutating func insertPhrases(of draft: LexiconDraft.RuleDraft, as number: Int, of file: LexiconDraft) {
        let parser = PhraseParser(lists: listNumbers)
        var unless: [(phrase: String, rows: PhraseRows)] = []
        for phrase in draft.unless {
            guard let rows = rows(of: phrase, in: file, parser) else { continue }
            insert(rows, as: .unless(rule: number))
            unless.append((phrase.text, rows))
        }
        // A phrase behind the lead is not cleared by what stands in the lead.
        let own = draft.unlessScope == .lead ? nil : ClearingRows(unless)
        var cleared: [(phrase: LexiconDraft.PhraseDraft, by: ClearingRows.Clearing)] = []
        for phrase in draft.phrases {
            guard let rows = rows(of: phrase, in: file, parser) else { continue }
            insert(rows, as: .phrase(rule: number))
            if let clearing = own?.clearing(of: rows) { cleared.append((phrase, clearing)) }
        }
        // That one phrase of many holds a word that clears the others does no harm; that none is left does.
        for (phrase, clearing) in cleared where clearing.isWhole || cleared.count == draft.phrases.count {
            note(
                "\"\(phrase.text)\" is cleared wherever it stands, by \"\(clearing.phrase)\" in \"unless\" of the same rule; "
                    + "take one of them out", in: file, at: phrase.mark)
        }
    }

    /// `with` looks at the hits of rules that have no conditions: a sign of other rules alone, or of none, is never there.
    private mutating func noteConditionsThatNothingMeets() {
        let met = Set(rules.lazy.filter { $0.conditions.isEmpty && $0.hasPhrases }.flatMap(\.signs))
        let borne = Set(rules.flatMap(\.signs))
        for draft in drafts {
            for name in draft.rules.flatMap({ $0.with.flatMap(\.self) }) {
                guard let sign = signNumbers[name.name], !met.contains(sign) else { continue }
                note(
                    borne.contains(sign)
                        ? "\"with\" is never met by \"\(name.name)\": only rules with conditions have that sign, and "
                            + "\"with\" looks at those without; name the signs that they rest on"
                        : "\"with\" is never met by \"\(name.name)\": no rule without conditions has that sign; give it to one, or "
                            + "take it out", in: draft, at: name.mark)
            }
        }
    }
}

/// Blanks in the place of classes of numbers (`{money 1-500}`). A regular expression for it took an eighth of the time in
/// which all rules are read.
private func withoutClasses(_ entry: String) -> String {
    var isClass = false
    let bytes = entry.utf8.map { byte -> UInt8 in
        if byte == UInt8(ascii: "{") { isClass = true }
        defer { if byte == UInt8(ascii: "}") { isClass = false } }
        return isClass ? UInt8(ascii: " ") : byte
    }
    return String(decoding: bytes, as: UTF8.self)
}
