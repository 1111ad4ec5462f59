import ArgumentParser

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
}
