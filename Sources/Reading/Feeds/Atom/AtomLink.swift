/// Atom's links.
enum AtomLink {
    /// Whether a link of that type leads to a page for people.
    static func isPage(_ type: String) -> Bool {
        ["text/html", "application/xhtml+xml", "html", "xhtml", "text/xhtml", "text/plain", "text"].contains(type)
    }
}
