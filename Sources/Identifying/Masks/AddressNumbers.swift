import Model

/// The identifier in a web address that begins with `run`, and where reading goes on.
///
/// An article's number is nobody's telephone. What the address itself calls one is (`?tel=`, `?ic=`), what opens a chat, a
/// mobile number with the country's code or written with hyphens, and an identity card that can be nothing else.
func addressNumber(
    _ run: DigitRun, in address: Range<Int>, of scalars: [Unicode.Scalar]
) -> (mask: Mask?, end: Int) {
    let first = run.groups.first?.range.upperBound ?? run.start + 1
    let groups = run.groups.prefix { $0.range.upperBound <= address.upperBound && ($0.gap == .none || $0.gap == .mark) }
        .filter { $0.range.lowerBound == run.groups[0].range.lowerBound || isHyphen(before: $0, in: scalars) }[...]
    func masked(_ kind: MaskedIdentifier.Kind, _ count: Int) -> (mask: Mask?, end: Int) {
        let end = groups[count - 1].range.upperBound
        return (Mask(kind: kind, range: (run.groups.first?.range.lowerBound ?? run.start)..<end), end)
    }
    guard let digits = groups.first?.digits, let start = groups.first?.range.lowerBound else { return (nil, first) }
    let isChat = opensChat(before: start, in: scalars) || isChatAddress(scalars[address])
    if isChat, (9...15).contains(digits.count) { return masked(.phone, 1) }
    if isChat, let count = telephone(groups, hasPlus: false, isAnnounced: true) { return masked(.phone, count) }
    if let kind = kind(ofValueAt: start, in: scalars, from: address.lowerBound),
        let count = valueGroups(of: groups, kind)
    {
        return masked(kind, count)
    }
    if let count = identityCard(groups, isAnnounced: false), isSurelyCard(groups.prefix(count), in: address, scalars) {
        return masked(.identityCard, count)
    }
    if let count = telephone(groups, hasPlus: run.hasPlus), isSurelyMobile(groups.prefix(count)) {
        return masked(.phone, count)
    }
    return (nil, first)
}

private func isHyphen(before group: DigitRun.Group, in scalars: [Unicode.Scalar]) -> Bool {
    scalars[group.range.lowerBound - 1].isHyphen
}

/// An article may be named by a time (`201105011234`, or in a folder of its year) or end with a year.
private func isSurelyCard(
    _ groups: ArraySlice<DigitRun.Group>, in address: Range<Int>, _ scalars: [Unicode.Scalar]
) -> Bool {
    guard let first = groups.first, let last = groups.last, !isYear(last.digits) else { return false }
    let isTime = first.digits.starts(with: [2, 0]) && first.digits.count == 12
    return groups.count > 1 || !isTime && !hasYearFolder(scalars[address.lowerBound..<first.range.lowerBound])
}

/// `/2023/`
private func hasYearFolder(_ path: ArraySlice<Unicode.Scalar>) -> Bool {
    path.split(separator: "/").contains { part in
        part.count == 4 && isYear(part.compactMap { $0.digitValue.map(UInt8.init) })
    }
}

/// Ten digits with 01 before them are as often a number of something else; with the country's code, or in groups, they are not.
private func isSurelyMobile(_ groups: ArraySlice<DigitRun.Group>) -> Bool {
    let digits = groups.flatMap(\.digits)
    return isMobile(digits) && (digits.first == 6 || groups.count > 1)
}

private func valueGroups(of groups: ArraySlice<DigitRun.Group>, _ kind: MaskedIdentifier.Kind) -> Int? {
    let fewest = kind == .identityCard ? 6 : 8
    let total = groups.prefix(5).reduce(0) { $0 + $1.digits.count }
    return (fewest...19).contains(total) ? min(groups.count, 5) : nil
}

/// What the name before the sign of equality says of the value that begins at `index`.
private func kind(
    ofValueAt index: Int, in scalars: [Unicode.Scalar], from start: Int
) -> MaskedIdentifier.Kind? {
    var end = index
    if end > start, scalars[end - 1] == "+" { end -= 1 }
    guard end > start, scalars[end - 1] == "=" else { return nil }
    var position = end - 1
    while position > start, end - position < 24, scalars[position - 1] != "?", scalars[position - 1] != "&" {
        position -= 1
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[position..<(end - 1)].lazy.filter(\.isASCIILetter).map(\.asciiLowercased))
    return valueNames[String(name)]
}

private let valueNames: [String: MaskedIdentifier.Kind] = {
    let names: [(MaskedIdentifier.Kind, String)] = [
        (.identityCard, "ic icno noic nric kp nokp kpno mykad mykid nomykad identitycard icnumber"),
        (
            .bankAccount,
            "acc acct accno accnum account accountno accountnumber akaun noakaun noacc bankacc bankaccount rekening card"
        ),
        (
            .phone,
            """
            tel telno notel phone phoneno phonenumber nophone telefon notelefon telephone hp nohp hpno mobile mobileno \
            handphone wa whatsapp call contact contactno
            """
        ),
        (.passport, "passport passportno pasport nopasport"),
    ]
    var table: [String: MaskedIdentifier.Kind] = [:]
    for (kind, list) in names {
        for name in list.split(separator: " ") { table[String(name)] = kind }
    }
    return table
}()
