public import Model
import Text

/// What somebody says of a lead that another has decided, without having seen the decision.
public enum SecondVerdict: Hashable, Sendable {
    case accept
    case reject(RejectReason)

    /// What was decided; nil while nothing is.
    public init?(_ state: LeadState) {
        switch state {
        case .prospect: self = .accept
        case .rejected(let reason): self = .reject(reason)
        case .flagged, .snoozed, .merged: return nil
        }
    }

    /// Two people agree where both would accept or both reject; for which reason is another question.
    public func agrees(with other: SecondVerdict) -> Bool {
        switch (self, other) {
        case (.accept, .accept), (.reject, .reject): true
        case (.accept, .reject), (.reject, .accept): false
        }
    }

    /// As the journal keeps it.
    public var code: String {
        switch self {
        case .accept: "accept"
        case .reject(let reason): reason.rawValue
        }
    }
}
