public import Model

/// Where a source is polled: at the address of its file, until a move is believed.
public struct SourceAddress: Hashable, Sendable {
    /// A permanent redirect that was seen often enough.
    public struct BelievedMove: Hashable, Sendable {
        /// Where the source is polled now.
        public var target: String
        /// The address of the file that it stands for; the move holds while the file has that address.
        public var replaced: String
        /// When it was believed.
        public var since: Instant

        /// What a store kept.
        public init(to target: String, replacing replaced: String, since: Instant) {
            (self.target, self.replaced, self.since) = (target, replaced, since)
        }
    }

    /// An address where the source was polled before.
    public struct Former: Hashable, Sendable {
        /// As it was asked for.
        public var address: String
        /// When it was left.
        public var until: Instant

        /// An address that was left at `until`.
        public init(_ address: String, until: Instant) { (self.address, self.until) = (address, until) }
    }

    /// The address that the file had at the last poll; nil before the first.
    public private(set) var configured: String?
    /// nil where the address of the file is polled.
    public private(set) var move: BelievedMove?
    /// A target that a person took back. It is not believed again while the redirect goes on; one that stops and comes
    /// anew is news.
    public private(set) var undone: String?
    /// The oldest first, at most 10.
    public private(set) var former: [Former]

    private static let mostFormer = 10

    /// Nothing is known yet.
    public init() { former = [] }

    /// What a store kept; of more former addresses the last 10 are taken.
    public init(configured: String?, move: BelievedMove?, undone: String?, former: [Former]) {
        (self.configured, self.move, self.undone) = (configured, move, undone)
        self.former = Array(former.suffix(Self.mostFormer))
    }

    /// Where to poll a source whose file has that address.
    public func current(for configured: String) -> String {
        move.flatMap { $0.replaced == configured ? $0.target : nil } ?? configured
    }

    /// Takes in what the file says.
    ///
    /// - Returns: whether that is another address than before; then no move is believed any more.
    mutating func configure(_ address: String, at now: Instant) -> Bool {
        defer { configured = address }
        guard let configured, configured != address else { return false }
        leave(current(for: configured), at: now)
        (move, undone) = (nil, nil)
        return true
    }

    /// Polls the target from now on. A move back to the address of the file ends the one before.
    mutating func believe(_ target: String, at now: Instant) {
        guard let configured, target != current(for: configured) else { return }
        leave(current(for: configured), at: now)
        move = target == configured ? nil : BelievedMove(to: target, replacing: configured, since: now)
    }

    /// Polls the address of the file again.
    ///
    /// - Parameter byHand: a person took the move back.
    mutating func giveUpMove(byHand: Bool, at now: Instant) {
        guard let given = move else { return }
        leave(given.target, at: now)
        if byHand { undone = given.target }
        move = nil
    }

    /// The redirect that a person did not want is no more.
    mutating func forgetUndone() { undone = nil }

    private mutating func leave(_ address: String, at now: Instant) {
        former = (former + [Former(address, until: now)]).suffix(Self.mostFormer)
    }
}

extension SourceState {
    /// Where the source is polled next.
    public func address(of source: Source) -> String { address.current(for: source.url) }

    /// What the next request sends along: nothing where the last document came from an address that its file no longer
    /// has, for another server may use the same marks.
    public func validatorsToSend(for source: Source, at now: Instant) -> Validators {
        guard address.configured == nil || address.configured == source.url else { return Validators() }
        return memory.validatorsToSend(at: now)
    }

    /// Takes back a believed move because a person says so: the address of the file is polled again, and the target is
    /// not believed while the redirect to it goes on.
    public mutating func undoMove(at now: Instant) {
        address.giveUpMove(byHand: true, at: now)
        move = nil
        memory.forgetValidators()
    }
}
