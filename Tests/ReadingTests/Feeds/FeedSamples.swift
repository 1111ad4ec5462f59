import Model
import Reading

/// The present of all tests: 23 November 2026, 08:00 in Malaysia.
let testNow = Instant(seconds: 1_795_392_000)

/// A feed of RSS 2.0 around some items.
func rss(_ items: String, doctype: String = "", encoding: String = "utf-8", channel: String = "") -> String {
    """
    <?xml version="1.0" encoding="\(encoding)"?>
    \(doctype)<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Harian Rekaan</title><link>https://rekaan.example/</link>\(channel)\(items)</channel></rss>
    """
}

/// One item with a title.
func item(_ title: String, _ more: String = "") -> String {
    "<item><title>\(title)</title><link>https://rekaan.example/\(title.utf8.count)</link>\(more)</item>"
}

/// Reads a feed given as text.
func feed(
    _ text: String, from url: String = "https://rekaan.example/rss", headers: [(name: String, value: String)] = []
) throws -> Feed {
    try readFeed(Array(text.utf8), from: url, headers: headers, now: testNow)
}

/// Reads a feed given as text, and hands back why it is refused.
func problem(_ bytes: some Sequence<UInt8>) -> FeedProblem? {
    do {
        _ = try readFeed(Array(bytes), from: "https://rekaan.example/rss", now: testNow)
        return nil
    } catch {
        return error
    }
}
