/// Ten to seventeen digits in groups that are neither a date, nor a row of years, nor ages, nor thousands.
///
/// - Parameter isCounted: a word of money stands behind the number.
/// - Returns: how many groups it takes.
func account(_ groups: ArraySlice<DigitRun.Group>, isCounted: Bool) -> Int? {
    var total = 0
    var best: Int?
    for (index, group) in groups.prefix(6).enumerated() {
        // The next number begins here.
        let rest = groups.dropFirst(index)
        if index > 0, total >= 10, group.digits.count >= 10 || telephone(rest, hasPlus: false) != nil { break }
        total += group.digits.count
        if total > 17 { break }
        if total >= 10 { best = index + 1 }
    }
    guard let best else { return nil }
    let taken = groups.prefix(best)
    let looksLikeYears = best > 1 && taken.allSatisfy { isYear($0.digits) }
    let looksLikeAges = best > 1 && taken.allSatisfy { $0.digits.count <= 2 }
    return looksLikeYears || looksLikeAges || isDate(taken) || isThousandsGrouped(taken, isCounted: isCounted)
        ? nil : best
}
