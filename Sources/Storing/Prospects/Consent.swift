public import Model
import Text

/// Whether the person agrees that the case is passed on.
public struct Consent: Hashable, Sendable {
    public var status: Status
    /// When it was asked, given or taken back; nil before.
    public var at: Instant?
    /// Who of the squad asked.
    public var by: Actor?
    public var method: Method?

    public enum Status: String, Hashable, Sendable, CaseIterable {
        case notSought = "not-sought"
        case sought, given, refused, withdrawn
        case notRequired = "not-required"

        /// Nothing may be sent any more.
        public var stops: Bool { self == .refused || self == .withdrawn }
    }

    public enum Method: String, Hashable, Sendable, CaseIterable {
        case phone
        case inPerson = "in-person"
        case written, family, other
    }

    public init(_ status: Status = .notSought, at time: Instant? = nil, by: Actor? = nil, method: Method? = nil) {
        (self.status, at, self.by, self.method) = (status, time, by, method)
    }
}

extension Consent: JSONConvertible {
    var json: JSONValue {
        .compact([
            ("status", .string(status.rawValue)), ("at", at.map { .integer($0.milliseconds) }),
            ("by", .text(by?.name)), ("method", .text(method?.rawValue)),
        ])
    }

    init?(json: JSONValue) {
        guard let status = json["status"]?.string.flatMap(Status.init),
            let method = json.code("method", as: Method.self)
        else { return nil }
        self.init(
            status, at: json["at"]?.integer.map(Instant.init(milliseconds:)),
            by: json["by"]?.string.flatMap { Actor($0) }, method: method)
    }
}

/// What a person has written over what the rules say of a prospect.
public struct ProspectEdits: Hashable, Sendable {
    /// Of one member of a group, instead of the headline with needs and place; at most 1,000 scalars. That of a case as a
    /// whole stands with its lead.
    public var summary: String?
    /// How one member of a group can be reached.
    public var contact: CaseContact?
    /// Why names may leave to these agencies before consent, and who says so.
    public var override: Override?

    /// A decision to share without consent: a roof tonight, an unconscious person.
    public struct Override: Hashable, Sendable {
        public var by: Actor
        public var at: Instant
        /// 10 to 500 scalars, as the contract wants.
        public var why: String
        public init(by actor: Actor, at time: Instant, why: String) { (by, at, self.why) = (actor, time, why) }
    }

    public init(summary: String? = nil, contact: CaseContact? = nil, override: Override? = nil) {
        (self.summary, self.contact, self.override) = (summary, contact, override)
    }
}

extension ProspectEdits: JSONConvertible {
    var json: JSONValue {
        .compact([
            ("summary", .text(summary)), ("contact", contact?.json),
            (
                "override",
                override.map {
                    ["by": .string($0.by.name), "at": .integer($0.at.milliseconds), "why": .string($0.why)]
                }
            ),
        ])
    }

    init?(json: JSONValue) {
        guard json.members != nil else { return nil }
        self.init(summary: json["summary"]?.string, contact: json["contact"].flatMap { CaseContact(json: $0) })
        guard let made = json["override"] else { return }
        guard let by = made["by"]?.string.flatMap({ Actor($0) }), let at = made["at"]?.integer,
            let why = made["why"]?.string
        else { return nil }
        override = Override(by: by, at: Instant(milliseconds: at), why: why)
    }
}
