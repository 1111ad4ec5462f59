import ArgumentParser
import Documents
import FoundationEssentials
import Model
import Referring
import Storing
import Terminal
import Text

/// Who may help.
struct AgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency", abstract: "Agencies, zakat bodies and help lines that a case can be sent to.",
        subcommands: [AgencyList.self, AgencyShow.self, AgencyAdd.self, AgencyImport.self])
}

struct AgencyList: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every agency with its code.", aliases: ["ls"])

    static let permission = Permission.seeNumbers

    @OptionGroup var global: GlobalOptions

    @Option(help: "federal, state, zakat, ngo or line.")
    var kind: Agency.Kind?

    @Option(help: ArgumentHelp("Only those that serve this state.", valueName: "MY-10"))
    var state: String?

    func run(_ context: Context) async throws {
        let found = try await context.catalogue().agencies.filter { agency in
            (kind.map { $0 == agency.kind } ?? true) && (state.map { agency.serves($0.uppercased()) } ?? true)
        }
        switch context.output.format {
        case .json, .jsonl: for agency in found { context.output.json(agency.json) }
        case .id: for agency in found { context.output.record([agency.code]) }
        case .tsv, .csv:
            context.output.records(
                named: ["code", "kind", "states", "name", "contact", "evidence", "as_of"],
                found.map { fields($0, context.language) })
        case .table:
            let table = Table(
                [
                    .init(context.language.phrase("CODE", "KOD")), .init(context.language.phrase("KIND", "JENIS")),
                    .init(context.language.phrase("STATES", "NEGERI"), maximum: 18, dropOrder: 1),
                    .init(context.language.phrase("NAME", "NAMA"), minimum: 20),
                ],
                rows: found.map { agency in
                    [
                        agency.code, agency.kind.rawValue, agency.states.joined(separator: " "),
                        agency.name(in: context.language),
                    ]
                    .map { StyledText($0) }
                })
            let terminal = context.output.terminal
            for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
        }
    }

    private func fields(_ agency: Agency, _ language: ScreenLanguage) -> [String] {
        [
            agency.code, agency.kind.rawValue, agency.states.joined(separator: ","), agency.name(in: language),
            agency.contact ?? "", agency.evidence, agency.asOf ?? "",
        ]
    }
}

struct AgencyShow: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One agency: how to reach it, where we read of it, and what it runs.")

    static let permission = Permission.seeNumbers

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as JKM.", valueName: "code"))
    var code: String

    func run(_ context: Context) async throws {
        let agency = try await context.agency(code)
        guard !context.output.isJSON else { return context.output.json(agency.json) }
        let language = context.language
        let programmes = try context.programmes().programmes.filter { $0.agency == .agency(agency.code) }
        let rows = [
            (language.phrase("Name", "Nama"), agency.name(in: language)),
            (language.phrase("Kind", "Jenis"), agency.kind.rawValue),
            (language.phrase("States", "Negeri"), agency.states.joined(separator: " ")),
            (language.phrase("Contact", "Hubungi"), agency.contact ?? ""),
            (
                language.phrase("Evidence", "Sumber"),
                [agency.evidence, agency.asOf ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
            ),
            (language.phrase("Runs", "Program"), programmes.map(\.code).joined(separator: " ")),
        ]
        context.output.line(StyledText(agency.code, .heading))
        for (name, text) in rows where !text.isEmpty {
            for line in wrapped(text, width: context.output.terminal.columns, first: name.padded(to: 10), indent: 10) {
                context.output.line(StyledText(line))
            }
        }
    }
}

struct AgencyAdd: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an agency of your own; one of a known code takes its place.")

    static let permission = Permission.configure

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("2 to 32 of A-Z 0-9 . _ -, such as YAYASAN-CONTOH.", valueName: "code"))
    var code: String

    @Option(help: "Its name in Malay.")
    var ms: String

    @Option(help: "Its name in English; the Malay one where it is not given.")
    var en: String?

    @Option(help: "federal, state, zakat, ngo or line.")
    var kind: Agency.Kind = .ngo

    @Option(help: ArgumentHelp("A state it serves; may be given again. All where none is.", valueName: "MY-10"))
    var state: [String] = []

    @Option(help: "How to reach it.")
    var contact: String?

    @Option(help: "Where you know it from: a page, a letter, a telephone call.")
    var evidence: String

    func validate() throws {
        guard isAgencyCode(code) else {
            throw ValidationError("a code has 2 to 32 of A-Z 0-9 . _ -, not \"\(code.prefix(40))\"")
        }
        for code in state where !(1...16).contains(where: { code == ($0 < 10 ? "MY-0\($0)" : "MY-\($0)") }) {
            throw ValidationError("\"\(code.prefix(10))\" is no state; they run from MY-01 to MY-16")
        }
    }

    func run(_ context: Context) async throws {
        let now = context.now
        let agency = Agency(
            code: code, nameMalay: ms, nameEnglish: en ?? ms, kind: kind, states: state, contact: contact,
            evidence: evidence, asOf: String(CivilTime(now).isoDay.prefix(4)))
        let author = context.author
        try await context.store(.writing).write { db in try db.add([agency], by: author, at: now) }
        guard !context.output.isJSON else { return context.output.json(agency.json) }
        context.output.say(.agencyAdded(code))
    }
}

struct AgencyImport: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add the agencies of a file in the form of Lexicons/agencies.yaml.")

    static let permission = Permission.configure

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Flag(name: [.customShort("n"), .long], help: "Say what would be added, and add nothing.")
    var dryRun = false

    func run(_ context: Context) async throws {
        let agencies = try read()
        if !dryRun, !agencies.isEmpty {
            let (author, now) = (context.author, context.now)
            try await context.store(.writing).write { db in try db.add(agencies, by: author, at: now) }
        }
        for agency in agencies {
            if context.output.isJSON {
                context.output.json(agency.json)
            } else {
                context.output.record([agency.code, agency.kind.rawValue, agency.name(in: context.language)])
            }
        }
    }

    private func read() throws -> [Agency] {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw CommandFailure(.unreadable(file, why: "it is not there, not readable or not UTF-8", exit: .badData))
        }
        do {
            return try readAgencies(try readYAML(text, file: file), file: file)
        } catch let problem as DocumentProblem {
            throw CommandFailure(.badFile(problem.description, exit: .badData))
        } catch let problems as DocumentProblems {
            throw CommandFailure(.badFile(problems.description, exit: .badData))
        }
    }
}

extension Context {
    /// Programmes and agencies of the lexicon folder, with the agencies that this squad has added.
    func catalogue() async throws -> ProgrammeCatalogue {
        let known = try programmes()
        do {
            return known.adding(try await store(.reading).read { db in try db.addedAgencies() })
        } catch StoreError.missing {
            return known
        }
    }

    /// The agency of that code.
    ///
    /// - Throws: `CommandFailure` where there is none, with the nearest that is.
    func agency(_ code: String) async throws -> Agency {
        let agencies = try await catalogue().agencies
        let wanted = code.uppercased()
        guard let found = agencies.first(where: { $0.code == wanted }) else {
            throw CommandFailure(
                .unknownAgency(String(code.prefix(40)), near: nearest(to: wanted, among: agencies.map(\.code))))
        }
        return found
    }
}
