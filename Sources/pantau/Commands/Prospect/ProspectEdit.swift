import ArgumentParser
import Model
import Referring
import Reviewing
import Storing

struct ProspectEdit: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Mend what agencies read: who, where, needs, urgency, summary, contact, programmes to check.",
        discussion: EditReader.discussion + """
             It is an edit of the lead, so `pantau undo` takes it back, and a new revision is sent. Of a member of a group \
            who (one person), summary and contact are the member's own; where, needs, urgency and programmes are those \
            of the event.
            """)

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    @Option(name: .customLong("set"), help: ArgumentHelp("What to set; may be given again.", valueName: "field=value"))
    var assignments: [String] = []

    @Option(help: "The same as --set summary=...: what agencies read first. Names of children are cut from it.")
    var summary: String?

    func validate() throws {
        guard !assignments.isEmpty || summary != nil else {
            throw ValidationError("say what to set, such as --set urgency=urgent or --summary TEXT")
        }
    }

    func run(_ context: Context) async throws {
        let written = assignments + (summary.map { ["summary=\($0)"] } ?? [])
        let editing = ProspectEditing(edit: try EditReader(context, command: "prospect edit").edit(written))
        let store = try context.store(.writing)
        let (author, now) = (context.author, context.now)
        var failures: [CommandFailure] = []
        for row in try await prospects.rows(context, store) {
            do {
                let changed = try await store.write { db in try editing.carryOut(on: row, db, by: author, at: now) }
                tell(changed, row, context)
            } catch let failure as CommandFailure {
                failures.append(failure)
            }
        }
        guard let first = failures.first else { return }
        for failure in failures.dropFirst() { context.output.fail(failure.message) }
        throw first
    }

    /// - Parameter changed: nil where it was so already.
    private func tell(_ changed: ProspectRow?, _ row: ProspectRow, _ context: Context) {
        if context.output.isJSON {
            context.output.json((changed ?? row).changeRecord)
        } else if let changed {
            context.output.say(.prospectEdited(changed.ref))
        } else {
            context.output.note(.prospectUnchanged(row.ref))
        }
    }
}

/// What an edit changes of one prospect: of a case its lead; of one member of a group that person, and what is noted of
/// the member alone.
struct ProspectEditing: Sendable {
    let edit: LeadEdit

    /// - Returns: the prospect as it is then; nil where it was so already.
    /// - Throws: `CommandFailure` where it cannot be so; then nothing is changed.
    func carryOut(on row: ProspectRow, _ db: Connection, by author: Author, at now: Instant) throws -> ProspectRow? {
        guard !row.isWithdrawn else { throw CommandFailure(Message(SendingProblem.notAccepted, row.ref)) }
        var (lead, own) = (edit, row.edits)
        if row.member > 0 {
            lead.who = try who(of: row, db)
            (lead.summary, lead.contact) = (.keep, .keep)
            own.contact = edit.contact.value(replacing: own.contact)
            own.summary = edit.summary.value(replacing: own.summary)
        } else if edit.summary != .keep {
            // From before a case had its summary with its lead.
            own.summary = nil
        }
        var isChanged = own != row.edits
        if isChanged { try db.setEdits(own, of: row, by: author, at: now) }
        if lead != LeadEdit() {
            let result = try db.review(.edit(lead), [row.lead], by: author, at: now)
            if let refused = result.refused.first { throw CommandFailure(refused.message) }
            isChanged = isChanged || !result.changed.isEmpty
        }
        return isChanged ? try db.prospect(row.id) : nil
    }

    /// The persons of the whole group with that of one member in its place: they stand with the lead.
    private func who(of row: ProspectRow, _ db: Connection) throws -> LeadEdit.FieldChange<[Person]> {
        var persons = try db.persons(ofGroup: row.lead, try db.members(of: row.lead))
        let place = row.member - 1
        guard edit.who != .keep, persons.indices.contains(place) else { return .keep }
        switch edit.who {
        case .keep: return .keep
        case .clear: persons[place] = row.person ?? persons[place]
        case .set(let written):
            guard let person = written.first, written.count == 1 else {
                throw CommandFailure(.usage("a member of a group is one person", command: "prospect edit"))
            }
            persons[place] = persons[place].corrected(to: person)
        }
        return .set(persons)
    }
}

extension LeadEdit.FieldChange {
    /// The value after the change.
    fileprivate func value(replacing old: Value?) -> Value? {
        switch self {
        case .keep: old
        case .clear: nil
        case .set(let new): new
        }
    }
}

extension Person {
    /// The same person with another name, age and role. Where the name is another, no article has printed it.
    fileprivate func corrected(to written: Person) -> Person {
        var result = self
        if name?.lowercased() != written.name?.lowercased() { (result.evidence, result.aliases) = (nil, []) }
        (result.name, result.role) = (written.name, written.role)
        result.age = written.age ?? age
        return result
    }
}
