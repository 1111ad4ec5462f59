import ArgumentParser
import Model
import Scoring

/// Finds what common words say of a text, from texts that people have labelled.
struct LexiconWords: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "Fit the points of common words to labelled texts, and print them as a lexicon file.",
        discussion: """
            FILE holds one JSON object a line with "lead" (yes, no or borderline), "title", "text" and, where somebody has judged \
            it, "need": the one to act on first. Every word that stands in five texts or more gets points, negative ones where \
            it speaks against a case or a need; names get none. The same texts always give the same file.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Files of labelled texts.")
    var files: [String]

    func run(_ context: Context) async throws {
        let lexicon = try context.lexicon(calibrated: false)
        do {
            let examples = try files.flatMap(LabelledText.read).map {
                WordFit.Example(title: $0.title, text: $0.text, isLead: $0.isLead, need: $0.need)
            }
            guard examples.contains(where: { $0.isLead == true }), examples.contains(where: { $0.isLead == false })
            else {
                throw ToolError(reason: "the texts need both, some with \"lead\": \"yes\" and some with \"no\"")
            }
            let version = lexicon.versions.first?.version ?? "1"
            context.output.text(WordFit(to: examples, with: lexicon).document(version: version))
        } catch let error as ToolError {
            throw CommandFailure(.badFile(error.reason, exit: .badData))
        }
    }
}
