import Crawling
import Fetching
import Model
import Scheduling
import Storing
import Terminal
import Text

/// All that is told of one source.
struct SourceCard {
    let record: SourceRecord
    /// nil where no file has it any more.
    let place: SourcePlace?
    /// What the last copy of robots.txt says of its address; nil where there is no copy.
    let permission: RobotsCopy.Permission?
    /// Other sources that are the same document.
    let twins: [SourceID]
    let policy: Policy
    let context: Context

    private var language: ScreenLanguage { context.language }
    private var state: SourceState? { record.standing?.state }
    private var now: Instant { context.now }

    /// How often a healthy source is polled: by its setting, or by what was learnt of it; nil where a cron line says.
    var pollsADay: Double? {
        let day = Double(TimeSpan.days(1).milliseconds)
        if let every = record.source?.every { return day / Double(every.milliseconds) }
        guard let state, let source = record.source, source.cron == nil else { return nil }
        let demand = state.rate.dailyDemand(weight: SourceRule(source).weight) / policy.target
        let (most, least) = (day / Double(policy.floor.milliseconds), day / Double(policy.ceiling.milliseconds))
        return min(max(demand, least), most)
    }

    // MARK: For people

    func write() {
        let output = context.output
        output.line(StyledText(heading, .heading))
        for (label, text, style) in facts {
            let first = label.padded(to: 16)
            for line in wrapped(text, width: output.terminal.columns, first: first, indent: 16) {
                output.line(StyledText(line, style))
            }
        }
        if let state { writeRate(state.rate) }
        writeHistory()
    }

    private var heading: String {
        guard let source = record.source else { return record.id.value }
        return "\(record.id.value)  \(source.outlet)"
    }

    private var facts: [(label: String, text: String, style: Style)] {
        var facts: [(String, String, Style)] = [
            (
                say("State", "Keadaan"), record.condition.text(in: language, at: now),
                record.condition.needsAttention ? .bad : .good
            )
        ]
        facts += fileFacts.map { ($0.0, $0.1, .plain) } + timeFacts.map { ($0.0, $0.1, .plain) }
        facts += hostFacts.map { ($0.0, $0.1, .plain) }
        if !twins.isEmpty {
            facts.append((say("Same as", "Sama dengan"), twins.map(\.value).joined(separator: ", "), .urgent))
        }
        if let suggestion = state?.suggestion {
            let found = [suggestion.address, suggestion.title].filter { !$0.isEmpty }.joined(separator: "  ")
            facts.append((say("Perhaps now", "Mungkin kini"), found, .urgent))
        }
        if let remedy = record.remedy {
            facts.append((say("Try", "Cuba"), remedy, .plain))
        }
        return facts
    }

    private var fileFacts: [(String, String)] {
        guard let source = record.source else { return [] }
        let file = place?.description ?? "-"
        let about = [source.kind.rawValue, source.language?.rawValue, source.state, source.status.rawValue]
        var facts = [
            (say("File", "Fail"), file), (say("Address", "Alamat"), source.url),
            (say("Kind", "Jenis"), about.compactMap(\.self).joined(separator: ", ")),
            (say("Pages", "Halaman"), "fetch: \(source.fetch.rawValue)"),
        ]
        if let every = source.every {
            facts.append((say("Every", "Setiap"), "\(every.milliseconds / 60_000) min"))
        }
        if let cron = source.cron { facts.append(("Cron", cron.description)) }
        if let links = source.links { facts.append((say("Links", "Pautan"), links)) }
        if !source.hosts.isEmpty { facts.append((say("Hosts", "Hos"), source.hosts.joined(separator: ", "))) }
        if let agent = source.agent { facts.append((say("Named as", "Bernama"), agent.field)) }
        if source.weight != 1 { facts.append((say("Weight", "Berat"), decimal(source.weight))) }
        return facts
    }

    /// Times, and when it is polled next.
    private var timeFacts: [(String, String)] {
        var facts: [(String, String)] = [
            (say("Last read", "Terakhir dibaca"), when(state?.lastSuccessAt)),
            (say("Last new item", "Berita baharu"), when(state?.lastItemAt)),
            (say("Next poll", "Seterusnya"), nextPoll),
        ]
        if let polls = pollsADay {
            facts.append((say("Polls a day", "Kali sehari"), decimal(polls)))
        }
        return facts
    }

