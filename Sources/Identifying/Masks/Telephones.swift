/// How many groups a Malaysian telephone takes, or a foreign one written with a plus sign or `00`.
///
/// Mobile numbers have 10 or 11 digits with 01 in front; landlines 10 with 03, 9 with 04...09 (MCMC numbering plan). The
/// groups after the first must have three digits or more, so that `04-12-2019` stays a date; after the three digits of a
/// mobile code (`012 34 56 789`), or where `isAnnounced`, they may have fewer if the length comes out.
///
/// - Parameter isAnnounced: a word such as `telefon` stands before it, so that a foreign number needs no plus sign.
func telephone(_ groups: ArraySlice<DigitRun.Group>, hasPlus: Bool, isAnnounced: Bool = false) -> Int? {
    var digits: [UInt8] = []
    var best: Int?
    for (index, group) in groups.prefix(5).enumerated() {
        // "+60 12-345 6789", "6 012-345 6789" and "(6)012": the country's code and the area's may stand alone.
        let isCode = index <= 1 && group.digits.count <= 3
        guard isCode || group.digits.count >= 3, digits.count + group.digits.count <= 15 else { break }
        digits += group.digits
        if isTelephone(digits, hasPlus: hasPlus) { best = index + 1 }
    }
    return best ?? foreign(groups, isAnnounced: isAnnounced) ?? inPieces(groups, isAnnounced: isAnnounced)
}

/// 03...09: not a mobile number.
func isLandline(_ groups: ArraySlice<DigitRun.Group>) -> Bool {
    let digits = groups.prefix(2).flatMap(\.digits)
    return digits.count > 1 && digits[0] == 0 && (3...9).contains(digits[1])
}

/// 01X with seven or eight digits behind it, with or without the country's code.
func isMobile(_ digits: [UInt8]) -> Bool {
    let national = digits.starts(with: [6, 0, 1]) ? Array(digits.dropFirst(1)) : digits
    return national.starts(with: [0, 1]) && isNational(national)
}

/// `012 34 56 789`: the groups' lengths say nothing, but all the digits together do.
private func inPieces(_ groups: ArraySlice<DigitRun.Group>, isAnnounced: Bool) -> Int? {
    guard let first = groups.first?.digits, first.first == 0 else { return nil }
    let isMobileCode = first.count == 3 && first[1] == 1
    guard isMobileCode || isAnnounced && !isDate(groups) else { return nil }
    var digits: [UInt8] = []
    for (index, group) in groups.prefix(6).enumerated() {
        // Ages in a row are no telephone.
        guard !group.gap.isLine || isAnnounced, digits.count + group.digits.count <= 11 else { return nil }
        digits += group.digits
        let needed = digits.count < 3 ? 10 : length(ofNumberWith: digits)
        if digits.count == needed, index > 0 { return index + 1 }
    }
    return nil
}

private func length(ofNumberWith digits: [UInt8]) -> Int {
    switch (digits[1], digits[2]) {
    case (1, 1), (1, 5): 11
    case (1, _), (3, _): 10
    case (_, _): 9
    }
}

private func isTelephone(_ digits: [UInt8], hasPlus: Bool) -> Bool {
    if hasPlus, !digits.starts(with: [6, 0]) { return (9...15).contains(digits.count) }
    let international: [[UInt8]] = [[0, 0, 6, 0], [6, 0]]
    for code in international where digits.starts(with: code) {
        let rest = Array(digits.dropFirst(code.count))
        if isNational(rest.first == 0 ? rest : [0] + rest) { return true }
    }
    return isNational(digits)
}

private func isNational(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 9, digits[0] == 0 else { return false }
    switch digits[1] {
    // 011 and 015 have eleven digits, the other mobile codes ten.
    case 1: return digits.count == 10 || digits.count == 11
    case 3: return digits.count == 10
    case 4...9: return digits.count == 9
    default: return false
    }
}

/// `0062 812 3456 7890`, and `65-91234567` where a word announces it: the code of a country from where people work in
/// Malaysia or where Malaysians work, and as many digits behind it as its numbers have.
private func foreign(_ groups: ArraySlice<DigitRun.Group>, isAnnounced: Bool) -> Int? {
    guard let first = groups.first?.digits, isAnnounced || first.starts(with: [0, 0]) else { return nil }
    var digits: [UInt8] = []
    var best: Int?
    for (index, group) in groups.prefix(6).enumerated() {
        guard !group.gap.isLine, digits.count + group.digits.count <= 16 else { break }
        digits += group.digits
        let rest = digits.starts(with: [0, 0]) ? digits.dropFirst(2) : digits[...]
        let isWhole = countries.contains { country in
            rest.starts(with: country.code) && country.lengths.contains(rest.count - country.code.count)
        }
        if isWhole { best = index + 1 }
    }
    return best
}

/// Codes of countries and the lengths of the numbers behind them (ITU E.164 national numbering plans).
private let countries: [(code: [UInt8], lengths: ClosedRange<Int>)] = [
    ([6, 2], 9...12), ([6, 5], 8...8), ([6, 6], 8...9), ([6, 7, 3], 7...7), ([6, 3], 10...10), ([8, 4], 9...10),
    ([9, 5], 8...10), ([8, 8, 0], 10...10), ([9, 1], 10...10), ([9, 2], 10...10), ([9, 7, 7], 10...10),
    ([8, 6], 11...11),
    ([8, 5, 5], 8...9), ([9, 4], 9...9), ([4, 4], 10...10), ([6, 1], 9...9), ([9, 6, 6], 9...9), ([9, 7, 1], 9...9),
    ([8, 5, 2], 8...8), ([8, 8, 6], 9...9), ([8, 1], 10...10), ([8, 2], 9...10),
]
