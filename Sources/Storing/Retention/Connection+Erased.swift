import Model

extension Connection {
    /// Whether an item that was listed is an article that was erased: then its page is not even fetched.
    public func isErased(_ key: ArticleKey) throws(StoreError) -> Bool {
        guard try hasErased(), let secret else { return false }
        return try holdsErased(ErasedForm.forms(of: key).map { secret(erased: $0) })
    }

    /// Whether an article that was read is one that was erased, or nearly repeats its words in another outlet.
    public func isErased(_ found: FoundArticle) throws(StoreError) -> Bool {
        try isErased(found.article, fingerprint: found.fingerprint)
    }

    func isErased(_ article: Article, fingerprint: UInt64?) throws(StoreError) -> Bool {
        guard try hasErased(), let secret else { return false }
        if try holdsErased(ErasedForm.forms(of: article).map { secret(erased: $0) }) { return true }
        guard let fingerprint else { return false }
        return try isErased(wording: secret.mask(fingerprint))
    }

    /// Which of the addresses are those of erased articles, in any of their spellings.
    public func erasedAddresses(among addresses: [String]) throws(StoreError) -> Set<String> {
        guard try hasErased(), let secret else { return [] }
        var found: Set<String> = []
        for address in addresses where try holdsErased([secret(erased: ErasedForm.address(address))]) {
            found.insert(address)
        }
        return found
    }

    /// Which of the bodies are those of erased articles, by their SHA-256 in hexadecimal.
    public func erasedBodies(among digests: [String]) throws(StoreError) -> Set<String> {
        guard try hasErased(), let secret else { return [] }
        var found: Set<String> = []
        for digest in digests where try holdsErased([secret(erased: "body\n" + digest)]) { found.insert(digest) }
        return found
    }

    private func hasErased() throws(StoreError) -> Bool {
        try value("SELECT EXISTS (SELECT 1 FROM erased_key)") ?? false
    }

    private func holdsErased(_ hashes: [[UInt8]]) throws(StoreError) -> Bool {
        for hash in hashes where try value("SELECT 1 FROM erased_key WHERE hash = $1", hash, as: Int.self) != nil {
            return true
        }
        return false
    }

    /// One by one: cases of persons are erased by hand, so there are few.
    private func isErased(wording bits: UInt64) throws(StoreError) -> Bool {
        let known = try rows("SELECT bits FROM erased_wording") { row throws(StoreError) in try row["bits"] as UInt64 }
        return known.contains { ($0 ^ bits).nonzeroBitCount <= Connection.sameWording }
    }
}
