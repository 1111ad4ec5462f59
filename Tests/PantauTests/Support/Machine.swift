import Foundation
import Newsroom

/// A squad's computer in a temporary folder: HOME, XDG folders, and nothing of the tester's own settings.
final class Machine: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "pantau-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// A machine on which everything is as on `other` now.
    init(copyOf other: Machine) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "pantau-e2e-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: other.folder, to: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var database: String { path("data/pantau/pantau.db") }
    var config: String { path("config/pantau/config.yaml") }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The bytes of the files that hold the database.
    func databaseBytes() throws -> Data {
        try ["", "-wal"].reduce(into: Data()) { bytes, ending in
            guard FileManager.default.fileExists(atPath: database + ending) else { return }
            bytes += try Data(contentsOf: URL(filePath: database + ending))
        }
    }

    /// All that the program is given; nothing leaks in from whoever runs the tests.
    var environment: [String: String] {
        [
            "HOME": folder.path, "XDG_DATA_HOME": path("data"), "XDG_CONFIG_HOME": path("config"),
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "PANTAU_LANG": "en",
            "PANTAU_USER": "aminah",
        ]
    }
}

// MARK: Running

extension Machine {
    /// Runs the program to its end.
    @discardableResult
    func pantau(
        _ arguments: String..., input: String? = nil, with extra: [String: String] = [:],
        within limit: Duration = .seconds(300)
    ) async throws -> Ending {
        try await start(arguments, input: input, with: extra).end(within: limit)
    }

    private var runFolder: URL { folder.appending(path: "runs/\(UUID().uuidString)") }

    /// Starts the program.
    func start(_ arguments: [String], input: String? = nil, with extra: [String: String] = [:]) throws -> Program {
        try Program(
            [Program.executable.path] + arguments, environment: environment.merging(extra) { $1 }, input: input,
            folder: runFolder)
    }

    /// Runs a line of the shell, in which `$pantau` is the program: for pipes, limits and closed descriptors.
    func shell(_ line: String, with extra: [String: String] = [:]) async throws -> Ending {
        let extra = extra.merging(["pantau": Program.executable.path]) { $1 }
        return try await Program(
            ["/bin/sh", "-c", line], environment: environment.merging(extra) { $1 }, input: nil,
            folder: runFolder
        ).end()
    }
}

// MARK: Setting up

extension Machine {
    /// Settings under which a newsroom may be crawled without rests; `more` are further lines of the group `crawl`.
    func configure(for newsroom: Newsroom, more: String...) throws {
        let hosts = newsroom.allowList.map { "\"\($0)\"" }.joined(separator: ", ")
        let crawl = ["gap: 0s", "allow-hosts: [\(hosts)]"] + more
        try write("crawl:\n" + crawl.map { "  \($0)\n" }.joined(), to: "config/pantau/config.yaml")
        try write(newsroom.sourcesYAML, to: "config/pantau/Feeds/newsroom.yaml")
    }
}
