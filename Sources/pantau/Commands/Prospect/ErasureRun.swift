import Model
import Referring
import Settings
import Storing
import Terminal
import Text

/// The erasure of cases from the command line to what is said of it.
struct ErasureRun {
    enum Case: Hashable, Sendable {
        case lead(LeadID)
        case prospect(ProspectRef)
    }

    private let cases: [Case]
    private let options: ErasureOptions

    init(_ cases: [Case], _ options: ErasureOptions) { (self.cases, self.options) = (cases, options) }

    func carryOut(in context: Context) async throws {
        guard let reason = options.reason else { throw CommandFailure(.eraseNeedsReason()) }
        let store = try context.store(.writing)
        var erased = false
        for wanted in cases {
            guard let lead = try await lead(of: wanted, store, context) else { continue }
            guard let outline = try await store.read({ db in try db.caseOutline(of: lead) }) else {
                try await tellGone(lead, store, context)
                continue
            }
            if options.dryRun {
                preview(outline, context)
                continue
            }
            if !options.yes { try ask(outline, context) }
            let (eraser, author, now) = (context.eraser, context.author, context.now)
            let result = try await store.write { db in
                try eraser.erase(lead, because: reason, by: author, at: now, in: db)
            }
            guard case .erased(let done) = result else { continue }
            erased = true
            try await tell(done, outline, reason, store, context)
        }
        if erased { try await context.cleanArchive(for: store) }
    }

    /// - Returns: nil where it was erased before, which was said then.
    private func lead(of wanted: Case, _ store: Store, _ context: Context) async throws -> LeadID? {
        switch wanted {
        case .lead(let id): return id
        case .prospect(let ref):
            let row = try await store.read { db in try db.prospect(ref) }
            guard let row else { throw CommandFailure(.prospectNotFound(ref.description)) }
            return row.lead
        }
    }

    private func tellGone(_ lead: LeadID, _ store: Store, _ context: Context) async throws {
        guard let before = try await store.read({ db in try db.erasure(of: lead) }) else {
            throw CommandFailure(.notFound(lead))
        }
        // What the first try could not do (a reader, a full disk) is done now.
        try await store.settleErasures()
        try await context.cleanArchive(for: store)
        let name = before.ref?.description ?? lead.description
        context.output.note(.alreadyErased(name, before.reason, at: String(before.at.rfc3339().prefix(10))))
    }

    private func ask(_ outline: CaseOutline, _ context: Context) throws {
        let names = names(outline)
        guard context.isInteractive else { throw CommandFailure(.eraseNeedsYes(names)) }
        context.output.prompt(.askErase(names, articles: outline.articles))
        guard let answer = readLine()?.lowercased(), ["yes", "ya"].contains(answer) else {
            throw CommandFailure(.cancelled)
        }
    }

    private func names(_ outline: CaseOutline) -> String {
        (outline.prospects.map(\.ref.description) + outline.leads.map(\.description)).joined(separator: " ")
    }

    // MARK: What is said of it

    private func preview(_ outline: CaseOutline, _ context: Context) {
        let isTold = outline.prospects.contains { $0.sentAt != nil }
        guard context.output.isJSON else {
            context.output.say(.wouldErase(names(outline), articles: outline.articles, isTold: isTold))
            return
        }
        context.output.json(
            change(outline.leads.map { ["id": .integer($0.value)] }, entry: nil, isTrial: true, more: []))
    }

    private func tell(
        _ done: ErasedCase, _ outline: CaseOutline, _ reason: ErasureReason, _ store: Store, _ context: Context
    ) async throws {
        let copies = try await store.copies()
        guard !context.output.isJSON else {
            let changed = done.leads.map { lead -> JSONValue in
                let ref = outline.prospects.first { $0.lead == lead }?.ref
                return .compact([
                    ("id", .integer(lead.value)), ("ref", ref.map { .string($0.description) }), ("to", "erased"),
                ])
            }
            context.output.json(
                change(
                    changed, entry: done.entry, isTrial: false,
                    more: [
                        ("reason", .string(reason.rawValue)), ("articles", .integer(Int64(done.articles))),
                        ("tombstones", .array(done.told.map { .string($0.ref.description) })),
                        ("related", .array(done.related.map { .integer($0.value) })),
                        ("copies", .array(copies.map { .string($0) })),
                    ]))
            return
        }
        context.output.say(.erased(names(outline), articles: done.articles))
        for row in outline.prospects {
            context.output.note(
                done.told.contains(row) ? .tombstoneWaits(row.ref.description) : .neverLeft(row.ref.description))
        }
        if !done.related.isEmpty { context.output.note(.relatedLeads(done.related)) }
        if !done.exports.isEmpty { context.output.note(.erasedExports(done.exports)) }
        if !copies.isEmpty { context.output.note(.olderCopies(copies)) }
    }

    private func change(
        _ changed: [JSONValue], entry: EntryID?, isTrial: Bool, more: [(String, JSONValue?)]
    ) -> JSONValue {
        .compact(
            [
                ("schema", "pantau.change/1"), ("entry", entry.map { .integer($0.value) }), ("verb", "lead.erase"),
                ("dry_run", .bool(isTrial)), ("changed", .array(changed)), ("skipped", []), ("failed", []),
            ] + more)
    }
}
