import ArgumentParser
import Identifying
import Model
import Referring
import Reviewing
import Text

struct LeadEditCommand: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Correct who, where, needs, urgency or summary; articles and rules do not change it again.",
        discussion: EditReader.discussion)

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("What to set; may be given again.", valueName: "field=value"))
    var set: [String] = []

    @Flag(help: "Change what is known of one lead in your editor: $VISUAL, then $EDITOR.")
    var editor = false

    func validate() throws {
        guard set.isEmpty == editor else { throw ValidationError("say --set FIELD=VALUE or --editor") }
    }

    func run(_ context: Context) async throws {
        let assignments = editor ? try await assignmentsFromEditor(context) : set
        let edit = try EditReader(context, command: "lead edit").edit(assignments)
        try await DecisionRun(.edit(edit), on: leads, decision).carryOut(in: context)
    }
}

extension LeadEditCommand {
    /// The fields that somebody changed in the editor.
    private func assignmentsFromEditor(_ context: Context) async throws -> [String] {
        let ids = try await leads.resolved(in: context)
        guard ids.count == 1 else {
            throw CommandFailure(.usage("--editor takes one lead, not \(ids.count)", command: "lead edit"))
        }
        let lead = try await context.opened(ids[0])
        guard !lead.isProtected else { throw CommandFailure(.protectedIdentity(ids[0])) }
        let before = LeadField.allCases.map { "\($0.rawValue)=\(lead.written($0))" }
        let text = ([Message.editLead.text(in: context.language)] + before).joined(separator: "\n") + "\n"
        let after = try context.edited(text, for: "lead edit").split(separator: "\n").map(String.init)
        let changed = after.filter { !before.contains($0) }
        guard !changed.isEmpty else { throw CommandFailure(.cancelled) }
        return changed
    }
}

extension Lead {
    /// A field as `--set` reads it.
    fileprivate func written(_ field: LeadField) -> String {
        switch field {
        case .who:
            identification.persons.filter { $0.role != .speaker && $0.role != .accused }.compactMap { person in
                person.name.map { name in
                    let role = person.role == .subject ? nil : person.role.rawValue
                    return [name, person.age.map { "\($0.years)" }, role].compactMap(\.self)
                }
            }.map { $0.joined(separator: ", ") }.joined(separator: "; ")
        case .location: identification.place?.name ?? ""
        case .needs: needs.map(\.need.rawValue).joined(separator: ",")
        case .urgency: urgency.rawValue
        case .summary: handling.summary ?? ""
        case .contact: handling.contact.map { "\($0.kind.rawValue):\($0.value)" } ?? ""
        case .programmes: handling.programmes.joined(separator: ",")
        }
    }
}

/// Reads `--set FIELD=VALUE`. Identifiers in what is written are masked, as in articles.
struct EditReader {
    static let discussion = """
        Fields: who (NAME, AGE, ROLE; NAME, AGE, ROLE: subject, family, carer, breadwinner-deceased or other-affected), \
        where (Kapar, Klang, Selangor), needs (work-injury,debt), urgency (emergency, urgent, routine), summary, contact \
        (phone:, email:, via-reporter:, via-agency: or address:, then whom to ask or where), programmes \
        (PERKESO.SKSSR,JKM.BTB: to check first). FIELD= without a value lets articles and rules speak again.
        """

    /// Only asked where a place is set.
    private let gazetteer: () throws -> Gazetteer
    /// Only asked where programmes are set.
    private let catalogue: () throws -> ProgrammeCatalogue
    private let command: String

    /// - Parameter command: whose help a mistake points to.
    init(_ context: Context, command: String) {
        gazetteer = { try context.gazetteer() }
        catalogue = { try context.programmes() }
        self.command = command
    }

