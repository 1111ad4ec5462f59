import Terminal
import Testing

private let widths: [(String, Int)] = [
    ("", 0), ("Banjir", 6), ("crème", 5), ("cre\u{300}me", 5), ("居民", 4), ("Ｍｕ", 4), ("ｶﾞ", 2), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍🦽", 2), ("🇲🇾", 2), ("⚠️", 2), ("⚠", 1), ("…", 1),
    ("«lumpuh»", 8), ("தமிழ்", 4), ("a\u{200B}b", 2), ("\u{300}", 0), ("𠀋", 2),
]

@Test(arguments: widths)
func textTakesTheColumnsThatATerminalGivesIt(text: String, expected: Int) {
    #expect(text.columns == expected)
}

@Test func aLetterUnderAThousandMarksIsStillOneColumn() {
    #expect(("a" + String(repeating: "\u{301}", count: 1000)).columns == 1)
}

private let hostile: [(String, String)] = [
    ("\u{1B}[31mmerah", " [31mmerah"), ("\u{9B}31m", " 31m"), ("\u{1B}]0;tajuk\u{7}", " ]0;tajuk "),
    ("satu\ndua\ttiga\r", "satu dua tiga "), ("\u{202E}fdp.exe", "<U+202E>fdp.exe"), ("a\u{200B}b", "a<U+200B>b"),
    ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"), ("\u{2028}", " "), ("👩‍🦽", "👩🦽"), ("居\u{3000}民", "居 民"),
    ("⚠\u{FE0F}", "⚠"), ("biasa", "biasa"),
    ("a" + String(repeating: "\u{301}", count: 9), "a" + String(repeating: "\u{301}", count: 4)),
    ("\u{FEFF}awal", "<U+FEFF>awal"), ("\0", " "), ("\u{7F}", " "), ("\u{E0041}", "<U+E0041>"),
]

@Test(arguments: hostile)
func nothingThatSteersATerminalComesThrough(text: String, expected: String) {
    #expect(sanitised(text) == expected)
}

@Test func cleaningTwiceIsCleaningOnce() {
    let all = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
    #expect(sanitised(sanitised(all)) == sanitised(all))
    #expect(!sanitised(all).unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
}
