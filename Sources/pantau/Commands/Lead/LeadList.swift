import ArgumentParser
import Model
import Reviewing
import Storing
import Terminal
import Text

struct LeadList: PantauCommand {
    static let permission = Permission.seeList
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What is to review, the urgent first.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    @Option(name: .shortAndLong, help: "flagged (what is to review), snoozed, rejected, merged or prospect.")
    var state: LeadQuery.State?

    @Option(
        name: [.customShort("S"), .long],
        help: ArgumentHelp("Words and conditions: pantau help search.", valueName: "query"))
    var search: String?

    @Option(name: [.customShort("L"), .long], help: "How many; 0 for all.")
    var limit: Int = 30

    @Option(help: "urgency, score, new or old.")
    var order: LeadQuery.Order = .urgency

    @Flag(help: "Only those I have claimed or was handed.")
    var mine = false

    @Flag(help: "Only those nobody has claimed.")
    var unclaimed = false

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit needs 0 or more, not \(limit)") }
        guard !(mine && unclaimed) else { throw ValidationError("--mine and --unclaimed exclude each other") }
    }

    func run(_ context: Context) async throws {
        let now = context.now
        let store = try await awakened(at: now, context)
        let query = try query(context)
        let (page, persons, open, last) = try await store.read { db in
            let page = try db.leads(query, at: now)
            let persons = try db.persons(of: page.leads.map(\.id))
            return (page, persons, try db.countLeads(LeadQuery(), at: now), try db.lastRun())
        }
        guard !page.leads.isEmpty || context.output.format != .table else {
            return context.output.say(empty(open: open, last: last, now: now))
        }
        try LeadListing(page: page, persons: persons, context: context, now: now).write(order: order)
    }

    /// The store, once the leads whose time has come are back in review.
    ///
    /// Written only where there is something to write, and listed all the same where that fails: on a full or read-only
    /// disk people can still read.
    private func awakened(at now: Instant, _ context: Context) async throws -> Store {
        let store = try context.store(.reading)
        guard !context.options.readOnly, let wake = try await store.read({ db in try db.nextWake() }), wake <= now
        else { return store }
        do {
            let author = context.author
            try await context.store(.writing).write { db in try db.wakeLeads(at: now, by: author) }
        } catch let error as StoreError {
            context.output.note(Message(error))
        }
        return store
    }

    private func query(_ context: Context) throws -> LeadQuery {
        var query = LeadQuery(states: [state ?? .flagged], order: order, limit: limit == 0 ? nil : limit)
        if mine { query.conditions.append(.mine(context.actor)) }
        if unclaimed { query.conditions.append(.unclaimed) }
        if let search {
            let found = try context.leadSearch(search)
            query.conditions += found.conditions
            if state == nil, let states = found.states { query.states = states }
        }
        return query
    }

    private func empty(open: Int, last: CrawlRun?, now: Instant) -> Message {
        guard open == 0 else { return .leadListEmptyFilter(total: open) }
        guard let last, let ended = last.endedAt else { return .leadListNever }
        return .leadListEmpty(ago: age(since: ended, at: now, in: .english), new: last.new, flagged: last.flagged)
    }
}
