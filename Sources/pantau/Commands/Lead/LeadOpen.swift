import ArgumentParser
import Model
import Reading
import Terminal
import Text

struct LeadOpen: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract:
            "The article of leads in a browser, where there is one, else its address; or our own copy of its text.",
        discussion: "Whoever opens a page is seen by its newspaper. --archived asks nobody.")

    static let permission = Permission.seeLead

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var reveal: RevealOptions

    @Flag(help: "The text as we stored it, not the page.")
    var archived = false

    func run(_ context: Context) async throws {
        for id in try await leads.resolved(in: context) {
            let lead = try await context.opened(id, reveal)
            // The address of a page names people as its headline does.
            guard !lead.isProtected || reveal.reveal else { throw CommandFailure(.protectedIdentity(id)) }
            guard let article = lead.articles.first?.article else { throw CommandFailure(.notFound(id)) }
            if archived {
                show(article, of: id, context)
            } else {
                try open(article, of: id, context)
            }
        }
    }

    private func show(_ article: Article, of id: LeadID, _ context: Context) {
        guard !context.output.isJSON else {
            context.output.json([
                "schema": "pantau.lead.open/1", "id": .integer(id.value), "url": .string(article.url),
                "title": .string(article.title), "text": .string(article.text),
                "retrieved_at": .string(article.retrievedAt.rfc3339()),
            ])
            return
        }
        context.output.text(of: article)
    }

    private func open(_ article: Article, of id: LeadID, _ context: Context) throws {
        guard let url = WebURL(article.url)?.withoutCredentials.href else {
            throw CommandFailure(.noWebAddress(id))
        }
        guard !context.output.isJSON else {
            context.output.json([
                "schema": "pantau.lead.open/1", "id": .integer(id.value), "url": .string(url),
                "title": .string(article.title), "retrieved_at": .string(article.retrievedAt.rfc3339()),
            ])
            return
        }
        context.output.record([url])
        guard context.isInteractive, let opener = context.opener else { return }
        if opener.run(on: url) == nil { context.output.note(.noBrowser(opener.words[0])) }
    }
}
