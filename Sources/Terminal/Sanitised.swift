import Text

/// The text as it may reach a terminal: the last line of defence against what the web, a file or a colleague typed.
///
/// What a character does is told by the same table that cleans articles. Here nothing vanishes unseen: control characters
/// (ESC and the 8-bit CSI among them), line breaks and tabs become a blank, so that no escape sequence begins and no cell
/// breaks its line; characters that turn or hide text are shown by their number (`<U+202E>`), so that nobody reads a
/// file's name or an amount backwards.
public func sanitised(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch CharacterRole(scalar) {
        case .letter, .mark: out.append(scalar)
        case .blank, .lineBreak: out.append(" ")
        case .dropped: out.append(contentsOf: stand(for: scalar).unicodeScalars)
        }
    }
    return String(out)
}

/// What is shown for a character that must not reach the terminal.
private func stand(for scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control: " "
    // Joiners and soft hyphens stand in honest text, and are only left out.
    case .format where ![0xAD, 0x200C, 0x200D].contains(scalar.value):
        "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
    default: ""
    }
}
