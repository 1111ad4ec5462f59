import Text

extension HTMLSelector {
    /// For each node whether the selector names it. One pass for each alternative: linear in the page, however deep.
    func matches(in document: HTMLDocument) -> [Bool] {
        var matcher = SelectorMatcher(document, slots: slots)
        for path in paths { matcher.match(path) }
        return matcher.isMatch
    }
}

/// Goes once over a document for each path, and carries down which beginning of the path was found.
private struct SelectorMatcher {
    let document: HTMLDocument
    private(set) var isMatch: [Bool]
    /// The number of each element in its parent, from 1.
    private let ordinals: [Int32]
    /// For each slot and element how many of its children passed the conditions so far.
    private var counts: [[Int32]]

    init(_ document: HTMLDocument, slots: Int) {
        self.document = document
        isMatch = Array(repeating: false, count: document.nodes.count)
        counts = Array(repeating: Array(repeating: 0, count: document.nodes.count), count: slots)
        ordinals = SelectorMatcher.ordinals(in: document)
    }

    private static func ordinals(in document: HTMLDocument) -> [Int32] {
        var children: [Int32] = Array(repeating: 0, count: document.nodes.count)
        var ordinals = children
        for (index, node) in document.nodes.enumerated().dropFirst() where node.tag != .text {
            children[Int(node.parent)] += 1
            ordinals[index] = children[Int(node.parent)]
        }
        return ordinals
    }

    mutating func match(_ path: HTMLSelector.Path) {
        // Bit n: the first n steps lead to this very element, or to it or one around it.
        var exact: [UInt64] = Array(repeating: 0, count: document.nodes.count)
        var around: [UInt64] = Array(repeating: 1, count: document.nodes.count)
        exact[0] = 1
        let whole = UInt64(1) << UInt64(path.steps.count)
        for (index, node) in document.nodes.enumerated().dropFirst() where node.tag != .text {
            let parent = Int(node.parent)
            for (position, step) in path.steps.enumerated() {
                let before = step.isChild ? exact[parent] : around[parent]
                guard before >> UInt64(position) & 1 == 1, isTrue(step.conditions, index, in: parent) else { continue }
                exact[index] |= 1 << UInt64(position + 1)
            }
            around[index] = around[parent] | exact[index]
            if exact[index] & whole != 0 { isMatch[index] = true }
        }
    }

    private mutating func isTrue(_ conditions: [HTMLSelector.Condition], _ index: Int, in parent: Int) -> Bool {
        for condition in conditions where !isTrue(condition, index, in: parent) { return false }
        return true
    }

    private mutating func isTrue(_ condition: HTMLSelector.Condition, _ index: Int, in parent: Int) -> Bool {
        switch condition {
        case .element(let tag, let name):
            document.nodes[index].tag == tag && (tag != .other || document.name(of: index) == name)
        case .attribute(let name, let test):
            document.value(named: name, of: index).map(test.isTrue) ?? false
        case .nthChild(let step, let offset):
            SelectorMatcher.isMember(Int(ordinals[index]) - offset, of: step)
        case .nthMatch(let number, let slot): isNext(number, slot, in: parent)
        case .not(let inner): !isTrue(inner, index, in: parent)
        }
    }

    private static func isMember(_ distance: Int, of step: Int) -> Bool {
        step == 0 ? distance == 0 : distance % step == 0 && distance / step >= 0
    }

    private mutating func isNext(_ number: Int, _ slot: Int, in parent: Int) -> Bool {
        counts[slot][parent] += 1
        return counts[slot][parent] == number
    }
}

extension HTMLSelector.AttributeTest {
    fileprivate func isTrue(of value: String) -> Bool {
        switch self {
        case .exists: true
        case .equals(let wanted): value == wanted
        case .hasPrefix(let wanted): !wanted.isEmpty && value.hasPrefix(wanted)
        case .hasSuffix(let wanted): !wanted.isEmpty && value.hasSuffix(wanted)
        case .contains(let wanted): Array(value.utf8).hasRun(wanted)
        case .hasWord(let wanted):
            value.utf8.split(whereSeparator: \.isHTMLSpace).contains { $0.elementsEqual(wanted.utf8) }
        case .isLanguage(let wanted): value == wanted || value.hasPrefix(wanted + "-")
        }
    }
}

extension [UInt8] {
    /// Whether the bytes stand in this order somewhere; never for none.
    fileprivate func hasRun(_ run: [UInt8]) -> Bool {
        guard let first = run.first, run.count <= count else { return false }
        for start in 0...(count - run.count) where self[start] == first {
            if self[start..<(start + run.count)].elementsEqual(run) { return true }
        }
        return false
    }
}
