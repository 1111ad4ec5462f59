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
/// No telephone has fewer digits.
private let fewestSpoken = 9
/// `sembilan`: the letters of every word for a digit fill one integer.
private let longestSpoken = 8

private func spokenRun(at start: Int, in scalars: [Unicode.Scalar]) -> (digits: [UInt8], end: Int) {
    var digits: [UInt8] = []
    var (end, position) = (start, start)
    while digits.count < mostSpoken, position < scalars.count {
        var wordEnd = position
        var word: UInt64 = 0
        while wordEnd < scalars.count, scalars[wordEnd].isASCIILetter, wordEnd - position < longestSpoken {
            word = word << 8 | UInt64(scalars[wordEnd].asciiLowercased.value)
            wordEnd += 1
        }
        guard wordEnd == scalars.count || !scalars[wordEnd].isLetter, let digit = spokenDigits[word] else { break }
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
    guard digits.count >= fewestSpoken else { return nil }
    let group = DigitRun.Group(range: 0..<0, digits: digits)
    if identityCard([group], isAnnounced: false) != nil { return .identityCard }
    return telephone([group], hasPlus: false) != nil ? .phone : nil
}

/// By their letters, one in each byte.
private let spokenDigits: [UInt64: UInt8] = {
    let words = [
        "kosong sifar zero oh", "satu one", "dua two", "tiga three", "empat four", "lima five", "enam six",
        "tujuh seven", "lapan eight", "sembilan nine",
    ]
    var digits: [UInt64: UInt8] = [:]
    for (digit, list) in words.enumerated() {
        for word in list.split(separator: " ") { digits[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = UInt8(digit) }
    }
    return digits
}()
