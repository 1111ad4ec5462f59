import Model

/// Which of a document's items are news. An archive of 50,000 pages that somebody adds as a sitemap, or that a feed carries,
/// must not become 50,000 fetches.
///
/// It has no memory: the same document gives the same window at each poll, so that only what is new in it is fetched later.
enum NewsWindow {
    /// Whoever was ill or robbed a month ago may still need help; older news is history.
    static let age = TimeSpan.days(30)
    /// Of one document. Media Cloud takes 2,000; at a page every two seconds that is more than an hour of one host.
    static let items = 500
    /// Pages that one poll fetches, at most; the rest come at the next. Seven minutes at a page every two seconds.
    static let pages = 200

    /// Where the newest items stand, the newest first.
    ///
    /// Among items of one date, or of none, those next to either end of the document come first: lists grow at the top or
    /// at the bottom, and sites write today's date behind every page of theirs.
    ///
    /// - Parameter count: the most that are taken.
    /// - Complexity: O(n log n) of the items.
    static func newest<Item>(_ items: [Item], atMost count: Int, by date: (Item) -> Instant?) -> [Int] {
        let dates = items.map { date($0)?.milliseconds ?? .min }
        let order = items.indices.sorted { a, b in
            let (endA, endB) = (min(a, items.count - 1 - a), min(b, items.count - 1 - b))
            return (dates[b], endA, a) < (dates[a], endB, b)
        }
        return order.prefix(count).sorted { a, b in (dates[b], a) < (dates[a], b) }
    }

    /// The items of a list that has nothing to read in itself: only news stays.
    static func news(in items: [ListedItem], at now: Instant) -> [ListedItem] {
        let young = items.filter { isYoung($0, at: now) }
        return newest(young, atMost: NewsWindow.items) { $0.published?.instant }.map { young[$0] }
    }

    /// The items of a feed, all of them, with the archive marked.
    static func marked(_ items: [ListedItem], at now: Instant) -> [ListedItem] {
        let news = Set(newest(items, atMost: NewsWindow.items) { $0.published?.instant })
        var items = items
        for index in items.indices {
            items[index].isArchived = !news.contains(index) || !isYoung(items[index], at: now)
        }
        return items
    }

    private static func isYoung(_ item: ListedItem, at now: Instant) -> Bool {
        item.published.map { now - $0.instant < age } ?? true
    }
}
