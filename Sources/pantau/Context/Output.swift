import Model
import Referring
import Settings
import Terminal
import Text

#if canImport(Glibc)
    import Glibc
#endif

/// Where answers go. Standard output carries data; everything else goes to standard error.
final class Output: Sendable {
    let language: ScreenLanguage
    let format: OutputFormat
    let terminal: TerminalTraits
    let isQuiet: Bool
    let logFormat: LogFormat
    /// Columns of a table; where nobody looks nothing is cut.
    let tableWidth: Int
    /// False where nobody looks.
    let cutsTables: Bool
    private let write: @Sendable (Stream, String) -> Void

    enum Stream: Sendable { case data, messages }

    /// Whether answers and errors are for a program to read.
    var isJSON: Bool { format == .json || format == .jsonl }

    init(
        language: ScreenLanguage, format: OutputFormat, terminal: TerminalTraits, isQuiet: Bool = false,
        logFormat: LogFormat = .text, cutsTables: Bool = true, write: @escaping @Sendable (Stream, String) -> Void
    ) {
        (self.language, self.format, self.terminal) = (language, format, terminal)
        (self.isQuiet, self.logFormat, self.write) = (isQuiet, logFormat, write)
        (self.cutsTables, tableWidth) = (cutsTables, cutsTables ? terminal.columns : 10_000)
    }

    convenience init(_ options: GlobalOptions, settings: Settings, environment: [String: String]) {
        var traits = TerminalTraits(
            of: 1, environment: environment, color: options.color, isASCII: options.ascii)
        let width = options.width ?? environment["PANTAU_WIDTH"].flatMap(Int.init)
        let isFixed = width.map(GlobalOptions.widths.contains) ?? false
        if let width, isFixed { traits.columns = width }
        self.init(
            language: options.language ?? ScreenLanguage(environment: environment, setting: settings.language),
            format: options.json ? .json : options.format ?? (traits.isTerminal ? .table : .tsv), terminal: traits,
            isQuiet: options.quiet, logFormat: options.logFormat, cutsTables: traits.isTerminal || isFixed
        ) { stream, text in
            Output.writeAll(text, to: stream == .data ? 1 : 2)
        }
    }

    /// A line of data for a pipe or file. Control characters in it become blanks, but for tabs in a record of fields.
    ///
    /// With `--format csv` a line of a table for a spreadsheet.
    func record(_ fields: [String]) {
        let line = format == .csv ? fields.map(csvField).joined(separator: ",") + "\r\n" : tabSeparated(fields) + "\n"
        write(.data, line)
    }

    /// Lines of data, under their names where the format has a heading.
    func records(named names: [String], _ rows: some Sequence<[String]>) {
        if format == .csv { record(names) }
        for row in rows { record(row) }
    }

    func line(_ text: StyledText = "") { write(.data, text.rendered(inColor: terminal.usesColor) + "\n") }

    /// Lines of our own making, as they are.
    func text(_ text: String) { write(.data, text) }

    /// What a server sent, byte by byte: for a pipe or file alone, because a terminal would obey what stands in it.
    func bytes(_ bytes: [UInt8]) { Output.writeAll(bytes, to: 1) }

    /// JSON escapes control characters by itself.
    func json(_ value: JSONValue) { write(.data, value.text + "\n") }

    /// A sentence that is the answer, such as "No leads match".
    func say(_ message: Message) { write(.data, sanitised(message.text(in: language)) + "\n") }

    /// A sentence beside the answer: what was done, a note, a warning.
    func note(_ message: Message) {
        if !isQuiet { write(.messages, sanitised(message.text(in: language)) + "\n") }
    }

    /// Something is wrong that does not keep the command from its work.
    func warn(_ text: String) {
        for line in text.split(separator: "\n") { write(.messages, "pantau: " + sanitised(String(line)) + "\n") }
    }

    /// A question at the terminal; the cursor stays behind it.
    func prompt(_ message: Message) { write(.messages, sanitised(message.text(in: language))) }

    /// A line of the log or of progress.
    func log(_ text: String) { write(.messages, sanitised(text) + "\n") }

    /// The reason why a command did not do its work, with the program's name before it; one line of JSON for scripts.
    func fail(_ message: Message) {
        guard isJSON else {
            for (index, line) in message.text(in: language).split(separator: "\n").enumerated() {
                write(.messages, (index == 0 ? "pantau: " : "        ") + sanitised(String(line)) + "\n")
            }
            return
        }
        let problem = JSONValue.compact([
            ("type", .string("urn:pantau:error:\(message.id)")), ("title", .string(message.id)),
            ("detail", .string(message.text(in: language))), ("exit", .integer(Int64(message.exit.rawValue))),
            ("hint", message.hint.map { .string($0) }),
        ])
        write(.messages, problem.text + "\n")
    }

    private static func writeAll(_ text: String, to descriptor: Int32) { writeAll(Array(text.utf8), to: descriptor) }

    /// Messages that nobody can read are lost, and no more: a crawl goes on.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    if descriptor == 1 { end(because: errno) }
                    return
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// A closed pipe (`| head`) ends the command quietly, as with other tools; a full disk is not passed over.
    private static func end(because cause: Int32) -> Never {
        guard cause != EPIPE else { exit(0) }
        let why = String(cString: strerror(cause))
        writeMessage("pantau: Cannot write the answer to standard output: \(why). What was done is kept.\n")
        exit(ExitStatus.inputOutput.rawValue)
    }
}

extension ScreenLanguage {
    /// `PANTAU_LANG`, then the setting, then the locale's language where it is Malay or English, else English.
    init(environment: [String: String], setting: ScreenLanguage?) {
        if let language = environment["PANTAU_LANG"].flatMap(ScreenLanguage.init(rawValue:)) ?? setting {
            self = language
            return
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = locale.hasPrefix("ms") ? .malay : .english
    }
}

/// Writes to standard error where there is no context yet; nobody is left to tell where standard error itself is closed.
func writeMessage(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
}
