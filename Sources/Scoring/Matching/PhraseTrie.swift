import Text

/// All phrases of a lexicon as one tree, walked from each word of a text.
///
/// A word is hashed once, while it is read. A walk begins only where the filter has the word, or the pair it makes with the
/// next one, as the beginning of a phrase. The work at one word is bounded by the phrases (their gaps are few and short), so
/// a text costs time in proportion to its length.
struct PhraseTrie: Sendable {
    /// Node 0 is the root.
    fileprivate var nodes: [Node] = [Node()]
    fileprivate var edges = IntegerTable()
    private var filter = PhraseFilter()
    /// Where the first two words of a phrase lead at once.
    fileprivate var pairs = IntegerTable()

    /// Most nodes only stand between two words, or end one phrase.
    fileprivate struct Node: Sendable {
        /// The output of the phrase that ends here; -1 where none does.
        var output: Int32 = -1
        /// Where in `branches` the rest of it is; -1 where there is no more.
        var branches: Int32 = -1
        /// Whether a word leads on.
        var hasWords = false
    }

    /// What else a node may have.
    fileprivate struct Branches: Sendable {
        /// Of further phrases that end here.
        var outputs: [Int32] = []
        var slots: [(slot: Phrase.Slot, next: Int32)] = []
        var lists: [(list: Int, next: Int32)] = []
        var gaps: [(length: Int, next: Int32)] = []
    }
    fileprivate var branches: [Branches] = []

    /// Adds `phrase`; a match reports `output`.
    ///
    /// - Returns: whether it goes where no phrase went before.
    @discardableResult
    mutating func insert(_ phrase: Span<Phrase.Atom>, output: Int) -> Bool {
        filter.insert(phrase)
        let before = nodes.count
        var node = 0
        for place in phrase.indices {
            node = child(of: node, by: phrase[place])
            // The pair is known where its end was.
            if place == 1, node >= before, case .word(let first) = phrase[0], case .word(let second) = phrase[1] {
                pairs.set(PhraseTrie.pair(first, second), to: Int32(node))
            }
        }
        end(Int32(output), at: node)
        return nodes.count > before
    }

    private mutating func end(_ output: Int32, at node: Int) {
        guard nodes[node].output != output else { return }
        guard nodes[node].output >= 0 else {
            nodes[node].output = output
            return
        }
        let place = branchPlace(of: node)
        if !branches[place].outputs.contains(output) { branches[place].outputs.append(output) }
    }

    private mutating func branchPlace(of node: Int) -> Int {
        if nodes[node].branches < 0 {
            nodes[node].branches = Int32(branches.count)
            branches.append(Branches())
        }
        return Int(nodes[node].branches)
    }

    private mutating func child(of node: Int, by atom: Phrase.Atom) -> Int {
        switch atom {
        case .word(let hash): return child(of: node, byWord: hash)
        case .capitals(let hash): return child(of: node, byWord: PhraseTrie.capitals(hash))
        case .slot(let slot):
            let place = branchPlace(of: node)
            if let known = branches[place].slots.first(where: { $0.slot == slot }) { return Int(known.next) }
            let next = addNode()
            branches[place].slots.append((slot, Int32(next)))
            return next
        case .list(let list):
            let place = branchPlace(of: node)
            if let known = branches[place].lists.first(where: { $0.list == list }) { return Int(known.next) }
            let next = addNode()
            branches[place].lists.append((list, Int32(next)))
            return next
        case .gap(let length):
            let place = branchPlace(of: node)
            if let known = branches[place].gaps.first(where: { $0.length == length }) { return Int(known.next) }
            let next = addNode()
            branches[place].gaps.append((length, Int32(next)))
            return next
        }
    }

    private mutating func child(of node: Int, byWord word: UInt64) -> Int {
        let key = Self.key(node, word)
        let known = edges[key]
        if known != 0 { return Int(known) }
        let next = addNode()
        edges.set(key, to: Int32(next))
        nodes[node].hasWords = true
        return next
    }

    private mutating func addNode() -> Int {
        nodes.append(Node())
        return nodes.count - 1
    }

    /// A node has few words behind it, and a word's hash has 64 bits: that two of them meet does not happen.
    fileprivate static func key(_ node: Int, _ word: UInt64) -> UInt64 {
        word &+ UInt64(truncatingIfNeeded: node) &* 0xD6E8_FEB8_6659_FD93
    }

