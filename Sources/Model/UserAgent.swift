/// How we name ourselves to servers: honestly, and so that somebody who minds can reach us.
public struct UserAgent: Hashable, Sendable {
    /// The word by which robots.txt calls us: `Pantau`.
    public let product: String
    /// The whole field, such as `Pantau/0.1.0 (+https://contoh.example/pantau; bantuan@contoh.example)`.
    public let field: String

    /// - Parameters:
    ///   - product: letters, `-` and `_` only, as RFC 9309 wants of a product token.
    ///   - contact: an address of the web or of mail; empty where none is set.
    /// - Returns: nil where a part holds what cannot stand in a header.
    public init?(product: String = "Pantau", version: String, contact: String) {
        let isToken = product.utf8.allSatisfy {
            (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
        }
        let isText = (version + contact).utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 40 && $0 != 41 }
        guard isToken, !product.isEmpty, isText, contact.utf8.count <= 200 else { return nil }
        self.product = product
        field = "\(product)/\(version)" + (contact.isEmpty ? "" : " (+\(contact))")
    }

    /// Takes a whole field, such as an operator writes for one source.
    ///
    /// - Returns: nil unless it begins with a product token and is printable ASCII of at most 300 characters.
    public init?(field: String) {
        let product = field.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
        guard !product.isEmpty, field.utf8.count <= 300, field.last != " ",
            field.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        (self.product, self.field) = (String(product), field)
    }
}
