import ArgumentParser
import Model
import Settings
import Storing
import Text

struct DbStatus: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Size, schema, what is over, erasures, and the last backup.")

    static let permission = Permission.seeNumbers

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        let (rules, now) = (context.settings.retention, context.now)
        let facts = try await store.read { db in
            Facts(
                measure: try db.measure(), overdue: try db.overdue(rules, at: now), erasures: try db.erasureCount(),
                backup: try db.backups().first)
        }
        if context.output.isJSON {
            context.output.json(json(facts, store.path))
        } else {
            for line in lines(facts, store.path, context) { context.output.record(line) }
        }
    }

    private struct Facts: Sendable {
        var measure: DatabaseMeasure
        var overdue: PurgeCounts
        var erasures: (count: Int, last: Instant?)
        var backup: Backup?
    }

    private func json(_ facts: Facts, _ path: String) -> JSONValue {
        .compact([
            ("schema", "pantau.db.status/1"), ("path", .string(path)),
            ("schema_version", .integer(Int64(facts.measure.schema))), ("bytes", .integer(facts.measure.bytes)),
            ("free_bytes", .integer(facts.measure.freeBytes)), ("leads", .integer(Int64(facts.measure.leads))),
            ("articles", .integer(Int64(facts.measure.articles))),
            ("entries", .integer(Int64(facts.measure.entries))), ("overdue", facts.overdue.json),
            ("erasures", .integer(Int64(facts.erasures.count))),
            ("last_erasure", facts.erasures.last.map { .string($0.rfc3339()) } ?? .null),
            ("last_backup", facts.backup.map { .string($0.at.rfc3339()) } ?? .null),
        ])
    }

    private func lines(_ facts: Facts, _ path: String, _ context: Context) -> [[String]] {
        let language = context.language
        let measure = facts.measure
        return [
            [language.phrase("database", "pangkalan data"), path],
            [language.phrase("schema", "skema"), "\(measure.schema)"],
            [
                language.phrase("size", "saiz"),
                language.phrase(
                    "\(measure.bytes / 1000) kB, \(measure.freeBytes / 1000) kB of it free",
                    "\(measure.bytes / 1000) kB, \(measure.freeBytes / 1000) kB daripadanya kosong"),
            ],
            [
                language.phrase("holds", "kandungan"),
                language.phrase(
                    "\(measure.leads) leads, \(measure.articles) articles, \(measure.entries) entries in the log",
                    "\(measure.leads) kes, \(measure.articles) berita, \(measure.entries) catatan dalam log"),
            ],
        ]
            + facts.overdue.lines(in: language).map { [language.phrase("overdue", "tamat tempoh"), $0] } + [
                [
                    language.phrase("erased", "dipadam"),
                    "\(facts.erasures.count)\(facts.erasures.last.map { ", \($0.rfc3339())" } ?? "")",
                ],
                [
                    language.phrase("backup", "sandaran"),
                    facts.backup.map { "\($0.at.rfc3339()) \($0.path)" } ?? language.phrase("none", "tiada"),
                ],
            ]
    }
}

extension PurgeCounts {
    /// By the codes of the kinds, those of none included.
    var json: JSONValue {
        .object(RetentionClass.allCases.map { .init($0.rawValue, .integer(Int64(self[$0] ?? 0))) })
    }

    /// One line for each kind of which there is any.
    func lines(in language: ScreenLanguage) -> [String] {
        RetentionClass.allCases.compactMap { kind in
            let count = self[kind] ?? 0
            return count == 0 ? nil : "\(count) \(kind.label(in: language))"
        }
    }

    /// Over all kinds.
    var total: Int { values.reduce(0, +) }
}
