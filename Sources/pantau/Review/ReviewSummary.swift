import Model
import Reviewing
import Storing
import Terminal

/// What a sitting came to (UX.md screen 16).
struct ReviewSummary {
    let tally: ReviewTally
    /// What is still to review, by urgency.
    let left: [LeadCount]
    let now: Instant

    func lines(in language: ScreenLanguage) -> [String] {
        var lines = [opening(language)]
        lines += [
            row(accepted.count, language.phrase("accepted", "diterima"), held(language)),
            row(rejected.count, language.phrase("rejected", "ditolak"), reasons(language)),
            row(count(.merged), language.phrase("merged", "digabung"), ""),
            row(count(.passedOn), language.phrase("sent on", "disalurkan"), ""),
            row(count(.snoozed), language.phrase("snoozed", "ditangguh"), ""),
        ].compactMap { $0 }
        lines.append(remaining(language))
        guard !tally.outcomes.isEmpty else { return lines }
        lines.append(
            language.phrase(
                "Undo the last with: pantau undo      See all: pantau log --mine --today",
                "Buat asal yang terakhir: pantau undo      Lihat semua: pantau log --mine --today"))
        return lines
    }

    private func opening(_ language: ScreenLanguage) -> String {
        let (count, seconds) = (tally.outcomes.count, max(0, (now - tally.start).milliseconds / 1000))
        let minutes = (seconds + 30) / 60
        let each =
            count > 0
            ? language.phrase(" (\(seconds / Int64(count)) s each)", " (\(seconds / Int64(count)) s setiap satu)") : ""
        return language.phrase(
            "You reviewed \(count) leads in \(minutes) minutes\(each).",
            "Anda menyemak \(count) kes dalam \(minutes) minit\(each).")
    }

    private func row(_ count: Int, _ what: String, _ detail: String) -> String? {
        guard count > 0 else { return nil }
        let number = String(count)
        let line = String(repeating: " ", count: max(0, 5 - number.count)) + number + "  " + what.padded(to: 11)
        return detail.isEmpty ? line : line + " " + detail
    }

    private var accepted: [Instant] {
        tally.outcomes.values.compactMap { if case .accepted(let leaves) = $0 { leaves } else { nil } }
    }

    private var rejected: [RejectReason] {
        tally.outcomes.values.compactMap { if case .rejected(let reason) = $0 { reason } else { nil } }
    }

    private func count(_ outcome: ReviewTally.Outcome) -> Int { tally.outcomes.values.count { $0 == outcome } }

    private func held(_ language: ScreenLanguage) -> String {
        let held = accepted.filter { $0 > now }
        guard let first = held.min() else { return "" }
        let time = first.rfc3339().dropFirst(11).prefix(5)
        return language.phrase(
            "\(held.count) are held; the first leaves at \(time)", "\(held.count) ditahan; pertama dihantar \(time)")
    }

    /// The three most frequent reasons by their codes, and how many others.
    private func reasons(_ language: ScreenLanguage) -> String {
        let counts = Dictionary(grouping: rejected, by: { $0 }).mapValues(\.count)
            .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        let others = counts.dropFirst(3).reduce(0) { $0 + $1.value }
        let shown = counts.prefix(3).map { "\($0.value) \($0.key.rawValue)" }
        return (shown + (others > 0 ? ["\(others) \(language.phrase("others", "lain"))"] : [])).joined(separator: ", ")
    }

    private func remaining(_ language: ScreenLanguage) -> String {
        let total = left.reduce(0) { $0 + $1.count }
        let urgent = left.filter { $0.urgency != .routine }.reduce(0) { $0 + $1.count }
        return language.phrase(
            "\(total) are left: \(urgent) urgent, \(total - urgent) routine. Nothing you claimed is still locked.",
            "\(total) lagi: \(urgent) segera, \(total - urgent) biasa. Tiada yang anda ambil masih terkunci.")
    }
}
