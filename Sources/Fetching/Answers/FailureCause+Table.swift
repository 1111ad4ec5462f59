public import Model

extension FailureCause {
    /// How much a failure counts against its source: SCHEDULING.md section 1.
    public var weight: FailureWeight {
        switch self {
        case .dnsTemporary, .cancelled, .robotsUnreachable: .temporary
        case .connect(let what): what == FailureCause.noRoute ? .temporary : .soft
        case .status(let code): Self.weight(ofStatus: code)
        case .refusedAddress, .refusedScheme, .invalidURL: .hard
        case .dnsNotFound, .tls, .timeout, .tooLarge, .headersTooLarge, .empty, .truncated, .badEncoding,
            .protocolError, .tooManyRedirects, .badRedirect, .notAFeed, .unreadable, .noLinks:
            .soft
        }
    }

    /// Whether it happened before any server was reached: what tells that our own line may be down.
    public var isOfTheLine: Bool {
        switch self {
        case .dnsNotFound, .dnsTemporary, .connect: true
        case .timeout(let which): which == FailureCause.connectTimeout
        case .tls, .status, .tooLarge, .headersTooLarge, .empty, .truncated, .badEncoding, .protocolError,
            .tooManyRedirects, .badRedirect, .refusedAddress, .refusedScheme, .invalidURL, .robotsUnreachable,
            .notAFeed, .unreadable, .noLinks, .cancelled:
            false
        }
    }

    static let noRoute = "no route"
    static let connectTimeout = "connect"
    static let totalTimeout = "total"
    static let stalledTimeout = "stalled"

    /// Who is refused for good counts more than who is refused now. 404 is soft: feeds answer it and come back.
    private static func weight(ofStatus code: Int) -> FailureWeight {
        switch code {
        case 408, 425: .temporary
        case 403, 404: .soft
        case 400...499: .hard
        case _: .soft
        }
    }
}

extension String {
    /// The text without control characters, at most 200 characters: parts of it may come from a server.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.lazy.map { $0.properties.isPrintable ? $0 : "\u{FFFD}" }.prefix(200)))
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isPrintable: Bool {
        switch generalCategory {
        case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator, .privateUse: false
        case _: true
        }
    }
}
