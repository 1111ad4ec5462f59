public import Model
public import Text

/// What is kept of a source between two polls. What the schedule alone understands is opaque here (`rest`).
public struct SourceRow: Hashable, Sendable {
    public let source: SourceID
    public var host: HostName
    public var nextAt: Instant
    /// The sum of the weights of its failures since the last success.
    public var failures: Double
    /// What the next conditional request sends.
    public var validators: Validators
    /// SHA-256 of the last body, in hexadecimal.
    public var bodyHash: String?
    public var rest: JSONValue

    public init(
        source: SourceID, host: HostName, nextAt: Instant, failures: Double = 0, validators: Validators = Validators(),
        bodyHash: String? = nil, rest: JSONValue = .object([])
    ) {
        (self.source, self.host, self.nextAt, self.failures) = (source, host, nextAt, failures)
        (self.validators, self.bodyHash, self.rest) = (validators, bodyHash, rest)
    }
}

/// What is kept of a host between two requests.
public struct HostRow: Hashable, Sendable {
    public let host: HostName
    public var nextAt: Instant
    /// No request before this instant, whoever asks.
    public var blockedUntil: Instant
    /// The rest after the last request of whoever sent it; read only, written by ``Connection/release(_:at:)``.
    public var restUntil: Instant
    public var rest: JSONValue

    public init(
        host: HostName, nextAt: Instant, blockedUntil: Instant, restUntil: Instant = Instant(milliseconds: 0),
        rest: JSONValue = .object([])
    ) {
        (self.host, self.nextAt, self.blockedUntil) = (host, nextAt, blockedUntil)
        (self.restUntil, self.rest) = (restUntil, rest)
    }
}

/// One poll of a source as its history shows it. The last 30 of each source are kept.
public struct FetchRecord: Hashable, Sendable {
    public var source: SourceID
    public var at: Instant
    /// A short code such as `fresh`, `unchanged`, `timeout total`; holds no text of the page.
    public var outcome: String
    /// The HTTP status; nil where no answer came.
    public var status: Int?
    /// Of the body, after decompression.
    public var bytes: Int
    /// From the request to the end of the body.
    public var duration: TimeSpan
    /// Items that the store did not know.
    public var new: Int
    /// Items that it knew.
    public var known: Int
    public var nextAt: Instant

    public init(
        source: SourceID, at: Instant, outcome: String, status: Int?, bytes: Int, duration: TimeSpan, new: Int,
        known: Int, nextAt: Instant
    ) {
        (self.source, self.at, self.outcome, self.status, self.bytes) = (source, at, outcome, status, bytes)
        (self.duration, self.new, self.known, self.nextAt) = (duration, new, known, nextAt)
    }
}
