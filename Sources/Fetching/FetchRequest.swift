public import Model
public import Reading

/// One document to fetch.
public struct FetchRequest: Hashable, Sendable {
    /// Where it is. User name and password in it are sent to this origin only.
    public var url: WebURL
    /// What is expected there.
    public var document: RequestKind
    /// What the last answer was marked with; sent so that an unchanged document need not be sent again.
    public var validators: Validators

    /// - Parameter validators: none make the request unconditional.
    public init(_ url: WebURL, as document: RequestKind, validators: Validators = Validators()) {
        (self.url, self.document, self.validators) = (url, document, validators)
    }

    var isConditional: Bool { validators != Validators() }
}
