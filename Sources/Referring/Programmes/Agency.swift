public import Model

/// A body that may help: an agency, a zakat body, a help line.
public struct Agency: Hashable, Sendable {
    /// The contract's code, such as `PERKESO`: capitals, digits, `.`, `_`, `-`.
    public var code: String
    public var nameMalay: String
    public var nameEnglish: String
    public var kind: Kind
    /// The states it serves, as `MY-01`...; empty for all.
    public var states: [String]
    /// How to reach it, where a public page says so.
    public var contact: String?
    /// Where we read of it; `memory, unverified` where nobody of ours has seen a page.
    public var evidence: String
    /// The year in which that was so; nil where nobody has said.
    public var asOf: String?

    public init(
        code: String, nameMalay: String, nameEnglish: String, kind: Kind, states: [String], contact: String?,
        evidence: String, asOf: String? = nil
    ) {
        (self.code, self.nameMalay, self.nameEnglish, self.kind) = (code, nameMalay, nameEnglish, kind)
        (self.states, self.contact, self.evidence, self.asOf) = (states, contact, evidence, asOf)
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case federal, state, zakat, ngo, line
    }

    public func name(in language: ScreenLanguage) -> String {
        switch language {
        case .malay: nameMalay
        case .english: nameEnglish
        }
    }

    public func serves(_ state: String?) -> Bool { states.isEmpty || state.map(states.contains) ?? false }
}
