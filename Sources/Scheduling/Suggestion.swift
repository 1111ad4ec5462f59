public import Model

/// An address at which a source that is gone may lie now. A person decides; it is forgotten once the source is read again.
public struct AddressSuggestion: Hashable, Sendable {
    /// Where something of its kind was found.
    public var address: String
    /// What that calls itself.
    public var title: String
    /// When it was found.
    public var at: Instant

    /// Something that was found at `at`.
    public init(_ address: String, titled title: String, at: Instant) {
        (self.address, self.title, self.at) = (address, title, at)
    }
}

extension SourceState {
    /// Polls another address from now on, as if its host had said that the source moved there for good; `undoMove` takes
    /// it back.
    ///
    /// - Parameter configured: the address of its file.
    public mutating func follow(_ target: String, from configured: String, at now: Instant) {
        _ = address.configure(configured, at: now)
        address.believe(target, at: now)
        (suggestion, gone, nextAt) = (nil, nil, now)
        memory.forgetValidators()
    }
}
