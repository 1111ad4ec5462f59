import Testing
import Text

struct JSONReaderTests {
    @Test(
        arguments: [
            ("null", JSONValue.null), ("true", true), ("false", false), ("0", 0), ("-12", -12), ("1.5", 1.5),
            ("1e3", .number(1000)),
            ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
            ("\"\"", ""), ("\"a\\n\\t\\\"\\\\\\/\\u0041\"", "a\n\t\"\\/A"), ("\"\\ud83d\\ude00\"", "😀"),
            ("\"\\ud83d\"", "\u{FFFD}"),
            ("\"\\ud83d\\u0041\"", "\u{FFFD}A"), ("[]", []), ("[1,[2]]", [1, [2]]), ("{}", [:]),
            (" {\"a\" : 1 , \"b\":[null]} \n", ["a": 1, "b": [nil]]), ("\u{FEFF}1", 1),
        ] as [(String, JSONValue)])
    func documentsAreRead(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text.utf8) == value)
    }

    @Test(arguments: [
        "", " ", "{", "[", "\"", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1 2]", "nul",
        "tru", "01",
        "-", "+1", ".5", "1e", "1e999", "--1", "0x1", "NaN", "'a'", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"a\nb\"",
        "1 2", "]",
        "[}", "\u{0}",
    ])
    func whatIsNoJSONIsAnError(text: String) {
        #expect(throws: JSONError.self) { _ = try JSONValue(parsing: text.utf8) }
    }

    @Test func anErrorNamesItsPlace() {
        let error = #expect(throws: JSONError.self) { _ = try JSONValue(parsing: "[1 2]".utf8) }
        #expect(error?.offset == 3)
        #expect(error?.description == "\",\" is missing at byte 3")
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func deepNestingIsAnErrorAndNoCrash(open: String) {
        let text = String(repeating: open, count: 100_000)
        #expect(throws: JSONError.self) { _ = try JSONValue(parsing: text.utf8) }
    }

    @Test func nestingUpToTheLimitIsRead() throws {
        let text = String(repeating: "[", count: 201) + String(repeating: "]", count: 201)
        #expect(try JSONValue(parsing: text.utf8)[0] != nil)
        #expect(throws: JSONError.self) { _ = try JSONValue(parsing: "[\(text)]".utf8) }
    }

    @Test(
        arguments: [
            ("[1,]", JSONValue.array([1])), ("{\"a\":1,}", ["a": 1]), ("\"a\nb\"", "a\nb"), ("{\"a\":1};", ["a": 1]),
            ("\"\\x\"", "\\x"),
        ] as [(String, JSONValue)])
    func pagesGetAwayWithMore(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text.utf8, tolerance: .web) == value)
    }

    @Test func bytesThatAreNotUTF8BecomeReplacements() throws {
        #expect(try JSONValue(parsing: [34, 0xFF, 34]) == "\u{FFFD}")
    }

    @Test func theFirstOfTwoMembersCounts() throws {
        let value = try JSONValue(parsing: "{\"a\":1,\"a\":2}".utf8)
        #expect(value["a"] == 1)
        #expect(value["b"] == nil)
        #expect(value[0] == nil)
    }
}

struct JSONTextTests {
    @Test(
        arguments: [
            (JSONValue.null, "null"), (["b": 1, "a": [true, 2.5, "x"]], "{\"b\":1,\"a\":[true,2.5,\"x\"]}"),
            ("\"\\\n\r\t\u{1B}\u{7F}\u{9D}\u{2028}é😀", "\"\\\"\\\\\\n\\r\\t\\u001b\\u007f\\u009d\\u2028é😀\""),
            (.number(.infinity), "null"), (.number(.nan), "null"), (.number(3), "3.0"), ([], "[]"), ([:], "{}"),
        ] as [(JSONValue, String)])
    func textIsOneLineWithoutControls(value: JSONValue, text: String) {
        #expect(value.text == text)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let value: JSONValue = ["a": [1, -2.25, "\u{0}\u{1F}é\u{2029}", nil, [:]], "": ["": []]]
        #expect(try JSONValue(parsing: value.text.utf8) == value)
        #expect(try JSONValue(parsing: value.indentedText.utf8) == value)
    }

    @Test func peopleGetIndentedText() {
        #expect(
            (["a": [1, 2], "b": [:]] as JSONValue).indentedText == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}")
    }

    @Test func numbersKeepTheirKind() {
        #expect(JSONValue.integer(3).double == 3)
        #expect(JSONValue.number(3).integer == 3)
        #expect(JSONValue.number(3.5).integer == nil)
        #expect(JSONValue.number(1e300).integer == nil)
        #expect(JSONValue.compact([("a", 1), ("b", nil)]) == ["a": 1])
    }
}
