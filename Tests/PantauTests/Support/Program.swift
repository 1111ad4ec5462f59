import Foundation

/// One run of the built program, in a process of its own.
///
/// Output goes to files, so that a program that writes much or dies early blocks nobody. `Process` is not `Sendable`; all
/// that is done with it here is to start it, ask for its number, and wait for its end, which is told once.
final class Program: @unchecked Sendable {
    private let process = Process()
    private let folder: URL
    private let ended: AsyncStream<Void>

    /// The program lies beside the test bundle, wherever that was built.
    static let executable: URL = {
        let bundle = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return bundle.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "pantau")
    }()

    /// Starts it.
    ///
    /// - Parameters:
    ///   - command: the program and its arguments; the first is looked for nowhere.
    ///   - environment: all of its environment.
    ///   - folder: where its output is kept, and what it is started in.
    init(_ command: [String], environment: [String: String], input: String?, folder: URL) throws {
        self.folder = folder
        let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
        self.ended = ended
        let manager = FileManager.default
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data((input ?? "").utf8).write(to: folder.appending(path: "in"))
        for name in ["out", "err"] { try Data().write(to: folder.appending(path: name)) }
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        process.terminationHandler = { _ in continuation.finish() }
        try process.run()
    }

    /// Its number, for signals.
    var id: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    /// What it has written to standard error so far.
    var messages: String { String(decoding: (try? bytes("err")) ?? [], as: UTF8.self) }

    func send(_ signal: Int32) { kill(id, signal) }

    /// Waits for its end; kills it after `limit`, which is no end that a test expects.
    @discardableResult
    func end(within limit: Duration = .seconds(300)) async throws -> Ending {
        let guardian = Task {
            try await Task.sleep(for: limit)
            self.send(SIGKILL)
        }
        for await _ in ended {}
        guardian.cancel()
        let exited = process.terminationReason == .exit
        return Ending(
            exit: exited ? process.terminationStatus : nil, signal: exited ? nil : process.terminationStatus,
            outputBytes: try bytes("out"), messageBytes: try bytes("err"))
    }

    private func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
}
