import Text

/// A link of a section page to what is most likely an article.
public struct PageLink: Hashable, Sendable {
    /// Absolute, without fragment.
    public var url: WebURL
    /// The link's text, one line.
    public var text: String

    public init(url: WebURL, text: String) { (self.url, self.text) = (url, text) }
}

/// The article links of a section page, in the order of the page, each address once, at most 500.
///
/// Without a selector they are found by a rule: links with the text of a headline, of which the page has several in the
/// same place of its template, outside navigation, footer and share bars. Links that lead out of the site are left out
/// either way.
///
/// - Parameters:
///   - contentType: the Content-Type header.
///   - url: where it came from; relative links are resolved against it or the page's `base`.
///   - selector: where the rule fails, which links to take: those that match, those inside an element that matches, or, for
///     an element with none inside (a headline in a link), the one around it.
///   - hosts: further hosts whose links are taken; see ``SiteBounds``.
public func links(
    inPage body: [UInt8], contentType: String? = nil, url: WebURL, matching selector: HTMLSelector? = nil,
    alsoOn hosts: [String] = []
) throws(UnsupportedCharset) -> [PageLink] {
    let document = HTMLDocument(try decodedText(body, kind: .html, contentType: contentType).utf8)
    let base = PageMetadata(document).base.flatMap { WebURL($0, base: url) } ?? url
    let finder = LinkFinder(document: document, page: url, base: base, bounds: SiteBounds(of: url, and: hosts))
    return selector.map { finder.links(matching: $0) } ?? finder.headlineLinks()
}

private struct LinkFinder {
    let document: HTMLDocument
    let page: WebURL
    let base: WebURL
    let bounds: SiteBounds

    private static let maximumLinks = 500

    private struct Candidate {
        var link: PageLink
        /// Tells the place in the page's template.
        var shape: UInt64
    }

    func links(matching selector: HTMLSelector) -> [PageLink] {
        let isMatch = selector.matches(in: document)
        var isTaken = Array(repeating: false, count: document.nodes.count)
        // How many links stand before each node: tells without looking whether an element has any.
        var links: [Int32] = [0]
        links.reserveCapacity(document.nodes.count + 1)
        for node in document.nodes { links.append(links[links.count - 1] + (node.tag == .a ? 1 : 0)) }
        for (index, node) in document.nodes.enumerated().dropFirst() {
            isTaken[index] = isTaken[index] || isMatch[index] || isTaken[Int(node.parent)]
            if isMatch[index], links[Int(node.end)] == links[index], node.link >= 0 { isTaken[Int(node.link)] = true }
        }
        let candidates = document.nodes.indices.filter { document.nodes[$0].tag == .a && isTaken[$0] }
        return merged(candidates.compactMap { candidate($0) }).map(\.link)
            .filter { bounds.contains($0.url) && $0.url != page.withoutFragment }
    }

    func headlineLinks() -> [PageLink] {
        let isOut = boilerplate()
        let anchors = document.nodes.indices.filter { document.nodes[$0].tag == .a && !isOut[$0] }
        let candidates = merged(anchors.compactMap { candidate($0) }).filter {
            LinkFinder.isHeadline($0.link.text) && bounds.contains($0.link.url) && mayBeArticle($0.link.url)
        }
        let counts = Dictionary(grouping: candidates, by: \.shape).mapValues(\.count)
        return candidates.filter { counts[$0.shape, default: 0] >= 2 }.map(\.link)
    }

    private func boilerplate() -> [Bool] {
        let hints = PageHints.all(in: document)
        var texts = Array(repeating: 0, count: document.nodes.count)
        for index in document.nodes.indices.reversed() where index > 0 {
            let node = document.nodes[index]
            if node.tag == .text, node.link >= 0 { texts[index] = Int(node.upper - node.lower) }
            texts[Int(node.parent)] += texts[index]
        }
        var isOut = Array(repeating: false, count: document.nodes.count)
        for index in document.nodes.indices.dropFirst() {
            let isHinted = !hints[index].isDisjoint(with: [.boilerplate, .hidden])
            isOut[index] = isOut[Int(document.nodes[index].parent)] || (isHinted && texts[index] * 2 < texts[0])
        }
        return isOut
    }

    private func candidate(_ index: Int) -> Candidate? {
        guard let href = document.value(.href, of: index), !href.hasPrefix("#"), let url = WebURL(href, base: base)
        else {
            return nil
        }
        return Candidate(
            link: PageLink(url: url.withoutFragment, text: text(of: index)), shape: shape(of: index))
    }

    /// The text of a link, which may go on behind a block that broke it; a heading in it is all of it.
    private func text(of index: Int) -> String {
        let end = Int(document.nodes[index].end)
        let heading = (index..<end).first { document.nodes[$0].tag.traits.contains(.heading) }
        return document.text(in: heading ?? index).cleanedLine()
    }

    /// One candidate an address, with its longest text: a teaser links its picture, its headline and "read more".
    private func merged(_ candidates: [Candidate]) -> [Candidate] {
        var merged: [Candidate] = []
        var places: [WebURL: Int] = [:]
        for candidate in candidates {
            if let place = places[candidate.link.url] {
                if candidate.link.text.utf8.count > merged[place].link.text.utf8.count { merged[place] = candidate }
            } else if merged.count < LinkFinder.maximumLinks {
                places[candidate.link.url] = merged.count
                merged.append(candidate)
            }
        }
        return merged
    }

    /// The tags of the link and the four elements around it, with the first class of the link and the first of these.
    private func shape(of index: Int) -> UInt64 {
        var hash = NameHash()
        var element = index
        for level in 0..<5 where element > 0 {
            hash.add(document.nodes[element].tag.rawValue)
            if level < 2, let name = document.rawValue(.class, of: element) {
                for at in name {
                    if document.bytes[at].isHTMLSpace { break }
                    hash.add(document.bytes[at])
                }
            }
            element = Int(document.nodes[element].parent)
        }
        return hash.value
    }

    /// Four words or more, or eight characters of a script without blanks.
    private static func isHeadline(_ text: String) -> Bool {
        let words = text.utf8.count { $0 == 32 } + 1
        let wide = text.unicodeScalars.count { (0x3041...0x9FFF).contains($0.value) }
        return (words >= 4 && text.utf8.count >= 20) || wide >= 8
    }

    /// Not the page itself, and not a list of its own.
    private func mayBeArticle(_ url: WebURL) -> Bool {
        guard url != page.withoutFragment, url.path != "/" else { return false }
        let parts = url.path.lowercased().split(separator: "/")
        return parts.allSatisfy { !LinkFinder.listNames.contains(String($0)) }
    }

    private static let listNames: Set<String> = [
        "tag", "tags", "category", "kategori", "author", "authors", "penulis", "topic", "topics", "topik", "page",
        "search",
        "login", "register", "subscribe", "about", "contact", "privacy", "terms", "advertise",
    ]
}
