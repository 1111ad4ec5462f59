import Model

/// What every adapter needs to know beside the document.
struct FeedContext: Sendable {
    var base: WebURL?
    var zone: Int
    var now: Instant
    var entryLimit: Int

    func date(_ text: String) -> PublishedDate? {
        FeedDate.standard(text) ?? FeedDate.overflowing(text) ?? FeedDate.dayOfMixedForm(text, zone: zone)
            ?? readDate(text, zone: zone, now: now, origin: .feed) ?? FeedDate.beginning(of: text, zone: zone)
    }
}
