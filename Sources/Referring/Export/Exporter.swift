public import Hashing
public import Model
public import Storing
import Text

/// Gives a consumer what is new for it, as files.
///
/// An export may be repeated until it is confirmed: the events in the outbox keep their bytes, and a receiver knows a
/// repetition by its id. So nothing is lost with a lost file, and nothing is counted twice.
public struct Exporter: Sendable {
    let store: Store
    let settings: RecordSettings
    private let catalogue: ProgrammeCatalogue
    private let makeID: @Sendable (Instant) -> UUIDv7
    private let limits: ExportWriter.Limits

    /// - Parameter makeID: the ids of events and exports; fresh and never repeated.
    public init(
        store: Store, settings: RecordSettings, catalogue: ProgrammeCatalogue,
        makeID: @escaping @Sendable (Instant) -> UUIDv7 = { UUIDv7(at: $0, random: randomBytes(10)) }
    ) {
        self.init(store: store, settings: settings, catalogue: catalogue, limits: .init(), makeID: makeID)
    }

    init(
        store: Store, settings: RecordSettings, catalogue: ProgrammeCatalogue, limits: ExportWriter.Limits,
        makeID: @escaping @Sendable (Instant) -> UUIDv7
    ) {
        (self.store, self.settings, self.catalogue) = (store, settings, catalogue)
        (self.limits, self.makeID) = (limits, makeID)
    }

    /// Writes every event after the consumer's cursor into a folder, each in the form that the consumer may have.
    ///
    /// First the prospects whose hold has ended are put into the outbox; from then on their acceptance cannot be undone.
    /// Where the folder cannot be written or nothing can be sealed, nothing of that happens.
    ///
    /// - Throws: `ExportError` or `StoreError`.
    public func export(_ order: ExportOrder, by author: Author, at now: Instant) async throws -> ExportReport {
        let consumer = order.consumer
        guard contractCode(consumer.name) == consumer.name, !consumer.name.isEmpty else {
            throw ExportError.badConsumer(consumer.name)
        }
        try order.protection.check()
        var writer = try ExportWriter(
            folder: order.folder, at: now, sealedTo: order.protection.recipients, limits: limits)
        var report = ExportReport(dispatch: try await dispatcher.run(on: store, at: now))
        report.held = try await held(at: now)
        let cursor = try await store.read { db in try db.cursor(of: consumer.name) }
        let start = order.isSnapshot ? 0 : order.after ?? cursor?.sequence ?? 0
        let tally = try await copyEvents(order, after: start, to: &writer)
        guard tally.records > 0 else {
            report.outcome = .nothingNew(cursor)
            return report
        }
        let id = makeID(now)
        let key = try store.signingKey()
        let prepared = try writer.prepare { files in
            var manifest = ExportManifest(
                id: id, source: settings.source, isTest: settings.isTest, consumer: consumer.name, createdAt: now,
                createdBy: pseudonym(of: author.actor, at: settings.source), files: files, counts: tally.statuses,
                after: start, through: tally.through)
            manifest.sign(with: key)
            return manifest
        }
        var row = ExportRow(
            id: id, consumer: consumer.name, createdAt: now, createdBy: author.actor, after: start,
            through: tally.through, records: tally.records, manifest: prepared.name, manifestSHA256: prepared.sha256)
        (row.isSealed, row.plainReason) = (order.protection.recipients != nil, order.protection.plainReason)
        // Before the manifest appears: an export that a receiver can see must be one that can be confirmed, and one that
        // the journal tells of.
        try await store.write { [row, prospects = tally.prospects] db in
            try db.add(row)
            try db.append(.export(row, of: prospects, by: author, at: now))
        }
        try writer.commit()
        report.outcome = .written(row, prepared.manifest)
        return report
    }

    /// Notes that an export arrived and moves its consumer's cursor behind it. Doing it twice changes nothing.
    ///
    /// - Parameter id: the export's id, or its first characters, at least 8, where only one export begins so.
    /// - Throws: `ExportError.unknownExport`, `.skipsEvents`, or `StoreError`.
    public func confirm(_ id: String, by author: Author, at now: Instant) async throws -> ExportRow {
        try await store.write { db in
            let wanted = id.lowercased()
            let found = wanted.utf8.count < 8 ? [] : try db.exports().filter { $0.id.description.hasPrefix(wanted) }
            guard found.count == 1 else { throw ExportError.unknownExport(id) }
            let cursor = try db.cursor(of: found[0].consumer)?.sequence ?? 0
            // Made with --after: what lies between would never be sent.
            guard found[0].after <= cursor else {
                throw ExportError.skipsEvents(export: found[0].id.description, cursor: cursor)
            }
            guard let row = try db.confirmExport(found[0].id, at: now) else { throw ExportError.unknownExport(id) }
            if found[0].confirmedAt == nil { try db.append(.confirmation(of: row, by: author, at: now)) }
            return row
        }
    }

