import ArgumentParser
import Crawling
import Fetching
import Model
import Settings
import Sources

struct SourceTest: PantauCommand {
    static let permission = Permission.seeNumbers
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
        let report = ProbeReport(probe: probe, source: source, context: context)
        if context.output.isJSON { context.output.json(report.json) } else { report.write() }
        if case .trouble(let outcome) = probe.outcome {
            throw CommandFailure(.sourceFailed(source.id.value, outcome))
        }
    }

    private func source(_ context: Context) throws -> Source {
        guard target.contains("://") else { return try context.sourceSet().sources.named(target) }
        guard let id = SourceID("test") else { throw CommandFailure(.unknownSource(target, near: nil)) }
        return Source(id: id, outlet: target, kind: kind, url: target)
    }
}
