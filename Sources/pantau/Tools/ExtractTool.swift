import ArgumentParser
import Model
import Reading
import Text

struct ExtractTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read the article of an HTML page: title, text, date, authors, language.")

    @Option(help: "The page's address.")
    var url: String = ""

    @Flag(help: "Read requests from standard input, one JSON object a line.")
    var batch = false

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "The page, or - for standard input.")
    var file: String = "-"

    func run() throws {
        if batch {
            answerBatch { try Self.members(requestedBytes($0), url: $0["url"]?.string ?? "") }
            return
        }
        print(JSONValue.compact(Self.members(try readBytes(file), url: url)).text)
    }

    private static func members(_ body: [UInt8], url: String) -> [(String, JSONValue?)] {
        let page = readPage(body, url: url, now: Instant(seconds: 0))
        return [("title", .string(page.title)), ("text", .string(page.text))]
    }
}
