import Model
import Referring
import Storing

/// What runs while nobody looks, as far as somebody should look: letters that were refused, endpoints that stopped, a backup
/// that is old, a table of holidays that ends.
struct Upkeep: Sendable {
    /// Events that a consumer refused for good.
    let deadLetters: Int
    /// Consumers that told us to stop, with the status of their answer.
    let stopped: [(consumer: String, status: Int)]
    /// When the last backup was made; nil where none was.
    let backupAt: Instant?
    let calendar: CalendarReach

    /// A backup is made every day; the hour is what a timer may be late.
    static let backupAge = TimeSpan.hours(25)

    init(_ db: Connection, at now: Instant) throws(StoreError) {
        (deadLetters, stopped) = (try db.deadLetterCount(), try db.stoppedEndpoints())
        backupAt = try db.backups().first?.at
        calendar = CalendarReach(db.offices, at: now)
    }

    /// Whether the last backup is older than it should be.
    func isBackupOld(at now: Instant) -> Bool { backupAt.map { now - $0 > Upkeep.backupAge } ?? true }

    /// What to look at, each with the command that does; nothing where all is well.
    func lines(in language: ScreenLanguage, at now: Instant) -> [BoardLine] {
        deliveryLines(in: language)
            + [backupLine(in: language, at: now), calendarLine(in: language)].compactMap(\.self)
    }

    private func deliveryLines(in language: ScreenLanguage) -> [BoardLine] {
        var lines: [BoardLine] = []
        if deadLetters > 0 {
            lines.append(
                BoardLine(
                    language.phrase("Refused", "Ditolak"), count: deadLetters,
                    language.phrase("events that no try will deliver", "peristiwa yang tidak akan sampai"),
                    next: "pantau referral dead list"))
        }
        for (consumer, status) in stopped {
            lines.append(
                BoardLine(
                    language.phrase("Stopped", "Terhenti"), count: nil,
                    language.phrase("\(consumer) (HTTP \(status))", "\(consumer) (HTTP \(status))"),
                    next: "pantau referral ping \(consumer) --resume"))
        }
        return lines
    }

    private func backupLine(in language: ScreenLanguage, at now: Instant) -> BoardLine? {
        guard isBackupOld(at: now) else { return nil }
        let day = backupAt.map { String($0.rfc3339().prefix(10)) }
        let text =
            day.map { language.phrase("the last is of \($0)", "yang terakhir pada \($0)") }
            ?? language.phrase("none was made yet", "belum pernah dibuat")
        return BoardLine(
            language.phrase("Backup", "Sandaran"), count: nil, text,
            next: "pantau db backup FILE --encrypt-to RECIPIENTS")
    }

    private func calendarLine(in language: ScreenLanguage) -> BoardLine? {
        let heading = language.phrase("Holidays", "Cuti umum")
        switch calendar {
        case .enough: return nil
        case .none:
            return BoardLine(
                heading, count: nil,
                language.phrase("no table: clocks end too early", "tiada jadual: jam tamat terlalu awal"),
                next: "pantau doctor")
        case .ending(let days):
            return BoardLine(
                heading, count: nil,
                language.phrase(
                    days < 0 ? "the table is over" : "the table ends in \(days) days",
                    days < 0 ? "jadual telah tamat" : "jadual tamat dalam \(days) hari"),
                next: "pantau doctor")
        }
    }
}

/// A line of the board: what, how many, in words, and the next command.
struct BoardLine: Sendable {
    let heading: String
    /// nil where there is nothing to count.
    let count: Int?
    let text: String
    let next: String?

    init(_ heading: String, count: Int?, _ text: String, next: String? = nil) {
        (self.heading, self.count, self.text, self.next) = (heading, count, text, next)
    }
}
