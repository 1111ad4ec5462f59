import Model

/// Replaces identity cards, passports, telephones and accounts.
func maskNumbers(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], masks: [Mask]) {
    guard scalars.contains(where: { $0.digitValue != nil }) else { return (scalars, []) }
    let addresses = webAddresses(in: scalars)
    let context = NumberContext(scalars, skipping: merged(addresses, marks(in: scalars)))
    var masks: [Mask] = []
    var index = 0
    var address = 0
    while index < scalars.count {
        guard scalars[index].digitValue != nil else {
            index += 1
            continue
        }
        let run = digitRun(at: index, in: scalars)
        let end = run.groups.last?.range.upperBound ?? index + 1
        while address < addresses.count, addresses[address].upperBound <= index { address += 1 }
        if address < addresses.count, addresses[address].contains(index) {
            // An article's number in a web address is nobody's telephone, unless the address opens a chat with it.
            let stop = run.groups.first?.range.upperBound ?? end
            let isChat = opensChat(before: index, in: scalars) || isChatAddress(scalars[addresses[address]])
            if isChat, (9...15).contains(run.groups.first?.digits.count ?? 0) {
                masks.append(Mask(kind: .phone, range: index..<stop))
            }
            index = stop
        } else {
            if !run.isAmount { masks += identifiers(in: run, scalars: scalars, context: context) }
            index = end
        }
    }
    return (applying(masks, to: scalars), masks)
}

/// The identifiers in one run. Two of them may stand side by side (`7012345678 012-3456789`), so the groups are tried from
/// the left and what is none is passed over.
private func identifiers(in run: DigitRun, scalars: [Unicode.Scalar], context: NumberContext) -> [Mask] {
    var masks: [Mask] = []
    var first = 0
    while first < run.groups.count {
        if let (kind, count) = identifier(in: run, from: first, context: context) {
            let start = first == 0 ? run.start : run.groups[first].range.lowerBound
            masks.append(Mask(kind: kind, range: start..<run.groups[first + count - 1].range.upperBound))
            first += count
        } else {
            first += 1
        }
    }
    return masks
}

private func identifier(
    in run: DigitRun, from first: Int, context: NumberContext
) -> (kind: MaskedIdentifier.Kind, groups: Int)? {
    let groups = run.groups[first...]
    let position = groups[first].range.lowerBound
    let isAnnouncedByPrefix = first == 0 && ["IC", "KP"].contains { run.prefix.elementsEqual($0.unicodeScalars) }
    if first == 0, !run.prefix.isEmpty, !isAnnouncedByPrefix { return document(run, context: context, at: position) }
    let inBank = context.has(.account, near: position, before: 8, after: 4)
    let isCard = isAnnouncedByPrefix || context.has(.identityCard, near: position, before: 4, after: 0)
    if let count = identityCard(groups, isAnnounced: isCard),
        isCard || !context.has(.company, near: position, before: 2, after: 0)
    {
        return (.identityCard, count)
    }
    if let count = telephone(groups, hasPlus: first == 0 && run.hasPlus) {
        // Police, fire brigade and welfare print their lines to be called; no person has such a number to herself.
        let isPublic = isLandline(groups) && context.has(.agency, near: position, before: 4, after: 0) && !inBank
        return isPublic ? nil : (.phone, count)
    }
    if inBank, let count = account(groups) { return (.bankAccount, count) }
    return nil
}

/// A passport (`A12345678`) or an identity card of before 1990 (`A1234567`), the army's and the police's among them.
private func document(
    _ run: DigitRun, context: NumberContext, at position: Int
) -> (kind: MaskedIdentifier.Kind, groups: Int)? {
    guard let digits = run.groups.first?.digits.count else { return nil }
    let isPassport = context.has(.passport, near: position, before: 4, after: 0)
    let isCard = context.has(.identityCard, near: position, before: 4, after: 0)
    switch (run.prefix.count, digits) {
    case (1, 7): return (isPassport ? .passport : .identityCard, 1)
    case (1, 8): return (isCard ? .identityCard : .passport, 1)
    case (2, 7) where isPassport, (1, 6) where isPassport: return (.passport, 1)
    case (2, 6...7) where isCard: return (.identityCard, 1)
    default: return nil
    }
}

/// YYMMDD-PB-###G: a day that exists, then the place of birth; or any twelve digits, or seven, where a word announces them.
///
/// - Returns: how many groups it takes.
func identityCard(_ groups: ArraySlice<DigitRun.Group>, isAnnounced: Bool) -> Int? {
    let lengths = groups.prefix(3).map(\.digits.count)
    if lengths.starts(with: [6, 2, 4]), isAnnounced || isBirth(groups.prefix(3).flatMap(\.digits)) { return 3 }
    if lengths.first == 12, let digits = groups.first?.digits, isAnnounced || isBirth(digits) { return 1 }
    if lengths.starts(with: [6, 6]), isAnnounced || isBirth(groups.prefix(2).flatMap(\.digits)) { return 2 }
    return isAnnounced && lengths.first == 7 ? 1 : nil
}

/// Whether twelve digits begin with a month and day that exist and a code of a place of birth: 01...59 states and
/// countries, 60...68, 71, 72, 74...79 and 82...99 elsewhere or unknown.
private func isBirth(_ digits: [UInt8]) -> Bool {
    guard digits.count == 12 else { return false }
    let month = Int(digits[2]) * 10 + Int(digits[3])
    let day = Int(digits[4]) * 10 + Int(digits[5])
    let birthplace = Int(digits[6]) * 10 + Int(digits[7])
    // 2000 stands for every century: it is a leap year, so 29 February is never refused.
    guard (1...12).contains(month), day >= 1, day <= CivilTime.days(inMonth: month, of: 2000) else { return false }
    return birthplace != 0 && ![69, 70, 73, 80, 81].contains(birthplace)
}

/// Ten to seventeen digits in groups that are neither a date nor a row of years.
private func account(_ groups: ArraySlice<DigitRun.Group>) -> Int? {
    var total = 0
    var best: Int?
    for (index, group) in groups.prefix(6).enumerated() {
        // The next number begins here.
        if index > 0, total >= 10, group.digits.count >= 10 || telephone(groups.dropFirst(index), hasPlus: false) != nil
        {
            break
        }
        total += group.digits.count
        if total > 17 { break }
        if total >= 10 { best = index + 1 }
    }
    guard let best else { return nil }
    let taken = groups.prefix(best)
    let looksLikeYears = best > 1 && taken.allSatisfy { isYear($0.digits) }
    let looksLikeDate =
        taken.count >= 3 && (isYear(Array(taken)[2].digits) || isYear(Array(taken)[0].digits))
        && taken.prefix(3).filter { $0.digits.count <= 2 }.count == 2
    return looksLikeYears || looksLikeDate ? nil : best
}

private func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && (digits.starts(with: [1, 9]) || digits.starts(with: [2, 0]))
}
