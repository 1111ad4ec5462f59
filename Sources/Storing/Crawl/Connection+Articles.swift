import Hashing
public import Model

/// What is known of an item before its page is fetched.
public struct ArticleKey: Hashable, Sendable {
    public var source: SourceID
    public var outlet: String
    public var canonicalURL: String
    public var guid: String?
    public var title: String
    /// As its feed or page says; nil where it does not.
    public var published: Instant?

    public init(
        source: SourceID, outlet: String, canonicalURL: String, guid: String?, title: String, published: Instant?
    ) {
        (self.source, self.outlet, self.canonicalURL) = (source, outlet, canonicalURL)
        (self.guid, self.title, self.published) = (guid, title, published)
    }

    public init(_ article: Article) {
        self.init(
            source: article.source, outlet: article.outlet, canonicalURL: article.canonicalURL, guid: article.guid,
            title: article.title, published: article.published?.instant)
    }
}

/// An article that is stored.
public struct KnownArticle: Hashable, Sendable {
    /// The store's number.
    public let id: ArticleID
    /// The source that told it first.
    public var source: SourceID
    /// How much of it was read so far.
    public var extent: Article.Extent
    public var title: String
    public var retrievedAt: Instant
    /// 1 for an article that was never edited.
    public var revision: Int
    /// The lead that it belongs to; nil where it was not flagged.
    public var lead: LeadID?
    var contentHash: [UInt8]
    var canonicalURL: String
}

extension Connection {
    /// The stored article that an item is, however its feed has changed.
    ///
    /// The ladder (USERS-ASK.md D): the guid within its source while title or link agrees, for feeds re-use one guid; the
    /// canonical URL in any of its spellings; title and date within the outlet. ``knownArticle(_:text:fingerprint:)`` adds
    /// the text itself.
    public func knownArticle(_ key: ArticleKey) throws(StoreError) -> KnownArticle? {
        let titleKey = key.titleKey
        if let guid = key.guid {
            let twin = try article(
                "source = $1 AND guid = $2 AND (title_key = $3 OR canonical_url = $4) ORDER BY id LIMIT 1",
                [key.source, guid, titleKey, key.canonicalURL])
            if let twin { return twin }
        }
        if let twin = try article(at: [key.canonicalURL]) { return twin }
        if let twin = try article(at: AddressSpellings(of: key.canonicalURL).others) { return twin }
        // The fragment may name another item of the same page: then its title is another.
        if let former = AddressSpellings.formerKey(of: key.canonicalURL),
            let twin = try article("canonical_url = $1 AND title_key = $2 LIMIT 1", [former, titleKey])
        {
            return twin
        }
        // A title alone repeats ("Berita ringkas"); with its outlet and its very instant it does not.
        guard let published = key.published else { return nil }
        return try article(
            "outlet = $1 AND title_key = $2 AND published_at = $3 ORDER BY id LIMIT 1",
            [key.outlet, titleKey, published])
    }

    /// The same with the last rungs of the ladder: the words of title and text within the outlet, and an address of the
    /// same number whose text has nearly the same words.
    func knownArticle(_ key: ArticleKey, text: String, fingerprint: UInt64?) throws(StoreError) -> KnownArticle? {
        if let twin = try knownArticle(key) { return twin }
        let twin = try article(
            "outlet = $1 AND content_hash = $2 ORDER BY id LIMIT 1", [key.outlet, contentHash(key.title, text)])
        if let twin { return twin }
        return try renamedArticle(key, fingerprint: fingerprint)
    }

