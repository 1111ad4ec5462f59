extension SourceID {
    /// The source of the invented articles of the demonstration; it is never polled.
    public static let demo: SourceID = {
        guard let id = SourceID("demo") else { preconditionFailure("\"demo\" is a valid id") }
        return id
    }()
}
