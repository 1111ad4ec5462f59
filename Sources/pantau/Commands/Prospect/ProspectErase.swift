public import ArgumentParser
public import Model

/// What both commands share that erase a case.
struct ErasureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Why; see below.", valueName: "code"))
    var reason: ErasureReason?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would go, and change nothing.")
    var dryRun = false

    static let discussion = """
        All that tells of the person goes: articles, texts, quotes, notes, events on their way, pages in the archive, and \
        what the log holds of it before and after. Numbers, the reference, who decided what, and keyed hashes of \
        addresses and wording stay, so that no crawl brings it back. Receivers of a prospect that has left are told by a \
        tombstone. It cannot be undone.
        Reasons:
        """ + " " + ErasureReason.allCases.map(\.rawValue).joined(separator: ", ")
}

extension ErasureReason: ExpressibleByArgument {}

struct ProspectErase: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase all that tells of a person, and tell those who were sent it.",
        discussion: ErasureOptions.discussion)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ErasureOptions

    @Argument(help: ArgumentHelp("Such as PR-26-001042-0.", valueName: "ref"))
    var refs: [String]

    func run(_ context: Context) async throws {
        var cases: [ErasureRun.Case] = []
        for text in refs {
            do throws(ProspectRef.Problem) {
                cases.append(.prospect(try ProspectRef(parsing: text)))
            } catch {
                throw CommandFailure(.badReference(String(text.prefix(40))))
            }
        }
        try await ErasureRun(cases, options).carryOut(in: context)
    }
}

struct LeadErase: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase all that tells of a person; also of a lead that is no prospect.",
        discussion: ErasureOptions.discussion)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var options: ErasureOptions

    func run(_ context: Context) async throws {
        try await ErasureRun(try await leads.resolved(in: context).map { .lead($0) }, options).carryOut(in: context)
    }
}
