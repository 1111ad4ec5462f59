import Crawling
import Model
import Terminal
import Text

/// Tells of a crawl while it runs and when it ends: a line an event for people on standard error, or JSON for a log
/// (UX.md screen 09). Ids and causes only: nothing of what was read.
struct CrawlReporter: Sendable {
    let context: Context

    func report(_ event: CrawlEvent) {
        if context.output.logFormat == .json {
            context.output.log(json(event, at: context.now).text)
        } else if let line = line(event), !context.output.isQuiet {
            context.output.log(line)
        }
    }

    func write(_ summary: CrawlSummary, exit: ExitStatus) {
        let output = context.output
        guard !output.isJSON else {
            output.json(summary.json(exit: exit.rawValue))
            return
        }
        guard !output.isQuiet, output.logFormat == .text else { return }
        for line in lines(summary) { output.line(StyledText(line)) }
    }

    // MARK: For people

    private var language: ScreenLanguage { context.language }

    private func line(_ event: CrawlEvent) -> String? {
        switch event {
        case .started(let sources):
            return sources == 0
                ? Message.nothingDue.text(in: language)
                : language.phrase("Crawling \(sources) sources", "Merayap \(sources) sumber")
        case .finished(let source, _, let new, let leads):
            let flagged = leads > 0 ? language.phrase(", \(leads) flagged", ", \(leads) ditanda") : ""
            return "  \(source.value.padded(to: 26)) \(new) \(language.phrase("new", "baharu"))\(flagged)"
        case .unchanged(let source, _):
            return "  \(source.value.padded(to: 26)) \(language.phrase("not changed", "tidak berubah"))"
        case .denied(let source, _):
            return
                "  \(source.value.padded(to: 26)) \(language.phrase("robots.txt says no", "dilarang oleh robots.txt"))"
        case .failed(let source, _, let cause): return "  \(source.value.padded(to: 26)) \(cause.text(in: language))"
        case .waiting(let source, _, let until):
            let time = until.rfc3339()
            return "  \(source.value.padded(to: 26)) "
                + language.phrase("asked for quiet until \(time)", "minta berhenti hingga \(time)")
        case .note(let source, let note): return "  \(source.value.padded(to: 26)) \(note.text(in: language))"
        case .lineDown(let until):
            let time = String(until.rfc3339().dropFirst(11).prefix(8))
            return language.phrase(
                "No network: nothing is tried until \(time), and nothing is counted against anybody.",
                "Tiada rangkaian: tiada cubaan hingga \(time), dan tiada sumber dipersalahkan.")
        case .leaseLost(let host):
            return "  \(host.value.padded(to: 26)) "
                + language.phrase("taken over by another crawl", "diambil alih oleh rayapan lain")
        case .ended: return nil
        }
    }

    private func lines(_ summary: CrawlSummary) -> [String] {
        let seconds = (summary.endedAt - summary.startedAt).milliseconds / 1000
        let time = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
        var lines = [language.phrase("Done in \(time)", "Selesai dalam \(time)")]
        lines += row(
            ("Sources", "Sumber"),
            [
                (summary.ok, "ok", "ok"), (summary.unchanged, "not changed since last time", "tidak berubah"),
                (summary.failures.count, "failed", "gagal"),
                (summary.skippedByRobots, "forbidden by robots.txt", "dilarang robots.txt"),
                (summary.waiting, "asked for quiet", "minta berhenti"),
                (summary.notReached, "not reached", "belum dilawati"),
            ])
        lines += row(
            ("Articles", "Berita"),
            [
                (summary.newArticles, "new", "baharu"), (summary.seenArticles, "seen before", "pernah dilihat"),
                (summary.copies, "copies of another article", "salinan berita lain"),
            ])
        lines += row(
            ("Flagged", "Ditanda"),
            [
                (summary.newLeads, "new leads", "kes baharu"), (summary.emergencies, "emergency", "kecemasan"),
                (summary.urgent, "urgent", "segera"), (summary.joinedLeads, "joined a lead", "digabung"),
            ])
        for (index, failure) in summary.failures.enumerated() {
            let heading = index == 0 ? language.phrase("Failed", "Gagal") : ""
            lines.append(
                "  \(heading.padded(to: 9)) \(failure.source.value.padded(to: 22)) \(failure.cause.text(in: language))")
        }
        lines.append(language.phrase("Next: pantau lead list", "Seterusnya: pantau lead list"))
        return lines
    }

    private func row(_ heading: (String, String), _ counts: [(Int, String, String)]) -> [String] {
        let shown = counts.enumerated().filter { $0.offset == 0 || $0.element.0 > 0 }.map(\.element)
        let text = shown.map { "\($0.0) \(language.phrase($0.1, $0.2))" }.joined(separator: ", ")
        return ["  \(language.phrase(heading.0, heading.1).padded(to: 9)) \(text)"]
    }

    // MARK: For a log

    private func json(_ event: CrawlEvent, at now: Instant) -> JSONValue {
        let (level, name, members) = parts(event)
        return .compact(
            [("t", .string(now.rfc3339())), ("level", .string(level)), ("event", .string(name))] + members)
    }

    private func parts(_ event: CrawlEvent) -> (level: String, name: String, members: [(String, JSONValue?)]) {
        switch event {
        case .started(let sources): ("info", "crawl.start", [("sources", .integer(Int64(sources)))])
        case .finished(let source, let host, let new, let leads):
            (
                "info", "source.ok",
                [
                    ("source", .string(source.value)), ("host", .string(host.value)), ("new", .integer(Int64(new))),
                    ("flagged", .integer(Int64(leads))),
                ]
            )
        case .unchanged(let source, let host): ("info", "source.unchanged", place(source, host))
        case .denied(let source, let host): ("warn", "source.denied", place(source, host))
        case .failed(let source, let host, let cause):
            ("warn", "source.fail", place(source, host) + [("kind", .string(cause.code))])
        case .waiting(let source, let host, let until):
            ("info", "source.waiting", place(source, host) + [("until", .string(until.rfc3339()))])
        case .note(let source, let note):
            ("warn", "source.note", [("source", .string(source.value)), ("note", .string(note.text(in: .english)))])
        case .lineDown(let until): ("warn", "line.down", [("until", .string(until.rfc3339()))])
        case .leaseLost(let host): ("warn", "host.lost", [("host", .string(host.value))])
        case .ended: ("info", "crawl.end", [])
        }
    }

    private func place(_ source: SourceID, _ host: HostName) -> [(String, JSONValue?)] {
        [("source", .string(source.value)), ("host", .string(host.value))]
    }
}
