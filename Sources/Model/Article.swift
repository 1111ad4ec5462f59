/// When something was published, and how sure that is.
public struct PublishedDate: Hashable, Sendable {
    public enum Precision: String, Hashable, Sendable {
        case second, minute, day, month, year

        /// Whether the day is known.
        public var isDay: Bool {
            switch self {
            case .second, .minute, .day: true
            case .month, .year: false
            }
        }
    }

    /// Where the date was read, truest first.
    public enum Origin: String, Hashable, Sendable {
        case jsonLD = "json-ld"
        case meta, feed, sitemap, url, text
    }

    /// The earliest instant the date can mean: midnight in the date's own zone where only a day is known.
    public var instant: Instant
    /// Minutes east of UTC that the date was written in.
    public var offset: Int
    public var precision: Precision
    public var origin: Origin

    public init(instant: Instant, offset: Int = CivilTime.malaysia, precision: Precision, origin: Origin) {
        (self.instant, self.offset, self.precision, self.origin) = (instant, offset, precision, origin)
    }

    /// The first and last instant that it can mean: one instant where the day is known.
    public var instants: ClosedRange<Instant> {
        guard !precision.isDay else { return instant...instant }
        let first = CivilTime(instant, offset: offset)
        let isWithinYear = precision == .month && first.month < 12
        let next = CivilTime(
            year: first.year + (isWithinYear ? 0 : 1), month: isWithinYear ? first.month + 1 : 1, day: 1, offset: offset
        )
        return instant...max(instant, (next?.instant ?? instant) - .seconds(1))
    }

    /// As precise as it is known: RFC 3339, or `2026-11-23` for a day, `2026-11`, `2026`.
    public var iso: String {
        let day = { CivilTime(instant, offset: offset).isoDay }
        switch precision {
        case .second, .minute: return instant.rfc3339(offset: offset)
        case .day: return day()
        case .month: return String(day().prefix(7))
        case .year: return String(day().prefix(4))
        }
    }
}

/// One published item as it is kept: cleaned, with identifiers masked, in Unicode NFC.
public struct Article: Hashable, Sendable {
    public var source: SourceID
    public var outlet: String
    /// As the feed or page gave it, resolved against the document's address.
    public var url: String
    /// Without tracking parameters; the same story has the same one.
    public var canonicalURL: String
    /// The feed's own id of the item. Unique within its source only.
    public var guid: String?
    /// At most 500 characters, one line.
    public var title: String
    /// Paragraphs separated by a line feed. At most 200,000 characters.
    public var text: String
    public var author: String?
    public var published: PublishedDate?
    public var retrievedAt: Instant
    public var language: Language
    public var extent: Extent
    public var provenance: Provenance

    public enum Extent: String, Hashable, Sendable {
        /// Only the feed's summary is known.
        case summary
        /// The page was fetched and its main text read.
        case full
    }

    /// What proves where the text came from and that it has not changed.
    public struct Provenance: Hashable, Sendable {
        public var status: Int
        public var contentType: String?
        public var etag: String?
        /// SHA-256 of the body, in hexadecimal, and its length in bytes.
        public var rawSHA256: String
        public var rawBytes: Int

        public init(status: Int, contentType: String?, etag: String?, rawSHA256: String, rawBytes: Int) {
            (self.status, self.contentType, self.etag) = (status, contentType, etag)
            (self.rawSHA256, self.rawBytes) = (rawSHA256, rawBytes)
        }
    }

    public init(
        source: SourceID, outlet: String, url: String, canonicalURL: String, guid: String?, title: String, text: String,
        author: String?, published: PublishedDate?, retrievedAt: Instant, language: Language, extent: Extent,
        provenance: Provenance
    ) {
        (self.source, self.outlet, self.url, self.canonicalURL) = (source, outlet, url, canonicalURL)
        (self.guid, self.title, self.text, self.author) = (guid, title, text, author)
        (self.published, self.retrievedAt, self.language) = (published, retrievedAt, language)
        (self.extent, self.provenance) = (extent, provenance)
    }

    /// The first and last instant at which it may have been published: one instant, unless only a month or a year is known.
    public var publishedWithin: ClosedRange<Instant> {
        let first = effectiveDate
        return first...max(first, min(published?.instants.upperBound ?? first, retrievedAt))
    }

    /// For sorting and freshness: a date in the future (feeds lie) counts as at most an hour after it was seen.
    public var effectiveDate: Instant {
        min(published?.instant ?? retrievedAt, retrievedAt + .hours(1))
    }
}
