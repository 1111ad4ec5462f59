import ArgumentParser
import Terminal

@main
struct Pantau: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pantau",
        abstract: "Finds people in the news who may need help.",
        version: "0.1.0",
        subcommands: [
            InitCommand.self, CrawlCommand.self, SourceCommand.self, LeadCommand.self, UndoCommand.self,
            RedoCommand.self, LogCommand.self, ProspectCommand.self, ExportCommand.self, ScoreCommand.self,
            LexiconCommand.self, DoctorCommand.self, InfoCommand.self, ManCommand.self, ToolCommand.self,
        ])

    /// The parser's own start, but for its messages: they quote arguments, and an argument may hold escape sequences
    /// (a file name, a line pasted from a page).
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            // Help and version are answers, and go to standard output.
            guard code != .success else { exit(withError: error) }
            // Empty where a command has told its trouble itself.
            for line in fullMessage(for: error).split(separator: "\n") { writeMessage(sanitised(String(line)) + "\n") }
            exit(withError: code)
        }
    }
}
