import Text

/// All phrases of a lexicon as one tree, walked from each word of a text.
///
/// A word is hashed once and looked up once; only where a phrase begins with it does the walk go on. The work at one word
/// is bounded by the phrases (their gaps are few and short), so a text costs time in proportion to its length.
struct PhraseTrie: Sendable {
    /// Node 0 is the root.
    fileprivate var nodes: [Node] = [Node()]
    fileprivate var edges = IntegerTable()

    fileprivate struct Node: Sendable {
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

    fileprivate static func key(_ node: Int, _ word: Int32) -> UInt64 {
        UInt64(node) << 32 | UInt64(UInt32(bitPattern: word))
    }

    /// Every occurrence of every phrase in `text`, in the order of their beginnings.
    func matches(in text: UnitText, lists: ListSpans) -> [PhraseMatch] {
        var walk = TrieWalk(trie: self, text: text, lists: lists)
        for start in text.units.indices {
            walk.start = start
            walk.visit(0, at: start, mayCross: true)
        }
        return walk.found
    }
}

/// A phrase that stands in a text.
struct PhraseMatch {
    /// What it was inserted with.
    var output: Int
    /// In units of the text.
    var units: Range<Int>
}

/// The walk through a trie from one word of a text on.
private struct TrieWalk {
    let trie: PhraseTrie
    let text: UnitText
    let lists: ListSpans
    var start = 0
    var found: [PhraseMatch] = []

    init(trie: PhraseTrie, text: UnitText, lists: ListSpans) {
        (self.trie, self.text, self.lists) = (trie, text, lists)
    }

    /// - Parameter mayCross: whether the next word may stand behind a comma; after an age or a gap it may.
    mutating func visit(_ node: Int, at position: Int, mayCross: Bool) {
        for output in trie.nodes[node].outputs {
            found.append(PhraseMatch(output: Int(output), units: start..<position))
        }
        guard position < text.units.count else { return }
        let unit = text.units[position]
        guard position == start || unit.separation < .sentence else { return }
        let isOpen = mayCross || unit.separation == .none
        if isOpen {
            follow(unit.word, from: node, at: position)
            follow(unit.capitals, from: node, at: position)
            if !trie.nodes[node].lists.isEmpty { visitLists(of: node, at: position) }
        }
        if !trie.nodes[node].slots.isEmpty, unit.isNumber { visitSlots(of: node, at: position, isOpen: isOpen) }
        if !trie.nodes[node].gaps.isEmpty { visitGaps(of: node, at: position, sentence: unit.sentence) }
    }

    private mutating func follow(_ word: Int32, from node: Int, at position: Int) {
        guard word != 0 else { return }
        let next = Int(trie.edges[PhraseTrie.key(node, word)])
        if next != 0 { visit(next, at: position + 1, mayCross: false) }
    }

    private mutating func visitLists(of node: Int, at position: Int) {
        for span in lists.spans(at: position) {
            for (list, next) in trie.nodes[node].lists where list == span.list {
                visit(Int(next), at: span.end, mayCross: false)
            }
        }
    }

    private mutating func visitSlots(of node: Int, at position: Int, isOpen: Bool) {
        for (slot, next) in trie.nodes[node].slots where isOpen || slot.kind == .age {
            if text.fits(slot, at: position) { visit(Int(next), at: position + 1, mayCross: slot.kind == .age) }
        }
    }

    private mutating func visitGaps(of node: Int, at position: Int, sentence: Int) {
        for (length, next) in trie.nodes[node].gaps {
            for target in position...position + length {
                guard target < text.units.count, text.units[target].sentence == sentence else { break }
                visit(Int(next), at: target, mayCross: true)
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
