import ArgumentParser

@main
struct Pantau: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pantau",
        abstract: "Finds people in the news who may need help.",
        version: "0.1.0",
        subcommands: [ScoreCommand.self, LexiconCommand.self, ManCommand.self, ToolCommand.self])
}
