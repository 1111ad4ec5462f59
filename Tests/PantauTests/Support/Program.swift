import ChildProcess
import Foundation

/// One run of the built program, in a process of its own.
///
/// Output goes to files, so that a program that writes much or dies early blocks nobody.
final class Program: Sendable {
    private let process: ChildProcess
    private let folder: URL

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
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data((input ?? "").utf8).write(to: folder.appending(path: "in"))
        for name in ["out", "err"] { try Data().write(to: folder.appending(path: name)) }
        process = try ChildProcess(
            command, environment: environment, folder: folder.path, input: .file(folder.appending(path: "in").path),
            output: .file(folder.appending(path: "out").path), messages: .file(folder.appending(path: "err").path))
    }

    /// Its number, for signals.
    var id: Int32 { process.id }

    var isRunning: Bool { process.isRunning }

    /// What it has written to standard error so far.
    var messages: String { String(decoding: (try? bytes("err")) ?? [], as: UTF8.self) }

    func send(_ signal: Int32) { process.send(signal) }

    /// Waits for its end; kills it after `limit`, which is no end that a test expects.
    @discardableResult
    func end(within limit: Duration = .seconds(300)) async throws -> Ending {
        let guardian = Task {
            try await Task.sleep(for: limit)
            self.send(SIGKILL)
        }
        let ending = await process.end()
        guardian.cancel()
        return Ending(
            exit: ending.exit, signal: ending.signal, outputBytes: try bytes("out"), messageBytes: try bytes("err"))
    }

    private func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
}
