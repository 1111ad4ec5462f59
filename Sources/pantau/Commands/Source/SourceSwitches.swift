import ArgumentParser
import Model

struct SourceEnable: PantauCommand {
    static let permission = Permission.editSources
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Poll sources again: changes one line of their file.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var targets: SourceTargets

    func run(_ context: Context) async throws {
        try await SourceChangeRun(change: .enable, names: targets.ids, isDryRun: targets.dryRun).carryOut(in: context)
    }
}

struct SourceDisable: PantauCommand {
    static let permission = Permission.editSources
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Poll sources no more, and keep them in their file.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var targets: SourceTargets

    func run(_ context: Context) async throws {
        try await SourceChangeRun(change: .disable, names: targets.ids, isDryRun: targets.dryRun).carryOut(in: context)
    }
}

struct SourceRemove: PantauCommand {
    static let permission = Permission.editSources
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take sources out of their file; their articles and leads stay.",
        aliases: ["rm"])

    @OptionGroup var global: GlobalOptions
    @OptionGroup var targets: SourceTargets

    @Flag(name: .shortAndLong, help: "Ask nothing.")
    var yes = false

    func run(_ context: Context) async throws {
        try await SourceChangeRun(change: .remove, names: targets.ids, isDryRun: targets.dryRun, isSure: yes)
            .carryOut(in: context)
    }
}

/// Which sources, and whether it is only a rehearsal.
struct SourceTargets: ParsableArguments {
    @Argument(help: ArgumentHelp("The ids of sources.", valueName: "id"))
    var ids: [String]

    @Flag(name: [.customShort("n"), .long], help: "Show what would change, as diff -u does, and write nothing.")
    var dryRun = false
}
