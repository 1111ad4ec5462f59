import ArgumentParser

/// Fetches what is due: one pass, and a look at those that are at work.
struct CrawlCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crawl", abstract: "Fetch, read and score what is due; people become leads.",
        subcommands: [CrawlPass.self, CrawlStatus.self, CrawlStop.self], defaultSubcommand: CrawlPass.self)
}
