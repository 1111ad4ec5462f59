import Archiving
import ArgumentParser
import Model
import Settings

struct ArchivePurge: PantauCommand {
    static let permission = Permission.maintain
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Remove the days that are too old, whole files at once.")

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("The age beyond which pages go; archive.keep if not given.", valueName: "duration"))
    var olderThan: String?

    @Flag(help: "Remove nothing, and name what would go.")
    var dryRun = false

    func validate() throws {
        guard olderThan == nil || TimeSpan(olderThan ?? "") != nil else {
            throw ValidationError("--older-than needs a duration such as 30d, not \"\(olderThan ?? "")\"")
        }
    }

    func run(_ context: Context) async throws {
        guard dryRun || !context.options.readOnly else { throw CommandFailure(.readOnly) }
        let folder = try context.archiveFolder()
        let age = olderThan.flatMap(TimeSpan.init) ?? context.settings.archiveKeep
        let gone = try folder.purge(olderThan: age, at: context.now, isTrial: dryRun)
        for file in gone { context.output.record([file.name]) }
        context.output.note(.archivePurged(gone.count, isTrial: dryRun))
    }
}
