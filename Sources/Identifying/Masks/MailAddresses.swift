import Model

/// Replaces addresses such as `aduan@contoh.my` and those that are disguised (`aduan (at) contoh (dot) my`, `aduan @
/// contoh.my`, `aduan at gmail dot com`). An alias (`Faizul@Md Isa`) is none: it has no domain.
func maskMailAddresses(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], masks: [Mask]) {
    var masks: [Mask] = []
    var floor = 0
    var index = 0
    while index < scalars.count {
        if let range = mailAddress(at: index, in: scalars, from: floor) {
            masks.append(Mask(kind: .email, range: range))
            (floor, index) = (range.upperBound, range.upperBound)
        } else {
            index += 1
        }
    }
    return (applying(masks, to: scalars), masks)
}

/// RFC 5321 section 4.5.3.1 allows 64 octets before the `@` and 255 after; the bounds also keep the search linear.
private let longestLocalPart = 64
private let longestDomain = 255

/// The address whose sign stands at `index`, however it is written.
private func mailAddress(at index: Int, in scalars: [Unicode.Scalar], from floor: Int) -> Range<Int>? {
    let first = scalars[index]
    guard first.isInlineSpace || isAtSign(first) || closing(of: first) != nil else { return nil }
    if let at = sign("at", plain: isAtSign, at: index, in: scalars),
        let range = mailAddress(around: at, in: scalars, from: floor)
    {
        return range
    }
    guard let spelled = spacedSign(at: index, in: scalars) else { return nil }
    return mailAddress(around: spelled, in: scalars, from: floor, isSpaced: true)
}

private func mailAddress(
    around at: Range<Int>, in scalars: [Unicode.Scalar], from floor: Int, isSpaced: Bool = false
) -> Range<Int>? {
    var start = at.lowerBound
    while start > floor, at.lowerBound - start < longestLocalPart,
        isLocalPart(scalars[start - 1]) || scalars[start - 1].isInvisible
    {
        start -= 1
    }
    while start < at.lowerBound, scalars[start] == "." || scalars[start].isInvisible { start += 1 }
    let domain = domain(from: at.upperBound, in: scalars, isSpelled: isSpaced)
    let isMail = isSpaced ? isSurelyMailDomain(domain.name[...]) : isMailDomain(domain.name[...])
    guard start < at.lowerBound, isMail else { return nil }
    return start..<domain.end
}

/// The domain that begins at `start`, its full stops written in whatever way, and where it ends.
///
/// - Parameter isSpelled: `dot` is a full stop also without brackets.
private func domain(
    from start: Int, in scalars: [Unicode.Scalar], isSpelled: Bool
) -> (name: [Unicode.Scalar], end: Int) {
    var name: [Unicode.Scalar] = []
    var (position, end) = (start, start)
    while position < scalars.count, position - start <= longestDomain {
        let c = scalars[position]
        if let dot = sign("dot", plain: isWideStop, at: position, in: scalars) {
            name.append(".")
            position = dot.upperBound
        } else if isSpelled, let dot = spacedWord("dot", at: position, in: scalars) {
            name.append(".")
            position = dot.upperBound
        } else if c == ",", isProvider(name[...]), position + 1 < scalars.count, scalars[position + 1].isASCIILetter {
            // A slip of the finger: `gmail,com`.
            name.append(".")
            position += 1
        } else if isDomain(c) {
            name.append(c)
            position += 1
            if c != ".", c != "-" { end = position }
        } else if c.isInvisible {
            position += 1
        } else {
            break
        }
    }
    while let last = name.last, last == "." || last == "-" { name.removeLast() }
    return (name, end)
}

private func isAtSign(_ c: Unicode.Scalar) -> Bool { c == "@" || c == "＠" }

private func isWideStop(_ c: Unicode.Scalar) -> Bool { c == "．" || c == "。" }

/// A sign that is written plainly, or as a word in brackets with blanks around it: ` (at) `, `[dot]`.
private func sign(
    _ word: String, plain isPlain: (Unicode.Scalar) -> Bool, at index: Int, in scalars: [Unicode.Scalar]
) -> Range<Int>? {
    if isPlain(scalars[index]) { return index..<(index + 1) }
    var position = index
    while position < scalars.count, position - index < 2, scalars[position].isInlineSpace { position += 1 }
    guard position < scalars.count, let close = closing(of: scalars[position]) else { return nil }
    let spelled = scalars[(position + 1)...].prefix(word.unicodeScalars.count)
    var end = position + 1 + word.unicodeScalars.count
    guard end < scalars.count, scalars[end] == close,
        spelled.map(\.asciiLowercased).elementsEqual(word.unicodeScalars)
    else { return nil }
    end += 1
    while end < scalars.count, end - position < word.utf8.count + 4, scalars[end].isInlineSpace { end += 1 }
    return index..<end
}

