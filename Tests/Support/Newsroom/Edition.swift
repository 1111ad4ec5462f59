import Model

/// What one outlet has in print at one moment: the input of every listing and page.
struct Edition {
    var outlet: Outlet
    /// `127.0.0.1:PORT`
    var authority: String
    /// Newest first.
    var stories: [Story]

    init(of outlet: Outlet, at authority: String, articles: [InventedArticle], now: Instant) {
        (self.outlet, self.authority) = (outlet, authority)
        stories = articles.filter { $0.outlets.contains(outlet.id) }
            .map { Story(article: $0, outlet: outlet, authority: authority, published: now - $0.age) }
            .sorted { ($0.published, $0.article.id) > ($1.published, $1.article.id) }
    }

    var home: String { "http://\(authority)/" }
    var listingURL: String { "http://\(authority)\(outlet.listingPath)" }

    /// Up to `count` others, for the lists that pages carry around their text.
    func others(than story: Story, _ count: Int) -> [Story] {
        Array(stories.filter { $0.article.id != story.article.id }.prefix(count))
    }
}

/// One article as one outlet prints it.
struct Story {
    var article: InventedArticle
    var outlet: Outlet
    var authority: String
    var published: Instant

    /// Six digits, the same on every run.
    var number: Int { 100_000 + Int(Markup.hash(article.id.utf8) % 900_000) }

    var path: String {
        let slug = Markup.slug(article.title)
        switch outlet.layout {
        case .stateEdition: return "/edisi/\(article.section)/\(number)/\(slug)"
        case .metaTags: return "/artikel/\(number)/\(article.section)/\(slug)"
        case .visibleDate: return "/berita/\(slug)-\(number)"
        case .tables: return "/berita.php?id=\(number)"
        case .comments: return "/news/\(article.section)/\(CivilTime(published).slashedDay)/\(slug)"
        case .blog: return "/\(CivilTime(published).slashedDay)/\(slug)/"
        case .ticker: return "/\(article.section)/\(slug)-\(number)"
        }
    }

    /// As pages name themselves, without anything that only counts readers.
    var url: String { "http://\(authority)\(path)" }

    /// As feeds give it: some outlets mark whence a reader came.
    var linkInFeed: String {
        switch outlet.layout {
        case .stateEdition: url + "?utm_source=rss&utm_medium=feed"
        case .metaTags, .visibleDate, .tables, .comments, .blog, .ticker: url
        }
    }

    var teaser: String { article.summary ?? Markup.teaser(article.paragraphs.first ?? "") }
    var date: PrintedDate { PrintedDate(published) }
}

extension CivilTime {
    /// `2026/11/23`
    fileprivate var slashedDay: String { String(isoDay.map { $0 == "-" ? "/" : $0 }) }
}
