import Model

/// Replaces telephones and identity cards that are written in words: `kosong satu dua tiga ...`, which hides them from a search
/// for digits.
func maskSpokenNumbers(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], masks: [Mask]) {
    var masks: [Mask] = []
    var index = 0
    while index < scalars.count {
        guard scalars[index].isASCIILetter, index == 0 || !scalars[index - 1].isLetter else {
            index += 1
            continue
        }
        let run = spokenRun(at: index, in: scalars)
        if let kind = spokenKind(run.digits) { masks.append(Mask(kind: kind, range: index..<run.end)) }
        index = max(run.end, index + 1)
    }
    return (applying(masks, to: scalars), masks)
}

/// No number has more digits; the rest of a longer run is read as another one.
private let mostSpoken = 16

private func spokenRun(at start: Int, in scalars: [Unicode.Scalar]) -> (digits: [UInt8], end: Int) {
    var digits: [UInt8] = []
    var (end, position) = (start, start)
    while digits.count < mostSpoken, position < scalars.count {
        var wordEnd = position
        var word = String.UnicodeScalarView()
        while wordEnd < scalars.count, scalars[wordEnd].isASCIILetter, wordEnd - position < 9 {
            word.append(scalars[wordEnd].asciiLowercased)
            wordEnd += 1
        }
        guard wordEnd == scalars.count || !scalars[wordEnd].isLetter, let digit = spokenDigits[String(word)] else {
            break
        }
        digits.append(digit)
        end = wordEnd
        position = wordEnd
        while position < scalars.count, position - wordEnd < 3, isBetweenWords(scalars[position]) { position += 1 }
        if position == wordEnd { break }
    }
    return (digits, end)
}

private func isBetweenWords(_ c: Unicode.Scalar) -> Bool { c.isInlineSpace || c.isHyphen || c == "," || c.isInvisible }

private func spokenKind(_ digits: [UInt8]) -> MaskedIdentifier.Kind? {
    let group = DigitRun.Group(range: 0..<0, digits: digits)
    if identityCard([group], isAnnounced: false) != nil { return .identityCard }
    return telephone([group], hasPlus: false) != nil ? .phone : nil
}

private let spokenDigits: [String: UInt8] = [
    "kosong": 0, "sifar": 0, "zero": 0, "oh": 0, "satu": 1, "one": 1, "dua": 2, "two": 2, "tiga": 3, "three": 3,
    "empat": 4,
    "four": 4, "lima": 5, "five": 5, "enam": 6, "six": 6, "tujuh": 7, "seven": 7, "lapan": 8, "eight": 8, "sembilan": 9,
    "nine": 9,
]
