public import Model
public import Reading

/// What a server answered, whatever the status.
public struct FetchResponse: Hashable, Sendable {
    /// 100...999
    public var status: Int
    /// Of the last hop.
    public var headers: HeaderFields
    /// After decompression. Of an answer without success only the first 64 KiB.
    public var body: [UInt8]
    /// Whether the body was longer than what is here (robots.txt and answers without success only).
    public var isCut: Bool
    /// Every address that was asked, in order; the last one gave this answer.
    public var hops: [Hop]
    /// Whether validators were sent, so that 304 is an answer to a question.
    public var wasConditional: Bool
    /// Time of transfers over all hops, without the waiting for a turn.
    public var elapsed: TimeSpan

    /// One address that was asked, and what it answered.
    public struct Hop: Hashable, Sendable {
        /// Without user name, password and fragment.
        public var url: WebURL
        /// 100...999
        public var status: Int

        /// A hop that was answered.
        public init(url: WebURL, status: Int) { (self.url, self.status) = (url, status) }
    }

    /// All members; for tests and for those who answer from a file.
    public init(
        status: Int, headers: HeaderFields = HeaderFields(), body: [UInt8] = [], isCut: Bool = false, hops: [Hop],
        wasConditional: Bool = false, elapsed: TimeSpan = .seconds(0)
    ) {
        (self.status, self.headers, self.body, self.isCut) = (status, headers, body, isCut)
        (self.hops, self.wasConditional, self.elapsed) = (hops, wasConditional, elapsed)
    }

    /// Where the document was in the end; links in it are relative to this. nil only where there was no hop.
    public var url: WebURL? { hops.last?.url }

    /// The Content-Type field as it came.
    public var contentType: String? { headers["content-type"] }

    /// Where the document moved to for good: as far as an unbroken row of 301 and 308 leads from the first address.
    public var movedPermanentlyTo: WebURL? {
        let permanent = hops.prefix { $0.status == 301 || $0.status == 308 }.count
        return permanent > 0 && permanent < hops.count ? hops[permanent].url : nil
    }
}
