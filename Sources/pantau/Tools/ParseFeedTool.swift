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
            try answerBatch { request in
                Self.members(
                    try requestedBytes(request), url: request["url"]?.string, headers: requestedHeaders(request)
                ).members
            }
            return
        }
        let (members, isRead) = Self.members(
            try readBytes(file), url: url, headers: headers.compactMap { ToolHeader($0) })
        let value = JSONValue.compact(members)
        print(json ? value.text : value.indentedText)
        if !isRead { throw ExitCode(1) }
    }

    private static func members(
        _ bytes: [UInt8], url: String?, headers: [ToolHeader]
    ) -> (members: [(String, JSONValue?)], isRead: Bool) {
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        do {
            let feed = try readFeed(bytes, from: url, headers: headers.map { ($0.name, $0.value) }, now: now)
            return (feed.json.members.map { $0.map { ($0.name, $0.value) } } ?? [], true)
        } catch {
            return ([("error", .string("\(error)")), ("entries", [])], false)
        }
    }
}
