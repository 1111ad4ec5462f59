import Foundation

/// A terminal in which the program runs as before a person: keys are sent, and what stands on it is read.
final class Tmux: Sendable {
    private let socket: String

    struct Failure: Error {
        let arguments: [String]
    }

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux") }

    /// Starts the program; what it leaves behind stays to be read.
    init(
        _ machine: Machine, _ arguments: [String], columns: Int, rows: Int, with extra: [String: String] = [:],
        afterwards: String = "sleep 600"
    ) throws {
        socket = machine.path("tmux-\(UUID().uuidString.prefix(8))")
        let variables = machine.environment.merging(extra) { $1 }.filter { $0.key != "TERM" }
            .map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
        let words = ([Program.executable.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        try run([
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
            "env \(variables) \(words); echo EXIT $?; \(afterwards)",
        ])
    }

    deinit { _ = try? run(["kill-server"]) }

    /// Types text, or presses keys by tmux' names (`Enter`, `Escape`, `C-r`).
    func send(_ keys: String...) throws { try run(["send-keys", "-t", "0"] + keys) }

    func resize(columns: Int, rows: Int) throws {
        try run(["resize-window", "-t", "0", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// What stands on the terminal.
    var text: String { get throws { try run(["capture-pane", "-p", "-t", "0"]) } }

    /// The number of the program that runs in it; nil where it has ended.
    var program: Int32? {
        get throws {
            let shell = try run(["display-message", "-p", "-t", "0", "#{pane_pid}"]).trimmingCharacters(in: .newlines)
            let children = (try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)) ?? ""
            return children.split(separator: " ").compactMap { Int32($0) }.first
        }
    }

    /// Waits until something stands on the terminal.
    ///
    /// - Returns: what stands there then, or after ten seconds.
    @discardableResult
    func wait(for part: String) async throws -> String {
        for _ in 0..<200 {
            let text = try text
            if text.contains(part) { return text }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try text
    }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/tmux")
        process.arguments = ["-S", socket] + arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
