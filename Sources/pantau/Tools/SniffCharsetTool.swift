import ArgumentParser
import Reading
import Text

struct SniffCharsetTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sniff-charset", abstract: "Show the encoding of a document, and what told it.")

    @Option(help: "What the document is: html, xml or text.")
    var kind = "html"

    @Option(name: .customLong("header"), help: "A response header, such as 'Content-Type: text/xml'.")
    var headers: [String] = []

    @Flag(help: "Read requests from standard input, one JSON object a line.")
    var batch = false

    @Argument(help: "The file, or - for standard input.")
    var file = "-"

    func run() throws {
        if batch {
            try answerBatch { request in
                try Self.members(
                    requestedBytes(request), kind: request["kind"]?.string ?? "html", headers: requestedHeaders(request)
                )
            }
        } else {
            let fields = headers.compactMap(ToolHeader.init)
            print(JSONValue.compact(try Self.members(readBytes(file), kind: kind, headers: fields)).text)
        }
    }

    private static func members(_ bytes: [UInt8], kind: String, headers: [ToolHeader]) throws -> [(String, JSONValue?)]
    {
        guard let kind = DocumentKind(rawValue: kind) else { throw ToolError(reason: "--kind is html, xml or text") }
        let type = headers.first { $0.name.lowercased() == "content-type" }?.value
        let (charset, origin) = sniffCharset(bytes, kind: kind, contentType: type)
        return [("encoding", .string(charset.name)), ("source", .string(origin.rawValue))]
    }
}
