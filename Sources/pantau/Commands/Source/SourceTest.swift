import ArgumentParser
import Crawling
import Fetching
import Model
import Settings
import Sources
import Terminal
import Text

struct SourceTest: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Fetch and read a source once, and keep nothing.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The id of a source, or an address.", valueName: "id|url"))
    var target: String

    @Option(help: "What an address is: feed, sitemap, page or wordpress.")
    var kind: SourceKind = .feed

    @Option(help: ArgumentHelp("A private address that may be fetched; may be given again.", valueName: "host:port"))
    var allowHost: [String] = []

    func run(_ context: Context) async throws {
        let source = try source(context)
        let probe = await Probe(
            of: source, with: try context.fetcher(allowing: allowHost), pace: PaceRule(gap: context.settings.gap))
        if !context.output.isJSON {
            write(probe, context)
        } else {
            context.output.json(json(probe, source))
        }
        if case .trouble(let outcome) = probe.outcome {
            throw CommandFailure(.sourceFailed(source.id.value, outcome))
        }
    }

    private func source(_ context: Context) throws -> Source {
        guard target.contains("://") else { return try context.sourceSet().sources.named(target) }
        guard let id = SourceID("test") else { throw CommandFailure(.unknownSource(target, near: nil)) }
        return Source(id: id, outlet: target, kind: kind, url: target)
    }

    private func write(_ probe: Probe, _ context: Context) {
        for hop in probe.hops { context.output.line(StyledText("\(hop.status)  \(hop.url)")) }
        guard case .listed(let items, let damage) = probe.outcome else { return }
        let language = context.language
        context.output.line(
            StyledText(
                "\(probe.contentType ?? "-"), \(probe.bytes) "
                    + language.phrase("bytes in", "bait dalam") + " \(probe.elapsed.milliseconds) ms, \(items.count) "
                    + language.phrase("items", "berita")))
        if probe.left > 0 {
            context.output.line(
                StyledText(
                    "\(probe.left) "
                        + language.phrase("left out: old, or on another site", "ditinggalkan: lama, atau di laman lain")
                ))
        }
        if let damage { context.output.line(StyledText(damage.text(in: language), .bad)) }
        for item in items.prefix(10) {
            let date = item.published.map { String($0.iso.prefix(10)) } ?? "          "
            context.output.line(
                StyledText("  \(date)  \(item.title.isEmpty ? item.url ?? "-" : item.title)").cut(
                    to: context.output.terminal.columns, ellipsis: context.output.terminal.glyphs.ellipsis))
        }
    }

    private func json(_ probe: Probe, _ source: Source) -> JSONValue {
        var items: [JSONValue] = []
        var damage: FailureCause?
        if case .listed(let found, let cause) = probe.outcome {
            damage = cause
            items = found.map { item in
                .compact([
                    ("title", .string(item.title)), ("url", item.url.map { .string($0) }),
                    ("published_at", item.published.map { .string($0.iso) }),
                ])
            }
        }
        return .compact([
            ("schema", "pantau.source.test/1"), ("source", .string(source.id.value)),
            (
                "hops",
                .array(
                    probe.hops.map { hop in
                        ["url": .string(hop.url), "status": .integer(Int64(hop.status))]
                    })
            ),
            ("content_type", probe.contentType.map { .string($0) }), ("bytes", .integer(Int64(probe.bytes))),
            ("milliseconds", .integer(probe.elapsed.milliseconds)), ("damage", damage.map { .string($0.code) }),
            ("items", .array(items)), ("left_out", .integer(Int64(probe.left))),
        ])
    }
}
