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
            A screen with the list, the article and one key for each decision; ? tells the keys. With --plain, without a \
            terminal, with TERM=dumb or PANTAU_ACCESSIBLE=1 it is questions and answers, a line each: for a screen reader, a \
            pipe, a terminal of any kind. The lead you read is held for you for 15 minutes, so that no two people decide on \
            the same one. What agencies gave back comes first: somebody waits there.
            """)

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Only those I have claimed.")
    var mine = false

    @Flag(help: "Only emergencies and the urgent.")
    var urgent = false

    @Flag(help: "Only what agencies gave back: another door is needed.")
    var returned = false

    @Option(
        name: [.customShort("S"), .long], help: ArgumentHelp("Only these: pantau help search.", valueName: "query"))
    var search: String?

    @Option(help: "urgency, score, new or old.")
    var order: LeadQuery.Order = .urgency

    @Flag(help: "Questions and answers instead of a screen.")
    var plain = false

    @Flag(help: "Without score, urgency and phrases, so that they do not sway.")
    var blind = false

    @Flag(help: "A sample of what others decided, read again without their decision; nothing is changed by it.")
    var secondLook = false

    func validate() throws {
        guard !secondLook || !(mine || urgent || returned || search != nil) else {
            throw ValidationError(
                "--second-look chooses by itself; leave out --mine, --urgent, --returned and --search")
        }
    }

    func run(_ context: Context) async throws {
        let desk = ReviewDesk(context: context.through("review"), store: try context.store(.writing))
        if secondLook {
            var sitting = SecondLookSitting(desk: desk)
            return try await sitting.run()
        }
        let query = try query(context)
        guard !isPlain(context), let terminal = RawTerminal(inColor: context.output.terminal.usesColor) else {
            var plain = query
            plain.conditions.append(.open(to: context.actor))
            var review = PlainReview(desk: desk, query: plain, isBlind: blind)
            return try await review.run()
        }
        var session = ReviewSession(desk: desk, terminal: terminal, query: query, isBlind: blind)
        try await session.run()
    }

    private func query(_ context: Context) throws -> LeadQuery {
        var query = LeadQuery(where: mine ? [.claimed(by: context.actor)] : [], order: order)
        query.putsReturnedFirst = true
        if returned { query.conditions.append(.returned) }
        if urgent { query.conditions.append(.not(.urgency(.routine))) }
        if let search { query.conditions += try context.leadSearch(search).conditions }
        return query
    }

    /// A screen reader, a pipe or a terminal that can do nothing but lines.
    private func isPlain(_ context: Context) -> Bool {
        plain || context.environment["TERM"] == "dumb" || context.environment["PANTAU_ACCESSIBLE"] == "1"
    }
}
