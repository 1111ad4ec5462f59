/// A number as it is printed: groups of digits with single separators between them, such as `601-2 345 6789`.
struct DigitRun {
    struct Group {
        var range: Range<Int>
        var digits: [UInt8]
    }

    var groups: [Group]
    /// A plus sign stands directly before the first group.
    var hasPlus: Bool
    /// The first scalar of the run, with the plus sign or the letters in front.
    var start: Int
    /// Capital letters directly before the first group (`A1234567`), at most two.
    var prefix: ArraySlice<Unicode.Scalar>
    /// `RM` or a sign of money stands before it, or a percent sign after.
    var isAmount: Bool
}

/// No identifier has more digits than the 19 of a payment card; longer runs are cut, which also bounds the work.
let longestGroup = 40

/// Reads the run that begins at `index`, whose scalar is a digit. Groups are joined by blanks, hyphens, full stops and the
/// like; a line's end, a comma and everything else ends the run.
func digitRun(at index: Int, in scalars: [Unicode.Scalar]) -> DigitRun {
    var groups: [DigitRun.Group] = []
    var position = index
    while groups.count < mostGroups, let group = digitGroup(at: position, in: scalars) {
        groups.append(group)
        guard let next = nextGroupStart(after: group.range.upperBound, in: scalars) else { break }
        position = next
    }
    let end = groups.last?.range.upperBound ?? index
    let prefix = capitals(before: index, in: scalars)
    let hasPlus = prefix.isEmpty && index > 0 && scalars[index - 1] == "+"
    let start = hasPlus ? index - 1 : prefix.startIndex
    return DigitRun(
        groups: joinedPieces(groups), hasPlus: hasPlus, start: start, prefix: prefix,
        isAmount: isAmount(from: start, to: end, in: scalars))
}

/// Nineteen digits with a blank after each.
private let mostGroups = 20

/// `0 1 2 3 4 5 6 7 8 9` and `01 23 45 67 89` are one number written in pieces; `10 12 14 16 18 20` are ages.
private func joinedPieces(_ groups: [DigitRun.Group]) -> [DigitRun.Group] {
    guard groups.count >= 5, let first = groups.first, let last = groups.last else { return groups }
    let longest = first.digits[0] == 0 ? 2 : 1
    guard groups.allSatisfy({ $0.digits.count <= longest }) else { return groups }
    return [DigitRun.Group(range: first.range.lowerBound..<last.range.upperBound, digits: groups.flatMap(\.digits))]
}

private func digitGroup(at index: Int, in scalars: [Unicode.Scalar]) -> DigitRun.Group? {
    var digits: [UInt8] = []
    var end = index
    while end < scalars.count, digits.count < longestGroup {
        if let digit = scalars[end].digitValue {
            digits.append(UInt8(digit))
        } else if !scalars[end].isInvisible || end == index {
            break
        }
        end += 1
    }
    while end > index, scalars[end - 1].isInvisible { end -= 1 }
    return digits.isEmpty ? nil : DigitRun.Group(range: index..<end, digits: digits)
}

/// Where the next group begins if what stands between is a separator of at most five scalars, two of them marks.
private func nextGroupStart(after end: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var position = end
    var marks = 0
    while position < scalars.count, position - end < 6 {
        let c = scalars[position]
        if c.digitValue != nil { return position > end ? position : nil }
        if c.isGroupMark {
            marks += 1
        } else if !c.isInlineSpace, !c.isInvisible {
            return nil
        }
        guard marks <= 2 else { return nil }
        position += 1
    }
    return nil
}

/// The one or two capitals directly before a number, where no letter stands before them.
private func capitals(before index: Int, in scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    var start = index
    while start > 0, index - start < 3, scalars[start - 1].isASCIIUpper { start -= 1 }
    guard index - start <= 2, start == 0 || !scalars[start - 1].isLetter else { return scalars[index..<index] }
    return scalars[start..<index]
}

/// `RM1234567890`, `RM 12 345 678 901`, `$`, `%`.
private func isAmount(from start: Int, to end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    if end < scalars.count, scalars[end] == "%" { return true }
    var before = start
    if before > 0, scalars[before - 1].isInlineSpace { before -= 1 }
    if before > 0, scalars[before - 1] == "$" || scalars[before - 1] == "€" || scalars[before - 1] == "£" {
        return true
    }
    // Directly before the digits the capitals are the run's own prefix.
    let word =
        before == start && end > start ? scalars[start..<min(start + 2, end)] : scalars[max(0, before - 2)..<before]
    return word.count == 2 && word.first?.asciiLowercased == "r" && word.last?.asciiLowercased == "m"
}
