import Crawling
import Model
import Scheduling
import Storing

/// How a source fares, in the words that every person is told: the list, the card and JSON all say it by this.
enum SourceCondition: Hashable, Sendable {
    case ok
    case neverPolled
    /// It answers, and brings less than it used to: nothing for a time in which six items were to be expected.
    case quiet(since: Instant)
    /// It answers, and says that it lies elsewhere for good; it is polled there as soon as that is believed.
    case moved(to: String)
    /// Its host asked for quiet.
    case blocked(until: Instant)
    /// `code` is that of the last poll (`timeout`, `http-404`); nil where the history does not tell.
    case failing(since: Instant, code: String?)
    case challenge(since: Instant)
    case denied(since: Instant)
    case needsAccess(since: Instant)
    /// 451
    case withheld(since: Instant)
    /// Failed for so long that it is asked once a week.
    case asleep(since: Instant, code: String?)
    /// 410; confirmed after three on three days, and then asked once a month.
    case gone(since: Instant, isConfirmed: Bool)
    case disabled
    /// The store knows it, and no file has it any more.
    case unlisted
    /// It has moved to where another is polled: that one is enough.
    case twin(of: SourceID)

    /// - Parameters:
    ///   - source: as its file says; nil where none has it.
    ///   - standing: what the store knows; nil where it was never scheduled.
    ///   - twin: what is polled in its place; nil where it is polled itself.
    init(_ source: Source?, _ standing: SourceStanding?, twinOf twin: SourceID? = nil, at now: Instant) {
        guard let source else {
            self = .unlisted
            return
        }
        guard source.isEnabled else {
            self = .disabled
            return
        }
        if let twin {
            self = .twin(of: twin)
            return
        }
        guard let standing else {
            self = .neverPolled
            return
        }
        let state = standing.state
        if let trouble = state.trouble {
            self = SourceCondition(trouble, state, code: standing.history.first?.outcome)
        } else if let until = standing.host.blockEnd(at: now) {
            self = .blocked(until: until)
        } else if state.lastPollAt == nil {
            self = .neverPolled
        } else if state.silenceNotedAt != nil {
            self = .quiet(since: state.lastItemAt ?? state.silenceNotedAt ?? now)
        } else if let address = state.address.move?.target ?? state.move?.what {
            self = .moved(to: address)
        } else {
            self = .ok
        }
    }

    private init(_ trouble: Trouble, _ state: SourceState, code: String?) {
        let since = trouble.since
        switch trouble.kind {
        case .failing: self = .failing(since: since, code: code)
        case .asleep: self = .asleep(since: since, code: code)
        case .needsAccess: self = .needsAccess(since: since)
        case .challenge: self = .challenge(since: since)
        case .denied: self = .denied(since: since)
        case .withheld: self = .withheld(since: since)
        case .gone:
            let isConfirmed = state.gone.map { $0.count >= 3 && $0.days >= 3 } ?? false
            self = .gone(since: since, isConfirmed: isConfirmed)
        }
    }

    /// Whether somebody should look: what `source list --failing` shows.
    var needsAttention: Bool {
        switch self {
        case .quiet, .blocked, .failing, .challenge, .denied, .needsAccess, .withheld, .asleep, .gone: true
        case .ok, .neverPolled, .moved, .disabled, .unlisted, .twin: false
        }
    }

    /// What only a person can mend comes first, then what mends itself, then what is well.
    var rank: Int {
        switch self {
        case .gone: 0
        case .needsAccess: 1
        case .challenge: 2
        case .withheld: 3
        case .asleep: 4
        case .failing: 5
        case .denied: 6
        case .quiet: 7
        case .blocked: 8
        case .moved: 9
        case .twin: 10
        case .neverPolled: 11
        case .ok: 12
        case .disabled: 13
        case .unlisted: 14
        }
    }

    /// A stable word for scripts.
    var code: String {
        switch self {
        case .ok: "ok"
        case .neverPolled: "never-polled"
        case .quiet: "quiet"
        case .moved: "moved"
        case .blocked: "blocked"
        case .failing: "failing"
        case .challenge: "challenge"
        case .denied: "denied"
        case .needsAccess: "needs-access"
        case .withheld: "withheld"
        case .asleep: "asleep"
        case .gone: "gone"
        case .disabled: "disabled"
        case .unlisted: "unlisted"
        case .twin: "twin"
        }
    }

    /// Since when it is so; nil where it has no beginning that is known.
    var since: Instant? {
        switch self {
        case .quiet(let since), .challenge(let since), .denied(let since), .needsAccess(let since),
            .withheld(let since), .failing(let since, _), .asleep(let since, _), .gone(let since, _):
            since
        case .ok, .neverPolled, .moved, .blocked, .disabled, .unlisted, .twin: nil
        }
    }

    /// Whether a look at the site may find a new address: it is gone, or something else stands in its place.
    var wantsDiscovery: Bool {
        switch self {
        case .gone: true
        case .failing(_, let code), .asleep(_, let code): ["not-a-feed", "http-404", "no-links"].contains(code)
        case .ok, .neverPolled, .quiet, .moved, .blocked, .challenge, .denied, .needsAccess, .withheld, .disabled,
            .unlisted, .twin:
            false
        }
    }
}
