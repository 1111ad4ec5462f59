import Model
import Storing
import StoringSamples
import Testing

/// When two items are one article: USERS-ASK.md D.
@Suite struct ArticleTests {
    let folder: TemporaryFolder
    let store: Store

    init() async throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try await store.write { db in try db.commitSamples([Sample.found(ArticleTests.stored)]) }
    }

    private static let stored = Sample.article(
        1, title: "Tiga beradik tinggal di pondok usang", text: "Tiga beradik memerlukan bantuan segera.", guid: "g-1")

    private func commit(_ article: Article) async throws -> CommitSummary {
        try await store.write { db in try db.commitSamples([Sample.found(article)]) }
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let apply: @Sendable (inout Article) -> Void
    }

    @Test(arguments: [
        Change(testDescription: "nothing") { _ in },
        Change(testDescription: "another guid") { $0.guid = "g-2" },
        Change(testDescription: "another host and slug") { $0.canonicalURL = "https://lain.example/9" },
        Change(testDescription: "another guid and address") {
            ($0.guid, $0.canonicalURL) = (nil, "https://lain.example/9")
        },
        Change(testDescription: "another author") { $0.author = "Meja berita" },
        Change(testDescription: "another case and spacing") {
            $0.title = "  TIGA beradik  tinggal di pondok\u{a0}usang"
        },
        Change(testDescription: "another address and date") {
            ($0.guid, $0.canonicalURL, $0.published) = (nil, "https://lain.example/9", nil)
        },
        Change(testDescription: "only the summary this time") { ($0.text, $0.extent) = ("Tiga beradik...", .summary) },
    ])
    func itIsTheSameArticleWith(change: Change) async throws {
        var article = ArticleTests.stored
        change.apply(&article)
        for _ in 0..<2 {
            let summary = try await commit(article)
            #expect((summary.new, summary.known, summary.revised) == (0, 1, 0))
        }
        #expect(try await store.read { db in try db.article(ArticleID(1)) } == ArticleTests.stored)
    }

    @Test(arguments: [
        Change(testDescription: "the guid of another (feeds re-use them)") {
            ($0.title, $0.canonicalURL, $0.text) = ("Banjir di Kampung Contoh", "https://rekaan.example/2", "Air naik.")
        },
        Change(testDescription: "the title of another") {
            ($0.guid, $0.canonicalURL, $0.text) = (nil, "https://rekaan.example/2", "Lain sekali.")
            $0.published = PublishedDate(instant: Sample.monday + .days(1), precision: .day, origin: .feed)
        },
        Change(testDescription: "the words of another paper") {
            ($0.guid, $0.canonicalURL, $0.outlet) = (nil, "https://lain.example/2", "Berita Contoh")
        },
    ])
    func itIsAnotherArticleWith(change: Change) async throws {
        var article = ArticleTests.stored
        change.apply(&article)
        #expect(try await commit(article).new == 1)
        #expect(try await commit(article).known == 1)
    }

    @Test(arguments: ["https://rekaan.example/langsung#blok-2", "https://kawan@rekaan.example/langsung"])
    func anArticleStoredUnderItsFormerKeyIsFoundByItsTitle(key: String) async throws {
        var article = ArticleTests.stored
        (article.guid, article.published, article.canonicalURL) = (nil, nil, "https://rekaan.example/langsung")
        (article.title, article.text) = ("Banjir: langsung", "Air naik di Kampung Contoh.")
        #expect(try await commit(article).new == 1)
        (article.canonicalURL, article.text) = (key, "Air naik di Kampung Contoh dan Kampung Rekaan.")
        #expect(try await commit(article).revised == 1)
        // Another title below the same address is another item.
        (article.canonicalURL, article.title, article.text) = (key + "9", "Banjir: seorang lemas", "Seorang lemas.")
        #expect(try await commit(article).new == 1)
    }

    @Test func aSiteWithAndWithoutTheSlashIsOneArticle() async throws {
        var article = Sample.article(3, title: "Notis", text: "Pejabat ditutup.")
        (article.guid, article.canonicalURL) = (nil, "https://lain.example/")
        #expect(try await commit(article).new == 1)
        (article.canonicalURL, article.text) = ("https://lain.example", "Pejabat dibuka.")
        #expect(try await commit(article).revised == 1)
    }

    @Test func anEditIsARevisionOfTheSameRow() async throws {
        var article = ArticleTests.stored
        article.text += " Kemas kini: bantuan telah tiba."
        article.canonicalURL = "https://rekaan.example/berita/1-kemas-kini"
        let summary = try await commit(article)
        #expect((summary.new, summary.revised) == (0, 1))
        #expect(try await store.read { db in try db.article(ArticleID(1)) } == article)
        let key = ArticleKey(article)
        let known = try await store.read { db in try db.knownArticle(key) }
        #expect(known?.revision == 2)
        // The old address leads there too, and the edit of an edit is no second lead.
        let old = ArticleKey(
            source: Sample.source(), outlet: "Harian Rekaan", canonicalURL: ArticleTests.stored.canonicalURL, guid: nil,
            title: "lain", published: nil)
        #expect(try await store.read { db in try db.knownArticle(old) }?.id == ArticleID(1))
        #expect(try await store.read { db in try db.countLeads(LeadQuery(), at: Sample.monday) } == 1)
    }

    @Test func aSummaryThatIsReadInFullIsARevision() async throws {
        let short = Sample.article(7, text: "Ringkas.", extent: .summary)
        let full = Sample.article(7, text: "Ringkas. Dan selebihnya.")
        #expect(try await commit(short).new == 1)
        #expect(try await commit(full).revised == 1)
        #expect(try await commit(short).known == 1)
        let key = ArticleKey(full)
        #expect(try await store.read { db in try db.knownArticle(key)?.extent } == .full)
    }

    @Test func oneArticleUnderManySlugsStaysOneAndBounded() async throws {
        for number in 0..<30 {
            var article = ArticleTests.stored
            (article.guid, article.canonicalURL) = ("x\(number)", "https://rekaan.example/slug-\(number)")
            #expect(try await commit(article).known == 1)
        }
        let aliases = try await store.read { db in try db.value("SELECT count(*) FROM article_alias", as: Int.self) }
        #expect(aliases == 8)
    }

    @Test func anEditMayNotTakeTheAddressOfAnother() async throws {
        #expect(try await commit(Sample.article(2)).new == 1)
        var article = ArticleTests.stored
        (article.text, article.canonicalURL) = ("Sudah berubah.", Sample.article(2).canonicalURL)
        #expect(try await commit(article).revised == 1)
        #expect(try await store.read { db in try db.article(ArticleID(1))?.text } == "Sudah berubah.")
        #expect(try await store.read { db in try db.article(ArticleID(2)) } == Sample.article(2))
    }
}
