/// What stands behind the number sign of a link: mostly a place in the page, sometimes a page or an item of its own.
///
/// Live reports and digests list many items with one address, told apart by the fragment alone (`#block-65a1`); pages that
/// a script fills (`#!/kes/3`, `#/kes/3`) have no other address.
enum URLFragment {
    /// The fragment, where it may name something that the address without it does not.
    ///
    /// - Parameter fragment: percent-encoded, without the number sign.
    static func naming(_ fragment: String) -> String? {
        let whole = URLParameter.normalized(fragment)
        // What a browser is to highlight (`:~:text=`) names nothing.
        let name = whole.firstRange(of: ":~:").map { String(whole[..<$0.lowerBound]) } ?? whole
        let isWord = name.utf8.allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        return isWord || isPlace(name) || isTracking(name) ? nil : name
    }

    /// Beginnings of places that bear a number: comments, the rest of a text, footnotes; AddThis writes `#.Xf3a`.
    private static let places = ["comment", "respond", "more-", "reply", "footnote", "fn", "cite_", "_ft", "."]

    private static func isPlace(_ name: String) -> Bool {
        let name = name.lowercased()
        return places.contains { name.hasPrefix($0) }
    }

    /// `#Echobox=1700000000`, `#xtor=RSS-1`, `#utm_source=rss&utm_medium=rss`.
    private static func isTracking(_ name: String) -> Bool {
        let parameters = URLParameter.parse(name)
        return !parameters.isEmpty && parameters.allSatisfy { TrackingParameters.contains($0.name) && $0.value != nil }
    }
}
