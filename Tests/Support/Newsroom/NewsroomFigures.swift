public import Text

/// How well a crawl of the newsroom did, measured against what a careful reader says of each article.
///
/// An article counts as flagged where it belongs to a lead. Borderline articles count neither way, and articles that
/// robots.txt closes are not asked for.
public struct NewsroomFigures: Sendable {
    /// Distinct articles that are leads.
    public private(set) var leads = 0
    /// Ids of those that belong to no lead.
    public private(set) var missed: [String] = []
    /// Leads that the crawl made.
    public private(set) var made = 0
    /// Ids of the articles of leads in which every article is a trap.
    public private(set) var wrong: [String] = []
    /// Events that stand in several leads.
    public private(set) var split: [String] = []
    /// Events that were merged with another one.
    public private(set) var merged: [String] = []

    /// - Parameters:
    ///   - labels: ``Newsroom/labelsJSONL``, line by line.
    ///   - shown: what `lead show --json` printed, line by line.
    /// - Throws: `JSONError` for a line that is no JSON.
    public init(labels: some Sequence<Substring>, shown: some Sequence<Substring>) throws(JSONError) {
        var labelOfURL: [String: Label] = [:]
        for line in labels {
            guard let label = Label(try JSONValue(parsing: line.utf8)) else { continue }
            labelOfURL[label.url] = label
        }
        var leadsOfEvent: [String: Set<Int64>] = [:]
        var flagged: Set<String> = []
        for line in shown {
            let lead = try JSONValue(parsing: line.utf8)
            let urls = (lead["articles"]?.items ?? []).flatMap { [$0["canonical_url"], $0["url"]] }
            let labels = urls.compactMap { $0?.string.flatMap { labelOfURL[$0] } }
            made += 1
            flagged.formUnion(labels.map(\.id))
            if labels.allSatisfy({ $0.label == "no" }) { wrong.append(labels.first?.id ?? "unknown") }
            let events = Set(labels.map(\.event))
            if events.count > 1 { merged += events.sorted() }
            for event in events { leadsOfEvent[event, default: []].insert(lead["id"]?.integer ?? 0) }
        }
        let wanted = Set(labelOfURL.values.filter { $0.isOpen && $0.label == "yes" }.map(\.id))
        leads = wanted.count
        missed = wanted.subtracting(flagged).sorted()
        split = leadsOfEvent.filter { $0.value.count > 1 }.keys.sorted()
    }

    /// The part of the leads that was flagged, 0...1.
    public var recall: Double { leads == 0 ? 1 : Double(leads - missed.count) / Double(leads) }
    /// The part of what was flagged that is a trap, 0...1.
    public var wrongShare: Double { made == 0 ? 0 : Double(wrong.count) / Double(made) }

    public var lines: [String] {
        [
            "leads flagged: \(leads - missed.count) of \(leads) (\(percent(recall)))",
            "wrong flags: \(wrong.count) of \(made) (\(percent(wrongShare)))",
            "events in several leads: \(split.count); events merged with others: \(merged.count)",
        ] + missed.map { "  missed: \($0)" } + wrong.map { "  wrong: \($0)" } + split.map { "  split: \($0)" }
            + merged.map { "  merged: \($0)" }
    }

    private func percent(_ part: Double) -> String { "\(Int((part * 1000).rounded()) / 10) %" }

    private struct Label {
        let id: String
        let url: String
        let label: String
        let event: String
        let isOpen: Bool

        init?(_ json: JSONValue) {
            guard let id = json["id"]?.string, let url = json["url"]?.string, let label = json["label"]?.string,
                let event = json["event"]?.string
            else { return nil }
            (self.id, self.url, self.label, self.event) = (id, url, label, event)
            isOpen = json["open"]?.bool ?? true
        }
    }
}
