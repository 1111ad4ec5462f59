public import Reading

/// Who gets prospects: a referral system, or an agency's own. The operator writes them into `consumers.yaml`.
public struct Consumer: Hashable, Sendable {
    /// 1 to 64 of `a-z 0-9 . _ -`, beginning with a letter or digit.
    public var name: String
    /// Below it are `/v1/events` and `/v1/status-changes`; nil where it takes files only.
    public var address: WebURL?
    /// The file with the secret that signs what is pushed; nil where it takes files only.
    public var secretFile: String?
    /// The agencies that read what it gets. A record goes out whole only where one of them is in its `share_with`.
    public var agencies: [String]
    /// Whether it may have whole records at all.
    public var isFull: Bool
    /// A file of age recipients: what is written for it is encrypted to them.
    public var recipients: String?
    /// PEM files of a client certificate and its key.
    public var certificate: String?
    public var certificateKey: String?
    /// Where tokens are given (OAuth 2.0), and the file with our id and secret there; nil where it asks for none.
    public var tokenAddress: WebURL?
    public var clientFile: String?

    public init(
        name: String, address: WebURL? = nil, secretFile: String? = nil, agencies: [String] = [], isFull: Bool = false,
        recipients: String? = nil, certificate: String? = nil, certificateKey: String? = nil
    ) {
        (self.name, self.address, self.secretFile) = (name, address, secretFile)
        (self.agencies, self.isFull, self.recipients) = (agencies, isFull, recipients)
        (self.certificate, self.certificateKey) = (certificate, certificateKey)
    }

    /// Whom there is where nobody wrote a file: PERKESO's own referral system, which takes files.
    public static let builtIn = [Consumer(name: "mysynergy", agencies: ["PERKESO"], isFull: true)]

    /// Whether an event with a whole record may go to it.
    ///
    /// - Parameter shareWith: the agencies that the record itself names.
    public func mayHaveWhole(shareWith: [String]) -> Bool {
        isFull && agencies.contains { shareWith.contains($0) }
    }
}
