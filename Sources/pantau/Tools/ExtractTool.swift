import ArgumentParser
import FoundationEssentials
import Model
import Reading
import Text

struct ExtractTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read the article of an HTML page: title, text, date, authors, language.")

    @Option(help: "The page's address.")
    var url: String?

    @Option(help: "The Content-Type header the page came with.")
    var contentType: String?

    @Flag(help: "Read requests from standard input, one JSON object a line.")
    var batch = false

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "The page, or - for standard input.")
    var file: String = "-"

    func run() throws {
        if batch {
            try answerBatch { request in
                try Self.members(
                    requestedBytes(request), url: request["url"]?.string,
                    type: request["headers"]?["content-type"]?.string)
            }
            return
        }
        let members = try Self.members(readBytes(file), url: url, type: contentType)
        if json {
            print(JSONValue.compact(members).text)
        } else {
            for (name, value) in members {
                guard let value else { continue }
                print("\(name): \(value.string ?? value.text)")
            }
        }
    }

    private static func members(_ body: [UInt8], url: String?, type: String?) throws -> [(String, JSONValue?)] {
        let address = url.flatMap { WebURL($0) }
        let page = try readPage(
            body, contentType: type, url: address, now: Instant(seconds: Int64(Date().timeIntervalSince1970)))
        let list = { (texts: [String]) -> JSONValue? in texts.isEmpty ? nil : .array(texts.map { .string($0) }) }
        return [
            ("title", page.title.isEmpty ? nil : .string(page.title)),
            ("text", page.text.isEmpty ? nil : .string(page.text)),
            ("published", page.published.map { .string($0.iso) }),
            ("published_from", page.published.map { .string($0.origin.rawValue) }),
            ("author", page.authors.isEmpty ? nil : .string(page.authors.joined(separator: "; "))),
            ("authors", list(page.authors)),
            ("language", .string(page.language.rawValue)),
            ("language_confidence", .number((page.languageConfidence * 100).rounded() / 100)),
            ("sitename", page.siteName.map { .string($0) }), ("excerpt", page.excerpt.map { .string($0) }),
            ("categories", list(page.sections)), ("tags", list(page.tags)),
            ("hostname", address.map { .string($0.host) }),
            ("canonical", page.canonicalURL.map { .string($0.href) }),
        ]
    }
}
