import ChildProcess
import FoundationEssentials
import Glibc

/// A squad's files in a folder, and the program at work on them.
struct Stage {
    let database: String
    let out: String
    private let config: String
    private let folder: String
    private let program: String
    /// Runs that were killed before they ended, and those that were faster.
    private(set) var killed = 0
    private(set) var ended = 0
    /// The most memory that a run took, in kB.
    private(set) var peak = 0

    struct Failure: Error {
        var command: [String]
        var exit: Int32?
        var messages: String
    }

    init(folder: String, address: String) throws {
        (self.folder, database, out) = (folder, folder + "/pantau.db", folder + "/out")
        config = folder + "/config.yaml"
        program = (CommandLine.arguments[0] as String).split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
            + "/pantau"
        let secret = folder + "/secret"
        let files = [
            (secret, "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\n"),
            (
                folder + "/consumers.yaml",
                """
                consumers:
                  - {name: mysynergy, url: "\(address)", secret-file: "\(secret)", agencies: [PERKESO], records: full}
                """
            ), (config, "export: {consumers: \"\(folder)/consumers.yaml\"}\n"),
        ]
        for (path, text) in files {
            try Data(text.utf8).write(to: URL(filePath: path))
            chmod(path, 0o600)
        }
        mkdir(out, 0o700)
    }

    /// Starts the program and kills it, unless it ends before.
    mutating func kill(_ arguments: [String], after span: Duration) async throws {
        let child = try start(arguments)
        try await Task.sleep(for: span)
        note(child)
        child.send(SIGKILL)
        if await child.end().signal == SIGKILL { killed += 1 } else { ended += 1 }
    }

    /// Runs the program to its end.
    mutating func finish(_ arguments: [String]) async throws {
        let child = try start(arguments)
        while child.isRunning {
            note(child)
            try await Task.sleep(for: .milliseconds(50))
        }
        let end = await child.end()
        guard end.exit == 0 else {
            let words = try Data(contentsOf: URL(filePath: folder + "/messages"))
            throw Failure(command: arguments, exit: end.exit, messages: String(decoding: words, as: UTF8.self))
        }
    }

    /// What a receiver does with files that it has taken: `ID.ack` for the newest export.
    mutating func confirmAll() async throws {
        let manifests = try FileManager.default.contentsOfDirectory(atPath: out).filter {
            $0.hasSuffix(".manifest.json") && !$0.hasPrefix(".")
        }
        guard let newest = manifests.sorted().last else { return }
        try await finish(["export", "verify", out + "/" + newest])
        let text = String(decoding: try Data(contentsOf: URL(filePath: out + "/" + newest)), as: UTF8.self)
        let id = text.split(separator: "\"").drop { $0 != "export_id" }.dropFirst(2).first ?? ""
        try Data().write(to: URL(filePath: out + "/\(id).ack"))
        try await finish(["export", "confirm", "--acks", out])
    }

    private func start(_ arguments: [String]) throws -> ChildProcess {
        let messages = folder + "/messages"
        try Data().write(to: URL(filePath: messages))
        return try ChildProcess(
            [program] + arguments + ["--db", database, "--config", config],
            environment: ["PATH": "/usr/bin:/bin", "HOME": folder, "PANTAU_LANG": "en"], input: .file("/dev/null"),
            output: .file("/dev/null"), messages: .file(messages))
    }

    /// The kernel keeps the greatest size a process has had.
    private mutating func note(_ child: ChildProcess) {
        guard let status = try? String(contentsOfFile: "/proc/\(child.id)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let size = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return }
        peak = max(peak, size)
    }
}
