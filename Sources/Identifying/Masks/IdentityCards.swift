import Model

/// YYMMDD-PB-###G: a day that exists, then the place of birth; or any twelve digits, or seven, where a word announces them.
///
/// - Returns: how many groups it takes.
func identityCard(_ groups: ArraySlice<DigitRun.Group>, isAnnounced: Bool) -> Int? {
    for shape in usualShapes where isShape(shape, of: groups) {
        if isAnnounced || isBirth(groups.prefix(shape.count).flatMap(\.digits)) { return shape.count }
    }
    if isAnnounced {
        for shape in announcedShapes where isShape(shape, of: groups) {
            if isBirth(groups.prefix(shape.count).flatMap(\.digits)) { return shape.count }
        }
    }
    return isAnnounced && groups.first?.digits.count == 7 ? 1 : nil
}

private let usualShapes = [[6, 2, 4], [12], [6, 6], [2, 2, 2, 2, 4], [2, 2, 2, 6]]
private let announcedShapes = [
    [4, 4, 4], [3, 3, 3, 3], [6, 3, 3], [6, 2, 2, 2], [6, 4, 2], [6, 1, 1, 4], [8, 4], [4, 8], [4, 2, 2, 4], [4, 2, 6],
    [2, 2, 2, 2, 2, 2], [2, 4, 2, 4], [2, 4, 6],
]

private func isShape(_ lengths: [Int], of groups: ArraySlice<DigitRun.Group>) -> Bool {
    groups.prefix(lengths.count).lazy.map(\.digits.count).elementsEqual(lengths)
}

/// Whether twelve digits begin with a month and day that exist and a code of a place of birth: 01...59 states and
/// countries, 60...68, 71, 72, 74...79 and 82...99 elsewhere or unknown.
func isBirth(_ digits: [UInt8]) -> Bool {
    guard digits.count == 12 else { return false }
    let month = Int(digits[2]) * 10 + Int(digits[3])
    let day = Int(digits[4]) * 10 + Int(digits[5])
    let birthplace = Int(digits[6]) * 10 + Int(digits[7])
    // 2000 stands for every century: it is a leap year, so 29 February is never refused.
    guard (1...12).contains(month), day >= 1, day <= CivilTime.days(inMonth: month, of: 2000) else { return false }
    return birthplace != 0 && ![69, 70, 73, 80, 81].contains(birthplace)
}
