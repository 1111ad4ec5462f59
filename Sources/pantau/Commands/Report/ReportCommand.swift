import ArgumentParser
import Model
import Storing

/// Numbers for whoever leads the squad; no names of people in need, in no format.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Numbers: the day, the funnel, the rules, the sources.",
        subcommands: [ReportDaily.self, ReportFunnel.self, ReportQuality.self, ReportSources.self])
}

/// From when on a report counts.
struct ReportPeriod: ParsableArguments {
    @Option(help: ArgumentHelp("Only the last time, such as 7d.", valueName: "duration"))
    var since: String?

    func validate() throws {
        guard since == nil || TimeSpan(since ?? "") != nil else {
            throw ValidationError("--since needs a duration such as 7d, not \"\(since ?? "")\"")
        }
    }

    /// - Parameter fallback: where nothing is asked for; nil for today's midnight in Malaysia.
    func start(at now: Instant, otherwise fallback: TimeSpan?) -> Instant {
        if let span = since.flatMap(TimeSpan.init) ?? fallback { return now - span }
        let clock = CivilTime(now)
        let second = Instant(seconds: now.seconds)
        return second - .seconds(Int64(clock.hour * 3600 + clock.minute * 60 + clock.second))
    }
}

extension Context {
    /// Says over a table what it counts; other formats hold nothing but the numbers.
    func writeReport<Row>(_ listing: Listing<Row>, from start: Instant, _ title: (en: String, ms: String)) throws {
        if output.format == .table {
            output.say(.reportTitle(title, from: start))
            guard !listing.rows.isEmpty else { return output.say(.reportEmpty) }
            output.line()
        }
        try write(listing)
    }
}
