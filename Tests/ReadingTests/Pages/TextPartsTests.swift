import Testing

@testable import Reading

struct TextPartsTests {
    @Test(arguments: [
        ("a | b | c", " | ", ["a", "b", "c"]), ("abc", " | ", ["abc"]), ("", "|", [""]), ("|", "|", ["", ""]),
        ("aab", "ab", ["a", ""]), ("甲、乙", "、", ["甲", "乙"]), ("a ", " | ", ["a "]), ("ééé", "é", ["", "", "", ""]),
    ])
    func aTextIsCutAtEachSeparator(text: String, separator: String, parts: [String]) {
        #expect(text.parts(at: separator) == parts)
    }
}
