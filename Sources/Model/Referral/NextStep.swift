/// Where a person goes after an agency said no. There is always one (contract, "No wrong door").
public struct NextStep: Hashable, Sendable {
    public var kind: Kind
    /// For the next agency, so that the person does not tell the story again; at most 500 scalars.
    public var note: String?

    /// The contract's limit of a note, in scalars.
    public static let noteLimit = 500

    /// Source: contract/taxonomies.json, next_step.
    public enum Kind: Hashable, Sendable {
        /// The code of the agency that should have it.
        case redirect(to: String)
        case returnToSquad
        /// Waiting for information until then.
        case hold(until: Instant)
        /// No programme fits; advice was given, and a coordinator signed by an opaque id.
        case adviceGiven(signedBy: String)
    }

    public init(_ kind: Kind, note: String? = nil) { (self.kind, self.note) = (kind, note) }

    /// The contract's code.
    public var code: String {
        switch kind {
        case .redirect: "redirect"
        case .returnToSquad: "return_to_squad"
        case .hold: "hold"
        case .adviceGiven: "advice_given"
        }
    }

    /// The agency it names, where it names one.
    public var agency: String? { if case .redirect(let agency) = kind { agency } else { nil } }

    public func label(in language: ScreenLanguage) -> String {
        switch kind {
        case .redirect: language.phrase("Send to another agency", "Salurkan ke agensi lain")
        case .returnToSquad:
            language.phrase("Back to the squad to find another door", "Pulang kepada skuad untuk laluan lain")
        case .hold: language.phrase("Waiting for information", "Menunggu maklumat")
        case .adviceGiven:
            language.phrase(
                "No programme fits; advice was given and a coordinator signed",
                "Tiada program sesuai; nasihat diberi dan disahkan penyelaras")
        }
    }
}
