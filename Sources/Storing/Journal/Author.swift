public import Model

/// By whose hand something was done.
public struct Author: Hashable, Sendable {
    /// Who decides.
    public var actor: Actor
    /// The user of the operating system; another than `actor` where `--as` was given.
    public var unixUser: String
    /// Through which door: `cli`, `review`, `crawl`.
    public var via: String

    public init(actor: Actor, unixUser: String, via: String) {
        (self.actor, self.unixUser, self.via) = (actor, unixUser, via)
    }
}
