import ArgumentParser
import Foundation
import Model
import Newsroom
import Text

/// Serves the newsroom to a program outside the tests, such as the demo.
@main
struct NewsroomServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsroom-server", abstract: "Eight invented newspapers on loopback ports.",
        subcommands: [Serve.self, Judge.self], defaultSubcommand: Serve.self)
}

/// Prints the figures of a crawl: `pantau lead show --stdin --json | newsroom-server judge labels.jsonl`.
struct Judge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure a crawl of the newsroom.")

    @Argument(help: "The labels that `serve --labels` wrote.")
    var labels: String

    func run() throws {
        let labels = try String(contentsOfFile: labels, encoding: .utf8)
        let shown = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        let figures = try NewsroomFigures(
            labels: labels.split(separator: "\n"), shown: shown.split(separator: "\n"))
        for line in figures.lines { print(line) }
    }
}

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve until SIGTERM, SIGINT or the end of standard input.",
        discussion: """
            Prints one line of JSON with the outlets' addresses and the allow-list (host:port,...), then serves until \
            SIGTERM, SIGINT, or the end of standard input where that is a pipe or a terminal.
            """)

    @Option(help: "Write newsroom.yaml with the eight sources into this folder, which is made if need be.")
    var feeds: String?

    @Option(help: "Write what a careful reader says of each article to this file, one JSON object a line.")
    var labels: String?

    @Option(help: "How many milliseconds the slow outlet takes to answer.")
    var slowness = 300

    func validate() throws {
        guard (0...60_000).contains(slowness) else { throw ValidationError("--slowness must be 0 to 60000") }
    }

    func run() async throws {
        let ending = Ending()
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let newsroom = try await Newsroom.start(now: now, slowness: .milliseconds(slowness))
        defer { newsroom.stop() }
        if let feeds {
            let folder = URL(filePath: feeds, directoryHint: .isDirectory)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try write(newsroom.sourcesYAML, to: folder.appending(path: "newsroom.yaml"))
        }
        if let labels { try write(newsroom.labelsJSONL, to: URL(filePath: labels)) }
        try FileHandle.standardOutput.write(contentsOf: Data((newsroom.announcement.text + "\n").utf8))
        await ending.wait()
    }

    private func write(_ text: String, to file: URL) throws {
        try Data(text.utf8).write(to: file, options: .atomic)
    }
}
