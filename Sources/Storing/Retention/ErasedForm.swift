import Hashing
import Model

/// By what an erased article is known again without being named: texts of which only keyed hashes are kept.
///
/// The rungs are those of ``Connection/knownArticle(_:)``, so that what would have been taken for the stored article is
/// taken for the erased one.
enum ErasedForm {
    /// What an item says before its page is read.
    static func forms(of key: ArticleKey) -> [String] {
        var forms = [address(key.canonicalURL)]
        if let guid = key.guid { forms.append("guid\n\(key.source)\n\(guid)\n\(key.titleKey.hexadecimal)") }
        if let published = key.published {
            forms.append("title\n\(key.outlet)\n\(key.titleKey.hexadecimal)\n\(published.milliseconds)")
        }
        return forms
    }

    /// The same with the words themselves, whichever outlet prints them.
    static func forms(of article: Article) -> [String] {
        forms(of: ArticleKey(article)) + [
            address(article.url), words(contentHash(article.title, article.text)),
        ]
    }

    static func address(_ url: String) -> String { "url\n" + AddressSpellings.normalForm(of: url) }

    static func words(_ contentHash: [UInt8]) -> String { "words\n" + contentHash.hexadecimal }
}

extension KeyedHash {
    /// What is kept of a form: half of the hash, which two different ones share with a chance of 10^-27 among a million.
    func callAsFunction(erased form: String) -> [UInt8] {
        Array(self(Array("pantau.erased.1\n\(form)".utf8)).prefix(16))
    }

    /// A fingerprint under a mask that is the same for all: distances between two are kept, and a finder of the
    /// database alone cannot compare them with an article.
    func mask(_ fingerprint: UInt64) -> UInt64 {
        let mask = self(Array("pantau.erased.wording.1".utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return fingerprint ^ mask
    }
}
