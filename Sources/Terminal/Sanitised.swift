import Text

/// The text as it may reach a terminal: the last line of defence against what the web, a file or a colleague typed.
///
/// What a character does is told by the same table that cleans articles. Here nothing vanishes unseen: control characters
/// (ESC and the 8-bit CSI among them), line breaks and tabs become a blank, so that no escape sequence begins and no cell
/// breaks its line; characters that turn or hide text are shown by their number (`<U+202E>`), so that nobody reads a
/// file's name or an amount backwards. Marks beyond four on one letter, the most that cleaned articles have, are left out:
/// they would pile up over the lines above, and each key would send them again.
public func sanitised(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var out = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
        let role = CharacterRole(scalar)
        marks = role == .mark ? marks + 1 : 0
        switch role {
        case .letter: out.append(scalar)
        case .mark: if marks <= 4 { out.append(scalar) }
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
