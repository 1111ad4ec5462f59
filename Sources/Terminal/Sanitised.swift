/// The text as it may reach a terminal: the last line of defence against what the web sends.
///
/// Control characters (ESC and the 8-bit CSI among them), line breaks and tabs become a blank, so that no escape
/// sequence begins and no cell breaks its line; characters that turn or hide text are shown by their number
/// (`<U+202E>`), so that nobody reads a file name or an amount backwards.
public func sanitised(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isUnsafeOnScreen }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if !scalar.isUnsafeOnScreen {
            out.append(scalar)
        } else if scalar.properties.generalCategory == .format {
            out.append(contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
        } else {
            out.append(" ")
        }
    }
    return String(out)
}

extension Unicode.Scalar {
    fileprivate var isUnsafeOnScreen: Bool {
        if value < 0x7F { return value < 0x20 }
        return switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        // Zero-width joiners are needed by emoji and Tamil; a soft hyphen is harmless.
        case .format: value != 0x200D && value != 0x200C && value != 0xAD
        default: false
        }
    }
}
