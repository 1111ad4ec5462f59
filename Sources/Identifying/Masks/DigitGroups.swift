/// A number as it is printed: groups of digits with single separators between them, such as `601-2 345 6789`.
struct DigitRun {
    struct Group {
        var range: Range<Int>
        var digits: [UInt8]
        /// What stands between it and the group before.
        var gap: Gap = .none
    }

    enum Gap: Hashable {
        case none, blank, mark
        /// A line's end, with a hyphen before it where a number was broken off.
        case line(hyphenated: Bool)

        var isLine: Bool {
            switch self {
            case .line: true
            case .none, .blank, .mark: false
            }
        }
    }

    var groups: [Group]
    /// A plus sign stands directly before the first group.
    var hasPlus: Bool
    /// The first scalar of the run, with the plus sign or the letters in front.
    var start: Int
    /// Capital letters directly before the first group (`A1234567`), at most two.
    var prefix: ArraySlice<Unicode.Scalar>
    /// A letter and a hyphen or a slash stand before it, as in the numbers of cases (`JK-05-123-2026`).
    var followsLetters: Bool
}

/// No identifier has more digits than the 19 of a payment card; longer runs are cut, which also bounds the work.
let longestGroup = 40

/// Reads the run that begins at `index`, whose scalar is a digit. Groups are joined by blanks, hyphens, full stops and the
/// like, and over a line's end; a comma and everything else ends the run.
func digitRun(at index: Int, in scalars: [Unicode.Scalar]) -> DigitRun {
    var groups: [DigitRun.Group] = []
    var (position, gap) = (index, DigitRun.Gap.none)
    while groups.count < mostGroups, var group = digitGroup(at: position, in: scalars) {
        group.gap = gap
        groups.append(group)
        let looseness = looseness(of: groups[0].digits)
        guard let next = nextGroup(after: group.range.upperBound, in: scalars, looseness) else { break }
        (position, gap) = next
    }
    let prefix = capitals(before: index, in: scalars)
    let hasPlus = prefix.isEmpty && index > 0 && scalars[index - 1] == "+"
    let start = hasPlus ? index - 1 : prefix.startIndex
    return DigitRun(
        groups: joinedPieces(groups), hasPlus: hasPlus, start: start, prefix: prefix,
        followsLetters: followsLetters(start, in: scalars))
}

/// Nineteen digits with a blank after each.
private let mostGroups = 20

/// `0 1 2 3 4 5 6 7 8 9` and `01 23 45 67 89` are one number written in pieces; `10 12 14 16 18 20` are ages.
private func joinedPieces(_ groups: [DigitRun.Group]) -> [DigitRun.Group] {
    guard groups.count >= 5, let first = groups.first, let last = groups.last else { return groups }
    let longest = first.digits[0] == 0 ? 2 : 1
    guard groups.allSatisfy({ $0.digits.count <= longest && !$0.gap.isLine }) else { return groups }
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

/// Which marks besides the usual ones a run may have between its groups. Nothing but a mobile number begins with `01` and
/// one more digit, so `012,345,6789` is one; a comma elsewhere divides, and a colon stands in times of day.
private enum Looseness { case none, colons, all }

private func looseness(of first: [UInt8]) -> Looseness {
    if first.count == 3, first.starts(with: [0, 1]) { return .all }
    return first.count == 6 ? .colons : .none
}

/// Where the next group begins and what stands before it, if that is a separator of at most five scalars, two of them marks
/// and one a line's end.
private func nextGroup(
    after end: Int, in scalars: [Unicode.Scalar], _ looseness: Looseness
) -> (start: Int, gap: DigitRun.Gap)? {
    var position = end
    var (marks, lines) = (0, 0)
    var isHyphenLast = false
    while position < scalars.count, position - end < 6 {
        let c = scalars[position]
        if c.digitValue != nil {
            guard position > end else { return nil }
            let gap: DigitRun.Gap = marks > 0 ? .mark : .blank
            return (position, lines > 0 ? .line(hyphenated: isHyphenLast) : gap)
        }
        if c.isGroupMark || isLooseMark(c, looseness) {
            marks += 1
            // A mark that opens the next line is a list's.
            if lines > 0 { return nil }
            isHyphenLast = c.isHyphen
        } else if c == "\n" {
            lines += 1
        } else if !c.isInlineSpace, !c.isInvisible, c != "\r" {
            return nil
        }
        guard marks <= (looseness == .all ? 4 : 2), lines <= 1 else { return nil }
        position += 1
    }
    return nil
}

private func isLooseMark(_ c: Unicode.Scalar, _ looseness: Looseness) -> Bool {
    switch looseness {
    case .none: false
    case .colons: c == ":" || c == "|"
    case .all: c == ":" || c == "|" || c == ","
    }
}

/// The one or two capitals directly before a number, where no letter stands before them.
private func capitals(before index: Int, in scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    var start = index
    while start > 0, index - start < 3, scalars[start - 1].isASCIIUpper { start -= 1 }
    guard index - start <= 2, start == 0 || !scalars[start - 1].isLetter else { return scalars[index..<index] }
    return scalars[start..<index]
}

private func followsLetters(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    start > 1 && (scalars[start - 1].isHyphen || scalars[start - 1] == "/") && scalars[start - 2].isLetter
}
