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
        if let (words, near) = unknownCommand(in: arguments) {
            let message = Message.unknownCommand(words, near: near)
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

    /// The first words where they are no command, and what was meant perhaps. Without this the parser would take them for
    /// arguments of `today`, or say of `lead shw 2` that it is two arguments too many.
    private static func unknownCommand(in arguments: [String]) -> (words: String, near: String?)? {
        guard let word = arguments.first, isWord(word) else { return nil }
        guard let command = configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
            return unknown(word, among: configuration, below: "")
        }
        let group = command.configuration
        guard group.defaultSubcommand == nil, !group.subcommands.isEmpty, let verb = arguments.dropFirst().first,
            isWord(verb), !names(in: group).contains(verb)
        else { return nil }
        return unknown(verb, among: group, below: word + " ")
    }

    private static func isWord(_ argument: String) -> Bool {
        !argument.isEmpty && !argument.hasPrefix("-") && argument != "help"
    }

    private static func names(in group: CommandConfiguration) -> [String] {
        group.subcommands.flatMap { [$0.configuration.commandName].compactMap(\.self) + $0.configuration.aliases }
    }

    private static func unknown(
        _ word: String, among group: CommandConfiguration, below prefix: String
    ) -> (words: String, near: String?) {
        let word = String(word.prefix(40))
        return (prefix + word, nearest(to: word, among: names(in: group)).map { prefix + $0 })
    }
}
