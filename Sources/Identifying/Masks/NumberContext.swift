/// What the words around a number say it is.
///
/// Nearness is counted in words of letters alone: digits, marks and web addresses do not count, so that masking one number
/// never brings a word nearer to another, and masking twice gives what masking once gave.
///
/// An object, because the words are read when they are first asked for: most texts hold no number that needs them.
final class NumberContext {
    /// What a word says of a number near it; a word may say several things.
    struct Hint: OptionSet {
        var rawValue: UInt32
        /// A bank, an account, a payment service.
        static let account = Hint(rawValue: 1 << 0)
        /// Giving and sending money: an account may stand some words off.
        static let giving = Hint(rawValue: 1 << 1)
        static let identityCard = Hint(rawValue: 1 << 2)
        static let passport = Hint(rawValue: 1 << 3)
        static let company = Hint(rawValue: 1 << 4)
        static let agency = Hint(rawValue: 1 << 5)
        static let plate = Hint(rawValue: 1 << 6)
        static let vehicle = Hint(rawValue: 1 << 7)
        static let telephone = Hint(rawValue: 1 << 8)
        /// Police, army, a birth: their papers have numbers of their own shape.
        static let service = Hint(rawValue: 1 << 9)
        /// The army numbers its people with digits alone.
        static let army = Hint(rawValue: 1 << 10)
        static let refugee = Hint(rawValue: 1 << 11)
        /// `nombor`, `kad`: a paper and its number.
        static let numbered = Hint(rawValue: 1 << 12)
        /// Somebody who has a telephone of their own.
        static let person = Hint(rawValue: 1 << 13)
        /// `Encik`: a name follows.
        static let title = Hint(rawValue: 1 << 16)
        /// Goods, letters and the like, whose numbers look like a person's.
        static let serial = Hint(rawValue: 1 << 14)
        /// What an amount is counted in.
        static let money = Hint(rawValue: 1 << 15)
    }

    private let scalars: [Unicode.Scalar]
    private(set) lazy var addresses = webAddresses(in: scalars)
    private lazy var words = HintedWords(scalars, skipping: merged(addresses, marks(in: scalars).map(\.range)))

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Takes time logarithmic in the number of addresses.
    func isInAddress(_ index: Int) -> Bool {
        let next = firstIndex(below: addresses.count) { addresses[$0].upperBound > index }
        return next < addresses.count && addresses[next].contains(index)
    }

    /// Whether a word of `hint` is among the `before` words before `position` or the `after` words after it.
    ///
    /// Takes time logarithmic in the number of words.
    func has(_ hint: Hint, near position: Int, before: Int, after: Int) -> Bool {
        let next = words.first(from: position)
        return words.hints[max(0, next - before)..<min(words.hints.count, next + after)].contains {
            !$0.isDisjoint(with: hint)
        }
    }

    /// How many words stand between the nearest word of `hint` before `position` and it; nil where the `limit` words before
    /// it hold none.
    func distance(to hint: Hint, before position: Int, limit: Int) -> Int? {
        let next = words.first(from: position)
        let nearest = words.hints[max(0, next - limit)..<next].lastIndex { !$0.isDisjoint(with: hint) }
        return nearest.map { next - 1 - $0 }
    }
}

/// The words of a text, each with what it says of a number near it.
private struct HintedWords {
    private var starts: [Int] = []
    private(set) var hints: [NumberContext.Hint] = []

    init(_ scalars: [Unicode.Scalar], skipping skipped: [Range<Int>]) {
        var skip = skipped.makeIterator()
        var nextSkip = skip.next()
        var index = 0
        while index < scalars.count {
            if let range = nextSkip, index >= range.lowerBound {
                index = max(index, range.upperBound)
                nextSkip = skip.next()
            } else if scalars[index].isLetter {
                if let end = maybank2u(at: index, in: scalars) {
                    starts.append(index)
                    hints.append(.account)
                    index = end
                    continue
                }
                let end = wordEnd(from: index, in: scalars)
                let hint = plainWord(scalars[index..<end]).flatMap { hintWords[$0] }
                if !isPrefix(index..<end, in: scalars), hint != nil || !isPlateLetters(index..<end, in: scalars) {
                    starts.append(index)
                    hints.append(hint ?? [])
                }
                index = end
            } else {
                index += 1
            }
        }
    }

    /// The number of the first word that does not begin before `position`.
    func first(from position: Int) -> Int { firstIndex(below: starts.count) { starts[$0] >= position } }
}

/// The first number below `count` for which `isReached` holds, and for all after it; `count` where there is none.
private func firstIndex(below count: Int, where isReached: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
        let middle = (low + high) / 2
        if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
}

/// One or two capitals directly before a digit belong to the number (`A1234567`) and go with it when it is masked.
private func isPrefix(_ word: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    word.count <= 2 && word.upperBound < scalars.count && scalars[word.upperBound].digitValue != nil
        && scalars[word].allSatisfy(\.isASCIIUpper)
}

/// Up to three capitals with a blank, a hyphen or a slash and a digit after them may be a number plate or the letters of a
/// document, and go with it.
func isPlateLetters(_ word: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    word.count <= 3 && word.upperBound + 1 < scalars.count && scalars[word].allSatisfy(\.isASCIIUpper)
        && (scalars[word.upperBound].isInlineSpace || scalars[word.upperBound].isHyphen
            || scalars[word.upperBound] == "/")
        && scalars[word.upperBound + 1].digitValue != nil
}

/// A word is letters, with hyphens and slashes inside it (`a/n`, `e-wallet`).
private func wordEnd(from index: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = index
    while end < scalars.count {
        let c = scalars[end]
        let isInside = (c == "/" || c == "-") && end + 1 < scalars.count && scalars[end + 1].isLetter
        guard c.isLetter || isInside else { break }
        end += 1
    }
    return end
}

/// `m2u`, as people write the bank's service.
private func maybank2u(at index: Int, in scalars: [Unicode.Scalar]) -> Int? {
    guard index + 2 < scalars.count, scalars[index].asciiLowercased == "m", scalars[index + 1] == "2",
        scalars[index + 2].asciiLowercased == "u", index + 3 == scalars.count || !scalars[index + 3].isLetter,
        index == 0 || !scalars[index - 1].isLetter
    else { return nil }
    return index + 3
}

private func plainWord(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    guard scalars.count <= 16, scalars.allSatisfy({ $0.value < 0x80 }) else { return nil }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars.map(\.asciiLowercased))
    return String(word)
}
