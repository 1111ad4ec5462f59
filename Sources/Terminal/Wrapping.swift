/// The text in lines of at most `width` columns, broken at blanks; a word that is longer than a line is broken inside.
///
/// - Parameters:
///   - first: what stands before the first line, such as `[1] `.
///   - indent: how many blanks stand before each further line.
public func wrapped(_ text: String, width: Int, first: String = "", indent: Int = 0) -> [String] {
    let width = max(width, indent + 8, first.columns + 8)
    let hanging = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = first
    var used = first.columns
    var isEmpty = true

    func breakLine() {
        lines.append(line)
        (line, used, isEmpty) = (hanging, indent, true)
    }
    for word in sanitised(text).split(separator: " ") {
        let needed = word.columns
        if !isEmpty, used + 1 + needed > width { breakLine() }
        if !isEmpty {
            line += " "
            used += 1
        }
        isEmpty = false
        if used + needed <= width {
            line += word
            used += needed
            continue
        }
        for character in word {
            if used + character.columns > width { breakLine() }
            line.append(character)
            used += character.columns
            isEmpty = false
        }
    }
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return lines
}
