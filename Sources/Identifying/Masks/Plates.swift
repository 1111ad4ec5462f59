import Model

/// Replaces number plates (`WXY 1234`, `QAA 12 B`) that a word announces: `nombor pendaftaran` up to four words before, or a
/// vehicle or its make up to three words before where letters and digits are many enough. Without one, `MH 370` and `SK 1` stay.
func maskPlates(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], masks: [Mask]) {
    guard scalars.contains(where: { $0.digitValue != nil }) else { return (scalars, []) }
    let context = NumberContext(scalars)
    var masks: [Mask] = []
    var index = 0
    while index < scalars.count {
        guard scalars[index].digitValue != nil else {
            index += 1
            continue
        }
        var end = index + 1
        while end < scalars.count, scalars[end].digitValue != nil { end += 1 }
        if let plate = plate(digits: index..<end, in: scalars, context), !context.isInAddress(index) {
            masks.append(Mask(kind: .plate, range: plate))
            end = plate.upperBound
        }
        index = end
    }
    let apart = disjoint(masks)
    return (applying(apart, to: scalars), apart)
}

private func plate(
    digits: Range<Int>, in scalars: [Unicode.Scalar], _ context: NumberContext
) -> Range<Int>? {
    guard digits.count <= 4 else { return nil }
    var lettersEnd = digits.lowerBound
    if lettersEnd > 0, scalars[lettersEnd - 1].isInlineSpace || scalars[lettersEnd - 1].isHyphen { lettersEnd -= 1 }
    var start = lettersEnd
    while start > 0, lettersEnd - start < 4, scalars[start - 1].isASCIIUpper { start -= 1 }
    let letters = start..<lettersEnd
    guard (1...3).contains(letters.count),
        start == 0 || !scalars[start - 1].isLetter && scalars[start - 1].digitValue == nil,
        !notOnPlates.contains(String(String.UnicodeScalarView(scalars[letters])))
    else { return nil }
    let end = suffixEnd(after: digits.upperBound, in: scalars)
    if isTimeOfDay(endingAt: digits.upperBound, in: scalars) { return nil }
    if end < scalars.count, scalars[end].isLetter || scalars[end].digitValue != nil || isDecimal(end, scalars) {
        return nil
    }
    // `Honda EX5`, `Yamaha LC135` are makes.
    let isLong = letters.count >= 2 && (digits.count == 4 || digits.count == 3 && lettersEnd < digits.lowerBound)
    guard
        context.has(.plate, near: start, before: 4, after: 0)
            || isLong && context.has(.vehicle, near: start, before: 3, after: 0)
    else { return nil }
    return start..<end
}

/// Plates of Sabah, Sarawak and Kuala Lumpur end with a letter: `SAB 1234 A`.
private func suffixEnd(after end: Int, in scalars: [Unicode.Scalar]) -> Int {
    var position = end
    if position < scalars.count, scalars[position].isInlineSpace { position += 1 }
    guard position < scalars.count, scalars[position].isASCIIUpper else { return end }
    let next = position + 1
    return next < scalars.count && (scalars[next].isLetter || scalars[next].digitValue != nil) ? end : next
}

/// `1234 UTC`
private func isTimeOfDay(endingAt end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard end + 3 < scalars.count, scalars[end].isInlineSpace else { return false }
    let zone = String(String.UnicodeScalarView(scalars[(end + 1)...(end + 3)]))
    return ["UTC", "GMT", "MYT"].contains(zone) && (end + 4 == scalars.count || !scalars[end + 4].isLetter)
}

private func isDecimal(_ end: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    end + 1 < scalars.count && (scalars[end] == "." || scalars[end] == ",") && scalars[end + 1].digitValue != nil
}

/// Capitals that stand before numbers of other kinds.
private let notOnPlates: Set<String> = [
    "RM", "KM", "NO", "KG", "CC", "PKP", "MRT", "LRT", "ETS", "KTM", "BN", "PT", "LOT", "USD", "SMK", "SK", "TH",
    // Models of motorcycles and cars.
    "CBR", "RXZ", "RX", "LC", "RS", "EX", "ZX", "MT", "YZF", "GS", "GT", "XL", "CB", "NVX", "RSX", "FM", "NPR", "GLA",
]
