import Model

/// Replaces addresses such as `aduan@contoh.my` and those that are disguised (`aduan (at) contoh (dot) my`). An alias
/// (`Faizul@Md Isa`) is none: it has no domain.
func maskMailAddresses(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], masks: [Mask]) {
    var masks: [Mask] = []
    var floor = 0
    var index = 0
    while index < scalars.count {
        if let at = sign("at", plain: ["@", "＠"], at: index, in: scalars),
            let range = mailAddress(around: at, in: scalars, from: floor)
        {
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

private func mailAddress(around at: Range<Int>, in scalars: [Unicode.Scalar], from floor: Int) -> Range<Int>? {
    var start = at.lowerBound
    while start > floor, at.lowerBound - start < longestLocalPart,
        isLocalPart(scalars[start - 1]) || scalars[start - 1].isInvisible
    {
        start -= 1
    }
    while start < at.lowerBound, scalars[start] == "." || scalars[start].isInvisible { start += 1 }
    let domain = domain(from: at.upperBound, in: scalars)
    guard start < at.lowerBound, isMailDomain(domain.name[...]) else { return nil }
    return start..<domain.end
}

/// The domain that begins at `start`, its full stops written in whatever way, and where it ends.
private func domain(from start: Int, in scalars: [Unicode.Scalar]) -> (name: [Unicode.Scalar], end: Int) {
    var name: [Unicode.Scalar] = []
    var (position, end) = (start, start)
    while position < scalars.count, position - start <= longestDomain {
        let c = scalars[position]
        if let dot = sign("dot", plain: ["．", "。"], at: position, in: scalars) {
            name.append(".")
            position = dot.upperBound
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

/// A sign that is written plainly, or as a word in brackets with blanks around it: ` (at) `, `[dot]`.
private func sign(
    _ word: String, plain: Set<Unicode.Scalar>, at index: Int, in scalars: [Unicode.Scalar]
) -> Range<Int>? {
    if plain.contains(scalars[index]) { return index..<(index + 1) }
    var position = index
    while position < scalars.count, position - index < 2, scalars[position].isInlineSpace { position += 1 }
    guard position < scalars.count, let close = closing[scalars[position]] else { return nil }
    let spelled = scalars[(position + 1)...].prefix(word.unicodeScalars.count)
    var end = position + 1 + word.unicodeScalars.count
    guard end < scalars.count, scalars[end] == close,
        spelled.map(\.asciiLowercased).elementsEqual(word.unicodeScalars)
    else { return nil }
    end += 1
    while end < scalars.count, end - position < word.utf8.count + 4, scalars[end].isInlineSpace { end += 1 }
    return index..<end
}

private let closing: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}", "<": ">"]

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

private let knownTopDomains: Set<String> = [
    "com", "net", "org", "my", "edu", "gov", "info", "biz", "io", "co", "sg", "id",
]
