import ArgumentParser
import Crawling
import Model
import Scheduling
import Sources
import Storing
import Terminal
import Text

struct SourceList: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every source with its state and its next poll.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Only those that are not well.")
    var failing = false

    func run(_ context: Context) async throws {
        let set = try context.sourceSet()
        for problem in set.problems { context.output.warn(problem.description) }
        let states = try await states(context)
        let entries = set.sources.map { Entry(source: $0, state: states[$0.id]) }.filter { !failing || $0.isFailing }
        guard !set.sources.isEmpty else { return context.output.say(.sourceListEmpty) }
        switch context.output.format {
        case .json, .jsonl: for entry in entries { context.output.json(entry.json) }
        case .id: for entry in entries { context.output.record([entry.source.id.value]) }
        case .tsv: for entry in entries { context.output.record(entry.fields) }
        case .table:
            writeTable(entries, context)
        }
    }

    /// Empty where nothing was ever crawled.
    private func states(_ context: Context) async throws -> [SourceID: SourceState] {
        do {
            return try await sourceStates(in: context.store(.reading))
        } catch StoreError.missing {
            return [:]
        }
    }

    private func writeTable(_ entries: [Entry], _ context: Context) {
        let language = context.language
        let table = Table(
            [
                .init("ID", minimum: 8), .init(language.phrase("OUTLET", "PENERBIT"), minimum: 8, dropOrder: 1),
                .init(language.phrase("KIND", "JENIS")), .init(language.phrase("STATE", "KEADAAN"), minimum: 10),
                .init(language.phrase("NEXT POLL", "SETERUSNYA"), dropOrder: 2),
            ],
            rows: entries.map { entry in
                [
                    StyledText(entry.source.id.value), StyledText(entry.source.outlet),
                    StyledText(entry.source.kind.rawValue),
                    StyledText(entry.words(in: language), entry.isFailing ? .bad : .plain),
                    StyledText(entry.nextPoll),
                ]
            })
        let terminal = context.output.terminal
        for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
    }

    /// A source as it stands in its file, with what the schedule knows of it.
    private struct Entry {
        let source: Source
        let state: SourceState?

        var isFailing: Bool { state?.trouble != nil }

        var code: String {
            guard source.isEnabled else { return "disabled" }
            guard let state, state.lastPollAt != nil else { return "never-polled" }
            return state.trouble?.kind.rawValue ?? "ok"
        }

        func words(in language: ScreenLanguage) -> String {
            guard source.isEnabled else { return language.phrase("disabled", "dimatikan") }
            guard let state, state.lastPollAt != nil else { return language.phrase("not polled yet", "belum dicuba") }
            guard let trouble = state.trouble else { return "ok" }
            let day = CivilTime(trouble.since).isoDay
            switch trouble.kind {
            case .failing: return language.phrase("failing since \(day)", "gagal sejak \(day)")
            case .asleep: return language.phrase("asleep since \(day)", "tidur sejak \(day)")
            case .needsAccess: return language.phrase("needs access", "perlu akses")
            case .challenge: return language.phrase("challenge page since \(day)", "halaman cabaran sejak \(day)")
            case .denied: return language.phrase("robots.txt says no", "dilarang robots.txt")
            case .gone: return language.phrase("gone since \(day)", "tiada sejak \(day)")
            case .withheld: return language.phrase("withheld (451)", "ditahan (451)")
            }
        }

        var nextPoll: String {
            guard let state, state.lastPollAt != nil else { return "-" }
            return String(state.nextAt.rfc3339().prefix(16)).replacing("T", with: " ")
        }

        var fields: [String] {
            [
                source.id.value, source.outlet, source.kind.rawValue, code, state?.nextAt.rfc3339() ?? "",
                source.url,
            ]
        }

        var json: JSONValue {
            .compact([
                ("id", .string(source.id.value)), ("outlet", .string(source.outlet)),
                ("kind", .string(source.kind.rawValue)), ("url", .string(source.url)),
                ("status", .string(source.status.rawValue)), ("enabled", .bool(source.isEnabled)),
                ("state", .string(code)), ("since", state?.trouble.map { .string($0.since.rfc3339()) }),
                ("last_success_at", state?.lastSuccessAt.map { .string($0.rfc3339()) }),
                ("next_at", state.map { .string($0.nextAt.rfc3339()) }),
            ])
        }
    }
}
