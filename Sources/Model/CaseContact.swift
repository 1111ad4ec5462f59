/// How the people of a case can be reached, as a caseworker was told. Of a text such numbers are masked; this one was
/// given so that somebody calls back.
public struct CaseContact: Hashable, Sendable {
    public let kind: Kind
    /// 1...200 scalars.
    public let value: String

    /// Source: contract, prospect.schema.json, person.contact.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case phone, email
        case viaReporter = "via-reporter"
        case viaAgency = "via-agency"
        case address
    }

    /// The contract's limit.
    public static let limit = 200

    /// - Returns: nil where the value is blank or too long.
    public init?(_ kind: Kind, _ value: String) {
        guard value.contains(where: { !$0.isWhitespace }), value.unicodeScalars.count <= CaseContact.limit else {
            return nil
        }
        (self.kind, self.value) = (kind, value)
    }

    /// Reads `phone:NUMBER` as it is typed: a kind, a colon, the value.
    ///
    /// - Returns: nil for an unknown kind, and as ``init(_:_:)``.
    public init?(typed text: String) {
        guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon])) else {
            return nil
        }
        self.init(kind, String(text[text.index(after: colon)...].drop(while: \.isWhitespace)))
    }

    /// Somebody else is asked, so that it leads to nobody's door.
    public var isIndirect: Bool { kind == .viaReporter || kind == .viaAgency }
}
