import ArgumentParser
import Model
import Reviewing
import Settings

/// What all decisions of people share: which leads, which version, over whom.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only if the lead still has this version.", valueName: "n"))
    var ifVersion: Int?

    @Flag(help: "Also where somebody else has claimed the lead.")
    var takeOver = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would be done, and do nothing.")
    var dryRun = false

    @Option(help: "At most so many leads at once.")
    var max: Int = 100

    func validate() throws {
        guard max > 0 else { throw ValidationError("--max needs 1 or more, not \(max)") }
    }
}

struct LeadAccept: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Confirm leads: each becomes a prospect, held before it may leave.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: "emergency, urgent or routine, instead of what the rules say.")
    var urgency: Urgency?

    @Option(help: "A need besides those found; may be given again.")
    var need: [Need] = []

    @Option(help: "A remark for colleagues; it is not sent.")
    var note: String?

    @Option(help: ArgumentHelp("How long it can be undone, such as 2h.", valueName: "duration"))
    var hold: String?

    @Flag(help: "Do not hold it: it may leave with the next export.")
    var now = false

    @Option(help: ArgumentHelp("The second reviewer of a protected identity.", valueName: "who"))
    var second: String?

    func validate() throws {
        guard hold == nil || TimeSpan(hold ?? "") != nil else {
            throw ValidationError("--hold needs a duration such as 30m or 2h, not \"\(hold ?? "")\"")
        }
        guard !(now && hold != nil) else { throw ValidationError("--now and --hold exclude each other") }
        guard second == nil || Actor(second ?? "") != nil else {
            throw ValidationError("--second needs a short name, not \"\(second ?? "")\"")
        }
    }

    func run(_ context: Context) async throws {
        let span = now ? TimeSpan.seconds(0) : hold.flatMap(TimeSpan.init) ?? context.settings.hold
        let acceptance = Acceptance(
            urgency: urgency, needs: need, note: note, hold: span, second: second.flatMap(Actor.init))
        try await DecisionRun(.accept(acceptance), on: leads, decision).carryOut(in: context)
    }
}

struct LeadReject: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Say that leads are none, and why.",
        discussion: "Reasons: " + RejectReason.allCases.map(\.rawValue).joined(separator: ", "))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("Why; see below.", valueName: "code"))
    var reason: RejectReason?

    @Option(help: "With already-helped: who helps.")
    var agency: String?

    @Option(help: ArgumentHelp("With duplicate: the lead it repeats.", valueName: "id"))
    var into: Int64?

    @Option(help: "A remark for colleagues.")
    var note: String?

    func run(_ context: Context) async throws {
        guard let reason else { throw CommandFailure(.noReason()) }
        let rejection = Rejection(reason, note: note, agency: agency, original: into.map(LeadID.init))
        try await DecisionRun(.reject(rejection), on: leads, decision).carryOut(in: context)
    }
}

struct LeadSnooze: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "snooze", abstract: "Put leads off until a time, a new article or a higher score.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("1d, 7d, a date (2026-12-01), new-article, or score+10.", valueName: "when"))
    var until: String

    @Option(help: "A remark for colleagues.")
    var note: String?

    func run(_ context: Context) async throws {
        guard let wake = Wake(until, at: context.now) else {
            throw CommandFailure(
                .usage(
                    "--until needs 1d, 7d, a date such as 2026-12-01, new-article or score+10, not \"\(until.prefix(40))\"",
                    command: "lead snooze"))
        }
        try await DecisionRun(.snooze(until: wake, note: note), on: leads, decision).carryOut(in: context)
    }
}

struct LeadUnsnooze: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "unsnooze", abstract: "Bring leads back to review now.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    func run(_ context: Context) async throws {
        try await DecisionRun(.unsnooze, on: leads, decision).carryOut(in: context)
    }
}

struct LeadClaim: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Hold leads for a while, so that no two people read the same one.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("How long, such as 15m.", valueName: "duration"))
    var span: String?

    func validate() throws {
        guard span == nil || TimeSpan(span ?? "") != nil else {
            throw ValidationError("--for needs a duration such as 15m, not \"\(span ?? "")\"")
        }
    }

    func run(_ context: Context) async throws {
        let lease = span.flatMap(TimeSpan.init) ?? context.settings.lease
        try await DecisionRun(.claim(for: lease), on: leads, decision).carryOut(in: context)
    }
}

struct LeadRelease: PantauCommand {
    static let permission = Permission.decide
    static let configuration = CommandConfiguration(commandName: "release", abstract: "Let claimed leads go.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var leads: LeadIDs
    @OptionGroup var decision: DecisionOptions

    func run(_ context: Context) async throws {
        try await DecisionRun(.release, on: leads, decision).carryOut(in: context)
    }
}

extension Wake {
    /// Reads what `--until` takes. Days end at 08:00 of Malaysia's clock, when the squad begins.
    init?(_ text: String, at now: Instant) {
        if text == "new-article" {
            self = .newArticle
        } else if text.hasPrefix("score+"), let points = Int(text.dropFirst(6)), (1...100).contains(points) {
            self = .scoreAbove(points)
        } else if let span = TimeSpan(text) {
            self = .at(span < .days(1) ? now + span : Wake.morning(of: now + span))
        } else if let day = Wake.day(text), Wake.morning(of: day.instant) > now {
            self = .at(Wake.morning(of: day.instant))
        } else {
            return nil
        }
    }

    private static func day(_ text: String) -> CivilTime? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return CivilTime(year: year, month: month, day: day)
    }

    private static func morning(of instant: Instant) -> Instant {
        let day = CivilTime(instant)
        let second = Instant(seconds: instant.milliseconds / 1000)
        return second - .seconds(Int64(day.hour * 3600 + day.minute * 60 + day.second)) + .hours(8)
    }
}
