import ArgumentParser
import Model
import Referring
import Storing
import Text

/// The prospects a command is about: references (the check digit is tested), or numbers of their leads.
struct ProspectRefs: ParsableArguments {
    @Argument(help: ArgumentHelp("Such as PR-26-001042-0, or a lead's number.", valueName: "ref"))
    var refs: [String] = []

    func validate() throws {
        guard !refs.isEmpty else { throw ValidationError("name at least one prospect, such as PR-26-001042-0") }
    }

    /// In the order given, each once.
    ///
    /// - Throws: `CommandFailure` for what is no reference, and for the first that is not there.
    func rows(_ context: Context, _ store: Store) async throws -> [ProspectRow] {
        var rows: [ProspectRow] = []
        for text in refs {
            let row = try await ProspectRefs.row(text, context, store)
            if !rows.contains(row) { rows.append(row) }
        }
        return rows
    }

    /// The prospect of one reference or lead number.
    static func row(_ text: String, _ context: Context, _ store: Store) async throws -> ProspectRow {
        if let number = Int64(text.hasPrefix("#") ? String(text.dropFirst()) : text), number > 0 {
            guard let row = try await store.read({ db in try db.prospect(of: LeadID(number)) }) else {
                throw CommandFailure(.prospectNotFound(text))
            }
            return row
        }
        let ref: ProspectRef
        do throws(ProspectRef.Problem) {
            ref = try ProspectRef(parsing: text)
        } catch {
            throw CommandFailure(.badReference(String(text.prefix(40))))
        }
        guard let row = try await store.read({ db in try db.prospect(ref) }) else {
            throw CommandFailure(.prospectNotFound(text))
        }
        return row
    }
}

/// One act on some prospects: each in a transaction with its entry; what refuses is told and keeps no other from it.
struct ProspectRun {
    /// What is said of a prospect that was changed.
    let done: @Sendable (ProspectRow) -> Message
    let act: @Sendable (Connection, ProspectRow) throws(StoreError) -> Result<[ProspectRow], SendingProblem>

    func carryOut(on refs: ProspectRefs, in context: Context) async throws {
        let store = try context.referralStore(.writing)
        var failures: [Message] = []
        let act = act
        for row in try await refs.rows(context, store) {
            switch try await store.write({ db in try act(db, row) }) {
            case .success(let changed):
                for row in changed { tell(row, context) }
            case .failure(let problem): failures.append(Message(problem, row.ref))
            }
        }
        guard let first = failures.first else { return }
        for message in failures.dropFirst() { context.output.fail(message) }
        throw CommandFailure(first)
    }

    private func tell(_ row: ProspectRow, _ context: Context) {
        guard context.output.isJSON else { return context.output.say(done(row)) }
        context.output.json(row.changeRecord)
    }
}

extension ProspectRow {
    /// A prospect as a writing verb gives it to scripts.
    var changeRecord: JSONValue {
        .compact([
            ("schema", "pantau.prospect.change/1"), ("ref", .string(ref.description)), ("lead", .integer(lead.value)),
            ("status", .string(status)), ("sends_at", .string(sendsAt.rfc3339())),
            ("consent", .string(consent.status.rawValue)),
        ])
    }
}
