import ArgumentParser
import Fetching
import Model
import Referring
import Storing
import Text

struct ReferralPing: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "ping", abstract: "Check a consumer's address, certificate and clock; sends nobody's data.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("As consumers.yaml names it.", valueName: "consumer"))
    var name: String

    @Flag(help: "Push to it again after it told us to stop, because that is mended.")
    var resume = false

    func run(_ context: Context) async throws {
        let consumer = try context.pushedConsumers(name)[0]
        _ = try context.secret(of: consumer)
        let send = try context.sender(to: consumer, for: .prospects, answerBytes: 64 << 10)
        let answer: ServiceAnswer
        do throws(FailureCause) {
            answer = try await send(ServiceRequest("/v1/ping"))
        } catch {
            throw CommandFailure(.pingFailed(name, why: error.text(in: context.language)))
        }
        guard answer.status == 200 else { throw CommandFailure(.pingFailed(name, why: "HTTP \(answer.status)")) }
        let drift = try clockDrift(in: answer, at: context.now)
        // The receiver refuses what is 300 s off (Standard Webhooks); the contract warns from 60 s on.
        if let drift, abs(drift.milliseconds) > 60_000 {
            context.output.note(.pingClock(name, seconds: drift.milliseconds / 1000))
        }
        if resume {
            let (author, now) = (context.author, context.now)
            try await context.store(.writing).write { db in
                try db.resume(name)
                try db.append(
                    JournalDraft(
                        at: now, by: author, verb: "push.resume",
                        targets: [JournalTarget(lead: nil, other: name, before: .object([]), after: .object([]))]))
            }
        }
        context.output.say(.pingGood(name, isResumed: resume))
    }

    /// How far its clock is before ours; nil where it tells no time.
    private func clockDrift(in answer: ServiceAnswer, at now: Instant) throws -> TimeSpan? {
        let body: JSONValue
        do { body = try JSONValue(parsing: answer.body, maximumDepth: 20) } catch {
            throw CommandFailure(.pingFailed(name, why: "no JSON: \(error)"))
        }
        guard body["ok"]?.bool == true else { throw CommandFailure(.pingFailed(name, why: "it is not ready")) }
        return body["time"]?.string.flatMap { Instant(rfc3339: $0) }.map { $0 - now }
    }
}
