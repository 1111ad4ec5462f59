import Model
import Reading

/// One request to one address, as libcurl is told; redirects are hops of their own.
struct Hop: Sendable {
    /// Without user name, password and fragment.
    var url: WebURL
    var credentials: Credentials?
    var document: RequestKind
    /// The User-Agent field.
    var agent: String
    var validators: Validators
    /// What is left of the total time.
    var remaining: TimeSpan
    /// Sent with POST where it is there.
    var message: [UInt8]?
    /// Further lines of the header, without control characters.
    var furtherLines: [String] = []
    /// Shows who we are by TLS.
    var certificate: ClientCertificate?

    /// The lines of the request's header beyond those of libcurl. Validators hold no control characters: they were
    /// checked when they were taken from an answer, and are checked again because they come from a file.
    var headerLines: [String] {
        var lines = ["Accept: \(document.accept)"]
        if !document.isUnpackedOnTheWay { lines.append("Accept-Encoding: \(ContentCoding.accepted)") }
        if let etag = Validators.usable(validators.etag) { lines.append("If-None-Match: \(etag)") }
        if let date = Validators.usable(validators.lastModified) { lines.append("If-Modified-Since: \(date)") }
        return lines + furtherLines
    }
}

/// What came of a hop.
enum HopResult: Sendable {
    case answered(HopAnswer)
    case failed(FailureCause, elapsed: TimeSpan)

    var elapsed: TimeSpan {
        switch self {
        case .answered(let answer): answer.elapsed
        case .failed(_, let elapsed): elapsed
        }
    }
}

struct HopAnswer: Sendable {
    var status: Int
    var headers: HeaderFields
    var body: [UInt8]
    var isCut: Bool
    var elapsed: TimeSpan
}
