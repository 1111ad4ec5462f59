import Model

extension Connection {
    /// What became of an article that was found.
    enum Arrival {
        case new(ArticleID)
        /// Its words have changed, or only its summary was known before.
        case revised(KnownArticle)
        case known(KnownArticle)
        /// Of a case that was erased, or was rejected and is purged: nothing of it is kept.
        case erased
    }

    /// Keeps an article once, whatever its feed calls it; an edit becomes a revision of the same row.
    func keep(_ found: FoundArticle) throws(StoreError) -> Arrival {
        let (article, fingerprint) = (found.article, found.fingerprint)
        guard try !isErased(found) else { return .erased }
        guard let known = try knownArticle(ArticleKey(article), text: article.text, fingerprint: fingerprint) else {
            return .new(try insert(article, fingerprint: fingerprint))
        }
        // A page that could not be fetched this time does not take away the text that was read last time.
        let isPoorer = known.extent == .full && article.extent == .summary
        guard !isPoorer, contentHash(article.title, article.text) != known.contentHash else {
            try rememberAddress(of: known, article.canonicalURL)
            return .known(known)
        }
        var edited = article
        // An AMP page or a mobile host does not become the address that people are sent to.
        if AddressSpellings(of: known.canonicalURL).others.contains(article.canonicalURL) {
            edited.canonicalURL = known.canonicalURL
            try rememberAddress(of: known, article.canonicalURL)
        }
        try update(known, with: edited, fingerprint: fingerprint)
        return .revised(known)
    }

    private func insert(_ article: Article, fingerprint: UInt64?) throws(StoreError) -> ArticleID {
        let id: ArticleID? = try value(
            """
            INSERT INTO article (source, outlet, url, canonical_url, guid, title, title_key, content_hash, fingerprint,
              author, published_at, published_offset, published_precision, published_origin, retrieved_at, language,
              extent, status, content_type, etag, raw_sha256, raw_bytes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
            RETURNING id
            """, bind: [article.source, article.outlet] + columns(of: article, fingerprint), as: ArticleID.self)
        guard let id else { throw .constraint("an article was not written") }
        try run("INSERT INTO article_text (article, text) VALUES ($1, $2)", id, article.text)
        return id
    }

    private func update(_ known: KnownArticle, with article: Article, fingerprint: UInt64?) throws(StoreError) {
        var article = article
        // Another article may have that address already: then this one keeps its own.
        let owner: ArticleID? = try value("SELECT id FROM article WHERE canonical_url = $1", article.canonicalURL)
        if let owner, owner != known.id { article.canonicalURL = known.canonicalURL }
        let values: [any SQLConvertible] = [known.id] + columns(of: article, fingerprint)
        _ = try value(
            """
            UPDATE article SET url = $2, canonical_url = $3, guid = $4, title = $5, title_key = $6, content_hash = $7,
              fingerprint = $8, author = $9, published_at = $10, published_offset = $11, published_precision = $12,
              published_origin = $13, retrieved_at = $14, language = $15, extent = $16, status = $17,
              content_type = $18, etag = $19, raw_sha256 = $20, raw_bytes = $21, revision = revision + 1
            WHERE id = $1 RETURNING id
            """, bind: values, as: ArticleID.self)
        try run("UPDATE article_text SET text = $2 WHERE article = $1", known.id, article.text)
        if article.canonicalURL != known.canonicalURL {
            try run("DELETE FROM article_alias WHERE canonical_url = $1", article.canonicalURL)
            try alias(known.canonicalURL, of: known.id)
        }
    }

    /// Later polls then know the article at the first look by its new address.
    private func rememberAddress(of known: KnownArticle, _ canonicalURL: String) throws(StoreError) {
        guard canonicalURL != known.canonicalURL else { return }
        let owner: ArticleID? = try value("SELECT id FROM article WHERE canonical_url = $1", canonicalURL)
        if owner == nil { try alias(canonicalURL, of: known.id) }
    }

    /// At most 8 an article: one site gave one article 2,162 slugs.
    private func alias(_ canonicalURL: String, of article: ArticleID) throws(StoreError) {
        let count: Int = try value("SELECT count(*) FROM article_alias WHERE article = $1", article) ?? 0
        guard count < 8 else { return }
        try run(
            "INSERT INTO article_alias (canonical_url, article) VALUES ($1, $2) ON CONFLICT (canonical_url) DO NOTHING",
            canonicalURL, article)
    }

    /// The columns that an edit may change, in the order of both statements.
    private func columns(of article: Article, _ fingerprint: UInt64?) -> [any SQLConvertible] {
        let published = article.published
        let provenance = article.provenance
        return [
            article.url, article.canonicalURL, article.guid, article.title, ArticleKey(article).titleKey,
            contentHash(article.title, article.text), fingerprint, article.author, published?.instant,
            published?.offset, published?.precision, published?.origin, article.retrievedAt, article.language,
            article.extent, provenance.status, provenance.contentType, provenance.etag, provenance.rawSHA256,
            provenance.rawBytes,
        ]
    }
}
