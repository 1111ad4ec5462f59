import Model
import Terminal
import Testing

@Test func anExplanationHangsUnderItsNumber() {
    let text = "…Contoh, 34, «patah tulang belakang selepas jatuh dari bumbung kilang ketika bekerja» di Kapar, Jumaat…"
    #expect(
        wrapped(text, width: 78, first: "      [1] ", indent: 10) == [
            "      [1] …Contoh, 34, «patah tulang belakang selepas jatuh dari bumbung",
            "          kilang ketika bekerja» di Kapar, Jumaat…",
        ])
}

@Test func aWordLongerThanTheLineIsBrokenInside() {
    let lines = wrapped("lihat https://harian-rekaan.example/" + String(repeating: "a", count: 40), width: 20)
    #expect(lines.allSatisfy { $0.columns <= 20 })
    #expect(lines.joined().filter { $0 == "a" }.count == 46)
}

@Test func nothingToWrapIsOneLine() {
    #expect(wrapped("", width: 20) == [""])
    #expect(wrapped("   ", width: 20, first: "- ") == ["- "])
    #expect(wrapped("a  b\n c", width: 20) == ["a b c"])
}

@Test func aNarrowScreenStillMovesOn() {
    #expect(wrapped("satu dua", width: 1, first: "[1] ", indent: 4).count == 1)
}

@Test func anExcerptShowsWholeWordsAroundThePhrase() {
    let text = "Isterinya berkata suaminya kini lumpuh dan tidak lagi mampu bekerja.\n\nMereka berhutang."
    #expect(excerpt(of: text, range: 32..<38, context: 16) == "…suaminya kini «lumpuh» dan tidak lagi…")
    #expect(excerpt(of: text, range: 0..<9, context: 10) == "«Isterinya» berkata…")
    #expect(excerpt(of: text, range: 70..<76, context: 12) == "…bekerja. «Mereka» berhutang.")
    #expect(excerpt(of: text, range: 32..<38, context: 8, glyphs: .ascii) == "~kini >>lumpuh<< dan~")
}

@Test func anExcerptOutsideTheTextIsEmptyNotACrash() {
    #expect(excerpt(of: "abc", range: 10..<20) == "abc«»")
    #expect(excerpt(of: "", range: 0..<5) == "«»")
}

private let ages: [(Int64, String, String)] = [
    (0, "0m", "0 m"), (59, "59m", "59 m"), (60, "1h", "1 j"), (300, "5h", "5 j"), (1439, "23h", "23 j"),
    (1440, "1d", "1 h"), (13 * 1440, "13d", "13 h"), (14 * 1440, "2w", "2 mg"), (365 * 1440, "1y", "1 t"),
    (-90, "0m", "0 m"),
]

@Test(arguments: ages)
func agesAreOneNumberAndAUnit(minutes: Int64, english: String, malay: String) {
    let now = Instant(seconds: 1_795_400_000)
    #expect(age(since: now - .minutes(minutes), at: now, in: .english) == english)
    #expect(age(since: now - .minutes(minutes), at: now, in: .malay) == malay)
}

private let colorCases: [(ColorChoice, Bool, [String: String], Bool)] = [
    (.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
    (.auto, true, ["NO_COLOR": ""], true), (.always, false, ["NO_COLOR": "1"], true), (.never, true, [:], false),
    (.auto, false, ["CLICOLOR_FORCE": "1"], true), (.auto, false, ["CLICOLOR_FORCE": "0"], false),
    (.auto, true, ["CLICOLOR": "0"], false), (.auto, true, ["TERM": "dumb"], false),
    (.auto, true, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false), (.never, true, ["CLICOLOR_FORCE": "1"], false),
]

@Test(arguments: colorCases)
func colourIsAskedForOrGuessedNeverForced(
    choice: ColorChoice, isTerminal: Bool, environment: [String: String], expected: Bool
) {
    #expect(choice.usesColor(isTerminal: isTerminal, environment: environment) == expected)
}

@Test func aPipeHasNoColourAndTheDefaultSize() {
    let traits = TerminalTraits(of: -1, environment: ["COLUMNS": "132", "LINES": "many", "LANG": "ms_MY.UTF-8"])
    #expect(traits == TerminalTraits(isTerminal: false, columns: 132, rows: 24))
}

@Test(arguments: [("C", true), ("ms_MY.ISO8859-1", true), ("en_US.utf8", false), ("", false)])
func aLocaleThatIsNotUTF8GetsPlainSigns(locale: String, isASCII: Bool) {
    #expect((TerminalTraits(of: -1, environment: ["LC_ALL": locale]).glyphs == .ascii) == isASCII)
}
