import ArgumentParser
import Crawling
import Model
import Referring
import Sources
import Storing
import Terminal
import Text

/// What awaits the squad today: what `pantau` alone shows (UX.md screen 01).
struct BoardCommand: PantauCommand {
    static let permission = Permission.seeNumbers
    static let configuration = CommandConfiguration(
        commandName: "today", abstract: "What awaits you: the numbers and where to begin.")

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.reading)
        let (now, actor) = (context.now, context.actor)
        let unwell = try await unwellSources(context)
        let board = try await store.read { db in
            let mine = LeadQuery(where: [.claimed(by: actor)])
            let second = LeadQuery(where: [.awaitsSecond, .open(to: actor)])
            return Board(
                counts: try db.leadCounts().filter { $0.state == .flagged }, mine: try db.countLeads(mine, at: now),
                second: try db.countLeads(second, at: now),
                held: try db.prospects(ProspectQuery(isSent: false)).filter { $0.sendsAt > now }.map(\.sendsAt),
                referrals: try db.referralCounts(at: now), upkeep: try Upkeep(db, at: now),
                crawl: try db.lastRun(), unwell: unwell,
                oldest: try db.leads(LeadQuery(order: .old, limit: 1), at: now).leads.first)
        }
        if context.output.isJSON {
            context.output.json(board.json)
        } else {
            for line in board.lines(in: context.language, at: now) { context.output.line(StyledText(line)) }
        }
    }

    /// How many sources somebody should look at. Files that cannot be read are `source list`'s to tell.
    private func unwellSources(_ context: Context) async throws -> Int {
        guard let sources = try? context.sourceSet().sources else { return 0 }
        let (standings, now) = (try await context.sourceStandings(), context.now)
        let twins = sources.twins(standings.mapValues(\.state))
        return sources.count { SourceCondition($0, standings[$0.id], twinOf: twins[$0.id], at: now).needsAttention }
    }

    /// The numbers, before they are words.
    private struct Board: Sendable {
        /// Of leads to review.
        let counts: [LeadCount]
        let mine: Int
        /// Protected, accepted by a colleague, and waiting for a second person.
        let second: Int
        /// When each held prospect may leave.
        let held: [Instant]
        let referrals: ReferralCounts
        let upkeep: Upkeep
        let crawl: CrawlRun?
        /// Sources that somebody should look at.
        let unwell: Int
        let oldest: LeadSummary?

        private func count(_ urgency: Urgency) -> Int {
            counts.filter { $0.urgency == urgency }.reduce(0) { $0 + $1.count }
        }
        private var total: Int { counts.reduce(0) { $0 + $1.count } }

        func lines(in language: ScreenLanguage, at now: Instant) -> [String] {
            let age = oldest.map { Terminal.age(since: $0.firstSeenAt, at: now, in: language) }
            var lines = [
                row(
                    language.phrase("To review", "Untuk disemak"), total,
                    "!!! \(count(.emergency))  !! \(count(.urgent))"
                        + (age.map { language.phrase("   oldest \($0)", "   terlama \($0)") } ?? ""))
            ]
            lines += referralLines(in: language)
            lines += [
                row(language.phrase("Mine", "Saya"), mine, language.phrase("claimed by you", "anda ambil"))
            ]
            if second > 0 {
                let text = language.phrase("wait for a second person", "menunggu orang kedua")
                lines.append(
                    row(
                        language.phrase("Second", "Kedua"), second, text + "   pantau lead list -S is:awaiting"))
            }
            if let first = held.min() {
                let time = first.rfc3339().dropFirst(11).prefix(5)
                lines.append(
                    row(
                        language.phrase("Held", "Ditahan"), held.count,
                        language.phrase("accepted; the first leaves at \(time)", "diterima; pertama dihantar \(time)")))
            }
            lines.append(crawlLine(in: language, at: now))
            if unwell > 0 {
                let text = language.phrase("sources need a look", "sumber perlu dilihat")
                lines.append(
                    row(language.phrase("Sources", "Sumber"), unwell, text + "   pantau source list --failing"))
            }
            lines += upkeep.lines(in: language, at: now).map(row)
            lines.append("")
            lines.append(
                total > 0
                    ? language.phrase("Start:  pantau review", "Mula:  pantau review")
                    : language.phrase("Start:  pantau crawl", "Mula:  pantau crawl"))
            return lines
        }

        /// Somebody waits there: returned and overdue stand before one's own work.
        private func referralLines(in language: ScreenLanguage) -> [String] {
            let found = [
                (
                    language.phrase("Returned", "Dipulangkan"), referrals.returned,
                    language.phrase("by agencies: find another door", "oleh agensi: cari laluan lain")
                        + "   pantau referral list --returned"
                ),
                (
                    language.phrase("Overdue", "Lewat"), referrals.overdue,
                    language.phrase("an act is late", "tindakan lewat") + "   pantau referral list --overdue"
                ),
                (
                    language.phrase("Coordinator", "Penyelaras"), referrals.escalated + referrals.unjudged,
                    language.phrase(
                        "many doors, late twice, or a report to judge",
                        "banyak pintu, lewat dua kali, atau laporan dinilai")
                        + "   pantau referral list --coordinator"
                ),
            ]
            return found.filter { $0.1 > 0 }.map { row($0.0, $0.1, $0.2) }
        }

        private func crawlLine(in language: ScreenLanguage, at now: Instant) -> String {
            let heading = language.phrase("Crawl", "Rayapan").padded(to: 15)
            guard let crawl, let ended = crawl.endedAt else {
                return heading + language.phrase("never", "belum pernah")
            }
            let age = Terminal.age(since: ended, at: now, in: language)
            let (ok, total) = (crawl.total - crawl.failed, crawl.total)
            return heading
                + language.phrase(
                    "\(age) ago; \(ok) of \(total) sources, \(crawl.new) new articles",
                    "\(age) lalu; \(ok) daripada \(total) sumber, \(crawl.new) berita baharu")
        }

        private func row(_ heading: String, _ count: Int, _ text: String) -> String {
            row(BoardLine(heading, count: count, text))
        }

        private func row(_ line: BoardLine) -> String {
            let number = line.count.map { String($0) } ?? ""
            return line.heading.padded(to: 15) + String(repeating: " ", count: max(0, 5 - number.count)) + number
                + "   " + line.text + (line.next.map { "   " + $0 } ?? "")
        }

        var json: JSONValue {
            .compact([
                ("schema", "pantau.today/1"), ("to_review", .integer(Int64(total))),
                ("emergency", .integer(Int64(count(.emergency)))), ("urgent", .integer(Int64(count(.urgent)))),
                ("returned", .integer(Int64(referrals.returned))), ("overdue", .integer(Int64(referrals.overdue))),
                ("coordinator", .integer(Int64(referrals.escalated + referrals.unjudged))),
                ("mine", .integer(Int64(mine))), ("second", .integer(Int64(second))),
                ("held", .integer(Int64(held.count))),
                ("sources_unwell", .integer(Int64(unwell))),
                ("dead_letters", .integer(Int64(upkeep.deadLetters))),
                ("stopped", .array(upkeep.stopped.map { .string($0.consumer) })),
                ("last_backup_at", upkeep.backupAt.map { .string($0.rfc3339()) } ?? .null),
                ("last_crawl_at", crawl?.endedAt.map { .string($0.rfc3339()) } ?? .null),
            ])
        }
    }
}
