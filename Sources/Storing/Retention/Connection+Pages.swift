public import Model

extension Connection {
    /// The lead that an article with this page belongs to; nil where there is none, or it is another document.
    ///
    /// - Parameter digest: SHA-256 of the body in hexadecimal.
    public func lead(ofBody digest: String) throws(StoreError) -> LeadID? {
        try value(
            """
            SELECT lead FROM lead_article WHERE article IN (SELECT id FROM article WHERE raw_sha256 = $1) LIMIT 1
            """, digest)
    }
}

extension JournalDraft {
    /// The verb of an entry that tells that somebody looked at a page as it came.
    public static let showPageVerb = "archive.show"
}
