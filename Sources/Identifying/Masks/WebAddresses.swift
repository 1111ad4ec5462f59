import Model

/// The web addresses of a text: stretches without spaces that hold `://`, begin with `www.` or hold a domain and a path.
func webAddresses(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
        guard !endsAddress(scalars[start]) else {
            start += 1
            continue
        }
        var end = start
        while end < scalars.count, !endsAddress(scalars[end]) { end += 1 }
        if let first = addressStart(in: scalars[start..<end]) { ranges.append(first..<end) }
        start = end
    }
    return ranges
}

/// Whether `wa.me/`, `phone=` or `tel:` stands directly before `index` (after a plus sign).
func opensChat(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    var end = index
    if end > 0, scalars[end - 1] == "+" { end -= 1 }
    return ["wa.me/", "phone=", "tel:", "%2B"].contains { opening in
        let opening = Array(opening.unicodeScalars)
        return end >= opening.count && scalars[(end - opening.count)..<end].elementsEqual(opening)
    }
}

/// An address of a messenger: `wasap.my/60123456789`, `t.me/+60123456789`.
func isChatAddress(_ address: ArraySlice<Unicode.Scalar>) -> Bool {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: address.prefix(60).map(\.asciiLowercased))
    let host = String(text)
    return ["wa.me", "wasap", "whatsapp", "ws.my", "t.me/", "telegram.me", "signal.me", "viber"].contains {
        host.contains($0)
    }
}

/// Two lists of ranges in order, as one list in order.
func merged(_ a: [Range<Int>], _ b: [Range<Int>]) -> [Range<Int>] {
    (a + b).sorted { $0.lowerBound < $1.lowerBound }
}

private func endsAddress(_ c: Unicode.Scalar) -> Bool {
    c.isInlineSpace || c.value < 0x20 || c == "<" || c == ">" || c == "\"" || c == "“" || c == "”" || c == ","
        || c == ";"
        || c == "[" || c == "]"
}

/// Where the address begins in a stretch without spaces: a scheme, `www.`, or a domain with a path.
private func addressStart(in stretch: ArraySlice<Unicode.Scalar>) -> Int? {
    var dots = 0
    for index in stretch.indices {
        switch stretch[index] {
        case ":" where stretch[index...].starts(with: "://".unicodeScalars): return stretch.startIndex
        case "w" where stretch[index...].starts(with: "www.".unicodeScalars): return stretch.startIndex
        case ".":
            if index + 1 < stretch.endIndex, stretch[index + 1].isASCIILetter { dots += 1 }
        case "/":
            let isAfterDomain = index > stretch.startIndex && stretch[index - 1].isASCIILetter && dots > 0
            return isAfterDomain ? stretch.startIndex : nil
        default: break
        }
    }
    return nil
}
