import Archiving
import ArgumentParser
import Model
import Terminal
import Text

struct ArchiveList: PantauCommand {
    static let permission = Permission.seeLead
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What the archive holds, the newest first.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    @Option(name: [.customShort("L"), .long], help: "How many; 0 for all.")
    var limit: Int = 50

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit needs 0 or more, not \(limit)") }
    }

    func run(_ context: Context) async throws {
        let reader = try ArchiveReader(try context.archiveFolder())
        var rows: [Row] = []
        for file in try reader.folder.files().reversed() where limit == 0 || rows.count < limit {
            rows += try reader.entries(of: file).reversed().compactMap { Row($0, in: file) }
        }
        if limit > 0 { rows = Array(rows.prefix(limit)) }
        guard !rows.isEmpty else { return context.output.note(.archiveEmpty) }
        switch context.output.format {
        case .json, .jsonl: for row in rows { context.output.json(row.json) }
        case .id: for row in rows { context.output.record([row.digest]) }
        case .csv, .tsv:
            let names = ["retrieved_at", "sha256", "url", "file", "offset", "length"]
            context.output.records(named: names, rows.map(\.fields))
        case .table: write(rows, context)
        }
    }

    /// An answer, and where it is kept.
    private struct Row {
        let file: ArchiveFile
        let entry: ArchiveEntry
        let digest: String
        let url: String

        /// - Returns: nil for the record that a file begins with.
        init?(_ entry: ArchiveEntry, in file: ArchiveFile) {
            guard let digest = entry.digest, let url = entry.url else { return nil }
            (self.file, self.entry, self.digest, self.url) = (file, entry, digest, url)
        }

        var fields: [String] {
            [entry.retrievedAt.rfc3339(), digest, url, file.name, "\(entry.offset)", "\(entry.length)"]
        }

        var json: JSONValue {
            .compact([
                ("retrieved_at", .string(entry.retrievedAt.rfc3339())), ("sha256", .string(digest)),
                ("url", .string(url)), ("file", .string(file.name)), ("offset", .integer(entry.offset)),
                ("length", .integer(Int64(entry.length))),
            ])
        }
    }

    private func write(_ rows: [Row], _ context: Context) {
        let language = context.language
        let table = Table(
            [
                .init(language.phrase("WHEN", "BILA")), .init("SHA-256"),
                .init(language.phrase("ADDRESS", "ALAMAT"), minimum: 20),
            ],
            rows: rows.map { row in
                [
                    String(row.entry.retrievedAt.rfc3339().prefix(19)).replacing("T", with: " "),
                    String(row.digest.prefix(16)), row.url,
                ].map { StyledText($0) }
            })
        let terminal = context.output.terminal
        for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
    }
}
