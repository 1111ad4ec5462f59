public import Model

/// What a server answered, as it is kept in the archive.
public struct RawResponse: Sendable {
    /// Of the last hop, without user name, password and fragment. Values of its query are kept: without them it is
    /// another address.
    public var url: String
    /// 100...999
    public var status: Int
    /// As they came, in their order.
    public var headers: [(name: String, value: String)]
    /// After decompression.
    public var body: [UInt8]
    /// Whether the server had more than what is here.
    public var isCut: Bool
    /// When the answer was complete; decides in which day's file it is kept.
    public var retrievedAt: Instant

    /// All members.
    public init(
        url: String, status: Int, headers: [(name: String, value: String)], body: [UInt8], isCut: Bool = false,
        retrievedAt: Instant
    ) {
        (self.url, self.status, self.headers) = (url, status, headers)
        (self.body, self.isCut, self.retrievedAt) = (body, isCut, retrievedAt)
    }
}

/// Where answers are kept as they came.
public protocol ResponseArchive: Sendable {
    /// Keeps an answer. Never in the way of a crawl: trouble is told beside it, and the crawl goes on.
    func keep(_ response: RawResponse)
}
