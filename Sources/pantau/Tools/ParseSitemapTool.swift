import ArgumentParser
import FoundationEssentials
import Inflating
import Model
import Reading
import Text

struct ParseSitemapTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse-sitemap", abstract: "Show what is read from a sitemap.")

    @Option(help: "The sitemap's address, for relative links.")
    var url = ""

    @Option(name: .customLong("header"), help: "A response header, such as 'Content-Type: text/xml'.")
    var headers: [String] = []

    @Flag(help: "Read requests from standard input, one JSON object a line.")
    var batch = false

    @Argument(help: "The file, or - for standard input.")
    var file = "-"

    func run() throws {
        if batch {
            try answerBatch { request in
                Self.members(
                    try requestedBytes(request), url: request["url"]?.string ?? "", headers: requestedHeaders(request)
                ).members
            }
            return
        }
        let fields = headers.compactMap { ToolHeader($0) }
        let (members, isRead) = Self.members(try readBytes(file), url: url, headers: fields)
        print(JSONValue.compact(members).indentedText)
        if !isRead { throw ExitCode(1) }
    }

    private static func members(
        _ bytes: [UInt8], url: String, headers: [ToolHeader]
    ) -> (members: [(String, JSONValue?)], isRead: Bool) {
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        do {
            // 50 MB is the most that the protocol allows.
            let bytes = isGzip(bytes) ? try inflate(bytes, limit: 50 << 20) : bytes
            let sitemap = try readSitemap(bytes, from: url, headers: headers.map { ($0.name, $0.value) }, now: now)
            let damage = sitemap.damage.map(\.rawValue).sorted()
            return (
                [
                    ("kind", .string(sitemap.kind.rawValue)), ("damage", .array(damage.map { .string($0) })),
                    ("pages", .array(sitemap.pages.map(value))),
                    ("sitemaps", .array(sitemap.sitemaps.map { .string($0.url) })),
                ], true
            )
        } catch {
            return ([("kind", "invalid"), ("pages", []), ("sitemaps", []), ("error", .string("\(error)"))], false)
        }
    }

    private static func value(_ page: Sitemap.Page) -> JSONValue {
        .compact([
            ("url", .string(page.url)), ("last_modified", page.lastModified.map { .string($0.iso) }),
            ("change_frequency", page.changeFrequency.map { .string($0) }),
            ("priority", page.priority.map { .number($0) }), ("news", page.news.map(value)),
        ])
    }

    private static func value(_ news: Sitemap.News) -> JSONValue {
        .compact([
            ("title", news.title.map { .string($0) }), ("publish_date", news.published.map { .string($0.iso) }),
            ("publication_name", news.publication.map { .string($0) }),
            ("publication_language", news.language.map { .string($0) }),
        ])
    }
}
