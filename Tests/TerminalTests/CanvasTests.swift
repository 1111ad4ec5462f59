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
        var shown = MiniTerminal(columns: 20, rows: 4)
        var old: Canvas?
        for _ in 0..<8 {
            let new = screen((0..<4).map { _ in line() })
            shown.receive(new.painted(over: old, inColor: true))
            #expect((0..<4).map { shown.text(row: $0) } == (0..<4).map { new.text(row: $0) })
            old = new
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

/// Understands absolute moves, erasing, and text; styles are passed over.
private struct MiniTerminal {
    private var cells: [[String]]
    private var (row, column) = (0, 0)

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
            case "J": for index in cells.indices { cells[index] = cells[index].map { _ in " " } }
            case "K": for index in column..<cells[row].count { cells[row][index] = " " }
            default: break
            }
            rest = rest[rest.index(after: end)...]
        }
    }

    func text(row: Int) -> String {
        var text = cells[row].joined()
        while text.last == " " { text.removeLast() }
        return text
    }
}
