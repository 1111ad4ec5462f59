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
    var set: [String]

    func run(_ context: Context) async throws {
        let edit = try EditReader(gazetteer: { try context.gazetteer() }).edit(set)
        try await DecisionRun(.edit(edit), on: leads, decision).carryOut(in: context)
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
