import ArgumentParser
import Model
import Scoring
import Terminal
import Text

/// The lexicon: what is in it, whether its files are sound, and what they do.
struct LexiconCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Look at the rules, check them, and see what a change does.",
        subcommands: [
            LexiconList.self, LexiconExplain.self, LexiconLint.self, LexiconTest.self, LexiconTry.self,
            LexiconDiff.self,
            LexiconStats.self, LexiconWords.self,
        ])
}

struct LexiconLint: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Check lexicon files; every mistake is named with its place.",
        discussion: """
            Without FILE the rules in force are checked. One file is checked among those in force, in the place of the one with \
            the same id; several files, or a folder, by themselves. Exits 65 where something is wrong.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A lexicon file, a folder, or files that belong together.")
    var files: [String] = []

    func run(_ context: Context) async throws {
        let lexicon: Lexicon
        if let file = files.first, files.count == 1 {
            lexicon = try LexiconFiles(in: try context.lexiconFolder()).lexicon(with: file)
        } else {
            lexicon = try files.isEmpty ? context.lexicon() : LexiconFiles(paths: files).readable()
        }
        guard !context.output.isJSON else {
            return context.output.json(
                .compact([
                    ("schema", "pantau.lexicon.lint/1"), ("rules", .integer(Int64(lexicon.rules.count))),
                    ("files", .integer(Int64(lexicon.versions.count))),
                ]))
        }
        context.output.say(.lexiconSound(rules: lexicon.rules.count, files: lexicon.versions.count))
    }
}

struct LexiconList: PantauCommand {
    static let permission = Permission.free
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
