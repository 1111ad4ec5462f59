import ArgumentParser
import Crawling
import Model
import Sources
import Storing
import Terminal
import Text

struct SourceList: PantauCommand {
    static let permission = Permission.seeNumbers
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every source with its state and its next poll.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Only those that are not well.")
    var failing = false

    func run(_ context: Context) async throws {
        let set = try context.sourceSet()
        for problem in set.problems { context.output.warn(problem.description) }
        let all = try await records(set.sources, context)
        let shown = all.filter { !failing || $0.condition.needsAttention }
        switch context.output.format {
        case .json:
            context.output.json([
                "schema": "pantau.source.list/1", "total": .integer(Int64(shown.count)),
                "items": .array(shown.map(\.json)),
            ])
        case .jsonl: for record in shown { context.output.json(record.json) }
        case .id: for record in shown { context.output.record([record.id.value]) }
        case .csv, .tsv:
            guard !all.isEmpty else { return context.output.note(.sourceListEmpty) }
            context.output.records(named: SourceRecord.fieldNames, shown.map(\.fields))
        case .table:
            guard !all.isEmpty else { return context.output.say(.sourceListEmpty) }
            guard !shown.isEmpty else { return context.output.say(.allWell) }
            writeTable(shown, context)
        }
    }

    /// What needs a person first; those of one rank by id. What the store knows and no file has comes last.
    private func records(_ sources: [Source], _ context: Context) async throws -> [SourceRecord] {
        let standings = try await context.sourceStandings()
        let now = context.now
        let twins = sources.twins(standings.mapValues(\.state))
        let listed = sources.map { SourceRecord($0.id, $0, standings[$0.id], twinOf: twins[$0.id], at: now) }
        let known = Set(sources.map(\.id))
        let lost = standings.filter { !known.contains($0.key) }.map { SourceRecord($0.key, nil, $0.value, at: now) }
        return (listed + lost).sorted { ($0.condition.rank, $0.id) < ($1.condition.rank, $1.id) }
    }

    private func writeTable(_ records: [SourceRecord], _ context: Context) {
        let (language, now) = (context.language, context.now)
        let table = Table(
            [
                .init("ID", minimum: 8), .init(language.phrase("OUTLET", "PENERBIT"), minimum: 8, dropOrder: 1),
                .init(language.phrase("KIND", "JENIS"), dropOrder: 0),
                .init(language.phrase("STATE", "KEADAAN"), minimum: 10),
                .init(language.phrase("NEXT POLL", "SETERUSNYA"), dropOrder: 2),
            ],
            rows: records.map { record in
                [
                    StyledText(record.id.value), StyledText(record.source?.outlet ?? "-"),
                    StyledText(record.source?.kind.rawValue ?? "-"),
                    StyledText(
                        record.condition.text(in: language, at: now), record.condition.needsAttention ? .bad : .plain),
                    StyledText(record.nextAt.map { SourceCondition.time($0, at: now) } ?? "-"),
                ]
            })
        let terminal = context.output.terminal
        for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
        writeRemedies(records, context)
    }

    private func writeRemedies(_ records: [SourceRecord], _ context: Context) {
        let steps = records.compactMap { record in record.remedy.map { "\(record.id.value): \($0)" } }
        guard !steps.isEmpty else { return }
        context.output.line()
        context.output.line(
            StyledText(context.language.phrase("A new address may be found:", "Alamat baharu mungkin ditemui:")))
        for step in steps.prefix(5) { context.output.line(StyledText("  " + step)) }
    }
}