    /// The key of two words that begin a phrase.
    fileprivate static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &<< 7 | first &>> 57) ^ second
    }

    /// The hash under which a word in capitals is kept.
    fileprivate static func capitals(_ hash: UInt64) -> UInt64 { hash ^ 0xA5A5_5A5A_C3C3_3C3C }

    /// Every occurrence of every phrase in `text`, in the order of their beginnings.
    func matches(in text: UnitText, lists: ListSpans) -> [PhraseMatch] {
        var walk = TrieWalk(trie: self, text: text, lists: lists)
        // Copies of their own: the walk changes nothing of them, which the compiler cannot know.
        let (units, filter) = (text.units, filter)
        var hash = units.first?.hash ?? 0
        for start in units.indices {
            let next = start &+ 1 < units.count ? units[start &+ 1].hash : 0
            if filter.mayBegin(at: start, hash, next, in: units, lists) {
                if filter.mayBeginWithPairAlone(at: start, hash, in: units, lists) {
                    walk.begin(at: start, withPair: hash, next)
                } else {
                    walk.begin(at: start)
                }
            }
            hash = next
        }
        return walk.found
    }
}

/// A phrase that stands in a text.
struct PhraseMatch {
    private let number: Int32
    private let first: Int32
    private let count: Int32

    init(output: Int, units: Range<Int>) {
        number = Int32(truncatingIfNeeded: output)
        first = Int32(truncatingIfNeeded: units.lowerBound)
        count = Int32(truncatingIfNeeded: units.count)
    }

    /// What it was inserted with.
    var output: Int { Int(number) }
    /// In units of the text.
    var units: Range<Int> { Int(first)..<Int(first) + Int(count) }
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
        found.reserveCapacity(16)
    }

    mutating func begin(at position: Int) {
        start = position
        visit(0, at: position, mayCross: true)
    }

    mutating func begin(at position: Int, withPair first: UInt64, _ second: UInt64) {
        let node = Int(trie.pairs[PhraseTrie.pair(first, second)])
        guard node != 0, text.units[position + 1].separation == .none, !text.units[position].isMoney,
            !text.units[position + 1].isMoney
        else { return }
        start = position
        visit(node, at: position + 2, mayCross: false)
    }

    /// - Parameter mayCross: whether the next word may stand behind a comma; after an age or a gap it may.
    mutating func visit(_ node: Int, at position: Int, mayCross: Bool) {
        let (output, branches) = (trie.nodes[node].output, Int(trie.nodes[node].branches))
        let hasWords = trie.nodes[node].hasWords
        if output >= 0 {
            found.append(PhraseMatch(output: Int(output), units: start..<position))
            if branches >= 0 {
                for output in trie.branches[branches].outputs {
                    found.append(PhraseMatch(output: Int(output), units: start..<position))
                }
            }
        }
        guard position < text.units.count, hasWords || branches >= 0 else { return }
        let unit = text.units[position]
        guard position == start || unit.separation < .sentence else { return }
        let isOpen = mayCross || unit.separation == .none
        if isOpen, hasWords {
            if !unit.isMoney { follow(unit.hash, from: node, at: position) }
            if unit.isUppercase { follow(PhraseTrie.capitals(unit.hash), from: node, at: position) }
        }
        guard branches >= 0 else { return }
        if isOpen { visitLists(trie.branches[branches].lists, at: position) }
        if unit.isNumber { visitSlots(trie.branches[branches].slots, at: position, isOpen: isOpen) }
        visitGaps(trie.branches[branches].gaps, at: position, sentence: unit.sentence)
    }

    private mutating func follow(_ word: UInt64, from node: Int, at position: Int) {
        let next = Int(trie.edges[PhraseTrie.key(node, word)])
        if next != 0 { visit(next, at: position + 1, mayCross: false) }
    }

    private mutating func visitLists(_ edges: [(list: Int, next: Int32)], at position: Int) {
        guard !edges.isEmpty else { return }
        for span in lists.spans(at: position) {
            for (list, next) in edges where list == span.list { visit(Int(next), at: span.end, mayCross: false) }
        }
    }

    private mutating func visitSlots(_ edges: [(slot: Phrase.Slot, next: Int32)], at position: Int, isOpen: Bool) {
        for (slot, next) in edges where isOpen || slot.kind == .age {
            if text.fits(slot, at: position) { visit(Int(next), at: position + 1, mayCross: slot.kind == .age) }
        }
    }

    private mutating func visitGaps(_ edges: [(length: Int, next: Int32)], at position: Int, sentence: Int) {
        for (length, next) in edges {
            for target in position...position + length {
                guard target < text.units.count, text.units[target].sentence == sentence else { break }
                visit(Int(next), at: target, mayCross: true)
            }
        }
    }
}
