import Text

/// Which links of a section page are taken, as people write it: a CSS selector (`ul.latest > li h3 a`), or an XPath, which
/// begins with a slash (`//div[@class='latest']//a`).
///
/// Both are a small part of what browsers know: what a list of links needs, and what is matched in one pass. See
/// ``Problem`` for what is allowed.
public struct HTMLSelector: Hashable, Sendable {
    /// What is wrong with a selector, where, and what is allowed instead.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The whole selector.
        public var selector: String
        /// How many characters of it stand before the mistake.
        public var offset: Int
        /// What is wrong there.
        public var reason: String

        public var description: String {
            let allowed = HTMLSelector.isXPath(selector) ? HTMLSelector.allowedXPath : HTMLSelector.allowedCSS
            return "\"\(selector.prefix(80))\", character \(offset + 1): \(reason); \(allowed)"
        }
    }

    private static let allowedCSS = """
        a CSS selector may hold tags, *, .class, #id, [attribute], [attribute="value"] (also ~= |= ^= $= *=), :not(...), \
        :first-child, :nth-child(...), blanks, > and commas
        """

    private static let allowedXPath = """
        an XPath may hold / and //, tags, *, [@attribute], [@attribute='value'], [contains(@attribute,'value')], \
        [starts-with(@attribute,'value')], [not(...)], "and", [number], /@href at the end, and | between two paths
        """

    /// One of the paths that the selector allows: steps from the outside to the inside.
    struct Path: Hashable, Sendable {
        var steps: [Step] = []
    }

    /// One element of a path.
    struct Step: Hashable, Sendable {
        /// Right below the element before, or the document; otherwise anywhere inside it.
        var isChild: Bool
        /// All must hold. They are asked in this order.
        var conditions: [Condition]
    }

    /// What an element must be.
    indirect enum Condition: Hashable, Sendable {
        case element(HTMLTag, NameHash)
        case attribute(NameHash, AttributeTest)
        /// Its number among all elements in its parent is `offset`, `offset + step`, `offset + 2 step`...
        case nthChild(step: Int, offset: Int)
        /// It is the nth in its parent for which the conditions before this one hold; `slot` numbers such conditions.
        case nthMatch(Int, slot: Int)
        case not([Condition])
    }

    /// How the value of an attribute must be.
    enum AttributeTest: Hashable, Sendable {
        case exists
        case equals(String)
        case contains([UInt8])
        case hasPrefix(String)
        case hasSuffix(String)
        /// One of the words of the value.
        case hasWord(String)
        /// The value, or its beginning before a hyphen.
        case isLanguage(String)
    }

    let paths: [Path]
    /// How many `nthMatch` conditions there are.
    let slots: Int

    /// A path's state while matching is kept in 64 bits.
    static let maximumSteps = 60
    static let maximumPaths = 20
    /// Each holds a number for each element of a page.
    static let maximumSlots = 8
    private static let maximumLength = 1_000

    /// - Throws: the first mistake.
    public init(_ text: String) throws(Problem) {
        guard text.count <= HTMLSelector.maximumLength else {
            throw Problem(
                selector: text, offset: HTMLSelector.maximumLength,
                reason: "longer than \(HTMLSelector.maximumLength) characters")
        }
        if HTMLSelector.isXPath(text) {
            var parser = XPathParser(text)
            (paths, slots) = (try parser.paths(), parser.slots)
        } else {
            var parser = CSSParser(text)
            (paths, slots) = (try parser.paths(), 0)
        }
    }

    private static func isXPath(_ text: String) -> Bool { text.first { !$0.isWhitespace } == "/" }
}