    private var dispatcher: Dispatcher { Dispatcher(settings: settings, catalogue: catalogue, makeID: makeID) }

    private func held(at now: Instant) async throws -> Held? {
        let waiting = try await store.read { db in try db.prospects(ProspectQuery(isSent: false)) }
            .filter { $0.sendsAt > now }
        return waiting.map(\.sendsAt).min().map { Held(count: waiting.count, until: $0) }
    }

    private struct Tally {
        var records = 0
        var through: Int64 = 0
        var statuses: [String: Int] = [:]
        /// Whose events are in it, in their order.
        var prospects: [UUIDv7] = []
    }

    /// Events are read a page at a time: ten thousand of them are 100 MB.
    private func copyEvents(
        _ order: ExportOrder, after start: Int64, to writer: inout ExportWriter
    ) async throws -> Tally {
        var tally = Tally()
        tally.through = start
        while true {
            let place = tally.through
            let events = try await store.read { db in
                order.isSnapshot
                    ? try db.newestEvents(after: place, limit: 500) : try db.events(after: place, limit: 500)
            }
            for event in events {
                let form = order.consumer.form(of: event.body, try JSONValue(parsing: event.body))
                try writer.append(form.bytes)
                tally.records += 1
                tally.through = event.sequence
                tally.statuses[status(in: form.bytes), default: 0] += 1
                tally.prospects.append(event.prospect)
            }
            if events.count < 500 { return tally }
        }
    }
}

/// What is to be written, for whom, and how it is kept from others.
public struct ExportOrder: Hashable, Sendable {
    public var consumer: Consumer
    /// Must exist.
    public var folder: String
    public var protection: Protection
    /// Replays from this place instead of the cursor; 0 is the beginning.
    public var after: Int64?
    /// The newest event of every prospect, whatever the cursor says.
    public var isSnapshot: Bool

    public init(
        for consumer: Consumer, to folder: String, _ protection: Protection, after: Int64? = nil,
        isSnapshot: Bool = false
    ) {
        (self.consumer, self.folder, self.protection) = (consumer, folder, protection)
        (self.after, self.isSnapshot) = (after, isSnapshot)
    }
}

extension JournalDraft {
    /// That something left, and whose: ids only.
    static func export(_ row: ExportRow, of prospects: [UUIDv7], by author: Author, at now: Instant) -> JournalDraft {
        let head = JournalTarget(
            lead: nil, other: row.id.description, before: .object([]),
            after: [
                "consumer": .string(row.consumer), "records": .integer(Int64(row.records)),
                "through": .integer(row.through), "manifest_sha256": .string(row.manifestSHA256),
                "sealed": .bool(row.isSealed),
            ])
        let bodies = prospects.map {
            JournalTarget(lead: nil, other: $0.description, before: .object([]), after: .object([]))
        }
        return JournalDraft(
            at: now, by: author, verb: "export", reason: row.isSealed ? nil : "plain", targets: [head] + bodies)
    }

    fileprivate static func confirmation(of row: ExportRow, by author: Author, at now: Instant) -> JournalDraft {
        JournalDraft(
            at: now, by: author, verb: "export.confirm",
            targets: [
                JournalTarget(
                    lead: nil, other: row.id.description, before: .object([]),
                    after: ["cursor": .integer(row.through)])
            ])
    }
}

/// Prospects that can still be undone, and so do not leave yet.
public struct Held: Hashable, Sendable {
    public var count: Int
    /// When the first of them may leave.
    public var until: Instant
}

/// What an export did.
public struct ExportReport: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// No file was written; the cursor, where there is one, says since when.
        case nothingNew(ConsumerCursor?)
        case written(ExportRow, ExportManifest)
    }

    public var dispatch: Dispatch
    public var held: Held?
    public var outcome: Outcome = .nothingNew(nil)

    init(dispatch: Dispatch) { self.dispatch = dispatch }
}

/// The status of an event's record: the first member of that name, since ours come in a fixed order and nothing before it
/// holds text from outside.
private func status(in body: [UInt8]) -> String {
    let key = Array("\"status\":\"".utf8)
    guard let found = body.firstRange(of: key) else { return "unknown" }
    return String(decoding: body[found.upperBound...].prefix { $0 != 34 }, as: UTF8.self)
}
