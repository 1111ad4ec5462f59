import Testing

@testable import Terminal

@Suite struct CanvasTests {
    private func screen(_ lines: [String], columns: Int = 20, rows: Int = 4) -> Canvas {
        var canvas = Canvas(columns: columns, rows: rows)
        for (row, line) in lines.enumerated() { canvas.draw(StyledText(line), row: row) }
        return canvas
    }

    @Test func aLineIsCutWhereItsRoomEnds() {
        var canvas = screen(["abcdefghijklmnopqrstuvwxyz"], columns: 10)
        #expect(canvas.text(row: 0) == "abcdefghij")
        canvas.draw(StyledText("123456"), row: 0, column: 2, width: 3)
        #expect(canvas.text(row: 0) == "ab123fghij")
        canvas.draw(StyledText("x"), row: 0, column: 2, width: 3)
        #expect(canvas.text(row: 0) == "abx  fghij")
    }

    @Test func whatLiesOutsideIsLeftOut() {
        var canvas = screen(["ab"], columns: 5, rows: 1)
        canvas.draw(StyledText("x"), row: 1)
        canvas.draw(StyledText("x"), row: -1)
        canvas.draw(StyledText("x"), row: 0, column: 5)
        #expect(canvas.text(row: 0) == "ab")
        #expect(Canvas(columns: 0, rows: -3).rows == 1)
    }

    @Test func aWideCharacterTakesTwoCells() {
        #expect(screen(["辺a"], columns: 3).text(row: 0) == "辺a")
        #expect(screen(["a辺辺"], columns: 4).text(row: 0) == "a辺")
        #expect(screen(["e\u{301}x"], columns: 2).text(row: 0) == "e\u{301}x")
    }

    @Test func textFromTheWebBringsNoSequences() {
        let canvas = screen(["\u{1B}[2Jx\u{202E}y"], columns: 30)
        let painted = canvas.painted(over: nil, inColor: true)
        #expect(painted.components(of: "\u{1B}[2J") == 1)
        #expect(!painted.contains("\u{202E}"))
    }

    @Test func onlyWhatChangedIsSent() {
        let before = screen(["one", "two", "three"])
        let after = screen(["one", "twX", "three"])
        #expect(after.painted(over: before, inColor: false) == "\u{1B}[?25l\u{1B}[2;3HX")
        #expect(after.painted(over: after, inColor: false) == "\u{1B}[?25l")
    }

    @Test func aLineThatGotShorterIsErasedToItsEnd() {
        let painted = screen(["one"]).painted(over: screen(["one and more"]), inColor: false)
        #expect(painted == "\u{1B}[?25l\u{1B}[1;4H\u{1B}[K")
    }

