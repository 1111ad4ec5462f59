public import Model
import Text

/// Reads a feed of any format: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1.
///
/// Pure and linear in the length of the bytes. What can be repaired is repaired and noted in ``Feed/damage``.
/// - Parameters:
///   - url: where the document came from; relative links are resolved against it, or against Content-Location.
///   - headers: the response's; Content-Type and Content-Location are looked at.
///   - zone: minutes east of UTC that a date without a zone means. RFC 822 demands one, so it is rarely needed.
///   - now: the present, for dates with a year of two digits.
///   - entryLimit: a document with more entries is refused whole, so that none is silently left out.
/// - Throws: ``FeedProblem`` where the document is no feed, or not one to be trusted.
public func readFeed(
    _ bytes: [UInt8], from url: String? = nil, headers: [(name: String, value: String)] = [], zone: Int = 0,
    now: Instant, entryLimit: Int = 20_000
) throws(FeedProblem) -> Feed {
    let fields = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
    let page = url.flatMap { WebURL($0) }
    let base = fields["content-location"].flatMap { WebURL($0, base: page) } ?? page
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    if let image = BinaryFormat.name(of: bytes) { throw .notAFeed(image) }
    let text: DecodedText
    do {
        text = try decodedText(bytes, kind: .xml, contentType: fields["content-type"])
    } catch {
        throw .unsupportedCharset(error.charset)
    }
    let context = FeedContext(base: base, zone: zone, now: now, entryLimit: entryLimit)
    var feed: Feed
    switch text.utf8.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): feed = try JSONFeedAdapter.feed(text.utf8, context)
    case nil: throw .empty
    case .some: feed = try XMLFeed.feed(text, context)
    }
    feed.charset = text.charset
    // Bytes that belie a label of UTF-8, or have none, may have meant something else.
    let isGuess = text.origin == .detector && !text.charset.name.hasPrefix("utf-")
    if text.hasReplacements || isGuess { feed.damage.insert(.badBytes) }
    return feed
}
