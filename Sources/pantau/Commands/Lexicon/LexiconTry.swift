import ArgumentParser
import Model
import Scoring
import Text

/// Shows what a changed rule file would gain and lose, before it is put in force.
struct LexiconTry: PantauCommand {
    static let permission = Permission.seeLead
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Show which leads a changed rule file gains and loses over kept articles.",
        discussion: """
            FILE takes the place of the file in force with the same id, or is added to them; a folder takes the place of them \
            all. Nothing is written. The articles are those of the store; with --texts, those of a file.
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var kept: KeptTexts

    @Argument(help: "A lexicon file, or a folder of them.")
    var file: String

    @Option(name: [.customShort("L"), .long], help: "How many changes are shown; all of them are counted.")
    var limit = 40

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit needs 0 or more, not \(limit)") }
    }

    func run(_ context: Context) async throws {
        let files = LexiconFiles(in: try context.lexiconFolder())
        let old = try context.lexicon()
        var effect = LexiconEffect(from: old, to: try files.lexicon(with: file))
        try await kept.forEach(context) { effect.add($0) }
        guard !context.output.isJSON else {
            return context.output.json(.compact([("schema", "pantau.lexicon.try/1")] + effect.json))
        }
        effect.write(context, limit: limit)
    }
}
