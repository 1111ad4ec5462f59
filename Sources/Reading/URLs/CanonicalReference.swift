/// A link as an identity, whatever its scheme: that of a web address, the cleaned text of any other.
///
/// - Parameters:
///   - base: what a relative link is relative to.
///   - feed: where the link was found; see ``WebURL/identity(from:)``.
/// - Returns: nil for an empty text.
public func canonicalReference(_ text: String, base: WebURL? = nil, feed: WebURL? = nil) -> String? {
    if let url = WebURL(text, base: base) { return url.identity(from: feed) }
    let whole = String(decoding: text.utf8.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)
    // Other schemes with a host (ftp) follow the same rules.
    if let colon = whole.firstIndex(of: ":"), whole[colon...].hasPrefix("://"),
        let url = WebURL("https" + whole[colon...])
    {
        return whole[..<colon].lowercased() + url.identity(from: feed).dropFirst(5)
    }
    let reference = whole.first == "?" ? "/" + whole : whole
    let withoutFragment = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    guard !withoutFragment.isEmpty else { return nil }
    return URLParameter.normalized(PercentEncoding.encode(hostInLowerCase(withoutFragment).utf8, .query))
}

/// Scheme and host in lower case, of an address whose host no name server would take.
private func hostInLowerCase(_ reference: Substring) -> String {
    guard let slashes = reference.firstRange(of: "://") else { return String(reference) }
    let end = reference[slashes.upperBound...].firstIndex { "/?\\".contains($0) } ?? reference.endIndex
    return reference[..<end].lowercased() + reference[end...]
}
