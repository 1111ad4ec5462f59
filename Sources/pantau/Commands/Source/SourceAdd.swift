import ArgumentParser
import Crawling
import Fetching
import Model
import Reading
import Settings
import Sources
import Terminal
import Text

struct SourceAdd: PantauCommand {
    static let permission = Permission.editSources
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Find what a site can be read by, and write it into a file of the Feeds folder.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("A site, a page of it, or the address of a feed or sitemap.", valueName: "url"))
    var url: String

    @Flag(help: "Take the best of what is found, without a question.")
    var first = false

    @Option(help: ArgumentHelp("The file of the Feeds folder to write into.", valueName: "name"))
    var file = "added.yaml"

    @Option(help: ArgumentHelp("Its id, instead of one made from the outlet's name.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("The outlet's name, instead of what its page says.", valueName: "name"))
    var outlet: String?

    @Option(help: "The language of most articles, instead of a guess: ms, en, id, zh or ta.")
    var language: Language?

    @Option(help: ArgumentHelp("The state whose news it carries: MY-01 to MY-16.", valueName: "code"))
    var state: String?

    @Flag(name: [.customShort("n"), .long], help: "Show what would be written, and write nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("A private address that may be fetched; may be given again.", valueName: "host:port"))
    var allowHost: [String] = []

    func validate() throws {
        guard id == nil || SourceID(id ?? "") != nil else {
            throw ValidationError("--id needs lower-case letters, digits and hyphens, at most 60")
        }
        let isState = state.map { code in (1...16).contains { code == ($0 < 10 ? "MY-0\($0)" : "MY-\($0)") } } ?? true
        guard isState else { throw ValidationError("--state needs a code from MY-01 to MY-16, not \"\(state ?? "")\"") }
        guard outlet?.cleanedLine().isEmpty != true else { throw ValidationError("--outlet needs a name") }
    }

    func run(_ context: Context) async throws {
        let files = try context.editableSourceFiles()
        _ = try addition(to: files)
        for problem in files.set.problems { context.output.warn(problem.description) }
        let place = try address()
        let known = files.addresses
        if let id = known[AddressKey(place)] { return tellKnown(place, id, files, context) }
        let guest = PoliteFetcher(try context.fetcher(allowing: allowHost), pace: PaceRule(gap: context.settings.gap))
        let discovery = await Discovery.discover(place, with: guest)
        if let trouble = discovery.trouble { throw CommandFailure(.sourceFailed(place.masked, trouble)) }
        guard !discovery.found.isEmpty else {
            throw CommandFailure(.nothingFound(place.masked, asked: discovery.asked.count))
        }
        let choice = SourceChoice(found: discovery.found, known: known, context: context)
        let chosen = try choice.chosen(takesFirst: first)
        try await write(chosen, discovery, context)
    }

    /// The files are read again: while a site was asked and a person chose, somebody may have changed them.
    private func write(_ chosen: FoundSource, _ discovery: Discovery, _ context: Context) async throws {
        let files = try context.editableSourceFiles()
        let addition = try addition(to: files)
        let known = files.addresses
        if let id = known[AddressKey(chosen.url)] { return tellKnown(chosen.url, id, files, context) }
        let entry = try await entry(of: chosen, in: discovery, files, context)
        let (change, checked) = try addition.change(adding: [entry])
        if !dryRun { try change.write(in: files.folder ?? ".") }
        let line = checked.editor?.places(of: entry.source.id).first?.line ?? 1
        tell(entry, at: SourcePlace(file: change.path, line: line), context)
        if chosen.items == 0 { context.output.note(.listsNothing(entry.source.id)) }
    }

    private func addition(to files: SourceFiles) throws -> SourceAddition {
        try SourceAddition(to: file, of: files, purpose: "Sources added by `pantau source add`.")
    }

    /// `harian-rekaan.example` is typed where `https://harian-rekaan.example` is meant.
    private func address() throws -> WebURL {
        guard let place = WebURL(url) ?? (url.contains("://") ? nil : WebURL("https://" + url)) else {
            throw CommandFailure(.badAddress(String(url.prefix(200))))
        }
        return place.withoutFragment
    }

    private func entry(
        of found: FoundSource, in discovery: Discovery, _ files: SourceFiles, _ context: Context
    ) async throws -> SourceEntry {
        let name = outlet ?? [discovery.siteName, found.title].compactMap { $0 }.first { !$0.isEmpty }.map(outletName)
        let outlet = (name ?? siteName(of: found.url)).cleanedLine(limit: 80)
        var ids = try await NewSourceIDs(besides: files, in: context)
        let id = try chosenID(&ids, files) ?? ids.id(outlet: outlet, url: found.url)
        guard let id else { throw CommandFailure(.takenID(outlet, by: "?")) }
        let source = Source(
            id: id, outlet: outlet, kind: found.kind, url: found.url.href,
            language: language ?? found.language?.worthKeeping(of: discovery.siteLanguage), state: state)
        let note = "added by \(context.actor.name) on \(CivilTime(context.now).isoDay)"
        return SourceEntry(source, note: note)
    }

    private func chosenID(_ ids: inout NewSourceIDs, _ files: SourceFiles) throws -> SourceID? {
        guard let id = id.flatMap(SourceID.init) else { return nil }
        guard ids.take(id) else {
            throw CommandFailure(.takenID(id.value, by: files.place(of: id)?.description ?? "?"))
        }
        return id
    }

    // MARK: What is said of it

    private func tellKnown(_ url: WebURL, _ id: SourceID, _ files: SourceFiles, _ context: Context) {
        let message = Message.knownAddress(url.masked, as: id, at: files.place(of: id)?.description ?? "-")
        guard context.output.isJSON else { return context.output.note(message) }
        context.output.json([
            "schema": "pantau.change/1", "verb": "source.add", "dry_run": .bool(dryRun), "changed": [],
            "skipped": [["id": .string(id.value), "why": .string(message.id)]], "failed": [],
        ])
    }

    private func tell(_ entry: SourceEntry, at place: SourcePlace, _ context: Context) {
        let id = entry.source.id
        if context.output.isJSON {
            let changed: JSONValue = [
                "id": .string(id.value), "file": .string(place.file), "line": .integer(Int64(place.line ?? 1)),
                "kind": .string(entry.source.kind.rawValue), "url": .string(entry.source.url),
                "outlet": .string(entry.source.outlet),
            ]
            context.output.json([
                "schema": "pantau.change/1", "verb": "source.add", "dry_run": .bool(dryRun), "changed": [changed],
                "skipped": [], "failed": [],
            ])
        } else if dryRun {
            for line in entry.yaml { context.output.line(StyledText(line)) }
        } else {
            context.output.say(.sourceAdded(id, to: place.file, line: place.line ?? 1))
            context.output.note(.tryAdded(id))
        }
    }
}

extension LanguageGuess {
    /// The language, where it may be written down: a few titles are enough only where the page says the same.
    fileprivate func worthKeeping(of page: String?) -> Language? {
        let declared = page?.lowercased().split(separator: "-").first.map(String.init)
        return language != .other && (confidence >= 0.6 || declared == language.rawValue) ? language : nil
    }
}
