import Text

/// What single words say of a text, in points: `ketika` and `jirannya` stand in cases, `menteri` and `sasaran` in other
/// writing.
///
/// Rules name what people have thought of; the next text says it differently. Many common words, a little each, still
/// tell news of somebody in need from a speech about it.
struct WordWeights: Sendable {
    /// What the words of a text together bring, or take, at most. Below the threshold, so that no text is flagged by its
    /// vocabulary alone.
    var limit = 30
    /// The title and so many words of the text are looked at: what news tells first says what it is about.
    var reach = 150
    /// By `tokenHash(of:)` of the folded word.
    private(set) var points: [UInt64: Int] = [:]
    /// Classes of numbers and amounts, such as the ages of grown people.
    private(set) var slots: [(slot: Phrase.Slot, points: Int)] = []

    var isEmpty: Bool { points.isEmpty && slots.isEmpty }

    /// - Returns: false where the word or class has points already.
    mutating func set(_ atom: Phrase.Atom, to value: Int) -> Bool {
        switch atom {
        case .word(let hash), .capitals(let hash):
            guard points[hash] == nil else { return false }
            points[hash] = value
        case .slot(let slot):
            guard !slots.contains(where: { $0.slot == slot }) else { return false }
            slots.append((slot, value))
        case .list, .gap: return false
        }
        return true
    }

    /// A word or class that stands in a text, where it stands first.
    struct Found {
        var points: Int
        var isInTitle: Bool
        /// In units of its field.
        var place: Int
    }

    /// Each word once, in the order of the text.
    func found(title: UnitText, text: UnitText) -> [Found] {
        var words: Set<UInt64> = []
        var classes: Set<Int> = []
        var found: [Found] = []
        for (units, isTitle) in [(title, true), (text, false)] {
            for place in units.units.indices.prefix(isTitle ? units.units.count : reach) {
                let value: Int
                if units.units[place].isNumber {
                    guard let index = slots.firstIndex(where: { units.fits($0.slot, at: place) }),
                        classes.insert(index).inserted
                    else { continue }
                    value = slots[index].points
                } else {
                    let hash = units.units[place].hash
                    guard let known = points[hash], words.insert(hash).inserted else { continue }
                    value = known
                }
                found.append(Found(points: value, isInTitle: isTitle, place: place))
            }
        }
        return found
    }
}
