import ArgumentParser
import Model
import Referring
import Terminal
import Text

struct LeadShow: PantauCommand {
    static let permission = Permission.seeLead
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Who, where, what, and from which article.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs

    @OptionGroup var reveal: RevealOptions

    @Flag(name: .customLong("text"), help: "The stored text too.")
    var showsText = false

    func run(_ context: Context) async throws {
        let now = context.now
        var offices = OfficeFinder(context)
        for (index, id) in try await leads.resolved(in: context).enumerated() {
            let lead = try await context.opened(id, reveal)
            guard !context.output.isJSON else {
                context.output.json(LeadRecord(lead: lead, office: offices.office(nearest: lead)).shown)
                continue
            }
            if index > 0 { context.output.line() }
            let terminal = context.output.terminal
            let suggestions = try context.programmes().suggestions(for: lead, limit: 3)
            let card = LeadCard(
                lead: lead, suggestions: suggestions, office: offices.office(nearest: lead),
                language: context.language, now: now, glyphs: terminal.glyphs, width: terminal.columns)
            for line in card.lines { context.output.line(line) }
            if showsText {
                for joined in lead.articles {
                    context.output.line()
                    context.output.text(of: joined.article)
                }
            }
            for line in card.footer { context.output.line(line) }
        }
    }
}

struct LeadExplain: PantauCommand {
    static let permission = Permission.seeLead
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Every phrase that counted, with its rule, its points and its place.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var reveal: RevealOptions

    func run(_ context: Context) async throws {
        for (index, id) in try await leads.resolved(in: context).enumerated() {
            let lead = try await context.opened(id, reveal)
            guard let best = lead.articles.first else { throw CommandFailure(.notFound(id)) }
            guard !context.output.isJSON else {
                context.output.json(LeadRecord(lead: lead).explained)
                continue
            }
            if index > 0 { context.output.line() }
            let explanation = ScoreExplanation(
                score: lead.score, title: best.article.title, text: best.article.text,
                language: context.language)
            context.output.line(StyledText("\(lead.id)  ") + StyledText(lead.headline, .heading))
            for line in explanation.lines { context.output.line(StyledText(line)) }
            if let rule = lead.score.contributions.first?.rule {
                context.output.line()
                context.output.say(.explainRule(rule))
            }
        }
    }
}
