/// What is the same in every record that this installation sends.
public struct RecordSettings: Hashable, Sendable {
    /// Who sends, as a URN: `urn:pantau:perkeso:squad-hq`.
    public var source: String
    /// True marks every record as invented: a receiver must not act on it.
    public var isTest: Bool
    /// The scorer and the reader of pages with their versions, such as `pantau-score/0.1.0`.
    public var engine: String
    public var extractor: String
    /// The memorandum under which records are shared, where there is one.
    public var agreement: String?
    /// A label of the government's classification; TERHAD until PERKESO says otherwise (contract, question 8).
    public var classification: Classification
    /// Codes of the agencies that may see the whole record. PERKESO alone until a person consents (contract, question 4).
    public var shareWith: [String]
    /// How long a receiver may keep the record after its last change: a guess, to agree with PERKESO.
    public var retentionMonths: Int
    /// The exchange's key for comparing persons without naming them; nil leaves those keys out.
    public var dedupeKey: DedupeKey?
    /// Keys of the years before, under which lists of other agencies may still be hashed. No record holds them.
    public var olderDedupeKeys: [DedupeKey] = []

    public enum Classification: String, Hashable, Sendable, CaseIterable {
        case open = "TERBUKA"
        case restricted = "TERHAD"
        case confidential = "SULIT"
    }

    public init(
        source: String, isTest: Bool = false, engine: String = "pantau-score/0.1.0",
        extractor: String = "pantau-extract/0.1.0", agreement: String? = nil,
        classification: Classification = .restricted, shareWith: [String] = ["PERKESO"], retentionMonths: Int = 12,
        dedupeKey: DedupeKey? = nil
    ) {
        (self.source, self.isTest, self.engine, self.extractor) = (source, isTest, engine, extractor)
        (self.agreement, self.classification, self.shareWith) = (agreement, classification, shareWith)
        (self.retentionMonths, self.dedupeKey) = (retentionMonths, dedupeKey)
    }
}

/// A secret that the agencies of one exchange share and change each year.
public struct DedupeKey: Hashable, Sendable {
    /// Names the key without telling it, such as `dedupe-2026-01`.
    public var id: String
    public var secret: [UInt8]
    public init(id: String, secret: [UInt8]) { (self.id, self.secret) = (id, secret) }
}
