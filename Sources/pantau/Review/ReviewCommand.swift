import ArgumentParser
import Model
import Reviewing
import Storing
import Terminal

/// The queue, one lead after the other (UX.md section 5).
struct ReviewCommand: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Read and decide, one lead after the other, the urgent first.",
        discussion: """
            Questions and answers, a line each: for a terminal of any kind, a screen reader, a pipe. The lead you read is \
            held for you for 15 minutes, so that no two people decide on the same one.
            """)

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Only those I have claimed.")
    var mine = false

    @Flag(help: "Only emergencies and the urgent.")
    var urgent = false

    @Option(
        name: [.customShort("S"), .long], help: ArgumentHelp("Only these: pantau help search.", valueName: "query"))
    var search: String?

    @Option(help: "urgency, score, new or old.")
    var order: LeadQuery.Order = .urgency

    @Flag(help: "Without score, urgency and phrases, so that they do not sway.")
    var blind = false

    func run(_ context: Context) async throws {
        var query = LeadQuery(where: [mine ? .claimed(by: context.actor) : .open(to: context.actor)], order: order)
        if urgent { query.conditions.append(.not(.urgency(.routine))) }
        if let search { query.conditions += try context.leadSearch(search).conditions }
        var review = PlainReview(
            context: context.through("review"), store: try context.store(.writing), query: query, isBlind: blind)
        try await review.run()
    }
}
