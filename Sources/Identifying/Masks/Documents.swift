import Model

/// A passport (`A12345678`), an identity card of before 1990 (`A1234567`), the army's and the police's among them, or the
/// number of a card with letters before it (`LD780312015566`).
func lettered(
    _ run: DigitRun, context: NumberContext
) -> (kind: MaskedIdentifier.Kind, groups: Int)? {
    guard let first = run.groups.first else { return nil }
    let position = run.start
    let isPassport = context.has(.passport, near: position, before: 4, after: 0)
    let isCard = context.has(.identityCard, near: position, before: 4, after: 0)
    if let count = identityCard(run.groups[...], isAnnounced: false) { return (.identityCard, count) }
    if isPassport, (6...9).contains(first.digits.count) { return (.passport, 1) }
    if isServiceNumber(first.digits.count, at: position, context) { return (.identityCard, 1) }
    let isOfGoods = context.has(.serial, near: position, before: 2, after: 1) && !isCard
    if !isOfGoods, let count = telephone(run.groups[...], hasPlus: false), !isLandline(run.groups[...]) {
        return (.phone, count)
    }
    switch (run.prefix.count, first.digits.count) {
    case (1, 7): return isOfGoods ? nil : (.identityCard, 1)
    case (1, 8): return isOfGoods ? nil : (isCard ? .identityCard : .passport, 1)
    case (2, 6...7) where isCard: return (.identityCard, 1)
    case (_, 10...17) where context.has(.account, near: first.range.lowerBound, before: 3, after: 1):
        return (.bankAccount, 1)
    default: return nil
    }
}

/// Where letters with a blank or a slash behind them belong to a number because a word announces it: `passport E 1234567`,
/// `No. polis RF/12345`. Else such letters are a plate's, or no part of the number.
func spacedLetters(
    before run: DigitRun, in scalars: [Unicode.Scalar], context: NumberContext
) -> (kind: MaskedIdentifier.Kind, start: Int)? {
    guard run.prefix.isEmpty, !run.hasPlus, run.start > 1, let length = run.groups.first?.digits.count else {
        return nil
    }
    let separator = scalars[run.start - 1]
    guard separator.isInlineSpace || separator.isHyphen || separator == "/" else { return nil }
    var start = run.start - 1
    while start > 0, run.start - start < 5, scalars[start - 1].isASCIIUpper { start -= 1 }
    guard (1...2).contains(run.start - 1 - start), start == 0 || !scalars[start - 1].isLetter,
        start == 0 || scalars[start - 1].digitValue == nil
    else { return nil }
    if (6...9).contains(length), context.has(.passport, near: start, before: 4, after: 0) { return (.passport, start) }
    if isServiceNumber(length, at: start, context) { return (.identityCard, start) }
    return (6...7).contains(length) && context.has(.identityCard, near: start, before: 3, after: 0)
        ? (.identityCard, start) : nil
}

/// `tentera bernombor 3001234`: the army's numbers have no letters.
func isArmyNumber(_ group: DigitRun.Group, context: NumberContext) -> Bool {
    (6...8).contains(group.digits.count)
        && context.has(.army, near: group.range.lowerBound, before: 3, after: 0)
        && context.has(.numbered, near: group.range.lowerBound, before: 4, after: 0)
}

/// The card of a refugee (`354-12C01234`): digits, hyphens and a letter among them, behind the name of the agency.
func refugeeCard(_ run: DigitRun, in scalars: [Unicode.Scalar], context: NumberContext) -> Range<Int>? {
    var end = run.start
    while end < scalars.count, end - run.start < 20,
        scalars[end].digitValue != nil || scalars[end].isASCIIUpper || scalars[end].isHyphen
    {
        end += 1
    }
    while end > run.start, scalars[end - 1].isHyphen { end -= 1 }
    let isLong = scalars[run.start..<end].count { $0.digitValue != nil } >= 8
    return isLong && context.has(.refugee, near: run.start, before: 3, after: 0) ? run.start..<end : nil
}

private func isServiceNumber(_ digits: Int, at position: Int, _ context: NumberContext) -> Bool {
    (4...7).contains(digits) && context.has(.service, near: position, before: 3, after: 0)
        && context.has(.numbered, near: position, before: 5, after: 0)
}
