import ArgumentParser

/// Looks after the outlets.
struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "The outlets: which there are, and how they fare.",
        subcommands: [
            SourceList.self, SourceShow.self, SourceAdd.self, SourceTest.self, SourceEnable.self, SourceDisable.self,
            SourceRemove.self, SourceUndoMove.self, SourceRediscover.self, SourceImport.self, SourceExport.self,
        ])
}
