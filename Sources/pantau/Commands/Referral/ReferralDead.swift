import ArgumentParser
import Model
import Referring
import Storing
import Terminal
import Text

/// Events that a consumer will not take: a person has to look.
struct ReferralDead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead", abstract: "Events that a consumer refused for good.",
        subcommands: [DeadList.self, DeadShow.self, DeadRetry.self, DeadDrop.self], defaultSubcommand: DeadList.self)
}

struct DeadList: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every dead letter, oldest first.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("Of one consumer alone.", valueName: "name"))
    var consumer: String?

    func run(_ context: Context) async throws {
        let dead = try await context.store(.reading).read { db in try db.deliveries([.dead], for: consumer) }
        switch context.output.format {
        case .json, .jsonl: for delivery in dead { context.output.json(delivery.record) }
        case .id: for delivery in dead { context.output.record([delivery.event]) }
        case .csv, .tsv, .table:
            for delivery in dead {
                context.output.record([
                    delivery.event, delivery.consumer, delivery.prospect.description, "\(delivery.revision)",
                    delivery.endedAt?.rfc3339() ?? "", delivery.pointer ?? "", delivery.lastProblem ?? "",
                ])
            }
            if dead.isEmpty { context.output.note(.deadNone) }
        }
    }
}

struct DeadShow: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What was sent, what is wrong with it, and where.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as evt_01a2..., or its first characters.", valueName: "event"))
    var event: String

    func run(_ context: Context) async throws {
        // The entry of the journal comes first: what was sent holds a person's data.
        let (author, now) = (context.author, context.now)
        let found = try await context.store(.writing).write { db in
            let deliveries = try db.deliveries(ofEvent: event)
            guard !deliveries.isEmpty else { return [(Delivery, [UInt8]?)]() }
            try db.append(.dead("dead.show", deliveries, by: author, at: now))
            return try deliveries.map { ($0, try db.body(of: $0)) }
        }
        guard !found.isEmpty else { throw CommandFailure(.deadUnknown(event)) }
        for (delivery, body) in found {
            let sent = try body.map { try JSONValue(parsing: $0) } ?? .null
            guard !context.output.isJSON else {
                context.output.json(.object((delivery.record.members ?? []) + [.init("sent", sent)]))
                continue
            }
            for member in delivery.record.members ?? [] {
                context.output.record([member.name, member.value.string ?? member.value.text])
            }
            if let pointer = delivery.pointer {
                context.output.record(["found there", sent.value(at: pointer)?.text ?? "nothing"])
            }
        }
    }
}

struct DeadRetry: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Send dead letters again with the next push.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as evt_01a2..., or its first characters.", valueName: "event"))
    var events: [String] = []

    @Flag(help: "Every dead letter.")
    var all = false

    func run(_ context: Context) async throws {
        try await DeadChange(events: events, isAll: all, verb: "dead.retry").run(context) {
            db, delivery throws(StoreError) in
            try db.revive(delivery, at: context.now)
        }
    }
}

struct DeadDrop: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Give dead letters up; the reason is kept.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Such as evt_01a2..., or its first characters.", valueName: "event"))
    var events: [String]

    @Option(help: "Why the person need not reach this consumer: a word or two, no names.")
    var reason: String

    func validate() throws {
        guard (3...80).contains(reason.unicodeScalars.count) else {
            throw ValidationError("--reason needs 3 to 80 characters")
        }
    }

    func run(_ context: Context) async throws {
        try await DeadChange(events: events, isAll: false, verb: "dead.drop").run(context) {
            db, delivery throws(StoreError) in
            try db.drop(delivery, because: reason, at: context.now)
        }
    }
}

/// One change to several dead letters, journaled; all of them or none.
private struct DeadChange {
    let events: [String]
    let isAll: Bool
    let verb: String

    func run(
        _ context: Context, _ change: @Sendable (Connection, Delivery) throws(StoreError) -> Bool
    ) async throws {
        let (author, now) = (context.author, context.now)
        let changed = try await context.store(.writing).write { db in
            var dead = isAll ? try db.deliveries([.dead], limit: 100_000) : []
            for event in events {
                let found = try db.deliveries(ofEvent: event).filter { $0.state == .dead }
                guard !found.isEmpty else { throw CommandFailure(.deadUnknown(event)) }
                dead += found
            }
            for delivery in dead {
                guard try change(db, delivery) else { throw CommandFailure(.deadOvertaken(delivery.event)) }
            }
            if !dead.isEmpty { try db.append(.dead(verb, dead, by: author, at: now)) }
            return dead.count
        }
        context.output.say(.deadChanged(changed, isDropped: verb == "dead.drop"))
    }
}

extension JournalDraft {
    fileprivate static func dead(
        _ verb: String, _ deliveries: [Delivery], by author: Author, at now: Instant
    ) -> JournalDraft {
        JournalDraft(
            at: now, by: author, verb: verb,
            targets: deliveries.map {
                JournalTarget(
                    lead: nil, other: $0.prospect.description, before: ["state": .string($0.state.rawValue)],
                    after: ["consumer": .string($0.consumer), "event": .string($0.event)])
            })
    }
}

extension JSONValue {
    /// The value that a JSON Pointer (RFC 6901) names; nil where there is none.
    fileprivate func value(at pointer: String) -> JSONValue? {
        pointer.split(separator: "/").reduce(self as JSONValue?) { value, part in
            let name = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
            if let member = value?[name] { return member }
            guard let index = Int(name) else { return nil }
            return value?[index]
        }
    }
}
