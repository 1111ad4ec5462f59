import ArgumentParser
import Model
import Referring
import Storing
import Terminal
import Text

/// Schemes and aid that may fit: hints, never a decision.
struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Schemes and aid that may fit a case, and what to check. Hints, never promises.",
        subcommands: [ProgrammeMatch.self, ProgrammeList.self, ProgrammeShow.self])
}

struct ProgrammeMatch: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "What may fit a lead: why, what to check first, and until when.")

    static let permission = Permission.seeLead

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        let catalogue = try await context.catalogue()
        let now = context.now
        for id in try await leads.resolved(in: context) {
            guard let lead = try await store.read({ db in try db.lead(id, at: now) }) else {
                throw CommandFailure(.notFound(id))
            }
            let found = catalogue.suggestions(for: lead, limit: 12)
            guard !context.output.isJSON else {
                context.output.json([
                    "schema": "pantau.programme.match/1", "lead": .integer(id.value),
                    "suggestions": .array(found.map { $0.record(in: context.language) }),
                ])
                continue
            }
            if found.isEmpty { context.output.say(.noProgramme(id)) }
            for suggestion in found { write(suggestion, context) }
            if !found.isEmpty { context.output.note(.onlyHints) }
        }
    }

    private func write(_ suggestion: Suggestion, _ context: Context) {
        let language = context.language
        guard context.output.format == .table else {
            return context.output.record([
                suggestion.programme.code, suggestion.agency.code, suggestion.fit.rawValue, suggestion.need.rawValue,
                suggestion.deadline ?? "", suggestion.reason(in: language),
            ])
        }
        context.output.line(
            StyledText(
                "\(suggestion.agency.code)  \(suggestion.programme.name(in: language))  (\(suggestion.fit.label(in: language)))",
                .heading))
        for line in wrapped(
            suggestion.reason(in: language), width: context.output.terminal.columns, first: "    ", indent: 4)
        {
            context.output.line(StyledText(line))
        }
    }
}

struct ProgrammeList: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every programme that we know, under its old and new names.", aliases: ["ls"])

    static let permission = Permission.seeNumbers

    @OptionGroup var global: GlobalOptions

    @Option(help: "Only what is tried for this need, the first door first.")
    var need: Need?

    @Option(help: ArgumentHelp("Only those of this agency.", valueName: "agency"))
    var agency: String?

    func run(_ context: Context) async throws {
        let catalogue = try context.programmes()
        let all = need.map { need in
            (catalogue.doors[need] ?? []).compactMap { code in catalogue.programmes.first { $0.code == code } }
        }
        let found = (all ?? catalogue.programmes).filter { programme in
            agency.map { programme.agency == .agency($0.uppercased()) } ?? true
        }
        if context.output.format == .csv {
            context.output.record(["code", "name", "also_known_as", "check", "evidence", "as_of"])
        }
        for programme in found {
            switch context.output.format {
            case .json, .jsonl: context.output.json(programme.json)
            case .id: context.output.record([programme.code])
            case .tsv, .csv:
                context.output.record([
                    programme.code, programme.name(in: context.language), programme.alsoKnownAs.joined(separator: "; "),
                    programme.check(in: context.language), programme.evidence, programme.asOf,
                ])
            case .table:
                let names =
                    programme.alsoKnownAs.isEmpty ? "" : " (" + programme.alsoKnownAs.joined(separator: ", ") + ")"
                for line in wrapped(
                    programme.name(in: context.language) + names, width: context.output.terminal.columns,
                    first: programme.code.padded(to: 24), indent: 24)
                {
                    context.output.line(StyledText(line))
                }
            }
        }
    }
}

struct ProgrammeShow: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One programme, by its code or any of its names: what to check, and where we read it.")

    static let permission = Permission.seeNumbers

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as PERKESO.PENAKAT or \"LINDUNG Kasih\".", valueName: "name"))
    var name: String

    func run(_ context: Context) async throws {
        let catalogue = try context.programmes()
        guard let programme = catalogue.programme(named: name) else {
            let known = catalogue.programmes.flatMap { [$0.code] + $0.alsoKnownAs }
            throw CommandFailure(.unknownProgramme(String(name.prefix(60)), near: nearest(to: name, among: known)))
        }
        guard !context.output.isJSON else { return context.output.json(programme.json) }
        let language = context.language
        let needs = Need.allCases.filter { catalogue.doors[$0]?.contains(programme.code) ?? false }
        let clock = programme.deadlineDays.map {
            language.phrase("\($0) days after the event", "\($0) hari selepas kejadian")
        }
        let rows = [
            (language.phrase("Name", "Nama"), programme.name(in: language)),
            (language.phrase("Also", "Juga"), programme.alsoKnownAs.joined(separator: ", ")),
            (language.phrase("Check", "Semak"), programme.check(in: language)),
            (language.phrase("Apply by", "Tempoh"), clock ?? ""),
            (language.phrase("For", "Untuk"), needs.map { $0.label(in: language) }.joined(separator: "; ")),
            (language.phrase("Evidence", "Sumber"), "\(programme.evidence), \(programme.asOf)"),
        ]
        context.output.line(StyledText(programme.code, .heading))
        for (heading, text) in rows where !text.isEmpty {
            for line in wrapped(text, width: context.output.terminal.columns, first: heading.padded(to: 10), indent: 10)
            {
                context.output.line(StyledText(line))
            }
        }
        context.output.note(.onlyHints)
    }
}

extension Programme {
    fileprivate var json: JSONValue {
        .compact([
            ("schema", "pantau.programme/1"), ("code", .string(code)), ("ms", .string(nameMalay)),
            ("en", .string(nameEnglish)), ("also", .array(alsoKnownAs.map { .string($0) })),
            ("check_ms", .string(checkMalay)), ("check_en", .string(checkEnglish)),
            ("deadline_days", deadlineDays.map { .integer(Int64($0)) }), ("evidence", .string(evidence)),
            ("as_of", .string(asOf)),
        ])
    }
}
