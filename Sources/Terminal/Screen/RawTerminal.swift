import Glibc

/// A terminal that gives every key at once and shows a screen of its own, beside what stood on it before.
///
/// The alternate screen keeps personal data out of the scrollback. ``leave()`` gives the terminal back as it was; it may
/// be called at any time and more than once.
public final class RawTerminal {
    private let input: Int32
    private let output: Int32
    private var before: termios?
    /// What stands on the screen; nil where that is not known.
    private var shown: Canvas?
    private let inColor: Bool

    /// How many bytes were written since the start, for those who measure.
    public private(set) var bytesWritten = 0

    /// - Returns: nil where either descriptor is no terminal.
    public init?(input: Int32 = 0, output: Int32 = 1, inColor: Bool) {
        guard isatty(input) == 1, isatty(output) == 1 else { return nil }
        (self.input, self.output, self.inColor) = (input, output, inColor)
    }

    deinit { leave() }

    /// Takes the terminal: no echo, no line editing, no signals by key, bracketed paste.
    ///
    /// - Returns: false where the terminal refuses, as one that was hung up does.
    @discardableResult
    public func enter() -> Bool {
        var settings = termios()
        guard tcgetattr(input, &settings) == 0 else { return false }
        if before == nil { before = settings }
        settings.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
        settings.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON)
        settings.c_cflag |= tcflag_t(CS8)
        guard tcsetattr(input, TCSADRAIN, &settings) == 0 else { return false }
        shown = nil
        write("\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?25l")
        return true
    }

    /// Gives the terminal back as it was.
    public func leave() {
        guard var settings = before else { return }
        before = nil
        write("\u{1B}[0m\u{1B}[2J\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l")
        tcsetattr(input, TCSADRAIN, &settings)
    }

    /// Columns and rows now; 80 by 24 where the terminal does not tell.
    public var size: ScreenSize {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return ScreenSize(columns: 80, rows: 24)
        }
        return ScreenSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Shows a screen; only what differs from the one before is sent.
    public func show(_ canvas: Canvas) {
        guard canvas != shown else { return }
        write(canvas.painted(over: shown, inColor: inColor))
        shown = canvas
    }

    /// Hands a text to the clipboard of whoever looks at the terminal, also over SSH (OSC 52). A terminal that does not
    /// know it, or does not allow it, passes it over.
    ///
    /// - Parameter text: in base64, so that it can hold no sequence of its own; anything else is not sent.
    public func copy(base64 text: String) {
        guard text.utf8.allSatisfy({ byte in RawTerminal.base64Digits.contains(byte) }) else { return }
        write("\u{1B}]52;c;\(text)\u{07}")
    }

    private static let base64Digits = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)

    /// The next screen is sent whole, as after another program has written on the terminal.
    public func forget() { shown = nil }

    /// A terminal that was closed takes no more, and that is told by its input: errors are passed over here.
    private func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        bytesWritten += bytes.count
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
                continue
            }
            guard count < 0, errno == EINTR || errno == EAGAIN else { return }
            if errno == EAGAIN { usleep(1000) }
        }
    }
}

/// How large a screen is, in characters.
public struct ScreenSize: Hashable, Sendable {
    public var columns: Int
    public var rows: Int
    public init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }
}
