import ArgumentParser
import Bundled
import Documents
import FoundationEssentials
import Identifying
import Model
import Referring
import Settings
import Storing
import Text

/// Files for the referral system.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Give the referral system what is new, as files.",
        subcommands: [
            ExportWrite.self, ExportConfirm.self, ExportList.self, ExportVerify.self, ExportKey.self,
            ExportSchema.self,
        ],
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

    @Flag(help: "Every prospect as it is now, whatever the cursor says.")
    var full = false

    @Flag(help: "Without what tells the person, also where the consumer may have whole records.")
    var thin = false

    @Flag(help: "A table for people with a spreadsheet instead; no cursor moves.")
    var csv = false

    @Option(help: ArgumentHelp("Encrypt with age to the recipients in this file.", valueName: "file"))
    var encryptTo: String?

    @Flag(help: "Write it so that everybody who finds it can read it; needs --reason.")
    var plain = false

    @Option(help: "Why it may be plain, in a few words.")
    var reason: String?

    @Flag(help: "Mark every record as invented: a receiver must not act on it.")
    var test = false

    func validate() throws {
        if plain, !(3...80).contains(reason?.unicodeScalars.count ?? 0) {
            throw ValidationError("--plain needs --reason with 3 to 80 characters")
        }
        if !plain, reason != nil { throw ValidationError("--reason belongs to --plain") }
        if plain, encryptTo != nil { throw ValidationError("--plain and --encrypt-to exclude each other") }
        if full, after != nil { throw ValidationError("--full and --after exclude each other") }
    }

    func run(_ context: Context) async throws {
        var receiver = try context.consumer(consumer)
        if thin { receiver.isFull = false }
        // The reason is kept, and stands in the table itself.
        let reason = plain ? reason.map { maskIdentifiers(in: $0).text } : nil
        let exporter = try context.exporter(try context.referralStore(.writing), isTest: test)
        try await referring {
            let order = ExportOrder(
                for: receiver, to: folder,
                try Protection(for: receiver, recipients: encryptTo, plainBecause: reason),
                after: after, isSnapshot: full)
            if csv {
                let table = try await exporter.writeTable(order, by: context.author, at: context.now)
                tell(table, context)
            } else {
                tell(try await exporter.export(order, by: context.author, at: context.now), context)
            }
        }
    }

    private func tell(_ table: ExportTable, _ context: Context) {
        let file = table.file
        guard !context.output.isJSON else {
            return context.output.json([
                "schema": "pantau.export.table/1", "name": .string(file.name), "bytes": .integer(Int64(file.bytes)),
                "sha256": .string(file.sha256), "records": .integer(Int64(file.records)),
                "left_out": .integer(Int64(table.leftOut)), "encryption": file.isSealed ? "age" : "none",
            ])
        }
        context.output.say(.exportWroteTable(file.name, file.records, leftOut: table.leftOut))
    }

    private func tell(_ report: ExportReport, _ context: Context) {
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

    @Argument(help: ArgumentHelp("Its id, the first characters of it, or the receiver's ID.ack.", valueName: "export"))
    var ids: [String] = []

    @Option(help: ArgumentHelp("Confirm every export whose ID.ack lies in this folder.", valueName: "folder"))
    var acks: String?

    func validate() throws {
        guard ids.isEmpty != (acks == nil) else { throw ValidationError("name an export, or a folder with --acks") }
    }

    func run(_ context: Context) async throws {
        let exporter = try context.exporter(try context.referralStore(.writing))
        for id in try acks.map(acknowledged) ?? ids {
            let row = try await referring {
                try await exporter.confirm(try exportID(id), by: context.author, at: context.now)
            }
            if context.output.isJSON {
                context.output.json(row.record)
            } else {
                context.output.say(.exportConfirmed(row.consumer, through: row.through))
            }
        }
    }

    /// Of a receiver's file the name counts: an id as exports have it, whole.
    private func exportID(_ name: String) throws -> String {
        guard name.hasSuffix(".ack") else { return name }
        guard FileManager.default.fileExists(atPath: name) else {
            throw CommandFailure(.unreadable(name, why: "it is not there"))
        }
        let id = String(name.split(separator: "/").last?.dropLast(4) ?? "")
        guard UUIDv7(id) != nil else { throw ExportError.unknownExport(id) }
        return id
    }

    private func acknowledged(in folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".ack") }
        } catch {
            throw CommandFailure(.unreadable(folder, why: "it is no folder that can be read"))
        }
        guard !names.isEmpty else { throw CommandFailure(.noAcknowledgements(folder)) }
        // In the order in which they were made: ids begin with their time.
        return names.sorted().map { folder + "/" + $0 }
    }
}

struct ExportList: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(commandName: "list", abstract: "What was exported, newest first.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.reading)
        for row in try await store.read({ db in try db.exports() }) {
            guard !context.output.isJSON else {
                context.output.json(row.record)
                continue
            }
            guard context.output.format != .id else {
                context.output.record([row.id.description])
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
            ("encryption", isSealed ? "age" : "none"), ("plain_reason", plainReason.map { .string($0) }),
            ("confirmed_at", confirmedAt.map { .string($0.rfc3339()) } ?? .null),
        ])
    }
}

extension Context {
    func exporter(_ store: Store, isTest: Bool = false) throws -> Exporter {
        Exporter(
            store: store, settings: try recordSettings(isTest: isTest),
            catalogue: try programmes())
    }

    /// What is the same in every record that leaves here.
    func recordSettings(isTest: Bool = false) throws -> RecordSettings {
        var record = RecordSettings(source: settings.instance, isTest: isTest)
        let keys = try dedupeKeys()
        (record.dedupeKey, record.olderDedupeKeys) = (keys.first, Array(keys.dropFirst()))
        return record
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