/// ` @ `, or ` at ` between blanks.
private func spacedSign(at index: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    if scalars[index].isInlineSpace {
        if let word = spacedWord("at", at: index, in: scalars) { return word }
        var end = index
        while end < scalars.count, end - index < 2, scalars[end].isInlineSpace { end += 1 }
        guard end < scalars.count, scalars[end] == "@" else { return nil }
        end += 1
        while end < scalars.count, end - index < 6, scalars[end].isInlineSpace { end += 1 }
        return index..<end
    }
    guard scalars[index] == "@", index + 1 < scalars.count, scalars[index + 1].isInlineSpace else { return nil }
    var end = index + 1
    while end < scalars.count, end - index < 4, scalars[end].isInlineSpace { end += 1 }
    return index..<end
}

/// A word with a blank or two on either side.
private func spacedWord(_ word: String, at index: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    var position = index
    while position < scalars.count, position - index < 2, scalars[position].isInlineSpace { position += 1 }
    guard position > index, position < scalars.count,
        scalars[position].asciiLowercased == word.unicodeScalars.first
    else { return nil }
    let end = position + word.unicodeScalars.count
    guard end < scalars.count, scalars[end].isInlineSpace,
        scalars[position..<end].map(\.asciiLowercased).elementsEqual(word.unicodeScalars)
    else { return nil }
    return index..<(end + 1 < scalars.count && scalars[end + 1].isInlineSpace ? end + 2 : end + 1)
}

private func closing(of c: Unicode.Scalar) -> Unicode.Scalar? {
    switch c {
    case "(": ")"
    case "[": "]"
    case "{": "}"
    case "<": ">"
    default: nil
    }
}

private func isLocalPart(_ c: Unicode.Scalar) -> Bool {
    c.isASCIILetter || c.digitValue != nil || c == "." || c == "_" || c == "-" || c == "+" || c == "%"
}

private func isDomain(_ c: Unicode.Scalar) -> Bool {
    c.isASCIILetter || c.digitValue != nil || c == "." || c == "-"
}

/// At least two labels, the last of 2...18 letters. `Siti@Yah.Katanya` (a full stop without a space after it) is no
/// domain, so a last label with capitals must be one of the domains that mail in Malaysia really uses.
private func isMailDomain(_ domain: ArraySlice<Unicode.Scalar>) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, !labels.contains(where: \.isEmpty), let last = labels.last else { return false }
    guard (2...18).contains(last.count), last.allSatisfy(\.isASCIILetter) else { return false }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: last.map(\.asciiLowercased))
    return knownTopDomains.contains(String(name)) || !domain.contains(where: \.isASCIIUpper)
}

/// Where blanks stand around the sign, a sentence may be meant (`jumpa @ kedai`): only a provider of mail, or what ends as
/// most addresses do, is one.
private func isSurelyMailDomain(_ domain: ArraySlice<Unicode.Scalar>) -> Bool {
    guard isMailDomain(domain) else { return false }
    let labels = domain.split(separator: ".").map { String(String.UnicodeScalarView($0.map(\.asciiLowercased))) }
    guard let first = labels.first, let last = labels.last, !articles.contains(first) else { return false }
    return providers.contains(first) || ["com", "net", "org", "my"].contains(last)
}

private func isProvider(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count <= 10 else { return false }
    return providers.contains(String(String.UnicodeScalarView(name.map(\.asciiLowercased))))
}

private let providers: Set<String> = [
    "gmail", "yahoo", "ymail", "hotmail", "outlook", "live", "icloud", "proton", "protonmail", "rocketmail",
]

/// `at the dot com`
private let articles: Set<String> = ["the", "a", "an", "this", "that", "his", "her", "their", "our", "red"]

private let knownTopDomains: Set<String> = [
    "com", "net", "org", "my", "edu", "gov", "info", "biz", "io", "co", "sg", "id",
]
