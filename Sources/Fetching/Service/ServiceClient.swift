public import Model
public import Reading

/// Talks to one service at an address that the operator wrote down: one request, one answer.
///
/// Other than a fetch it follows no redirect (what we send is for that service alone), and may reach a private address,
/// since nobody but the operator chooses where it goes: exactly the host and port of the base, whatever a name server says.
public struct ServiceClient: Sendable {
    /// The address below which everything is asked, without user name, password, query and fragment.
    public let base: WebURL
    private let agent: UserAgent
    private let limits: FetchLimits
    private let certificate: ClientCertificate?
    private let transfers: Transfers

    /// - Parameters:
    ///   - base: such as `https://rujukan.example/pantau`.
    ///   - limits: of them `total`, `connect`, `stall` and `serviceBytes` count.
    ///   - proxy: what every request goes through; nil for none.
    ///   - authorities: a PEM file of certificate authorities that count beside those of the system.
    ///   - certificate: what shows who we are, where the service asks for one.
    /// - Returns: nil where the base has a user name, password, query or fragment.
    public init?(
        base: WebURL, as agent: UserAgent, limits: FetchLimits, proxy: Proxy? = nil, authorities: String? = nil,
        certificate: ClientCertificate? = nil
    ) {
        guard !base.hasCredentials, base.query == nil, base.fragment == nil else { return nil }
        let allowed: AllowList
        do { allowed = try AllowList(["\(base.host):\(base.effectivePort)"]) } catch { return nil }
        (self.base, self.agent, self.limits, self.certificate) = (base, agent, limits, certificate)
        transfers = Transfers(
            rules: TransferRules(limits: limits, allowed: allowed, proxy: proxy, authorities: authorities), limit: 16)
    }

    /// Sends one request and waits for the whole answer, whatever its status.
    ///
    /// - Throws: where no complete answer came within the limits, and where the task is cancelled.
    public func send(_ request: ServiceRequest) async throws(FailureCause) -> ServiceAnswer {
        let path = base.href.hasSuffix("/") ? String(base.href.dropLast()) : base.href
        guard let url = WebURL(path + request.target) else { throw .invalidURL }
        let result = await transfers.perform(
            Hop(
                url: url, document: .service, agent: agent.field, validators: Validators(etag: request.etag),
                remaining: limits.total, message: request.message, furtherLines: request.lines,
                certificate: certificate))
        switch result {
        case .failed(let cause, _): throw cause
        case .answered(let answer):
            return ServiceAnswer(status: answer.status, headers: answer.headers, body: answer.body)
        }
    }
}

/// A certificate of ours and its key, as PEM files.
public struct ClientCertificate: Hashable, Sendable {
    public var file: String
    public var key: String
    public init(file: String, key: String) { (self.file, self.key) = (file, key) }
}

/// What is asked of a service.
public struct ServiceRequest: Hashable, Sendable {
    /// Path and query below the base; begins with `/`.
    public var target: String
    /// Sent with POST; nil for a GET.
    public var message: [UInt8]?
    /// Further fields; those with control characters are left out.
    public var fields: [Field]
    /// What the last answer to the same question was marked with.
    public var etag: String?

    /// A field of the header.
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String
        public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    public init(_ target: String, message: [UInt8]? = nil, fields: [Field] = [], etag: String? = nil) {
        (self.target, self.message, self.fields, self.etag) = (target, message, fields, etag)
    }

    /// `Expect:` keeps libcurl from waiting a second for a `100 Continue` that few services send.
    var lines: [String] {
        let usable = fields.filter { field in (field.name + field.value).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
        return usable.map { "\($0.name): \($0.value)" } + (message == nil ? [] : ["Expect:"])
    }
}

/// What a service answered.
public struct ServiceAnswer: Hashable, Sendable {
    /// 100...999
    public var status: Int
    public var headers: HeaderFields
    /// After decompression; of an answer without success only the first 64 KiB.
    public var body: [UInt8]

    public init(status: Int, headers: HeaderFields = HeaderFields(), body: [UInt8] = []) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }
}