    /// The number alone is not enough: on some sites it is that of an edition or a topic.
    private func renamedArticle(_ key: ArticleKey, fingerprint: UInt64?) throws(StoreError) -> KnownArticle? {
        guard let fingerprint, let numbered = NumberedAddress(key.canonicalURL) else { return nil }
        let candidates = try rows(
            """
            SELECT id, fingerprint FROM article WHERE canonical_url > $1 AND canonical_url < $2 AND outlet = $3
              AND fingerprint IS NOT NULL ORDER BY canonical_url LIMIT 50
            """, bind: [numbered.stem, numbered.stem + "\u{10FFFF}", key.outlet]
        ) { row throws(StoreError) in
            let id: ArticleID = try row["id"]
            let bits: Int64 = try row["fingerprint"]
            return (id: id, distance: (UInt64(bitPattern: bits) ^ fingerprint).nonzeroBitCount)
        }
        let nearest = candidates.min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= Self.sameWording else { return nil }
        return try article("id = $1", [nearest.id])
    }

    /// 12 of 64 bits: two per cent of the words changed give a median of 5 and a 95th percentile of 9; unrelated articles
    /// were never under 20.
    static let sameWording = 12

    private func article(at addresses: [String]) throws(StoreError) -> KnownArticle? {
        guard !addresses.isEmpty else { return nil }
        let list = (1...addresses.count).map { "$\($0)" }.joined(separator: ", ")
        if let twin = try article("canonical_url IN (\(list)) ORDER BY id LIMIT 1", addresses) { return twin }
        return try article(
            "id IN (SELECT article FROM article_alias WHERE canonical_url IN (\(list))) ORDER BY id LIMIT 1", addresses)
    }

    /// The article as it is stored; nil where there is none of that number.
    public func article(_ id: ArticleID) throws(StoreError) -> Article? {
        try first(
            "SELECT * FROM article JOIN article_text ON article_text.article = article.id WHERE article.id = $1", id,
            make: Article.init)
    }

    private func article(_ condition: String, _ values: [any SQLConvertible]) throws(StoreError) -> KnownArticle? {
        try rows(
            """
            SELECT id, source, extent, title, retrieved_at, revision, content_hash, canonical_url,
              (SELECT lead FROM lead_article WHERE article = article.id) AS lead FROM article WHERE \(condition)
            """, bind: values
        ) { row throws(StoreError) in
            KnownArticle(
                id: try row["id"], source: try row["source"], extent: try row["extent"], title: try row["title"],
                retrievedAt: try row["retrieved_at"], revision: try row["revision"], lead: try row["lead"],
                contentHash: try row["content_hash"], canonicalURL: try row["canonical_url"])
        }.first
    }
}

extension ArticleKey {
    var titleKey: [UInt8] { Array(Digest(of: folded(title)).bytes.prefix(16)) }
}

/// Of title and text only: feeds change authors, tags and links of one and the same article.
func contentHash(_ title: String, _ text: String) -> [UInt8] { Digest(of: folded(title) + [0] + folded(text)).bytes }

/// Lower case, one blank for any run of white space.
private func folded(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.lowercased().unicodeScalars {
        if !scalar.isBlank {
            out += UTF8.encode(scalar)!
        } else if let last = out.last, last != 32 {
            out.append(32)
        }
    }
    if out.last == 32 { out.removeLast() }
    return out
}

extension Unicode.Scalar {
    /// White space, told without asking Unicode of the letters that nearly all text is made of.
    fileprivate var isBlank: Bool {
        value <= 32 || value == 0x85 || value == 0xA0 || (value >= 0x1680 && properties.isWhitespace)
    }
}

extension Article {
    init(_ row: Row) throws(StoreError) {
        let instant: Instant? = try row["published_at"]
        var published: PublishedDate?
        if let instant {
            published = PublishedDate(
                instant: instant, offset: try row["published_offset"], precision: try row["published_precision"],
                origin: try row["published_origin"])
        }
        self.init(
            source: try row["source"], outlet: try row["outlet"], url: try row["url"],
            canonicalURL: try row["canonical_url"], guid: try row["guid"], title: try row["title"],
            text: try row["text"], author: try row["author"], published: published,
            retrievedAt: try row["retrieved_at"], language: try row["language"], extent: try row["extent"],
            provenance: Provenance(
                status: try row["status"], contentType: try row["content_type"], etag: try row["etag"],
                rawSHA256: try row["raw_sha256"], rawBytes: try row["raw_bytes"]))
    }
}