    private var hostFacts: [(String, String)] {
        guard let standing = record.standing else { return [] }
        var facts: [(String, String)] = []
        var host = standing.hostName.value
        if let until = standing.host.blockEnd(at: now) {
            let time = SourceCondition.time(until, at: now)
            host += say("; asked for quiet until \(time)", "; minta berhenti hingga \(time)")
        }
        if let hold = standing.hold {
            let time = SourceCondition.time(hold.until, at: now)
            host += say("; held by \(hold.owner) until \(time)", "; dipegang \(hold.owner) hingga \(time)")
        }
        facts.append((say("Host", "Hos"), host))
        facts.append(("robots.txt", robotsWords))
        return facts
    }

    private var robotsWords: String {
        permission?.words(in: language) ?? say("not asked yet", "belum ditanya")
    }

    /// When, and why then.
    private var nextPoll: String {
        guard let next = record.nextAt, let reason = state?.reason else { return "-" }
        return when(next) + ": " + reason.text(in: language)
    }

    private func when(_ instant: Instant?) -> String {
        guard let instant else { return "-" }
        let time = String(instant.rfc3339().prefix(16)).replacing("T", with: " ")
        guard instant <= now else { return time }
        let past = age(since: instant, at: now, in: language)
        return say("\(time)  (\(past) ago)", "\(time)  (\(past) lalu)")
    }

    private func say(_ english: String, _ malay: String) -> String { language.phrase(english, malay) }

    // MARK: What was learnt

    private func writeRate(_ rate: LearntRate) {
        let output = context.output
        output.line()
        let evidence = rate.evidence
        guard evidence.hours > 0 else {
            output.line(
                StyledText(say("Nothing was learnt of its hours yet.", "Belum ada yang dipelajari tentang waktunya.")))
            return
        }
        let basis = "\(Int(evidence.items.rounded())) / \(Int(evidence.hours.rounded())) h"
        output.line(
            StyledText(
                say("NEW ITEMS AN HOUR, BY HOUR OF THE DAY", "BERITA BAHARU SEJAM, MENGIKUT WAKTU") + "  (\(basis))",
                .heading))
        let means = stride(from: 0, to: 24, by: 3).map { first in
            (first, (first..<(first + 3)).reduce(0) { $0 + rate.observedPerHour($1) } / 3)
        }
        let most = means.map(\.1).max() ?? 0
        let bar = output.terminal.glyphs == .ascii ? "#" : "█"
        for (first, mean) in means {
            let length = most > 0 ? Int((mean / most * 30).rounded()) : 0
            let hours = "\(twoDigits(first))-\(twoDigits(first + 3))"
            let text = " \(hours)  \(String(repeating: bar, count: length)) \(decimal(mean))"
            output.line(StyledText(text))
        }
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    // MARK: The last polls

    private func writeHistory() {
        let output = context.output
        guard let history = record.standing?.history, !history.isEmpty else { return }
        output.line()
        let table = Table(
            [
                .init(say("TIME", "MASA")), .init(say("OUTCOME", "HASIL"), minimum: 12),
                .init(say("STATUS", "STATUS"), .right, dropOrder: 2), .init(say("BYTES", "BAIT"), .right, dropOrder: 1),
                .init("MS", .right, dropOrder: 0), .init(say("NEW", "BAHARU"), .right),
                .init(say("KNOWN", "LAMA"), .right, dropOrder: 3),
            ],
            rows: history.map { poll in
                [
                    StyledText(String(poll.at.rfc3339().prefix(16)).replacing("T", with: " ")),
                    StyledText(outcomeWords(poll.outcome, in: language)),
                    StyledText(poll.status.map { "\($0)" } ?? "-"), StyledText("\(poll.bytes)"),
                    StyledText("\(poll.duration.milliseconds)"), StyledText("\(poll.new)"),
                    StyledText("\(poll.known)"),
                ]
            })
        for line in table.lines(width: output.terminal.columns, glyphs: output.terminal.glyphs) { output.line(line) }
    }
}

/// With at most two decimals, none where it is whole.
func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "-" }
    let hundredths = Int((min(max(number, 0), 1e9) * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}
