@testable import Terminal

/// What stands on a terminal and how it stands out, in a form that a file keeps: drawn by the program without a terminal,
/// or read from one.
struct Picture: Equatable {
    private struct Cell: Equatable {
        let character: Character
        /// In the words of the golden screens: `bold`, `bright blue`.
        let looks: [String]
    }

    private let rows: [[Cell]]

    /// As the program draws it.
    init(_ canvas: Canvas) {
        rows = (0..<canvas.rows).map { row in
            canvas.cells[row * canvas.columns..<(row + 1) * canvas.columns].flatMap { cell in
                let looks = Looks(cell.style.sequence(inColor: true)).words
                return cell.text.map { Cell(character: $0, looks: looks) }
            }
        }
    }

    /// As `tmux capture-pane -p -e` tells it: lines, and between the letters the sequences that switch looks.
    init(captured: String) {
        var looks = Looks()
        var rows: [[Cell]] = [[]]
        var rest = captured.unicodeScalars[...]
        var text = String.UnicodeScalarView()
        func flush() {
            rows[rows.count - 1] += String(text).map { Cell(character: $0, looks: looks.words) }
            text = .init()
        }
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}":
                flush()
                let sequence = rest.prefix { $0 != "m" }
                rest = rest.dropFirst(sequence.count + 1)
                looks.use(String(String.UnicodeScalarView(sequence)))
            case "\n":
                flush()
                rows.append([])
            default: text.append(scalar)
            }
        }
        // Each line ends with a line feed.
        if rows.last?.isEmpty == true { rows.removeLast() }
        self.rows = rows
    }

    /// The rows without the blanks at their ends.
    var lines: [String] {
        rows.map { row in
            let end = row.lastIndex { $0.character != " " }.map { $0 + 1 } ?? 0
            return String(row[..<end].map(\.character))
        }
    }

    var text: String { lines.joined(separator: "\n") }

    /// The text as ``recorded`` has it: a time of day and what a walk took are other ones every time.
    var timelessText: String {
        text.replacing(/\d\d-\d\d \d\d:\d\d/, with: "00-00 00:00").replacing(/\d\d:\d\d/, with: "00:00")
            .replacing(/\d+ minit \(\d+ s/, with: "0 minit (0 s")
            .replacing(/\d+ minutes? \(\d+ s/, with: "0 minutes (0 s")
    }

    /// What a golden file keeps: the text, then for each row what stands out, by its first and last letter.
    var recorded: String {
        let looks = rows.enumerated().compactMap { number, row in
            Picture.spans(of: row).map { "~ \(number + 1): \($0)" }
        }
        return ([timelessText] + looks).joined(separator: "\n") + "\n"
    }

    /// Blanks look like what stands before them: nobody sees a bold blank, and terminals differ in what they keep of it.
    private static func spans(of row: [Cell]) -> String? {
        var spans: [(first: Int, last: Int, looks: [String])] = []
        for (place, cell) in row.enumerated() where cell.character != " " {
            if let last = spans.last, last.looks == cell.looks {
                spans[spans.count - 1].last = place
            } else {
                spans.append((place, place, cell.looks))
            }
        }
        let told = spans.filter { !$0.looks.isEmpty }
            .map { "\($0.first + 1)-\($0.last + 1) \($0.looks.joined(separator: " "))" }
        return told.isEmpty ? nil : told.joined(separator: ", ")
    }
}

/// How letters look after some sequences of SGR (ECMA-48, 8.3.117).
private struct Looks {
    private var attributes: [String] = []
    private var color: String?

    /// Weight and lines first, then the colour.
    var words: [String] { attributes + (color.map { [$0] } ?? []) }

    init(_ sequence: String = "") { if !sequence.isEmpty { use(sequence) } }

    private static let attributes = ["1": "bold", "2": "faint", "4": "underlined", "9": "struck"]
    private static let colors = [
        "31": "red", "32": "green", "33": "yellow", "35": "magenta", "94": "bright blue",
    ]

    /// - Parameter sequence: with or without ESC, `[` and `m`.
    mutating func use(_ sequence: String) {
        let parameters = sequence.filter { $0.isNumber || $0 == ";" }
        for parameter in parameters.split(separator: ";", omittingEmptySubsequences: false).map(String.init) {
            if parameter.isEmpty || parameter == "0" {
                (attributes, color) = ([], nil)
            } else if parameter == "39" || parameter == "49" {
                // The terminal's own colour of letters, or of what is behind them, which we never set.
                color = parameter == "39" ? nil : color
            } else if let name = Looks.colors[parameter] {
                color = name
            } else {
                attributes.append(Looks.attributes[parameter] ?? "SGR \(parameter)")
            }
        }
    }
}
