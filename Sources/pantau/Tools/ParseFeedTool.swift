import ArgumentParser
import FoundationEssentials
import Model
import Reading
import Text

struct ParseFeedTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse-feed", abstract: "Show what is read from a feed.")

    @Option(help: "The feed's address, for relative links.")
    var url: String?

    @Option(name: .customLong("header"), help: "A response header, such as 'Content-Type: text/xml'.")
    var headers: [String] = []

    @Flag(help: "Read requests from standard input, one JSON object a line.")
    var batch = false

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "The file, or - for standard input.")
    var file = "-"

    func run() throws {
        if batch {
            try writeBatch { request in
                let bytes = try requestedBytes(request)
                return Self.read(bytes, url: request["url"]?.string, headers: requestedHeaders(request)).write
            }
            return
        }
        let answer = Self.read(try readBytes(file), url: url, headers: headers.compactMap { ToolHeader($0) })
        var writer = JSONWriter(isIndented: !json)
        writer.object(answer.write)
        print(writer.text)
        if case .problem = answer { throw ExitCode(1) }
    }

    private enum Answer {
        case feed(Feed)
        case problem(FeedProblem)

        func write(to writer: inout JSONWriter) {
            switch self {
            case .feed(let feed): feed.writeMembers(to: &writer)
            case .problem(let problem):
                writer.members([("error", .string("\(problem)")), ("entries", [])])
            }
        }
    }

    private static func read(_ bytes: [UInt8], url: String?, headers: [ToolHeader]) -> Answer {
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        do throws(FeedProblem) {
            return .feed(try readFeed(bytes, from: url, headers: headers.map { ($0.name, $0.value) }, now: now))
        } catch {
            return .problem(error)
        }
    }
}
