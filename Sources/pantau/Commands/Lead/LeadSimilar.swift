import ArgumentParser
import Model
import Reviewing
import Storing
import Text

struct LeadSimilar: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "Leads that may be of the same case, and what speaks for it, side by side.",
        discussion: """
            What a crawl offered, and what a comparison of now finds. The same case: pantau lead merge; another one: \
            pantau lead differ.
            """)

    static let permission = Permission.seeLead

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("One lead.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("How alike they must be, 0 to 1.", valueName: "part"))
    var min: Double = 0.3

    @Option(name: [.customShort("L"), .long], help: "How many.")
    var limit: Int = 5

    func validate() throws {
        guard (0...1).contains(min) else { throw ValidationError("--min needs 0 to 1, not \(min)") }
        guard limit > 0 else { throw ValidationError("--limit needs 1 or more, not \(limit)") }
    }

    func run(_ context: Context) async throws {
        let id = try await LeadNames(words: [id]).one(in: context)
        let gazetteer = try context.gazetteer()
        let (author, now, least) = (context.author, context.now, Int((min * 100).rounded()))
        let limit = limit
        // Who looked at whom is written before anything is shown, for each of them.
        let found = try await context.store(.writing).write { db -> (Lead, [SimilarLead])? in
            guard let similar = try db.similarLeads(to: id, atLeast: least, using: gazetteer, at: now)?.prefix(limit)
            else { return nil }
            for other in similar { _ = try db.open(other.lead.id, by: author, lease: nil, at: now) }
            switch try db.open(try db.root(of: id), by: author, lease: nil, at: now) {
            case .held(let lead, _), .shared(let lead): return (lead, Array(similar))
            case .notFound: return nil
            }
        }
        guard let (lead, similar) = found else { throw CommandFailure(.notFound(id)) }
        let shown = similar.map { other in
            var other = other
            other.lead = context.veiled(other.lead)
            return other
        }
        let listing = SimilarListing(lead: context.veiled(lead), similar: shown, context: context)
        switch context.output.format {
        case .json: context.output.json(listing.json)
        case .jsonl: for other in similar { context.output.json(listing.item(other)) }
        case .id: for other in similar { context.output.record(["\(other.lead.id.value)"]) }
        case .tsv, .csv: listing.writeRecords()
        case .table:
            guard !similar.isEmpty else { return context.output.say(.similarNone) }
            listing.writeTables()
        }
    }
}
