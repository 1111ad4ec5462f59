import ArgumentParser
import Crawling
import Model
import Sources
import Storing

struct SourceUndoMove: PantauCommand {
    static let permission = Permission.editSources
    static let configuration = CommandConfiguration(
        commandName: "undo-move", abstract: "Poll a source at the address of its file again.",
        discussion: """
            A permanent redirect that was seen three times on two days is believed, and the new address is polled. This takes \
            it back, and the same redirect is not believed again. To make a move final, write the new address into the file.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The id of a source.", valueName: "id"))
    var id: String

    func run(_ context: Context) async throws {
        let set = try context.sourceSet()
        let source = try set.sources.named(id)
        let left = try await undoMove(of: source, in: context.store(.writing), at: context.now)
        context.output.say(left.map { .moveUndone(source.id.value, from: $0) } ?? .notMoved(source.id.value))
    }
}
