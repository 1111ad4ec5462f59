import ArgumentParser
import Crawling
import Fetching
import Model
import Scheduling
import Settings
import Sources
import Storing
import Text

/// Looks for the new address of sources that are gone; run it from a timer.
struct SourceRediscover: PantauCommand {
    static let permission = Permission.crawl
    static let configuration = CommandConfiguration(
        commandName: "rediscover", abstract: "Look for sources that are gone at their sites' home pages.",
        discussion: """
            Asks the sites of sources that were 404 or 410 for a week, once each. A single find is kept as a suggestion, which \
            `source show` tells; one on the same host that bears the outlet's name is polled there from now on, as after a \
            redirect (`source undo-move` takes it back). Anything else is for a person: --take.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Only these; all that are gone where none is named.", valueName: "id"))
    var ids: [String] = []

    @Flag(help: "What is found is it: poll it there.")
    var take = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would be done, and keep nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("A private address that may be fetched; may be given again.", valueName: "host:port"))
    var allowHost: [String] = []

    func validate() throws {
        guard take, ids.isEmpty else { return }
        throw ValidationError("--take needs the ids of sources")
    }

    func run(_ context: Context) async throws {
        if take { try await context.require(.editSources) }
        let store = try context.store(dryRun ? .reading : .writing)
        let (set, now) = (try context.sourceSet(), context.now)
        let sources = set.sources
        let standings = try await sourceStandings(in: store)
        let named = try ids.map { try sources.named($0) }
        let wanted = ids.isEmpty ? sources : named
        let guest = PoliteFetcher(try context.fetcher(allowing: allowHost), pace: PaceRule(gap: context.settings.gap))
        let rediscovery = Rediscovery(store: store, guest: guest)
        var count = 0
        for source in wanted {
            guard let standing = standings[source.id], take || Rediscovery.isWanted(source, standing, at: now) else {
                continue
            }
            let others = Set(
                sources.filter { $0.id != source.id }.flatMap { other in
                    [other.url, standings[other.id]?.state.address(of: other)].compactMap(\.self)
                })
            let verdict = try await rediscovery.look(
                for: source, standing, besides: others, isTaken: take, isTrial: dryRun)
            tell(verdict, of: source, context)
            count += 1
        }
        if count == 0 { context.output.note(.nothingIsGone) }
    }

    private func tell(_ verdict: Rediscovery.Verdict, of source: Source, _ context: Context) {
        guard context.output.isJSON else { return context.output.say(.rediscovered(source.id.value, verdict)) }
        let (word, addresses): (String, [String]) =
            switch verdict {
            case .nothing: ("nothing", [])
            case .several(let found): ("several", found)
            case .suggested(let found): ("suggested", [found.address])
            case .taken(let found): ("taken", [found.address])
            }
        context.output.json([
            "schema": "pantau.source.rediscover/1", "id": .string(source.id.value), "dry_run": .bool(dryRun),
            "verdict": .string(word), "found": .array(addresses.map { .string($0) }),
        ])
    }
}
