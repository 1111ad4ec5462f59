/// Why all that tells of a person is erased: the contract's `erased_reason`, as receivers are told.
public enum ErasureReason: String, Labelled {
    case requestOfPerson = "request-of-person"
    case protectedIdentity = "protected-identity"
    case articleWithdrawn = "article-withdrawn"
    case mistake
    case retentionEnd = "retention-end"

    public var labels: (en: String, ms: String) {
        switch self {
        case .requestOfPerson: ("the person asked for it", "atas permintaan individu")
        case .protectedIdentity: ("the identity is protected", "identiti dilindungi")
        case .articleWithdrawn: ("the article was withdrawn", "berita ditarik balik")
        case .mistake: ("it was a mistake", "kesilapan")
        case .retentionEnd: ("its time was over", "tempoh simpanan tamat")
        }
    }
}
