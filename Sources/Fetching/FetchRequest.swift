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
    /// How we name ourselves to this source alone, where its webmaster wants it; nil for the fetcher's own name. Rules of
    /// robots.txt are looked up by the fetcher's name all the same: no other name may open what that one is forbidden.
    public var agent: UserAgent?

    /// - Parameter validators: none make the request unconditional.
    public init(
        _ url: WebURL, as document: RequestKind, validators: Validators = Validators(), agent: UserAgent? = nil
    ) {
        (self.url, self.document, self.validators, self.agent) = (url, document, validators, agent)
    }

    var isConditional: Bool { validators != Validators() }
}
