/// How many groups from the left are an amount of money: those behind `RM`, `USD` or a sign of money, with their thousands.
///
/// Twelve digits in one group are more ringgit than anybody gives: `derma RM 514012345678` is an account.
func amountGroups(of run: DigitRun, in scalars: [Unicode.Scalar]) -> Int {
    guard let first = run.groups.first, isMoney(before: run, in: scalars), first.digits.count < 12 else { return 0 }
    var count = 1
    while count < run.groups.count, isThousands(run.groups[count]),
        telephone(run.groups[count...], hasPlus: false) == nil
    {
        count += 1
    }
    return count
}

/// `1 500 000 000`, `1.500.000.000`: groups of three behind a shorter one, or ending with three noughts. An account is rarely
/// printed in threes, and one that ends so rarer still.
func isThousandsGrouped(_ groups: ArraySlice<DigitRun.Group>, isCounted: Bool) -> Bool {
    guard let first = groups.first, let last = groups.last, groups.count >= 3, first.digits.count <= 3,
        first.digits[0] != 0, groups.dropFirst().allSatisfy({ $0.digits.count == 3 })
    else { return false }
    return first.digits.count < 3 || last.digits == [0, 0, 0] || isCounted
}

/// 12-03-2026 or 2026-03-12 at the left of `groups`.
func isDate(_ groups: ArraySlice<DigitRun.Group>) -> Bool {
    let parts = groups.prefix(3).map(\.digits)
    guard parts.count == 3 else { return false }
    let ordered = parts[0].count == 4 ? Array(parts.reversed()) : parts
    guard ordered[0].count <= 2, ordered[1].count <= 2, isYear(ordered[2]) else { return false }
    return (1...31).contains(number(ordered[0])) && (1...12).contains(number(ordered[1]))
}

func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && (digits.starts(with: [1, 9]) || digits.starts(with: [2, 0]))
}

private func isThousands(_ group: DigitRun.Group) -> Bool { group.digits.count == 3 && !group.gap.isLine }

private func number(_ digits: [UInt8]) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }

/// `RM1234567890`, `RM 12 345 678 901`, `USD1500000000`, `$ 12`.
private func isMoney(before run: DigitRun, in scalars: [Unicode.Scalar]) -> Bool {
    // Directly before the digits two capitals are the run's own prefix.
    var end = run.groups.first?.range.lowerBound ?? run.start
    if end > 0, run.prefix.isEmpty, scalars[end - 1].isInlineSpace || scalars[end - 1] == "." { end -= 1 }
    guard end > 0 else { return false }
    if scalars[end - 1] == "$" || scalars[end - 1] == "€" || scalars[end - 1] == "£" { return true }
    var start = end
    while start > 0, end - start < 4, scalars[start - 1].isASCIILetter { start -= 1 }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[start..<end].map(\.asciiLowercased))
    return currencies.contains(String(word))
}

private let currencies: Set<String> = [
    "rm", "myr", "usd", "sgd", "idr", "rp", "eur", "gbp", "aud", "thb", "jpy", "cny",
]
