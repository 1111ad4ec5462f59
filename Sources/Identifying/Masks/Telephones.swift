/// How many groups a Malaysian telephone takes, or a foreign one written with a plus sign.
///
/// Mobile numbers have 10 or 11 digits with 01 in front; landlines 10 with 03, 9 with 04...09 (MCMC numbering plan). The
/// groups after the first must have three digits or more, so that `04-12-2019` stays a date.
func telephone(_ groups: ArraySlice<DigitRun.Group>, hasPlus: Bool) -> Int? {
    var digits: [UInt8] = []
    var best: Int?
    for (index, group) in groups.prefix(5).enumerated() {
        // "+60 12-345 6789", "6 012-345 6789" and "(6)012": the country's code and the area's may stand alone.
        let isCode = index <= 1 && group.digits.count <= 3
        guard isCode || group.digits.count >= 3, digits.count + group.digits.count <= 15 else { break }
        digits += group.digits
        if isTelephone(digits, hasPlus: hasPlus) { best = index + 1 }
    }
    return best
}

/// 03...09: not a mobile number.
func isLandline(_ groups: ArraySlice<DigitRun.Group>) -> Bool {
    let digits = groups.prefix(2).flatMap(\.digits)
    return digits.count > 1 && digits[0] == 0 && (3...9).contains(digits[1])
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
