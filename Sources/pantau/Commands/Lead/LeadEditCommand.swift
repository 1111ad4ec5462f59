import ArgumentParser
import Identifying
import Model
import Reviewing
import Text

struct LeadEditCommand: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Correct who, where, needs, urgency or summary; articles and rules do not change it again.",
        discussion: """
            Fields: who (NAME, AGE; NAME, AGE), where (Kapar, Klang, Selangor), needs (work-injury,debt), \
            urgency (emergency, urgent, routine), summary. FIELD= without a value lets articles and rules speak again.
            """)

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
        let edit = try EditReader(gazetteer: { try context.gazetteer() }).edit(assignments)
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
                person.name.map { name in [name, person.age.map { "\($0.years)" }].compactMap(\.self) }
            }.map { $0.joined(separator: ", ") }.joined(separator: "; ")
        case .location:
            [
                identification.place?.locality, identification.place?.districtName, identification.place?.stateName,
            ].compactMap(\.self).joined(separator: ", ")
        case .needs: needs.map(\.need.rawValue).joined(separator: ",")
        case .urgency: urgency.rawValue
        case .summary: handling.summary ?? ""
        }
    }
}

/// Reads `--set FIELD=VALUE`. Identifiers in what is written are masked, as in articles.
struct EditReader {
    /// Only asked where a place is set.
    let gazetteer: () throws -> Gazetteer

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
            let value = maskIdentifiers(in: String(assignment[assignment.index(after: sign)...])).text
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
        }
    }

    /// `Rekaan bin Contoh, 34; Siti Contoh`
    private func persons(_ value: String) throws -> [Person] {
        try value.split(separator: ";").map { part in
            let pieces = part.split(separator: ",").map { $0.trimmed }
            guard let name = pieces.first, !name.isEmpty, pieces.count <= 2 else {
                throw problem("who is NAME, AGE; NAME, AGE, not \"\(part.trimmed)\"")
            }
            guard pieces.count == 2 else { return Person(name: name) }
            guard let years = Int(pieces[1]), (0...120).contains(years) else {
                throw problem("\"\(pieces[1])\" is no age of 0 to 120")
            }
            return Person(name: name, age: .init(years: years))
        }
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

    private func problem(_ why: String) -> CommandFailure { CommandFailure(.usage(why, command: "lead edit")) }
}

extension StringProtocol {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
