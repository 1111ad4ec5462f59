import Model

extension Edition {
    static let newsSitemapPath = "/sitemap-news.xml"
    static let staticSitemapPath = "/sitemap-pages.xml"

    /// A sitemap index: the news of these days, and the pages that never change.
    func sitemapIndex() -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>http://\(authority)\(Self.newsSitemapPath)</loc><lastmod>\(newest)</lastmod></sitemap>
        <sitemap><loc>http://\(authority)\(Self.staticSitemapPath)</loc><lastmod>2019-03-04</lastmod></sitemap>
        </sitemapindex>

        """
    }

    func newsSitemap() -> String {
        let urls = stories.map { story in
            """
            <url>
            <loc>\(xml(story.url))</loc>
            <news:news>
            <news:publication><news:name>\(xml(outlet.name))</news:name>\
            <news:language>\(outlet.language.rawValue)</news:language></news:publication>
            <news:publication_date>\(story.date.rfc3339)</news:publication_date>
            <news:title>\(xml(story.article.title))</news:title>
            </news:news>
            </url>
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
            xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            \(urls.joined(separator: "\n"))
            </urlset>

            """
    }

    func staticSitemap() -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>http://\(authority)/about</loc><lastmod>2019-03-04</lastmod></url>
        </urlset>

        """
    }
}
