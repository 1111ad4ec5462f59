import Testing

@testable import Reading

struct HTMLDocumentTests {
    /// The shape of a document, such as `div(p(#)p(#))`.
    private func shape(_ html: String) -> String {
        let document = HTMLDocument(Array(html.utf8))
        func write(_ index: Int) -> String {
            var children = ""
            document.forEachChild(of: index) { children += write($0) }
            let tag = document.nodes[index].tag
            return tag == .text ? "#" : "\(tag)" + (children.isEmpty ? "" : "(\(children))")
        }
        return write(0)
    }

    @Test(arguments: [
        ("<div><p>a<p>b</div>c", "root(div(p(#)p(#))#)"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "root(ul(li(#ul(li(#)))li(#)))"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "root(dl(dt(#)dd(#)dt(#)))"), ("<b><p>a</b>b</p>c", "root(b(p(##)#))"),
        ("<table><tr><td><div>a</table>b", "root(table(tr(td(div(#))))#)"), ("<td></div>a", "root(td(#))"),
        ("<div><td></div>a</td></div>b", "root(div(td(#))#)"), ("<h2>a<h3>b</h3>c", "root(h2(#)h3(#)#)"),
        ("<html><head><title>t</title><p>x", "root(html(head(title(#))p(#)))"), ("</x></div>a", "root(#)"),
        ("<x-a><x-b>a</x-a></x-b>b", "root(other(other(#)#))"), ("<x-a/>a", "root(other#)"), ("<p/>a", "root(p(#))"),
        ("<body><div>a</body></html><p>b", "root(body(div(#p(#))))"), ("<a>b</a><img><br>c", "root(a(#)imgbr#)"),
    ])
    func shapesOfTagSoup(html: String, expected: String) {
        #expect(shape(html) == expected)
    }

    @Test func theFirstOfTwoAttributesCounts() {
        let document = HTMLDocument(Array("<p Class = 'a &amp; b' class=c =x id=d\ndata-z>".utf8))
        #expect(document.value(.class, of: 1) == "a & b")
        #expect(document.value(.id, of: 1) == "d")
        #expect(document.value(.href, of: 1) == nil)
        #expect(document.attributes.count == 2)
    }

    @Test func aLinkEndsWhereItIsClosedWhateverTheShape() {
        let document = HTMLDocument(Array("<a href=x>a<div>b</a>c</div><div><a href=y>d</div>e".utf8))
        let linked = document.nodes.filter { $0.tag == .text }.map { $0.link >= 0 }
        #expect(linked == [true, true, false, true, false])
    }

    @Test(arguments: [
        "<div>", "<b>", "<a href=x>", "<table><tr><td>", "<p><b>", "<ul><li>", "<font><p>", "</div>", "<svg>",
    ])
    func nestingHasABottom(tag: String) {
        let document = HTMLDocument(Array((String(repeating: tag, count: 100_000) + "dasar").utf8))
        #expect(document.nodes.count <= HTMLParser.maximumNodes)
        #expect(document.text(in: 0).hasSuffix("dasar") || document.nodes.count == HTMLParser.maximumNodes)
    }

    /// 2 MB take a hundredth of a second; what is quadratic takes hours.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<", "<!", "<!--", "</", "<a ", "<a b=\"", "&", "&#", "<script>", "<title>", "<x y", "<a/", "<![CDATA[",
        ])
    func aFloodOfOneThingTakesLinearTime(piece: String) {
        let flood = Array(String(repeating: piece, count: 2_000_000 / piece.utf8.count).utf8)
        let document = HTMLDocument(flood)
        #expect(document.nodes.count <= HTMLParser.maximumNodes)
        #expect(document.text(in: 0).utf8.count <= flood.count * 2)
    }

    @Test(arguments: [
        ("<object data=x><p>a</p>", "a"), ("<div><object><embed></object>a</div>", "a"),
        ("<object>x</object>a", "a"), ("<div><noscript>a</div>b", "a\nb"), ("<noscript>x</noscript>a", "a"),
        ("<div><video><source>a</div>b", "a\nb"), ("<video>x</video>a<audio>y</audio>", "a"), ("<p>a<canvas>b", "ab"),
        ("<iframe src=x>a", "a"),
    ])
    func whatStandsInForAPlayerIsTextOnlyWhereItsEndTagIsMissing(html: String, text: String) {
        #expect(HTMLDocument(Array(html.utf8)).text(in: 0) == text)
    }

    @Test func anAttributeFloodKeepsNothing() {
        let flood = "<p " + (0..<40_000).map { "a\($0)=\"x\"" }.joined(separator: " ") + ">isi</p>"
        let document = HTMLDocument(Array(flood.utf8))
        #expect(document.attributes.isEmpty)
        #expect(document.text(in: 0) == "isi")
    }

    @Test func endTagsBelowTheBottomCloseWhatIsThere() {
        let deep = String(repeating: "<div>", count: 600) + "a" + String(repeating: "</div>", count: 600) + "<p>b</p>"
        let document = HTMLDocument(Array(deep.utf8))
        #expect(document.nodes.last { $0.tag == .p }?.parent == 0)
    }
}
