import Model

extension Outlet {
    /// The eight outlets of the newsroom. One of them is slow, one has a broken feed, one forbids all crawling.
    public static let all: [Outlet] = rows.compactMap { row in
        SourceID(row.id).map { id in
            Outlet(
                id: id, name: row.name, language: row.language, listing: row.listing, listingPath: row.path,
                layout: row.layout, fetch: row.fetch, robots: row.robots, isSlow: row.isSlow,
                closedSections: row.closed)
        }
    }

    private struct Row {
        var id: String
        var name: String
        var language: Language
        var listing: Listing
        var path: String
        var layout: Layout
        var fetch: FetchRule = .all
        var robots: String?
        var isSlow = false
        var closed: [String] = []
    }

    private static let rows = [
        Row(
            id: "harian-rekaan", name: "Harian Rekaan", language: .malay, listing: .rss, path: "/rss/semasa.xml",
            layout: .stateEdition, robots: "User-agent: *\nDisallow: /carian\nDisallow: /admin/\n"),
        Row(
            id: "sinaran-contoh", name: "Sinaran Contoh", language: .malay, listing: .sectionPage, path: "/edisi",
            layout: .metaTags, robots: "User-agent: *\nAllow: /\n"),
        Row(
            id: "warta-contoh", name: "Warta Contoh", language: .malay, listing: .jsonFeed, path: "/feed.json",
            layout: .visibleDate, fetch: .never, robots: ""),
        Row(
            id: "pos-rekaan", name: "Pos Rekaan", language: .malay, listing: .brokenRSS, path: "/rss.php",
            layout: .tables, robots: "User-agent: *\nDisallow: /cgi-bin/\n"),
        Row(
            id: "arkib-rekaan", name: "Arkib Rekaan", language: .malay, listing: .rss, path: "/feed",
            layout: .blog, robots: "# Tidak untuk perangkak.\nUser-agent: *\nDisallow: /\n", closed: [""]),
        Row(
            id: "sample-times", name: "Sample Times", language: .english, listing: .atom, path: "/feeds/nation.atom",
            layout: .comments, robots: "User-agent: *\nDisallow: /search\n\nUser-agent: SampleAdsBot\nDisallow: /\n"),
        Row(
            id: "borneo-rekaan", name: "Borneo Rekaan", language: .english, listing: .rdf, path: "/index.rdf",
            layout: .blog, isSlow: true),
        Row(
            id: "peninsular-example", name: "The Peninsular Example", language: .english, listing: .newsSitemap,
            path: "/sitemap.xml", layout: .ticker,
            robots: "User-agent: *\nDisallow: /premium/\n\nSitemap: http://{host}/sitemap.xml\n", closed: ["premium"]),
    ]
}
