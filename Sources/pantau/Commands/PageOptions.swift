import Archiving
import ArgumentParser
import Crawling
import Fetching
import Reading
import Settings
import Storing
import Text

/// One page that a person names by its address.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The address of a page; fetched once, as robots.txt allows.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("A private address that may be fetched; may be given again.", valueName: "host:port"))
    var allowHost: [String] = []

    func validate() throws {
        guard url != nil || allowHost.isEmpty else { throw ValidationError("--allow-host goes with --url") }
    }

    /// Fetches it as a crawl does, and reads its article.
    ///
    /// - Parameters:
    ///   - outlet: the newspaper's name; nil for what the page calls it, else its host.
    ///   - command: whose words a failure names.
    /// - Returns: nil where no address was given.
    /// - Throws: `CommandFailure` where it is no address, not allowed, not there, or no article.
    func fetch(
        with reader: ArticleReader, outlet: String?, archive: ArchiveWriter?, for command: String, _ context: Context
    ) async throws -> FoundArticle? {
        guard let text = url else { return nil }
        guard let url = WebURL(text) else {
            throw CommandFailure(.usage("\"\(text.prefix(80))\" is no http or https address", command: command))
        }
        let fetcher = try context.fetcher(allowing: allowHost)
        do throws(PageTrouble) {
            return try await reader.fetch(
                url, outlet: outlet, with: fetcher, pace: PaceRule(gap: context.settings.gap), archive: archive)
        } catch {
            throw CommandFailure(.pageFailed(url.withoutCredentials.href, error.outcome, command: command))
        }
    }
}
