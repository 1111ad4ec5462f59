import ArgumentParser
import Reading
import Text

struct CanonicalURLTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canonical-url",
        abstract: "Show how an address is parsed, and its form without tracking parameters.")

    @Option(help: "What a relative address is relative to.")
    var base: String?

    @Option(help: "The feed the address came from: ref=ITS-HOST is dropped.")
    var feedURL: String?

    @Flag(help: "Read requests from standard input, one JSON object a line.")
    var batch = false

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "The addresses.")
    var urls: [String] = []

    func run() throws {
        if batch {
            try answerBatch { request in
                // An empty address is left out of a request.
                let text = request["url"]?.string ?? request["input"]?.string ?? ""
                return Self.members(
                    text, base: request["base"]?.string, feed: request["feed"]?.string ?? request["feed_url"]?.string)
            }
            return
        }
        for url in urls {
            let members = Self.members(url, base: base, feed: feedURL)
            if json {
                print(JSONValue.compact([("url", .string(url))] + members).text)
            } else {
                for (name, value) in members { print("\(name): \(value?.string ?? "-")") }
            }
        }
    }

    private static func members(_ text: String, base: String?, feed: String?) -> [(String, JSONValue?)] {
        let baseURL = base.flatMap { WebURL($0) }
        let url = WebURL(text, base: baseURL)
        let origin = feed.flatMap { WebURL($0) } ?? baseURL
        return [
            ("href", url.map { .string($0.href) }),
            ("canonical", canonicalReference(text, base: baseURL, feed: origin).map { .string($0) }),
            ("key", url.map { .string($0.storyKey) }),
            ("output", WebURL("https://\(text)/x").map { .string($0.host) }),
        ]
    }
}
