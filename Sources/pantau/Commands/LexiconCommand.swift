import ArgumentParser
import Glibc
import Model
import Scoring
import Text

/// The lexicon: what is in it, and whether its files are sound.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Look at the rules and check them.",
        subcommands: [Lint.self, List.self])

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check lexicon files; every mistake is named with its place.",
            discussion: "Without FILE the built-in rules are checked. Exits 65 where something is wrong.")

        @Argument(help: "Lexicon files that belong together.")
        var files: [String] = []

        func run() throws {
            let lexicon = try orExit {
                try (files.isEmpty ? LexiconFiles.bundled : LexiconFiles(paths: files)).lexicon()
            }
            print("\(lexicon.rules.count) rules in \(lexicon.versions.count) files, nothing wrong")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the rules: points, id, need, label.")

        @Option(help: "A folder with lexicon files, in place of the built-in ones.")
        var lexicon: String?

        func run() throws {
            let lexicon = try orExit { try loadLexicon(folder: self.lexicon) }
            for rule in lexicon.rules {
                print(
                    "\(rule.points)\t\(rule.id)\t\(rule.need?.rawValue ?? "-")\t\(rule.labelMalay)\t\(rule.labelEnglish)"
                )
            }
        }
    }
}

/// Runs `body`; bad data ends the program with 65 (EX_DATAERR), a file that cannot be read with 66 (EX_NOINPUT).
func orExit<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let problems as DocumentProblems {
        standardError(problems.description)
        throw ExitCode(65)
    } catch let error as ToolError {
        standardError(error.reason)
        throw ExitCode(66)
    }
}

private func standardError(_ text: String) {
    let line = Array((text + "\n").utf8)
    // Nobody is left to tell where standard error itself is closed.
    _ = write(STDERR_FILENO, line, line.count)
}
