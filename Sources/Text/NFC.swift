@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode's normalization form C: `e` + U+0301 becomes `é`.
    ///
    /// The standard library has this form for its own comparing and hashing; Foundation would be the other way to it, and
    /// pure modules do not import that.
    public var nfc: String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
    }
}
