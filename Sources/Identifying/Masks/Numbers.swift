import Model

/// Replaces identity cards, passports, telephones and accounts.
func maskNumbers(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], masks: [Mask]) {
    guard scalars.contains(where: { $0.digitValue != nil }) else { return (scalars, []) }
    let read = withLettersForDigits(scalars)
    let context = NumberContext(read)
    let addresses = context.addresses
    var masks: [Mask] = []
    var index = 0
    var address = 0
    while index < read.count {
        guard read[index].digitValue != nil else {
            index += 1
            continue
        }
        let run = digitRun(at: index, in: read)
        while address < addresses.count, addresses[address].upperBound <= index { address += 1 }
        if address < addresses.count, addresses[address].contains(index) {
            let (mask, end) = addressNumber(run, in: addresses[address], of: read)
            if let mask { masks.append(mask) }
            index = end
        } else if let card = refugeeCard(run, in: read, context: context) {
            masks.append(Mask(kind: .identityCard, range: card))
            index = card.upperBound
        } else {
            // What an address begins with is read with it.
            let next = address < addresses.count ? addresses[address].lowerBound : read.count
            let reader = NumberReader(run: run.ending(before: max(next, index + 1)), scalars: read, context: context)
            masks += reader.identifiers()
            index = reader.run.groups.last?.range.upperBound ?? index + 1
        }
    }
    let apart = disjoint(masks)
    return (applying(apart, to: scalars), apart)
}

/// Tells the identifiers in one run of digits.
private struct NumberReader {
    let run: DigitRun
    let scalars: [Unicode.Scalar]
    let context: NumberContext

    typealias Identifier = (kind: MaskedIdentifier.Kind, groups: Int)

    /// Two may stand side by side (`7012345678 012-3456789`), so the groups are tried from the left and what is none is
    /// passed over.
    func identifiers() -> [Mask] {
        guard mayIdentify else { return [] }
        var masks: [Mask] = []
        let end = run.groups.count - (isPercentage ? 1 : 0)
        var first = amountGroups(of: run, in: scalars)
        if first == 0, let (kind, start) = spacedLetters(before: run, in: scalars, context: context),
            identifier(from: 0) == nil
        {
            masks.append(Mask(kind: kind, range: start..<run.groups[0].range.upperBound))
            first = 1
        }
        while first < end {
            if isDate(run.groups[first...]), !isPieceOfCard(from: first) {
                first += 3
            } else if let (kind, count) = identifier(from: first) {
                let start = first == 0 ? run.start : run.groups[first].range.lowerBound
                masks.append(Mask(kind: kind, range: start..<maskEnd(of: kind, first + count - 1)))
                first += count
            } else {
                first += 1
            }
        }
        return masks
    }

    /// Years, ages and amounts have too few digits: six are the least of any identifier, or four behind capitals.
    private var mayIdentify: Bool {
        let digits = run.groups.reduce(0) { $0 + $1.digits.count }
        let isBehindCapitals = !run.prefix.isEmpty || run.start > 1 && scalars[run.start - 2].isASCIIUpper
        return digits >= 6 || digits >= 4 && isBehindCapitals
    }

    private var isPercentage: Bool {
        guard let end = run.groups.last?.range.upperBound, end < scalars.count else { return false }
        return scalars[end] == "%"
    }

    /// Behind the group, and behind the letter that checks it in some countries (`S1234567D`).
    private func maskEnd(of kind: MaskedIdentifier.Kind, _ group: Int) -> Int {
        let end = run.groups[group].range.upperBound
        guard group == 0, !run.prefix.isEmpty, kind == .identityCard || kind == .passport, end < scalars.count,
            scalars[end].isASCIIUpper, end + 1 == scalars.count || !scalars[end + 1].isDigitOrLetter
        else { return end }
        return end + 1
    }

    /// `IC 78 03 1201 5566` has a piece that looks like a date.
    private func isPieceOfCard(from first: Int) -> Bool {
        guard identityCard(run.groups[first...], isAnnounced: true) != nil else { return false }
        return identityCard(
            run.groups[first...], isAnnounced: context.has(.identityCard, near: start(first), before: 4, after: 0))
            != nil
    }

    private func start(_ group: Int) -> Int { run.groups[group].range.lowerBound }

    private func identifier(from first: Int) -> Identifier? {
        let isAnnouncedByPrefix = first == 0 && ["IC", "KP"].contains { run.prefix.elementsEqual($0.unicodeScalars) }
        if first == 0, !run.prefix.isEmpty, !isAnnouncedByPrefix { return lettered(run, context: context) }
        let groups = run.groups[first...]
        let line = groups.prefix { $0.range.lowerBound == groups[first].range.lowerBound || !$0.gap.isLine }
        if let found = identifier(in: line, isAnnouncedByPrefix) { return found }
        // Lines of a list stay apart: a number goes on over a line's end only where a hyphen or a word says so.
        guard line.count < groups.count else { return nil }
        return identifierOverLines(groups, isHyphenated: groups[line.endIndex].gap == .line(hyphenated: true))
    }

