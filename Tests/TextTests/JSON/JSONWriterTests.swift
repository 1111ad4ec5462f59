import Testing
import Text

struct JSONWriterTests {
    private func written(isIndented: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(isIndented: isIndented)
        body(&writer)
        return writer.text
    }

    private func write(to writer: inout JSONWriter) {
        writer.object {
            $0.name("nama")
            $0.string("Aminah \"Minah\"")
            $0.name("anak")
            $0.array {
                $0.integer(3)
                $0.object { _ in }
                $0.array { _ in }
            }
            $0.name(escaping: "a\"b")
            $0.bool(true)
        }
    }

    @Test func commasStandBetweenValuesOnly() {
        #expect(written(write) == #"{"nama":"Aminah \"Minah\"","anak":[3,{},[]],"a\"b":true}"#)
    }

    @Test func linesAreIndentedAndEmptyListsStayOnOne() {
        let expected = """
            {
              "nama": "Aminah \\"Minah\\"",
              "anak": [
                3,
                {},
                []
              ],
              "a\\"b": true
            }
            """
        #expect(written(isIndented: true, write) == expected)
    }

    @Test func aWriterThatIsClearedBeginsAnew() {
        var writer = JSONWriter()
        write(to: &writer)
        writer.clear()
        writer.integer(1)
        writer.endLine()
        #expect(writer.text == "1\n")
    }

    @Test(arguments: [
        ("Kampung <b>Rekaan</b> & \"lain\"", #""Kampung &lt;b&gt;Rekaan&lt;/b&gt; &amp; \"lain\"""#),
        ("\u{202E}&\u{85}\u{2028}\u{61C}\u{7F}\0", #""\u202e&amp;\u0085\u2028\u061c\u007f\u0000""#),
        ("é ஆ 你 😀 \u{2019}\u{205F}", "\"é ஆ 你 😀 \u{2019}\u{205F}\""), ("", "\"\""),
    ])
    func aTextAsHTMLShowsItselfAndNoMore(text: String, expected: String) {
        #expect(written { $0.html(text) } == expected)
    }

    @Test func whatIsWrittenIsReadBackWhereverAnEscapeFallsInABlock() throws {
        for length in 0...40 {
            for mark in ["\"", "\\", "\n", "\u{1}", "\u{202A}", "é", "<", "&", "\u{7F}"] {
                let text = String(repeating: "a", count: length) + mark + String(repeating: "b", count: 40 - length)
                #expect(try JSONValue(parsing: written { $0.string(text) }.utf8) == .string(text))
            }
        }
    }
}
