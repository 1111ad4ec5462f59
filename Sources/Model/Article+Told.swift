extension Article {
    /// Begins the address of a text that a person told: it names its words and is no place on the web.
    public static let toldAddress = "urn:pantau:brought:"

    /// Whether a person told it: a call, a message, a cutting.
    public var isTold: Bool { canonicalURL.hasPrefix(Article.toldAddress) }
}
