import Model

/// What every adapter needs to know beside the document.
struct FeedContext: Sendable {
    var base: WebURL?
    var zone: Int
    var now: Instant
    var entryLimit: Int

    /// The date that is an element's own text, without that of the elements in it.
    func date(of element: XMLElement) -> PublishedDate? {
        date(element.hasChildElements ? element.ownText : element.text)
    }

    func date(_ text: String) -> PublishedDate? {
        FeedDate.standard(text) ?? FeedDate.overflowing(text) ?? FeedDate.dayOfMixedForm(text, zone: zone)
            ?? readDate(text, zone: zone, now: now, origin: .feed) ?? FeedDate.beginning(of: text, zone: zone)
    }
}
