/// A phrase that matched with some of the words around it: `…suaminya kini «lumpuh» dan tidak lagi…`.
///
/// - Parameters:
///   - text: the whole title or text.
///   - range: where the phrase stands, in Unicode scalars; what lies outside the text is left out.
///   - context: how many scalars to show on each side at most; words are not cut in half.
public func excerpt(of text: String, range: Range<Int>, context: Int = 24, glyphs: Glyphs = .unicode) -> String {
    let scalars = Array(text.unicodeScalars)
    let range = range.clamped(to: 0..<scalars.count)
    var before = max(0, range.lowerBound - context)
    var after = min(scalars.count, range.upperBound + context)
    if before > 0 {
        while before < range.lowerBound, !scalars[before - 1].properties.isWhitespace { before += 1 }
    }
    if after < scalars.count {
        while after > range.upperBound, !scalars[after].properties.isWhitespace { after -= 1 }
    }
    let head = flat(scalars[before..<range.lowerBound])
    let tail = flat(scalars[range.upperBound..<after])
    return (before > 0 ? glyphs.ellipsis : "") + head + glyphs.markOpen + flat(scalars[range]) + glyphs.markClose + tail
        + (after < scalars.count ? glyphs.ellipsis : "")
}

/// Paragraph breaks read as one blank.
private func flat(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in scalars {
        let next: Unicode.Scalar = scalar.properties.isWhitespace ? " " : scalar
        if next != " " || out.last != " " { out.append(next) }
    }
    return String(out)
}
