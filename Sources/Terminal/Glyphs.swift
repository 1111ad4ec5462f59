/// The few signs beyond ASCII that our own output uses, and what stands for them where a terminal cannot show them.
public struct Glyphs: Hashable, Sendable {
    /// Where text was cut.
    public var ellipsis: String
    /// Around a phrase that matched.
    public var markOpen: String
    public var markClose: String
    /// Between facts on one line.
    public var dot: String

    public static let unicode = Glyphs(ellipsis: "…", markOpen: "«", markClose: "»", dot: "·")
    public static let ascii = Glyphs(ellipsis: "~", markOpen: ">>", markClose: "<<", dot: "-")
}
