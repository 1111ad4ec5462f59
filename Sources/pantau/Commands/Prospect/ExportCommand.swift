import ArgumentParser
import Bundled
import Documents
import Model
import Referring
import Settings
import Storing
import Text

/// Files for the referral system.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Give the referral system what is new, as files.",
        subcommands: [ExportWrite.self, ExportConfirm.self, ExportList.self, ExportVerify.self],
        defaultSubcommand: ExportWrite.self)
}

struct ExportWrite: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write JSON Lines of CloudEvents, and last a manifest.")

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("For whom; each has a cursor of its own.", valueName: "name"))
    var consumer = "mysynergy"

    @Option(name: .customLong("out"), help: ArgumentHelp("Where to; the folder must be there.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("Replay from this cursor; 0 is the beginning.", valueName: "cursor"))
    var after: Int64?

    @Flag(help: "Mark every record as invented: a receiver must not act on it.")
    var test = false

    func run(_ context: Context) async throws {
        let exporter = try context.exporter(try context.store(.writing), isTest: test)
        let report = try await referring {
            try await exporter.export(
                for: consumer, to: folder, by: context.actor, after: after, at: context.now)
        }
        for refused in report.dispatch.refused { context.output.warn("\(refused.ref): \(refused.problem)") }
        if let held = report.held {
            context.output.note(.exportHeld(held.count, until: String(held.until.rfc3339().dropFirst(11).prefix(5))))
        }
        tell(report.outcome, context)
    }

    private func tell(_ outcome: ExportReport.Outcome, _ context: Context) {
        let isJSON = context.output.isJSON
        switch outcome {
        case .nothingNew(let cursor):
            if isJSON {
                context.output.json(["schema": "pantau.export/1", "records": 0])
            } else {
                context.output.say(.exportEmpty(consumer, cursor: cursor?.sequence))
            }
        case .written(let row, let manifest):
            guard !isJSON else { return context.output.json(manifest.json) }
            for file in manifest.files { context.output.say(.exportWrote(file.name, file.records, bytes: file.bytes)) }
            context.output.say(.exportManifest(row.manifest, after: row.after, through: row.through))
            context.output.say(.exportNext(row.consumer, id: String(row.id.description.prefix(18))))
        }
    }
}

struct ExportConfirm: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Say that an export arrived: its consumer's cursor moves.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The export's id, or its first characters.", valueName: "export"))
    var id: String

    func run(_ context: Context) async throws {
        let exporter = try context.exporter(try context.store(.writing))
        let row = try await referring { try await exporter.confirm(id, at: context.now) }
        guard !context.output.isJSON else { return context.output.json(row.record) }
        context.output.say(.exportConfirmed(row.consumer, through: row.through))
    }
}

struct ExportVerify: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check an export as its receiver would, without any database.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The manifest of an export.", valueName: "manifest"))
    var manifest: String

    func run(_ context: Context) async throws {
        let found = try await referring { try ExportVerification(manifest: manifest) }
        if context.output.isJSON {
            context.output.json(
                .compact([
                    ("schema", "pantau.export.verify/1"), ("files", .integer(Int64(found.files))),
                    ("records", .integer(Int64(found.records))), ("schema_version", .string(found.schemaVersion)),
                    ("problems", .array(found.problems.map { .string($0) })),
                ]))
        }
        guard found.problems.isEmpty else {
            for problem in found.problems { context.output.warn(problem) }
            throw CommandFailure(.exportDamaged(manifest))
        }
        if !context.output.isJSON {
            context.output.say(.exportSound(files: found.files, records: found.records, schema: found.schemaVersion))
        }
    }
}

struct ExportList: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(commandName: "list", abstract: "What was exported, newest first.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        for row in try await store.read({ db in try db.exports() }) {
            guard !context.output.isJSON else {
                context.output.json(row.record)
                continue
            }
            context.output.record([
                row.id.description, row.consumer, row.createdAt.rfc3339(), "\(row.records)", "\(row.through)",
                row.confirmedAt?.rfc3339() ?? "-", row.manifest,
            ])
        }
    }
}

extension ExportRow {
    /// One export as `export list` and `export confirm` give it to scripts.
    fileprivate var record: JSONValue {
        .compact([
            ("schema", "pantau.export.entry/1"), ("id", .string(id.description)), ("consumer", .string(consumer)),
            ("created_at", .string(createdAt.rfc3339())), ("records", .integer(Int64(records))),
            ("after", .integer(after)), ("through", .integer(through)), ("manifest", .string(manifest)),
            ("confirmed_at", confirmedAt.map { .string($0.rfc3339()) } ?? .null),
        ])
    }
}

extension Context {
    func exporter(_ store: Store, isTest: Bool = false) throws -> Exporter {
        Exporter(
            store: store, settings: RecordSettings(source: settings.instance, isTest: isTest),
            catalogue: try programmes())
    }

    /// The programmes and agencies of the lexicon folder.
    func programmes() throws -> ProgrammeCatalogue {
        let folder = try lexiconFolder()
        func document(_ name: String) throws -> (DocumentNode, String) {
            guard let file = folder.files.first(where: { $0.path.hasSuffix("/" + name) }) else {
                throw CommandFailure(.noFolder(folder.path ?? "Lexicons", name: name))
            }
            return (try readYAML(file.text, file: file.path), file.path)
        }
        do {
            let (agencies, agenciesFile) = try document("agencies.yaml")
            let (programmes, programmesFile) = try document("programmes.yaml")
            return try ProgrammeCatalogue(
                agencies: agencies, agenciesFile: agenciesFile, programmes: programmes, programmesFile: programmesFile)
        } catch let problem as DocumentProblem {
            throw CommandFailure(.badFile(problem.description, exit: .badData))
        } catch let problems as DocumentProblems {
            throw CommandFailure(.badFile(problems.description, exit: .badData))
        }
    }
}

/// Runs what may throw an `ExportError` and turns that into the command's failure.
func referring<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let error as ExportError {
        throw CommandFailure(Message(error))
    }
}
