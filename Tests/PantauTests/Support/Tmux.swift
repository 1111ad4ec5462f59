import Foundation

/// A real terminal in which the program runs as before a person: keys are pressed, and what stands on it is read.
///
/// tmux keeps the terminal. Its server is this value's own, with a socket that nobody else has, and ends with it, also
/// where a test fails.
final class Tmux: Sendable {
    private static let path = "/usr/bin/tmux"
    static var isInstalled: Bool { access(path, X_OK) == 0 }

    /// As CI has it; without tmux these tests are skipped, and say so.
    static let advice = "tmux is not installed: apt-get install tmux"

    /// The review, and around it what tells in which state it leaves a terminal: `before`, `after`, and on the screen
    /// the exit code.
    static let review = line("review")

    /// A command of the program in a line of the shell.
    static func line(_ arguments: String) -> String {
        """
        stty -g >before; sh -c 'echo $$ >pid; exec "$pantau" \(arguments)'; code=$?; stty -g >after; \
        printf '\\nEXIT %s\\n' $code; sleep 600
        """
    }

    private let machine: Machine
    private let environment: [String: String]
    /// Of this terminal alone: its socket, and the files of ``line(_:)``.
    private let folder: URL
    private let server: pid_t

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Opens a terminal and runs a line of the shell in it, in which `$pantau` is the program.
    ///
    /// - Parameters:
    ///   - keepsBytes: all that is written to the terminal is kept as it was written, in the file `bytes`.
    ///   - extra: environment variables besides the machine's own.
    init(
        on machine: Machine, _ line: String = Tmux.review, columns: Int = 80, rows: Int = 24, keepsBytes: Bool = false,
        with extra: [String: String] = [:]
    ) async throws {
        self.machine = machine
        environment = machine.environment.merging(["pantau": Program.executable.path]) { $1 }.merging(extra) { $1 }
        // A socket's path may have a hundred bytes.
        folder = machine.folder.appending(path: "tty-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The program waits until somebody listens.
        let start = keepsBytes ? "read go; \(line)" : line
        let answer = try await Tmux.run(
            [
                "new-session", "-d", "-P", "-F", "#{pid}", "-c", folder.path, "-x", "\(columns)", "-y", "\(rows)",
                "TERM=\(extra["TERM"] ?? "tmux-256color") exec sh -c '\(start.replacing("'", with: "'\\''"))'",
            ], in: folder, environment)
        guard let server = pid_t(answer.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Failure(description: "tmux said \(answer)")
        }
        self.server = server
        guard keepsBytes else { return }
        try await tell("pipe-pane", "-t", "0", "-O", "exec cat >'\(folder.path)/bytes'")
        try await press("Enter")
    }

    /// With its server end the terminal and all that runs in it.
    deinit { kill(server, SIGTERM) }

    // MARK: What a person does

    /// Types a text letter by letter.
    func type(_ text: String) async throws { try await tell("send-keys", "-t", "0", "-l", text) }

    /// Presses keys by tmux' names: `Enter`, `Escape`, `C-r`.
    func press(_ keys: String...) async throws { try await tell(["send-keys", "-t", "0"] + keys) }

    func resize(columns: Int, rows: Int) async throws {
        try await tell("resize-window", "-t", "0", "-x", "\(columns)", "-y", "\(rows)")
    }

    /// What stands on the terminal now.
    var picture: Picture {
        get async throws { Picture(captured: try await tell("capture-pane", "-p", "-e", "-t", "0")) }
    }

    // MARK: What the tests look at

    /// How the terminal stands.
    struct State: Equatable {
        var isAlternate: Bool
        var showsCursor: Bool
    }

    var state: State {
        get async throws {
            let flags = try await tell("display-message", "-p", "-t", "0", "#{alternate_on}#{cursor_flag}")
            return State(isAlternate: flags.hasPrefix("1"), showsCursor: flags.dropFirst().hasPrefix("1"))
        }
    }

    /// What stands on the terminal and what has left it at the top.
    var everything: String { get async throws { try await tell("capture-pane", "-p", "-S", "-", "-t", "0") } }

    /// Closes the window over the program's head.
    func close() async throws { try await tell("kill-server") }

    /// A file that stands in the terminal's folder; nil where there is none.
    func file(_ name: String) -> Data? { try? Data(contentsOf: folder.appending(path: name)) }

    /// The number of the program that runs in it.
    var program: pid_t? {
        file("pid").flatMap {
            pid_t(String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// Waits until what stands on the terminal is as wanted.
    ///
    /// - Throws: after `limit`, with what stood there instead.
    @discardableResult
    func wait(
        _ what: String, within limit: Duration = .seconds(180), until isSo: (Picture) throws -> Bool
    ) async throws -> Picture {
        let end = ContinuousClock.now + limit
        while true {
            let picture = try await picture
            if try isSo(picture) { return picture }
            guard ContinuousClock.now < end else {
                throw Failure(description: "waited in vain for \(what); there stands:\n\(picture.text)")
            }
            try await Task.sleep(for: .milliseconds(30))
        }
    }

    /// Waits until a text stands on the terminal.
    @discardableResult
    func wait(for part: String, within limit: Duration = .seconds(180)) async throws -> Picture {
        try await wait("\"\(part)\"", within: limit) { $0.text.contains(part) }
    }

    // MARK: tmux

    @discardableResult
    private func tell(_ arguments: String...) async throws -> String { try await tell(arguments) }

    @discardableResult
    private func tell(_ arguments: [String]) async throws -> String {
        try await Tmux.run(arguments, in: folder, environment)
    }

    /// One call of tmux. Its output goes to a file: the server that the first call starts must hold no pipe of ours.
    private static func run(
        _ arguments: [String], in folder: URL, _ environment: [String: String]
    ) async throws -> String {
        let call = folder.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: call) }
        let ending = try await Program(
            [path, "-u", "-f", "/dev/null", "-S", folder.appending(path: "s").path] + arguments,
            environment: environment, input: nil, folder: call
        ).end(within: .seconds(180))
        guard ending.exit == 0 else {
            throw Failure(description: "tmux \(arguments.joined(separator: " ")): \(ending.messages)")
        }
        return ending.output
    }
}
