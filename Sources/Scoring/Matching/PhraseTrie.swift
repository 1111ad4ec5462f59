import Text

/// All phrases of a lexicon as one tree, walked from each word of a text.
///
/// A word is hashed once and looked up once; only where a phrase begins with it does the walk go on. The work at one word
/// is bounded by the phrases (their gaps are few and short), so a text costs time in proportion to its length.
struct PhraseTrie: Sendable {
    /// Node 0 is the root.
    private var nodes: [Node] = [Node()]
    private var edges = IntegerTable()

    private struct Node: Sendable {
        var outputs: [Int32] = []
        var slots: [(slot: Phrase.Slot, next: Int32)] = []
        var lists: [(list: Int, next: Int32)] = []
        var gaps: [(length: Int, next: Int32)] = []
    }

    /// Adds `phrase`, whose words are in `vocabulary` afterwards; a match reports `output`.
    mutating func insert(_ phrase: Phrase, output: Int, vocabulary: inout Vocabulary) {
        var node = 0
        for atom in phrase.atoms { node = child(of: node, by: atom, vocabulary: &vocabulary) }
        if !nodes[node].outputs.contains(Int32(output)) { nodes[node].outputs.append(Int32(output)) }
    }

    private mutating func child(of node: Int, by atom: Phrase.Atom, vocabulary: inout Vocabulary) -> Int {
        switch atom {
        case .word(let hash): return child(of: node, byWord: vocabulary.insert(hash))
        case .capitals(let hash): return child(of: node, byWord: vocabulary.insert(Vocabulary.capitals(hash)))
        case .slot(let slot):
            if let known = nodes[node].slots.first(where: { $0.slot == slot }) { return Int(known.next) }
            let next = addNode()
            nodes[node].slots.append((slot, Int32(next)))
            return next
        case .list(let list):
            if let known = nodes[node].lists.first(where: { $0.list == list }) { return Int(known.next) }
            let next = addNode()
            nodes[node].lists.append((list, Int32(next)))
            return next
        case .gap(let length):
            if let known = nodes[node].gaps.first(where: { $0.length == length }) { return Int(known.next) }
            let next = addNode()
            nodes[node].gaps.append((length, Int32(next)))
            return next
        }
    }

    private mutating func child(of node: Int, byWord word: Int32) -> Int {
        let key = Self.key(node, word)
        let known = edges[key]
        if known != 0 { return Int(known) }
        let next = addNode()
        edges.set(key, to: Int32(next))
        return next
    }

    private mutating func addNode() -> Int {
        nodes.append(Node())
        return nodes.count - 1
    }

    private static func key(_ node: Int, _ word: Int32) -> UInt64 {
        UInt64(node) << 32 | UInt64(UInt32(bitPattern: word))
    }

    // MARK: Matching

    /// Reports every occurrence of every phrase in `text`: its output, first unit and the unit after its last.
    func matches(in text: UnitText, lists: ListSpans, report: (_ output: Int, _ start: Int, _ end: Int) -> Void) {
        for start in text.units.indices {
            walk(from: 0, at: start, start: start, mayCross: true, text: text, lists: lists, report: report)
        }
    }

    /// - Parameter mayCross: whether the next word may stand behind a comma; after an age or a gap it may.
    private func walk(
        from node: Int, at position: Int, start: Int, mayCross: Bool, text: UnitText, lists: ListSpans,
        report: (Int, Int, Int) -> Void
    ) {
        for output in nodes[node].outputs { report(Int(output), start, position) }
        guard position < text.units.count else { return }
        let unit = text.units[position]
        guard position == start || unit.separation < .sentence else { return }
        let isOpen = mayCross || unit.separation == .none
        for word in [unit.word, unit.capitals] where isOpen && word != 0 {
            let next = Int(edges[Self.key(node, word)])
            if next != 0 {
                walk(
                    from: next, at: position + 1, start: start, mayCross: false, text: text, lists: lists,
                    report: report)
            }
        }
        for (slot, next) in nodes[node].slots where text.fits(slot, at: position) && (isOpen || slot.kind == .age) {
            walk(
                from: Int(next), at: position + 1, start: start, mayCross: slot.kind == .age, text: text, lists: lists,
                report: report)
        }
        if isOpen, !nodes[node].lists.isEmpty {
            for span in lists.spans(at: position) {
                for (list, next) in nodes[node].lists where list == span.list {
                    walk(
                        from: Int(next), at: span.end, start: start, mayCross: false, text: text, lists: lists,
                        report: report)
                }
            }
        }
        for (length, next) in nodes[node].gaps {
            for skipped in 0...length {
                let target = position + skipped
                guard target < text.units.count, text.units[target].sentence == unit.sentence else { break }
                walk(
                    from: Int(next), at: target, start: start, mayCross: true, text: text, lists: lists, report: report)
            }
        }
    }
}

/// The words that occur in phrases, numbered from 1.
struct Vocabulary: Sendable {
    private var numbers = IntegerTable()

    /// 0 for a word of no phrase.
    subscript(hash: UInt64) -> Int32 { numbers[hash] }

    /// The hash under which a word in capitals is kept.
    static func capitals(_ hash: UInt64) -> UInt64 { hash ^ 0xA5A5_5A5A_C3C3_3C3C }

    mutating func insert(_ hash: UInt64) -> Int32 {
        let known = numbers[hash]
        if known != 0 { return known }
        let number = Int32(numbers.count + 1)
        numbers.set(hash, to: number)
        return number
    }
}
