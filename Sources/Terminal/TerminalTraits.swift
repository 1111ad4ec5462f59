import Glibc

/// What is known of where output goes. Read once at the start; a value, so that tests make their own.
public struct TerminalTraits: Hashable, Sendable {
    /// False for a file or pipe: no colour, nothing cut, no prompt, RFC 3339 times.
    public var isTerminal: Bool
    /// 80 by 24 where nothing tells.
    public var columns: Int
    public var rows: Int
    public var usesColor: Bool
    public var glyphs: Glyphs

    public init(
        isTerminal: Bool, columns: Int = 80, rows: Int = 24, usesColor: Bool = false, glyphs: Glyphs = .unicode
    ) {
        (self.isTerminal, self.columns, self.rows) = (isTerminal, columns, rows)
        (self.usesColor, self.glyphs) = (usesColor, glyphs)
    }

    /// Asks the system about an open file descriptor: 1 for standard output, 2 for standard error.
    ///
    /// - Parameter isASCII: the `--ascii` flag; a locale that is not UTF-8 has the same effect.
    public init(
        of descriptor: Int32, environment: [String: String], color: ColorChoice = .auto, isASCII: Bool = false
    ) {
        isTerminal = isatty(descriptor) == 1
        var size = winsize()
        let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        columns = TerminalTraits.extent(isKnown ? Int(size.ws_col) : 0, environment["COLUMNS"], otherwise: 80)
        rows = TerminalTraits.extent(isKnown ? Int(size.ws_row) : 0, environment["LINES"], otherwise: 24)
        usesColor = color.usesColor(isTerminal: isTerminal, environment: environment)
        glyphs = isASCII || TerminalTraits.isNotUTF8(environment) ? .ascii : .unicode
    }

    /// A window may say 0 (a serial line, a container's console); then the variable counts, then the default.
    private static func extent(_ measured: Int, _ variable: String?, otherwise fallback: Int) -> Int {
        if measured > 0 { return measured }
        guard let number = variable.flatMap(Int.init), (1...1000).contains(number) else { return fallback }
        return number
    }

    /// The first of the three that is set decides, as in setlocale(3). None set says nothing: containers set none, and
    /// their terminals show UTF-8.
    private static func isNotUTF8(_ environment: [String: String]) -> Bool {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        guard let locale = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
            return false
        }
        let folded = locale.lowercased()
        return !folded.contains("utf-8") && !folded.contains("utf8")
    }
}
