import Testing
import Text

@testable import Reading

@Suite struct XMLScannerTests {
    private func root(_ text: String) throws -> XMLElement {
        try #require(try XMLScanner.scan(Array(text.utf8)).root)
    }

    @Test func textBelongsToTheElementItStandsIn() throws {
        let root = try root("<a>satu<b>dua</b>tiga<![CDATA[ <empat> ]]>&amp;lima</a>")
        #expect(root.text == "satuduatiga <empat> &lima")
        #expect(root.children.map(\.text) == ["dua"])
        #expect(String(decoding: root.innerHTML, as: UTF8.self) == "satu<b>dua</b>tiga &lt;empat&gt; &amp;lima")
    }

    /// A text in one piece without references stands in the document; any other is put together elsewhere.
    @Test(arguments: [
        ("<a>satu</a>", "satu"), ("<a>satu &amp; dua</a>", "satu & dua"), ("<a><![CDATA[satu]]></a>", "satu"),
        ("<a>\n<![CDATA[satu &amp;]]>\n</a>", "satu &amp;"), ("<a> <![CDATA[satu]]> dua</a>", "satu dua"),
        ("<a>satu <![CDATA[dua]]> </a>", "satu dua "),
        ("<a>satu<!-- x -->dua<?x?>tiga</a>", "satuduatiga"),
        ("<a>&lt;b&gt;<![CDATA[c]]>d</a>", "<b>cd"), ("<a>1 < 2</a>", "1 < 2"), ("<a><![CDATA[]]></a>", ""),
        ("<a>x</b>y&amp;</c>z</a>", "xy&z"), ("<a>satu", "satu"), ("<a>satu&amp;", "satu&"),
    ])
    func theTextOfAnElementIsOneWhateverItsPieces(document: String, expected: String) throws {
        let root = try root(document)
        #expect(root.text == expected)
        #expect(root.ownText == expected)
        let own = root.withText { String(utf8: $0) }
        #expect(own ?? "" == expected)
    }

    @Test func whiteSpaceBetweenElementsAndSectionsPartsTheirWords() throws {
        let root = try root("<a><b>satu</b> <![CDATA[dua]]> <b>tiga</b></a>")
        #expect(root.text == "satu dua tiga")
    }

    @Test func valuesOfAttributesAreReadWithAndWithoutReferences() throws {
        let root = try root("<a b='satu' c=\"&quot;dua&quot;\" d='' e=tiga f><b c='&amp;'>x</b></a>")
        #expect(["b", "c", "d", "e", "f"].map { root.attribute($0) } == ["satu", "\"dua\"", "", "tiga", ""])
        #expect(String(decoding: root.innerHTML, as: UTF8.self) == "<b c=\"&amp;\">x</b>")
    }

    @Test func namespacesHoldWithinTheirElement() throws {
        let root = try root("<a xmlns='urn:A' xmlns:p='urn:p'><p:b/><c xmlns='urn:c'><d/></c><e/><q:f/></a>")
        #expect(root.namespace == "urn:a")
        let children = Array(root.children)
        #expect(children.map(\.namespace) == ["urn:p", "urn:c", "urn:a", ""])
        #expect(children[1].children.map(\.namespace) == ["urn:c"])
        #expect(children[3].qualifiedName == "q:f")
    }

    @Test(arguments: [
        ("<a x='1' Y=\"2\" z=3 w/>", ["1", "2", "3", ""]),
        ("<a x = '1'\ny='a>b' z='&lt;&quot;' w></a>", ["1", "a>b", "<\"", ""]),
        ("<a x='1' x='9' y='' z='é' w=''/>", ["1", "", "é", ""]),
    ])
    func attributesAreReadHoweverTheyAreWritten(text: String, values: [String]) throws {
        let root = try root(text)
        #expect(["x", "y", "z", "w"].map { root.attribute($0) } == values)
        #expect(root.attribute("tiada") == nil)
    }

    @Test func anEndTagClosesWhatWasLeftOpen() throws {
        let root = try root("<a><b><c>satu</b><d>dua</d></x></a>")
        #expect(root.children.map(\.name) == ["b", "d"])
        #expect(root.tree.damage == [.mismatchedTags])
        #expect(root.isClosed)
    }

    @Test func whatTheDocumentEndsInIsNotClosed() throws {
        let root = try root("<a><b>satu</b><b>dua")
        #expect(root.children.map(\.isClosed) == [true, false])
        #expect(root.tree.damage == [.truncated])
    }

    @Test func commentsAndInstructionsAreNoText() throws {
        #expect(try root("<?xml version='1.0'?><!-- <b> --><a>x<!-- y --><?php z ?>w</a>").text == "xw")
    }

    @Test func namesOverTheBoundShareOneAndNothingElseChanges() throws {
        let many = (0..<6_000).map { "<n\($0)>x</n\($0)>" }.joined()
        let root = try root("<a>\(many)<title>t</title></a>")
        #expect(root.children.reduce(0) { count, _ in count + 1 } == 6_001)
    }

    @Test func aDocumentWithoutElementsHasNoRoot() throws {
        for text in ["", "teks sahaja", "<!-- -->", "<", "</a>", "<!DOCTYPE a>", "<?xml"] {
            #expect(try XMLScanner.scan(Array(text.utf8)).root == nil)
        }
    }
}
