import ArgumentParser
import Model
import Storing
import Terminal
import Text

struct CrawlStatus: PantauCommand {
    static let permission = Permission.seeNumbers
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Whether the crawl is well: who crawls, what was finished last, what waits.",
        discussion: """
            Exits with 1 where hosts wait and nothing was finished for so long: for a health check. Where crawls come by a \
            timer, take more than its period.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("How long nothing may be finished while something waits.", valueName: "duration"))
    var within: String = "30m"

    func validate() throws {
        guard TimeSpan(within) != nil else {
            throw ValidationError("--within needs a duration such as 30m, not \"\(within)\"")
        }
    }

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        let (now, limit) = (context.now, TimeSpan(within) ?? .minutes(30))
        let status = try await store.read { db in
            Status(
                now: now, limit: limit, workers: try db.workers(), lastPoll: try db.lastPoll(),
                lastRun: try db.lastRun(), overdue: try db.overdueHosts(at: now), nextDue: try db.nextDue())
        }
        if context.output.isJSON {
            context.output.json(status.json)
        } else {
            for line in status.lines(in: context.language) { context.output.line(line) }
        }
        guard status.isWell else {
            let silence = now - (status.lastPoll ?? status.overdue.since ?? now)
            throw CommandFailure(
                .crawlUnwell(Int(silence.milliseconds / 60_000), hosts: status.overdue.count))
        }
    }

    private struct Status: Sendable {
        let now: Instant
        let limit: TimeSpan
        let workers: [Worker]
        let lastPoll: Instant?
        let lastRun: CrawlRun?
        let overdue: (count: Int, since: Instant?)
        let nextDue: Instant?

        /// Nothing waits for so long, or something was finished meanwhile.
        var isWell: Bool {
            guard let since = overdue.since, now - since > limit else { return true }
            return lastPoll.map { now - $0 <= limit } ?? false
        }

        func lines(in language: ScreenLanguage) -> [StyledText] {
            func row(_ heading: (String, String), _ text: String, _ style: Style = .plain) -> StyledText {
                StyledText(language.phrase(heading.0, heading.1).padded(to: 14)) + StyledText(text, style)
            }
            func age(_ instant: Instant?) -> String {
                guard let instant else { return language.phrase("never", "belum pernah") }
                let age = Terminal.age(since: instant, at: now, in: language)
                return language.phrase("\(age) ago", "\(age) lalu")
            }
            var lines = workers.map { worker in
                let life =
                    worker.isAlive(at: now)
                    ? language.phrase("alive", "hidup")
                    : language.phrase("no sign for", "tiada tanda selama")
                        + " " + Terminal.age(since: worker.beatAt, at: now, in: language)
                let paused =
                    worker.pausedUntil.map { end in
                        let time = String(end.rfc3339().dropFirst(11).prefix(5))
                        return language.phrase(", no network until \(time)", ", tiada rangkaian hingga \(time)")
                    } ?? ""
                return row(
                    ("At work", "Bertugas"),
                    "\(worker.kind.rawValue), \(language.phrase("process", "proses")) \(worker.process) @ "
                        + "\(worker.machine), \(life), \(worker.sources) "
                        + language.phrase("sources", "sumber") + paused, worker.isAlive(at: now) ? .plain : .bad)
            }
            if lines.isEmpty {
                lines = [row(("At work", "Bertugas"), language.phrase("nobody now", "tiada sesiapa sekarang"))]
            }
            lines.append(row(("Last source", "Sumber akhir"), age(lastPoll)))
            lines.append(row(("Last run", "Larian akhir"), age(lastRun?.endedAt)))
            let waiting = overdue.since.map { "\(overdue.count), " + age($0) } ?? "0"
            lines.append(row(("Hosts waiting", "Hos menunggu"), waiting, isWell ? .plain : .bad))
            if let nextDue, nextDue > now {
                lines.append(
                    row(("Next due", "Seterusnya"), String(nextDue.rfc3339().prefix(16)).replacing("T", with: " ")))
            }
            return lines
        }

        var json: JSONValue {
            .compact([
                ("schema", "pantau.crawl.status/1"), ("well", .bool(isWell)),
                (
                    "workers",
                    .array(
                        workers.map { worker in
                            .compact([
                                ("id", .string(worker.id.description)), ("kind", .string(worker.kind.rawValue)),
                                ("process", .integer(Int64(worker.process))), ("machine", .string(worker.machine)),
                                ("started_at", .string(worker.startedAt.rfc3339())),
                                ("beat_at", .string(worker.beatAt.rfc3339())),
                                ("alive", .bool(worker.isAlive(at: now))),
                                ("sources", .integer(Int64(worker.sources))),
                                ("finished_at", worker.finishedAt.map { .string($0.rfc3339()) }),
                                ("paused_until", worker.pausedUntil.map { .string($0.rfc3339()) }),
                            ])
                        })
                ),
                ("last_source_at", lastPoll.map { .string($0.rfc3339()) }),
                ("last_run_at", lastRun?.endedAt.map { .string($0.rfc3339()) }),
                ("hosts_waiting", .integer(Int64(overdue.count))),
                ("waiting_since", overdue.since.map { .string($0.rfc3339()) }),
                ("next_due_at", nextDue.map { .string($0.rfc3339()) }),
            ])
        }
    }
}
