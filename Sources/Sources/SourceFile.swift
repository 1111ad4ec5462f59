public import Model
import Reading
public import Text

/// A file of Feeds/: a list of sources under the key `sources`, as people write and review it.
///
///     sources:
///       - id: harian-rekaan
///         outlet: Harian Rekaan
///         kind: feed
///         url: https://harian-rekaan.example/rss
///         language: ms
///         state: MY-10
///         status: candidate
///         enabled: true
///         fetch: all
///         every: 30m
///         weight: 2
///         links: ul.latest > li h3 a
///         hosts: [berita.rekaan.example]
///         agent: Pantau/1.0 (+https://contoh.example)
///
/// In the place of `every` may stand `cron: "0 6-22 * * mon-fri"` (see `CronLine`). It is quoted, for YAML reads a `*` or
/// `@` at the beginning as its own.
public struct SourceFile: Hashable, Sendable {
    public var name: String
    public var sources: [Source]

    static let keys = [
        "id", "outlet", "kind", "url", "language", "state", "status", "enabled", "fetch", "every", "cron", "weight",
        "links", "hosts", "agent",
        "note",
    ]

    /// Reads the sources of one file.
    ///
    /// - Throws: every problem of the file at once. A file with a problem gives no sources; the other files do.
    public init(_ document: DocumentNode, named name: String) throws(DocumentProblems) {
        self.name = name
        var top = FieldReader(document, file: name, describing: "a file of sources", known: ["sources"])
        var problems: [DocumentProblem] = []
        var sources: [Source] = []
        if let list = top.node("sources") {
            if case .list(let items) = list.content {
                for item in items {
                    let (source, found) = SourceFile.source(item, file: name)
                    problems += found
                    if let source { sources.append(source) }
                }
            } else {
                top.report("\"sources\" must be a list: each source begins with `- id:`", at: list.mark)
            }
        } else if top.problems.isEmpty {
            top.report("a file of sources needs \"sources\"")
        }
        problems = top.problems + problems
        guard problems.isEmpty else { throw DocumentProblems(problems) }
        self.sources = sources
    }

    private static func source(_ node: DocumentNode, file: String) -> (Source?, [DocumentProblem]) {
        var reader = FieldReader(node, file: file, describing: "a source", known: keys)
        let id = reader.value(
            "id", isRequired: true, expected: "lower-case letters, digits and hyphens, at most 60", SourceID.init)
        let outlet = reader.text("outlet", isRequired: true)
        let kind = reader.word("kind", as: SourceKind.self, isRequired: true)
        let url = reader.value("url", isRequired: true, expected: "an address that begins with http:// or https://") {
            isWebAddress($0) ? $0 : nil
        }
        let language = reader.word("language", as: Language.self)
        let state = reader.value("state", expected: "a state code from MY-01 to MY-16") { isStateCode($0) ? $0 : nil }
        let status = reader.word("status", as: SourceStatus.self) ?? .candidate
        let isEnabled = reader.flag("enabled") ?? true
        let fetch = reader.word("fetch", as: FetchRule.self) ?? .all
        let every = reader.value("every", expected: "a duration such as 15m, 6h or 1d", TimeSpan.init)
        let cron = cronLine(&reader)
        if every != nil, let node = reader.node("cron") {
            reader.report("\"every\" and \"cron\" exclude each other: leave one out", at: node.mark)
        }
        let weight = reader.value("weight", expected: "a number from 0.01 to 100", readWeight) ?? 1
        let links = links(&reader, of: kind)
        let hosts = hosts(&reader)
        let agent = reader.value(
            "agent", expected: "a User-Agent such as \"Pantau/1.0 (+https://contoh.example)\"", UserAgent.init(field:))
        guard reader.problems.isEmpty, let id, let outlet, let kind, let url else { return (nil, reader.problems) }
        let source = Source(
            id: id, outlet: outlet, kind: kind, url: url, language: language, state: state, status: status,
            isEnabled: isEnabled, fetch: fetch, every: every, cron: cron, weight: weight, links: links, hosts: hosts,
            agent: agent)
        return (source, [])
    }

    private static func links(_ reader: inout FieldReader, of kind: SourceKind?) -> String? {
        guard let links = reader.text("links") else { return nil }
        let place = reader.node("links")?.mark
        if let kind, kind != .page { reader.report("\"links\" is for `kind: page`, not \(kind.rawValue)", at: place) }
        do throws(HTMLSelector.Problem) {
            _ = try HTMLSelector(links)
        } catch {
            reader.report("\"links\": \(error)", at: reader.node("links").map { SourceFile.mark(of: error, in: $0) })
        }
        return links
    }

    /// The place of a mistake in a selector that is written on one line.
    private static func mark(of problem: HTMLSelector.Problem, in node: DocumentNode) -> DocumentNode.Mark {
        let quote = if case .scalar(_, isQuoted: true) = node.content { 1 } else { 0 }
        return DocumentNode.Mark(line: node.mark.line, column: node.mark.column + quote + problem.offset)
    }

    private static func hosts(_ reader: inout FieldReader) -> [String] {
        let hosts = reader.texts("hosts").map { $0.lowercased() }
        for host in hosts where WebURL("https://\(host)/")?.host != host {
            reader.report("\"hosts\" needs names such as example.com, not \"\(host)\"", at: reader.node("hosts")?.mark)
        }
        return hosts
    }
}

/// Reads `cron`; a problem names the place within the line.
private func cronLine(_ reader: inout FieldReader) -> CronLine? {
    guard let text = reader.text("cron"), let node = reader.node("cron") else { return nil }
    do throws(CronLine.Problem) {
        return try CronLine(text)
    } catch {
        var mark = node.mark
        let quote = if case .scalar(_, isQuoted: true) = node.content { 1 } else { 0 }
        mark.column += quote + error.column - 1
        reader.report("\"cron\": \(error.reason)", at: mark)
        return nil
    }
}

private func readWeight(_ text: String) -> Double? {
    // `Double` also reads 0x1p3, inf and nan.
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    return Double(text).flatMap { (0.01...100).contains($0) ? $0 : nil }
}

private func isWebAddress(_ text: String) -> Bool {
    let lowered = text.lowercased()
    let scheme = ["http://", "https://"].first { lowered.hasPrefix($0) }
    return scheme.map { lowered.utf8.count > $0.utf8.count } ?? false
        && lowered.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
}

private func isStateCode(_ text: String) -> Bool {
    guard text.hasPrefix("MY-"), text.utf8.count == 5, let number = Int(text.dropFirst(3)) else { return false }
    return (1...16).contains(number)
}
