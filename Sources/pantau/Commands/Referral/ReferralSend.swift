import ArgumentParser
import Model
import Referring
import Storing

struct ReferralSend: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send prospects to an agency; of a group, every member that needs a door.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    @Option(name: .customLong("to"), help: ArgumentHelp("The agency's code: pantau agency list.", valueName: "agency"))
    var agency: String

    @Flag(help: "Also where that door was tried before.")
    var again = false

    @Flag(help: "In addition to the agencies that have it.")
    var also = false

    @Flag(help: "Instead of them: they are told that it is withdrawn.")
    var instead = false

    @Option(
        name: .customLong("without-consent"),
        help: ArgumentHelp("Why names may leave before the person agrees; 10 to 500 characters.", valueName: "why"))
    var why: String?

    func validate() throws {
        guard !(also && instead) else { throw ValidationError("--also and --instead exclude each other") }
        guard why.map({ (10...500).contains($0.unicodeScalars.count) }) ?? true else {
            throw ValidationError("--without-consent needs a reason of 10 to 500 characters")
        }
    }

    func run(_ context: Context) async throws {
        let code = try await context.agency(agency).code
        let (author, now, isAgain, why) = (context.author, context.now, again, why)
        let manner: SendingManner = also ? .besides : instead ? .instead : .alone
        try await ProspectRun(done: { .referralSent($0.ref, to: code) }) { db, row throws(StoreError) in
            try db.send(row, to: code, as: manner, isAgain: isAgain, overriding: why, by: author, at: now)
        }.carryOut(on: prospects, in: context)
    }
}

struct ReferralNudge: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "nudge", abstract: "Remind the agencies that have it: their clock starts anew, and it is counted.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    func run(_ context: Context) async throws {
        let (author, now) = (context.author, context.now)
        try await ProspectRun(done: { .referralNudged($0.ref) }) { db, row throws(StoreError) in
            try db.nudge(row, by: author, at: now).map { [$0] }
        }.carryOut(on: prospects, in: context)
    }
}
