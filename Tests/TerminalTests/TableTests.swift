import Terminal
import Testing

private let columns = [
    Table.Column("ID", .right), Table.Column("URG"), Table.Column("SCORE", .right),
    Table.Column("NEED", minimum: 12, maximum: 22, dropOrder: 3), Table.Column("PLACE", minimum: 11, maximum: 22),
    Table.Column("SOURCE", minimum: 17, dropOrder: 2), Table.Column("HEADLINE", minimum: 29),
    Table.Column("AGE", dropOrder: 1),
]
private let rows: [[StyledText]] = [
    [
        "1051", "!!!", "97", "disaster, elder-alone", "Kampung Rekaan, Kelantan", "Harian Rekaan +1",
        "Sebatang kara selepas rumah musnah dijilat api", "1h",
    ],
    ["1038", "", "88", "medical-cost", "Pekan Contoh", "Sinaran Contoh", "Kos pembedahan bayi", "6h"],
]

@Test func atEightyColumnsTheSourceGoesAndTheAgeStays() {
    let lines = Table(columns, rows: rows).lines(width: 80).map(\.plain)
    #expect(
        lines
            == [
                "   ID  URG  SCORE  NEED          PLACE        HEADLINE                       AGE",
                " 1051  !!!     97  disaster, e…  Kampung Re…  Sebatang kara selepas rumah …  1h",
                " 1038          88  medical-cost  Pekan Cont…  Kos pembedahan bayi            6h",
            ])
    #expect(!lines[0].contains("SOURCE") && lines[0].contains("AGE"))
}

@Test func atAHundredAndTwentyColumnsAllIsShown() {
    let lines = Table(columns, rows: rows).lines(width: 120).map(\.plain)
    for title in columns.map(\.title) { #expect(lines[0].contains(title)) }
    #expect(lines.allSatisfy { $0.columns <= 120 })
    #expect(lines[0].hasPrefix("   ID  URG  SCORE  NEED"))
    #expect(lines[1].hasPrefix(" 1051  !!!     97  disaster, elder-alone"))
}

@Test(arguments: 1...130)
func noLineIsWiderThanItsScreenAndUrgencyIsNeverDropped(width: Int) {
    let lines = Table(columns, rows: rows).lines(width: width)
    #expect(lines.allSatisfy { $0.columns <= width })
    if width >= 60 { #expect(lines[0].plain.contains("URG")) }
}

@Test func wideCharactersKeepTheColumnsStraight() {
    let table = Table(
        [.init("TAJUK", minimum: 6), .init("USIA")], rows: [["居民受困三日等待救援", "1 j"], ["Banjir", "5 j"]])
    let lines = table.lines(width: 16).map(\.plain)
    #expect(lines == [" TAJUK      USIA", " 居民受困…  1 j", " Banjir     5 j"])
}

@Test func aCellCannotBreakItsLineNorBringItsOwnColours() {
    let table = Table(
        [.init("A"), .init("B")], rows: [["x\ny", StyledText("\u{1B}[5mz", .emergency)], ["1", "2", "3"]])
    let lines = table.lines(width: 40)
    #expect(lines[1].plain == " x y   [5mz")
    #expect(lines[1].rendered(inColor: true) == " x y  \u{1B}[1;31m [5mz\u{1B}[0m")
    #expect(lines[2].plain == " 1    2")
}

@Test func anEmptyTableHasItsHeadings() {
    #expect(Table([.init("A"), .init("B")], rows: []).lines(width: 20).map(\.plain) == [" A  B"])
    #expect(Table([], rows: []).lines(width: 20).map(\.plain) == [""])
}

@Test func aPipeGetsTabsAndNothingIsCut() {
    let long = String(repeating: "panjang ", count: 50)
    #expect(tabSeparated(["1051", "emergency", "a\tb\nc", long]) == "1051\temergency\ta b c\t" + long)
}

@Test func textIsCutAtWholeCharactersWithAMark() {
    #expect(StyledText("Sebatang kara").cut(to: 9).plain == "Sebatang…")
    #expect(StyledText("Sebatang kara").cut(to: 9, ellipsis: "~").plain == "Sebatang~")
    #expect(StyledText("居民受困").cut(to: 6).plain == "居民…")
    #expect(StyledText("habis").cut(to: 5).plain == "habis")
    #expect(StyledText("habis").cut(to: 0).plain == "")
    #expect(
        (StyledText("ab", .bad) + StyledText("cdef")).cut(to: 4).rendered(inColor: true) == "\u{1B}[31mab\u{1B}[0mc…")
}
