import ArgumentParser

/// The reading parts one by one, for those who look after sources, for scripts and for measuring.
struct ToolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tool",
        abstract: "Run one part of the reading on its own.",
        subcommands: [
            CanonicalURLTool.self, ExtractTool.self, ParseDateTool.self, ParseFeedTool.self, ParseSitemapTool.self,
            RobotsTool.self, SniffCharsetTool.self,
        ])
}
