/// Characters that take over a terminal or turn a line around: C0 but line feed and tab, DEL, C1, bidi controls.
func hostileScalars(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// What stands in bytes for a terminal that is neither text nor one of the sequences that the screen is drawn with.
///
/// - Parameter sequences: whether any are allowed; questions and answers need none.
func strangeParts(of bytes: some Sequence<UInt8>, allowing sequences: Bool) -> [String] {
    guard let text = String(validating: Array(bytes), as: UTF8.self) else { return ["no UTF-8"] }
    // Moves, erasing, margins, rows moved, looks; the cursor, the other screen, pasting.
    let known = /\u{1B}\[(\d+(;\d+)*)?[HJKCrMLm]|\u{1B}\[\?(25|1049|2004)[hl]/
    let plain = (sequences ? text.replacing(known, with: "") : text).replacing("\r\n", with: "\n")
    let hidden: [ClosedRange<UInt32>] = [0x200B...0x200D, 0x2060...0x2064, 0xFEFF...0xFEFF, 0xE0000...0xE007F]
    return hostileScalars(in: plain).map { "control U+\(String($0.value, radix: 16))" }
        + plain.unicodeScalars.filter { scalar in hidden.contains { $0.contains(scalar.value) } }
        .map { "hidden U+\(String($0.value, radix: 16))" }
}

/// Texts that a page may bring, each against another weakness.
enum HostileText {
    static let all = [
        // Clears, renames the window, switches the screen, puts into the clipboard, asks the terminal to answer.
        "\u{1B}[2J\u{1B}[H\u{1B}]0;pwned\u{7}\u{1B}[?1049l\u{1B}]52;c;cm0gLXJm\u{7}\u{1B}[6n\u{1B}[c api",
        // The same in C1, a device string, a shift to the line graphics.
        "\u{9B}2J\u{9D}0;x\u{9C}\u{90}1;2q\u{1B}\\\u{E}lqqk\u{F}\u{0}\u{8}\u{8}\u{7F} hangus",
        // Turned and hidden text.
        "\u{202E}000,05MR\u{202C} \u{2066}a\u{2069}\u{200B}\u{200E}\u{61C}\u{FEFF}\u{2060}\u{AD}\u{E0041} rumah",
        // Line breaks of all kinds, tabs, form feed.
        "satu\r\ndua\rtiga\u{85}empat\u{2028}lima\u{2029}enam\u{B}tujuh\u{C}lapan\tsembilan",
        // Wide, pictures joined and flagged, marks alone and in floods.
        "\u{301}\u{301}辺境 가나다 👩‍👩‍👧‍👦 🇲🇾 👍🏽 e\(String(repeating: "\u{301}", count: 5000)) \u{20DD}x",
        // One word without an end, and one line of a megabyte.
        String(repeating: "A", count: 100_000), String(repeating: "kebakaran besar ", count: 1 << 16),
        // What a printf, a shell or a spreadsheet would take for its own.
        "%s%n$(reboot)`id` =cmd|'/c calc'!A1 <script>alert(1)</script> {{7*7}}",
    ]
}
