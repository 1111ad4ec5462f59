import ArgumentParser
import Model
import Reviewing
import Storing
import Terminal
import Text

struct LeadHistory: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "All that happened to leads, oldest first, with what people noted.")

    static let permission = Permission.seeLead

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs

    @Flag(help: "Also who looked at it.")
    var access = false

    func run(_ context: Context) async throws {
        for (index, id) in try await leads.resolved(in: context).enumerated() {
            // Notes may name people, so this is a look at the lead's data.
            let lead = try await context.opened(id)
            let passed = access ? [] : [Decision.openVerb]
            let (entries, notes) = try await context.store(.reading).read { db in
                (try db.journal(JournalQuery(lead: id, passing: passed)), try db.notes(of: id))
            }
            let history = HistoryListing(lead: lead, entries: entries.reversed(), notes: notes, context: context)
            if index > 0, context.output.format == .table { context.output.line() }
            history.write()
        }
    }
}
