import Archiving
import ArgumentParser
import Model
import Storing

struct ArchiveErase: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Take the pages of erased cases out, where an erasure could not do it itself.")

    static let permission = Permission.erase

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.store(.writing)
        try await context.cleanArchive(for: store)
        context.output.note(.archiveClean)
    }
}