    /// - Throws: `CommandFailure` for an unknown field or a value that is none of its field.
    func edit(_ assignments: [String]) throws -> LeadEdit {
        var edit = LeadEdit()
        for assignment in assignments {
            guard let sign = assignment.firstIndex(of: "="),
                let field = LeadField(rawValue: assignment[..<sign].lowercased())
            else {
                let fields = LeadField.allCases.map(\.rawValue).joined(separator: ", ")
                throw problem("\"\(assignment.prefix(40))\" is not FIELD=VALUE with a field of \(fields)")
            }
            let written = String(assignment[assignment.index(after: sign)...])
            // A number that somebody left so that he is called back is the one that is not masked.
            let value = field == .contact ? written : maskIdentifiers(in: written).text
            try read(field, value.cleanedLine(limit: 4000), into: &edit)
        }
        return edit
    }

    private func read(_ field: LeadField, _ value: String, into edit: inout LeadEdit) throws {
        let isCleared = value.isEmpty
        switch field {
        case .who: edit.who = isCleared ? .clear : .set(try persons(value))
        case .location: edit.location = isCleared ? .clear : .set(try place(value))
        case .needs: edit.needs = isCleared ? .clear : .set(try needs(value))
        case .urgency:
            guard let urgency = Urgency(rawValue: value.lowercased()) else {
                guard isCleared else { throw problem("urgency is emergency, urgent or routine, not \"\(value)\"") }
                edit.urgency = .clear
                return
            }
            edit.urgency = .set(urgency)
        case .summary: edit.summary = isCleared ? .clear : .set(value)
        case .contact: edit.contact = isCleared ? .clear : .set(try contact(value))
        case .programmes: edit.programmes = isCleared ? .clear : .set(try programmes(value))
        }
    }

    /// `Rekaan bin Contoh, 34; Siti Contoh, 31, family`
    private func persons(_ value: String) throws -> [Person] {
        try value.split(separator: ";").map { part in
            let pieces = part.split(separator: ",").map { $0.trimmed }
            guard let name = pieces.first, !name.isEmpty, pieces.count <= 3 else {
                throw problem("who is NAME, AGE, ROLE; NAME, AGE, ROLE, not \"\(part.trimmed)\"")
            }
            var person = Person(name: name)
            for piece in pieces.dropFirst() {
                if let role = Person.Role(rawValue: piece.lowercased()) {
                    person.role = role
                } else if let years = Int(piece), (0...120).contains(years) {
                    person.age = .init(years: years)
                } else {
                    throw problem("\"\(piece)\" is no age of 0 to 120 and no role")
                }
            }
            return person
        }
    }

    private func contact(_ value: String) throws -> CaseContact {
        guard let contact = CaseContact(typed: value) else {
            let kinds = CaseContact.Kind.allCases.map { $0.rawValue + ":" }.joined(separator: ", ")
            throw problem(
                "contact is one of \(kinds) and at most \(CaseContact.limit) characters, not \"\(value.prefix(40))\"")
        }
        return contact
    }

    private func programmes(_ value: String) throws -> [String] {
        let known = try catalogue()
        var codes: [String] = []
        for name in value.split(separator: ",").map(\.trimmed) {
            guard let code = known.programme(named: name)?.code else {
                throw problem("\"\(name)\" is no programme: pantau programme list")
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    private func place(_ value: String) throws -> Place {
        guard let place = try gazetteer().place(written: value) else {
            throw problem("where needs a state or a district, such as Kapar, Klang, Selangor, not \"\(value)\"")
        }
        return place
    }

    private func needs(_ value: String) throws -> [Need] {
        var needs: [Need] = []
        for code in value.split(separator: ",").map({ $0.trimmed.lowercased() }) {
            guard let need = Need(rawValue: code) else {
                let codes = Need.allCases.map(\.rawValue).joined(separator: ", ")
                throw problem("\"\(code)\" is no need; the needs are \(codes)")
            }
            if !needs.contains(need) { needs.append(need) }
        }
        return needs
    }

    private func problem(_ why: String) -> CommandFailure { CommandFailure(.usage(why, command: command)) }
}

extension StringProtocol {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
