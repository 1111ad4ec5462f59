import ArgumentParser
import Model
import Scoring
import Terminal
import Text

/// A rule in plain words: what it finds, what it brings, what clears it.
struct LexiconExplain: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell a rule in plain words: what it finds, its points, what clears it.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The rule's id, as an explanation names it.", valueName: "rule-id"))
    var rule: String

    @Option(name: [.customShort("L"), .long], help: "How many forms are shown.")
    var limit = 40

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit needs 1 or more, not \(limit)") }
    }

    func run(_ context: Context) async throws {
        let lexicon = try context.lexicon()
        guard let part = lexicon.part(ofRule: rule) else {
            throw CommandFailure(.noRule(rule, nearest: nearest(to: rule, among: lexicon.rules.map(\.id))))
        }
        let explanation = RuleExplanation(part: part, lexicon: lexicon, language: context.language, limit: limit)
        guard !context.output.isJSON else { return context.output.json(explanation.json) }
        for line in explanation.lines {
            for row in wrapped(line.text, width: context.output.terminal.columns, first: line.lead, indent: 2) {
                context.output.line(StyledText(row))
            }
        }
    }
}
