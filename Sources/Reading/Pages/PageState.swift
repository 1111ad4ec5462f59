import Text

/// The data from which a page's own scripts would build it (Next.js: `__NEXT_DATA__`, Nuxt: `__NUXT_DATA__`).
enum PageState {
    /// The longest text of an object that has the page's title, in paragraphs; nil where there is none.
    ///
    /// The data of such pages also hold other articles, menus and settings: only the title tells the article's object.
    static func body(in script: String, title: String) -> String? {
        let wanted = PageTitle.letters(title)
        guard wanted.utf8.count >= 8, let value = try? JSONValue(parsing: script.utf8, tolerance: .web) else {
            return nil
        }
        var best = ""
        var waiting = [value]
        var seen = 0
        // 200,000 values are more than 5 MB of script hold.
        while let next = waiting.popLast(), seen < 200_000 {
            seen += 1
            if let items = next.items { waiting += items }
            guard let members = next.members else { continue }
            waiting += members.map(\.value)
            guard
                titles.contains(where: {
                    next[$0]?.string.map { PageTitle.isSame(PageTitle.letters($0), wanted) } ?? false
                })
            else { continue }
            for name in bodies {
                guard let text = next[name].map(joined), text.utf8.count > best.utf8.count else { continue }
                best = text
            }
        }
        let text = best.contains("</") ? plainText(ofHTML: best) : best.cleanedParagraphs()
        return text.utf8.count >= 250 ? text : nil
    }

    private static let titles = ["title", "headline", "name"]
    private static let bodies = [
        "articleBody", "body", "bodyHtml", "content", "contentHtml", "html", "text", "storyText", "content_elements",
        "paragraphs", "blocks",
    ]

    /// A text, the `rendered` of WordPress, or a list of paragraphs that are texts or have one.
    private static func joined(_ value: JSONValue) -> String {
        if let text = value.string ?? value["rendered"]?.string ?? value["html"]?.string { return text }
        let paragraphs = value.items?.compactMap { item in
            item.string ?? item["content"]?.string ?? item["text"]?.string ?? item["html"]?.string
        }
        return paragraphs?.joined(separator: "\n") ?? ""
    }
}
