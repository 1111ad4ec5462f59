import ArgumentParser
import Model
import Scoring
import Terminal
import Text

/// The lexicon: what is in it, and whether its files are sound.
struct LexiconCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Look at the rules and check them.",
        subcommands: [LexiconLint.self, LexiconTest.self, LexiconList.self])
}

struct LexiconLint: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Check lexicon files; every mistake is named with its place.",
        discussion: "Without FILE the rules in force are checked. Exits 65 where something is wrong.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Lexicon files that belong together.")
    var files: [String] = []

    func run(_ context: Context) async throws {
        let lexicon: Lexicon
        if files.isEmpty {
            lexicon = try context.lexicon()
        } else {
            do {
                lexicon = try LexiconFiles(paths: files).lexicon()
            } catch let problems as DocumentProblems {
                throw CommandFailure(.badFile(problems.description, exit: .badData))
            } catch let error as ToolError {
                throw CommandFailure(.badFile(error.reason, exit: .badData))
            }
        }
        context.output.say(.lexiconSound(rules: lexicon.rules.count, files: lexicon.versions.count))
    }
}

struct LexiconList: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rules: points, id, need, label.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        for rule in try context.lexicon().rules {
            let label = context.language.phrase(rule.labelEnglish, rule.labelMalay)
            if context.output.isJSON {
                context.output.json(
                    .compact([
                        ("rule", .string(rule.id)), ("points", .integer(Int64(rule.points))),
                        ("need", rule.need.map { .string($0.rawValue) }), ("label", .string(label)),
                    ]))
            } else {
                context.output.record(["\(rule.points)", rule.id, rule.need?.rawValue ?? "-", label])
            }
        }
    }
}