    private func identifierOverLines(_ groups: ArraySlice<DigitRun.Group>, isHyphenated: Bool) -> Identifier? {
        let position = start(groups.startIndex)
        let isCard = context.has(.identityCard, near: position, before: 4, after: 0)
        if isCard || isHyphenated, let count = identityCard(groups, isAnnounced: false) {
            return (.identityCard, count)
        }
        let isTelephone = context.has(.telephone, near: position, before: 4, after: 0)
        if isTelephone || isHyphenated, let count = telephone(groups, hasPlus: false), !isPublic(groups) {
            return (.phone, count)
        }
        if context.has(.account, near: position, before: 3, after: 0), let count = account(groups, isCounted: false) {
            return (.bankAccount, count)
        }
        return nil
    }

    private func identifier(in groups: ArraySlice<DigitRun.Group>, _ isAnnouncedByPrefix: Bool) -> Identifier? {
        let first = groups.startIndex
        let position = start(first)
        let cardAt = isAnnouncedByPrefix ? 0 : context.distance(to: .identityCard, before: position, limit: 4)
        let bankAt = context.distance(to: .account, before: position, limit: 3)
        // Twelve digits in one group may be either; the nearer word says which.
        let isRatherAccount =
            groups[first].digits.count >= 10 && bankAt.map { bank in cardAt.map { bank < $0 } ?? true } ?? false
        let isCard = cardAt != nil && !isRatherAccount
        if !isRatherAccount, let count = identityCard(groups, isAnnounced: isCard),
            isCard || !context.has(.company, near: position, before: 2, after: 0)
        {
            return (.identityCard, count)
        }
        let isCalled = context.has(.telephone, near: position, before: 3, after: 0)
        if let count = telephone(groups, hasPlus: first == 0 && run.hasPlus, isAnnounced: isCalled) {
            let isOfCase = first == 0 && run.followsLetters && isLandline(groups) && !isCalled
            return isOfCase || isPublic(groups) ? nil : (.phone, count)
        }
        if isArmyNumber(groups[first], context: context) { return (.identityCard, 1) }
        let inBank =
            bankAt != nil || context.has([.account, .giving], near: position, before: 8, after: 4)
        let isCounted = context.has(.money, near: position, before: 0, after: 1)
        if inBank, let count = account(groups, isCounted: isCounted) { return (.bankAccount, count) }
        return nil
    }

    /// Police, fire brigade and welfare print their lines to be called. It must be theirs: where somebody stands between the
    /// agency and the number, or a person is named who works there, it may be that person's own.
    private func isPublic(_ groups: ArraySlice<DigitRun.Group>) -> Bool {
        let position = start(groups.startIndex)
        guard isLandline(groups), let agency = context.distance(to: .agency, before: position, limit: 4),
            !context.has([.account, .giving], near: position, before: 8, after: 4)
        else { return false }
        return !context.has(.person, near: position, before: agency, after: 0)
            && !context.has(.title, near: position, before: agency + 4, after: 0)
    }
}

extension DigitRun {
    /// The run without the groups at and behind `end`.
    func ending(before end: Int) -> DigitRun {
        var run = self
        run.groups = groups.filter { $0.range.lowerBound < end }
        return run
    }
}

/// The text as a reader takes it where the letter O stands for a nought in a number (`O12-3456789`), or l and I for a one; as
/// many scalars as before.
private func withLettersForDigits(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result = scalars
    var index = 0
    while index < scalars.count {
        guard scalars[index].isDigitOrLetter else {
            index += 1
            continue
        }
        let start = index
        while index < scalars.count, scalars[index].isDigitOrLetter { index += 1 }
        let word = scalars[start..<index]
        guard word.first?.likeDigit?.value == 0x30, word.allSatisfy({ $0.likeDigit != nil }) else { continue }
        let digits = word.count { $0.digitValue != nil }
        guard digits > 0, digits < word.count, digits * 3 >= word.count else { continue }
        for place in start..<index { result[place] = scalars[place].likeDigit ?? scalars[place] }
    }
    return result
}

extension Unicode.Scalar {
    fileprivate var isDigitOrLetter: Bool { isLetter || digitValue != nil }

    /// The digit that a scalar is, or is taken for.
    fileprivate var likeDigit: Unicode.Scalar? {
        switch self {
        case "O", "o": "0"
        case "I", "l": "1"
        default: digitValue.flatMap { Unicode.Scalar(0x30 + UInt8($0)) }.map { Unicode.Scalar($0) }
        }
    }
}
