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
            answerBatch { request in
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
            return (members(feed), true)
        } catch {
            return ([("error", .string("\(error)")), ("entries", [])], false)
        }
    }

    private static func members(_ feed: Feed) -> [(String, JSONValue?)] {
        let damage = feed.damage.map(\.rawValue).sorted()
        return [
            ("version", .string(feed.format.rawValue)), ("encoding", .string(feed.charset.name)),
            ("bozo", .bool(!damage.isEmpty)), ("damage", .array(damage.map { .string($0) })),
            (
                "feed",
                .compact([
                    ("title", text(feed.title)), ("link", text(feed.link)), ("id", text(feed.id)),
                    ("subtitle", text(feed.subtitle)), ("language", text(feed.language)),
                    ("published", date(feed.published)), ("updated", date(feed.updated)),
                    ("author", text(feed.author)),
                ])
            ),
            ("entries", .array(feed.entries.map(value))),
        ]
    }

    private static func value(_ entry: FeedEntry) -> JSONValue {
        .compact([
            ("id", text(entry.id)), ("title", text(entry.title)), ("link", text(entry.link)),
            ("published", date(entry.published)), ("updated", date(entry.updated)),
            ("summary", text(entry.summary)), ("content", text(entry.content)), ("author", text(entry.author)),
            ("authors", list(entry.authors)), ("categories", list(entry.categories)),
            ("enclosures", entry.enclosures.isEmpty ? nil : .array(entry.enclosures.map(value))),
            ("language", text(entry.language)),
        ])
    }

    private static func value(_ enclosure: FeedEntry.Enclosure) -> JSONValue {
        .compact([
            ("href", .string(enclosure.link)), ("type", text(enclosure.type)),
            ("length", enclosure.length.map { .integer(Int64($0)) }),
        ])
    }

    /// A month or year is shown by its first day: readers of feeds know no shorter form.
    private static func date(_ date: PublishedDate?) -> JSONValue? {
        guard var date else { return nil }
        if date.precision == .month || date.precision == .year { date.precision = .day }
        return .string(date.iso)
    }

    private static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }
    private static func list(_ items: [String]) -> JSONValue? {
        items.isEmpty ? nil : .array(items.map { .string($0) })
    }
}
