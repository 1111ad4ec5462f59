import ArgumentParser
import Model
import Referring
import Settings
import Storing

struct ProspectHold: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Keep prospects from leaving for a while; undo stays possible.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    @Option(name: .customLong("for"), help: ArgumentHelp("How long, such as 2h or 3d.", valueName: "duration"))
    var span: String = "24h"

    func validate() throws {
        guard TimeSpan(span) != nil else {
            throw ValidationError("--for needs a duration such as 2h, not \"\(span)\"")
        }
    }

    func run(_ context: Context) async throws {
        let (author, now) = (context.author, context.now)
        let until = now + min(TimeSpan(span) ?? .hours(24), .days(365))
        try await ProspectRun(done: { .prospectHeld($0.ref, until: $0.sendsAt) }) { db, row throws(StoreError) in
            try db.hold(row, until: until, by: author, at: now).map { [$0] }
        }.carryOut(on: prospects, in: context)
    }
}

struct ProspectRelease: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let prospects leave with the next export or push.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    func run(_ context: Context) async throws {
        let (author, now) = (context.author, context.now)
        try await ProspectRun(done: { .prospectReleased($0.ref) }) { db, row throws(StoreError) in
            try db.hold(row, until: now, by: author, at: now).map { [$0] }
        }.carryOut(on: prospects, in: context)
    }
}

struct ProspectWithdraw: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take prospects back, also where they have left: receivers are told.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    @Option(help: "requested-by-squad, requested-by-person, already-helped-elsewhere, not-found, safety or other.")
    var reason: ReferralReason

    func run(_ context: Context) async throws {
        let (author, now, reason) = (context.author, context.now, reason)
        try await ProspectRun(done: { .prospectWithdrawn($0.ref) }) { db, row throws(StoreError) in
            try db.withdraw(row, because: reason, by: author, at: now).map { [$0] }
        }.carryOut(on: prospects, in: context)
    }
}

struct ProspectConsent: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract:
            "Note what the person says to being passed on. A refusal ends the case; names leave PERKESO with consent.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    @Option(help: "sought, given, refused, withdrawn, not-required or not-sought.")
    var status: Consent.Status

    @Option(help: "How it was asked: phone, in-person, written, family or other.")
    var method: Consent.Method?

    func validate() throws {
        let isAnswer = status == .given || status.stops
        guard !isAnswer || method != nil else {
            throw ValidationError(
                "--status \(status.rawValue) needs --method: phone, in-person, written, family or other")
        }
    }

    func run(_ context: Context) async throws {
        let (author, now) = (context.author, context.now)
        let consent = Consent(status, at: now, by: context.actor, method: method)
        try await ProspectRun(done: { .consentNoted($0.ref, $0.consent.status) }) { db, row throws(StoreError) in
            try db.setConsent(consent, of: row, by: author, at: now).map { [$0] }
        }.carryOut(on: prospects, in: context)
    }
}

struct ProspectReopen: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Open again what was withdrawn or called a duplicate by mistake; the squad then owes it a door.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    func run(_ context: Context) async throws {
        let (author, now) = (context.author, context.now)
        try await ProspectRun(done: { .prospectReopened($0.ref) }) { db, row throws(StoreError) in
            try db.reopen(row, by: author, at: now).map { [$0] }
        }.carryOut(on: prospects, in: context)
    }
}

struct ProspectSplit: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Make a group of one event: each person gets a reference and referrals of their own.")

    static let permission = Permission.refer

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    func run(_ context: Context) async throws {
        let (author, now) = (context.author, context.now)
        try await ProspectRun(done: { .memberMade($0.ref, number: $0.member) }) { db, row throws(StoreError) in
            try db.split(row, by: author, at: now)
        }.carryOut(on: prospects, in: context)
    }
}
