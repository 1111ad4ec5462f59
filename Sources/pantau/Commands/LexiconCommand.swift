import ArgumentParser
import Glibc
import Model
import Scoring
import Terminal
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

/// Runs `body`; bad data, and a file that cannot be read, end the program with 65 (EX_DATAERR).
func orExit<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let problems as DocumentProblems {
        writeProblem(problems.description)
    } catch let error as ToolError {
        writeProblem(error.reason)
    }
    throw ExitCode(ExitStatus.badData.rawValue)
}

/// Tells a person what is wrong; what a file or an argument says cannot take over the terminal.
func writeProblem(_ text: String) {
    let lines = text.split(separator: "\n").enumerated().map { index, line in
        (index == 0 ? "pantau: " : "        ") + sanitised(String(line)) + "\n"
    }
    writeMessage(lines.joined())
}

/// Writes to standard error as it is.
func writeMessage(_ text: String) {
    let bytes = Array(text.utf8)
    // Nobody is left to tell where standard error itself is closed.
    _ = write(STDERR_FILENO, bytes, bytes.count)
}