    @Test func aShortWayIsWalkedAndALongOneTold() {
        let before = screen(["abcdefghijklmnop"])
        #expect(
            screen(["AbcDefghijklmnoP"]).painted(over: before, inColor: false)
                == "\u{1B}[?25l\u{1B}[1;1HAbcD\u{1B}[11CP")
        #expect(
            screen(["A\u{E9}\u{E9}Dx"]).painted(over: screen(["a\u{E9}\u{E9}dx"]), inColor: false).hasSuffix(
                "A\u{1B}[2CD"))
    }

    @Test func rowsThatStandElsewhereAreMoved() {
        let text = (1...8).map { "\($0) \(String(repeating: "\($0)", count: 15))" }
        let before = screen(["head"] + text.prefix(6) + ["foot"], rows: 8)
        let down = screen(["head"] + text.dropFirst().prefix(6) + ["foot"], rows: 8)
        #expect(down.shift(from: before) == Canvas.Shift(rows: 1..<7, count: 1))
        #expect(
            down.painted(over: before, inColor: false)
                == "\u{1B}[?25l\u{1B}[2;7r\u{1B}[2;1H\u{1B}[1M\u{1B}[r\u{1B}[7;1H7 777777777777777")
        #expect(before.shift(from: down) == Canvas.Shift(rows: 1..<7, count: -1))
        #expect(before.painted(over: down, inColor: false).contains("\u{1B}[2;7r\u{1B}[2;1H\u{1B}[1L\u{1B}[r"))
        #expect(before.shift(from: before) == nil)
    }

    @Test func aMoveLeavesBlankRowsBehind() {
        var canvas = screen(["a", "b", "c", "d"])
        canvas.move(Canvas.Shift(rows: 1..<4, count: 2))
        #expect((0..<4).map { canvas.text(row: $0) } == ["a", "d", "", ""])
        canvas.move(Canvas.Shift(rows: 0..<3, count: -1))
        #expect((0..<4).map { canvas.text(row: $0) } == ["", "a", "d", ""])
    }

    @Test func anotherSizeIsPaintedAnew() {
        let painted = screen(["one"], columns: 10).painted(over: screen(["one"], columns: 20), inColor: false)
        #expect(painted.contains("\u{1B}[2J"))
        #expect(painted.contains("one"))
    }

    @Test func aStyleIsLeftBehindBeforeTheCursorRests() {
        var canvas = Canvas(columns: 10, rows: 2)
        canvas.draw(StyledText("ab", .emergency) + StyledText("c"), row: 0)
        canvas.draw(StyledText("d", .mark), row: 1)
        canvas.cursor = .init(row: 1, column: 4)
        let painted = canvas.painted(over: Canvas(columns: 10, rows: 2), inColor: true)
        #expect(
            painted
                == "\u{1B}[?25l\u{1B}[1;1H\u{1B}[0;1;31mab\u{1B}[0mc\u{1B}[2;1H\u{1B}[0;1;4md\u{1B}[0m\u{1B}[2;5H\u{1B}[?25h"
        )
        // Without colour the weight stays.
        #expect(canvas.painted(over: Canvas(columns: 10, rows: 2), inColor: false).contains("\u{1B}[0;1mab"))
    }

    /// A terminal in small: what the bytes of a painter make of a screen.
    @Test(arguments: 0..<60)
    func whatIsPaintedIsWhatIsShown(seed: UInt64) {
        var random = SplitMix(state: seed)
        let signs = Array("ab 辺é…")
        func line() -> String {
            String((0..<Int.random(in: 0...24, using: &random)).map { _ in signs.randomElement(using: &random)! })
        }
        let rows = 7
        var shown = MiniTerminal(columns: 20, rows: rows)
        var old: Canvas?
        var lines = (0..<rows).map { _ in line() }
        for round in 0..<24 {
            let new = screen(lines, rows: rows)
            shown.receive(new.painted(over: old, inColor: true))
            #expect((0..<rows).map { shown.text(row: $0) } == (0..<rows).map { new.text(row: $0) })
            old = new
            // A row that is another one, as after a key; then rows that go elsewhere; now and then all new.
            switch round % 4 {
            case 0: lines[Int.random(in: 0..<rows, using: &random)] = line()
            case 1: lines.remove(at: Int.random(in: 0..<rows, using: &random))
            case 2: lines.insert(line(), at: Int.random(in: 0..<rows, using: &random))
            default: lines = lines.map { Bool.random(using: &random) ? $0 : line() }
            }
            lines = (0..<rows).map { lines.indices.contains($0) ? lines[$0] : line() }
        }
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Understands moves, erasing, rows moved between margins, and text; styles are passed over.
private struct MiniTerminal {
    private var cells: [[String]]
    private var (row, column) = (0, 0)
    private var margins = 0..<0

    init(columns: Int, rows: Int) {
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    mutating func receive(_ text: String) {
        var rest = Substring(text)
        while let character = rest.first {
            guard character == "\u{1B}" else {
                cells[row][column] = String(character)
                if character.columns == 2 { cells[row][column + 1] = "" }
                column += character.columns
                rest.removeFirst()
                continue
            }
            let end = rest.dropFirst(2).firstIndex { $0.isLetter }!
            let parameters = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
            switch rest[end] {
            case "H":
                let numbers = parameters.split(separator: ";").compactMap { Int($0) }
                (row, column) = (numbers[0] - 1, numbers[1] - 1)
            case "C": column += Int(parameters) ?? 1
            case "r":
                let numbers = parameters.split(separator: ";").compactMap { Int($0) }
                margins = numbers.count == 2 ? numbers[0] - 1..<numbers[1] : cells.indices
                (row, column) = (0, 0)
            case "M", "L": moveLines(Int(parameters)!, isUp: rest[end] == "M")
            case "J": for index in cells.indices { cells[index] = cells[index].map { _ in " " } }
            case "K": for index in column..<cells[row].count { cells[row][index] = " " }
            default: break
            }
            rest = rest[rest.index(after: end)...]
        }
    }

    /// From the cursor's row to the lower margin.
    private mutating func moveLines(_ count: Int, isUp: Bool) {
        var lines = Array(cells[row..<margins.upperBound])
        let blank = Array(repeating: Array(repeating: " ", count: cells[0].count), count: min(count, lines.count))
        lines = isUp ? lines.dropFirst(count) + blank : blank + lines.dropLast(count)
        cells.replaceSubrange(row..<margins.upperBound, with: lines)
    }

    func text(row: Int) -> String {
        var text = cells[row].joined()
        while text.last == " " { text.removeLast() }
        return text
    }
}
