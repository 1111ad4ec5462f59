public import Model

/// What is remembered of the last document, so that an unchanged one need not be sent again, and so that a server that
/// says "unchanged" when it is not is found out.
public struct DocumentMemory: Hashable, Sendable {
    /// What the last body was marked with.
    public var validators: Validators
    /// SHA-256 of the last body, in hexadecimal.
    public var bodyHash: String?
    /// Until then nothing is believed to be unchanged on the server's word alone.
    public var distrustedUntil: Instant?
    /// When a whole body came last.
    public var lastBodyAt: Instant?
    /// Answers of 304 since then.
    public var unchangedSinceBody: Int
    /// How long that body asked to be left alone: it holds while nothing newer comes, and an answer of 304 does not
    /// repeat it.
    public var hint: TimeSpan?

    /// A conditional request is left out each 20th time, and once a day.
    static let longestUnchangedRun = 19
    static let longestUnchangedTime = TimeSpan.days(1)
    static let distrust = TimeSpan.days(30)

    /// Nothing is remembered yet.
    public init() { (validators, unchangedSinceBody) = (Validators(), 0) }

    /// What a store kept.
    public init(
        validators: Validators, bodyHash: String?, distrustedUntil: Instant?, lastBodyAt: Instant?,
        unchangedSinceBody: Int, hint: TimeSpan? = nil
    ) {
        (self.validators, self.bodyHash, self.distrustedUntil) = (validators, bodyHash, distrustedUntil)
        (self.lastBodyAt, self.unchangedSinceBody) = (lastBodyAt, unchangedSinceBody)
        self.hint = hint
    }

    /// What the next request sends along: nothing where the server is distrusted or is to be tested.
    public func validatorsToSend(at now: Instant) -> Validators {
        let isDistrusted = distrustedUntil.map { now < $0 } ?? false
        let isTestDue =
            unchangedSinceBody >= Self.longestUnchangedRun
            || lastBodyAt.map { now - $0 >= Self.longestUnchangedTime } ?? true
        return isDistrusted || isTestDue ? Validators() : validators
    }

    /// Takes in an answer of 304.
    mutating func noteUnchanged() { unchangedSinceBody += 1 }

    /// Takes in the same body once more, with the marks that it has now.
    mutating func noteSameBody(_ new: Validators, at now: Instant) {
        (validators, lastBodyAt, unchangedSinceBody) = (new, now, 0)
    }

    /// The next request asks for the whole document.
    mutating func forgetValidators() { validators = Validators() }

    /// Takes in a body that was read.
    ///
    /// - Parameter missed: whether more items came with it than could be new if the answers of 304 were true.
    /// - Returns: true where the server is found to have said 304 falsely.
    mutating func noteBody(_ hash: String, _ new: Validators, at now: Instant, missed: Bool) -> Bool {
        // Another body under the same mark proves it. A body with a new mark proves nothing by itself: it may be young.
        let isSameMark = new != Validators() && new == validators
        let isFalse = unchangedSinceBody > 0 && hash != bodyHash && bodyHash != nil && (isSameMark || missed)
        if isFalse { distrustedUntil = now + Self.distrust }
        (validators, bodyHash, lastBodyAt, unchangedSinceBody) = (new, hash, now, 0)
        return isFalse
    }
}
