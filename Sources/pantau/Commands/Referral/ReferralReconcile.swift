import ArgumentParser
import Model
import Referring
import Storing
import Text

struct ReferralReconcile: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Ask about every open case: a sheet for an agency to fill in, which referral import takes back.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("Only the cases of one agency.", valueName: "agency"))
    var agency: String?

    @Option(help: ArgumentHelp("Only those that nobody has said anything of for so long.", valueName: "duration"))
    var silentFor: String = "30d"

    func validate() throws {
        guard TimeSpan(silentFor) != nil else {
            throw ValidationError("--silent-for needs a duration such as 30d, not \"\(silentFor)\"")
        }
    }

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.reading)
        let now = context.now
        let since = now - (TimeSpan(silentFor) ?? .days(30))
        let entries = try await store.read { db in try db.referralEntries(at: now) }
        var count = 0
        // Agencies fill in what follows "agency"; a state that is left empty is not read back.
        if !context.output.isJSON {
            context.output.text("ref,state,agency,at,by,reason,next_step,next_agency,outcome,case_id,note\r\n")
        }
        for entry in entries {
            let open = entry.referral.legs.filter { leg in
                (leg.state.isOpen || leg.state == .beingHelped) && leg.stateAt <= since
                    && (agency.map { $0.uppercased() == leg.to } ?? true)
            }
            for leg in open {
                count += 1
                guard !context.output.isJSON else {
                    context.output.json([
                        "schema": "pantau.referral.reconcile/1", "ref": .string(entry.row.ref.description),
                        "agency": .string(leg.to), "state": .string(leg.state.rawValue),
                        "state_at": .string(leg.stateAt.rfc3339()),
                    ])
                    continue
                }
                context.output.text("\(entry.row.ref),,\(leg.to),,,,,,,\(plain(leg.caseID)),\r\n")
            }
        }
        context.output.note(.reconciled(count))
    }

    /// A foreign number in a cell: letters, digits and signs that no spreadsheet takes for a formula or an end.
    private func plain(_ text: String?) -> String {
        let kept = (text ?? "").unicodeScalars.filter { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-/._".unicodeScalars.contains(scalar))
        }
        let word = String(String.UnicodeScalarView(kept))
        return word.hasPrefix("-") ? "'" + word : word
    }
}
