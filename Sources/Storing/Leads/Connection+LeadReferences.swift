public import Model

extension Connection {
    /// The lead that an article belongs to, by any spelling of its address (`www.`, `http`, an AMP page).
    public func lead(ofArticleNear canonicalURL: String) throws(StoreError) -> LeadID? {
        for address in [canonicalURL] + AddressSpellings(of: canonicalURL).others {
            if let lead = try lead(ofArticleAt: address) { return lead }
        }
        return nil
    }
}
