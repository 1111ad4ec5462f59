import ArgumentParser
import FoundationEssentials
import Model
import Terminal
import Text

#if canImport(Glibc)
    import Glibc
#endif

@main
struct Pantau: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pantau",
        abstract: "Finds people in the news who may need help.",
        version: "0.1.0",
        subcommands: [
            BoardCommand.self,
            InitCommand.self,
            CrawlCommand.self,
            RunCommand.self,
            SourceCommand.self,
            LeadCommand.self,
            ReviewCommand.self,
            UndoCommand.self,
            RedoCommand.self,
            LogCommand.self,
            ProspectCommand.self,
            OutboxCommand.self,
            ReferralCommand.self,
            ProgrammeCommand.self,
            AgencyCommand.self,
            DedupeCommand.self,
            ExportCommand.self,
            ReportCommand.self,
            ScoreCommand.self,
            LexiconCommand.self,
            ArchiveCommand.self,
            UserCommand.self,
            DbCommand.self,
            DoctorCommand.self,
            InfoCommand.self,
            CompletionCommand.self,
            ManCommand.self,
            ToolCommand.self,
        ], defaultSubcommand: BoardCommand.self)

    /// The parser's own start, but for its messages: they quote arguments, and an argument may hold escape sequences
    /// (a file name, a line pasted from a page).
    static func main() async {
        // A descriptor that the caller has closed would be given to the next file or connection, and answers written
        // into that; this one refuses to be written to.
        for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 { _ = open("/dev/null", O_RDONLY) }
        // A core file would hold whatever was read last: names.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        let arguments = Array(CommandLine.arguments.dropFirst())
        let environment = ProcessInfo.processInfo.environment
        if let topic = HelpTopic(arguments: arguments) {
            for line in topic.lines(in: ScreenLanguage(environment: environment, setting: nil)) { print(line) }
            exit(withError: ExitCode.success)
        }
        if let word = unknownCommand(in: arguments) {
            let known = configuration.subcommands.compactMap { $0.configuration.commandName }
            let message = Message.unknownCommand(word, near: nearest(to: word, among: known))
            let text = message.text(in: ScreenLanguage(environment: environment, setting: nil))
            writeMessage("pantau: " + sanitised(text) + "\n")
            exit(withError: ExitCode(message.exit.rawValue))
        }
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

    /// The first word where it is no command. Without this the parser would take it for an argument of `today`.
    private static func unknownCommand(in arguments: [String]) -> String? {
        guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
        let isKnown = configuration.subcommands.contains { $0.configuration.commandName == word }
        return isKnown ? nil : String(word.prefix(40))
    }
}
