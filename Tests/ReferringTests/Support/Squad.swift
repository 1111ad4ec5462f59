import Model
import Reviewing
import Storing
import Synchronization

@testable import Referring

/// A store in a folder of its own with the verbs that a squad and its crawler use, at times that the test sets.
struct Squad: Sendable {
    let folder: TemporaryFolder
    let out: TemporaryFolder
    let store: Store
    let aminah = Actor("aminah")!
    private let counter = Counter()

    init() throws {
        folder = try TemporaryFolder()
        out = try TemporaryFolder()
        store = try Store.open(folder.path + "/pantau.db", mode: .create)
    }

    /// Ids that are the same in every run.
    private final class Counter: Sendable {
        private let value = Mutex<UInt8>(0)
        func next() -> UInt8 {
            value.withLock {
                $0 += 1
                return $0
            }
        }
    }

    var author: Author { Author(actor: aminah, unixUser: "aminah", via: "cli") }

    func exporter(limits: ExportWriter.Limits = .init()) -> Exporter {
        let counter = counter
        return Exporter(
            store: store, settings: Invented.settings, catalogue: Invented.catalogue, limits: limits,
            makeID: { UUIDv7(at: $0, random: Array(repeating: 0, count: 9) + [counter.next()]) })
    }

    /// One article of a poll, which makes a lead.
    func crawl(
        _ article: Article, score: Score = Invented.score(), persons: [Person] = [Invented.father],
        place: Place = Invented.place, keys: [String] = [],
        joining lead: LeadID? = nil, at now: Instant = Invented.noon
    ) async throws -> LeadID {
        let source = SourceID("harian-rekaan")!
        let host = HostName("harian-rekaan.example")
        let identification = Identification(persons: persons, place: place)
        let result = SourceResult(
            source: SourceRow(source: source, host: host, nextAt: now),
            host: HostRow(host: host, nextAt: now, blockedUntil: now),
            record: FetchRecord(
                source: source, at: now, outcome: "fresh", status: 200, bytes: 863, duration: .seconds(1), new: 1,
                known: 0,
                nextAt: now),
            articles: [
                FoundArticle(
                    article: article, score: score, identification: identification, fingerprint: nil,
                    keys: keys.isEmpty ? [article.canonicalURL] : keys)
            ], by: Author(actor: Actor("crawl")!, unixUser: "pantau", via: "crawl"), at: now)
        let summary = try await store.write { db in
            try db.commit(result) { _, _, _ in
                lead.map { .joins($0, .sameEvent, identification: identification) } ?? .alone
            }
        }
        return summary.made.first ?? summary.joined.first ?? LeadID(0)
    }

    func accept(_ leads: LeadID..., second: String? = nil, at now: Instant = Invented.noon) async throws {
        let acceptance = Acceptance(second: second.flatMap { Actor($0) })
        let result = try await store.write { db in
            try db.review(.accept(acceptance), leads, by: author, at: now)
        }
        guard result.changed.count == leads.count else { throw Refused(result: result) }
    }

    struct Refused: Error { var result: ReviewResult }

    @discardableResult
    func export(at now: Instant, after: Int64? = nil, for consumer: String = "mysynergy") async throws -> ExportReport {
        try await exporter().export(order(for: consumer, after: after), by: author, at: now)
    }

    /// An export of whole records to PERKESO that everybody may read.
    func order(for consumer: String = "mysynergy", to folder: String? = nil, after: Int64? = nil) -> ExportOrder {
        ExportOrder(
            for: Consumer(name: consumer, agencies: ["PERKESO"], isFull: true), to: folder ?? out.path,
            .plain(reason: "a test"), after: after)
    }

    /// The events in the files of an export, one line each.
    func lines(_ report: ExportReport) throws -> [[UInt8]] {
        guard case .written(_, let manifest) = report.outcome else { return [] }
        return try manifest.files.flatMap { try out.bytes($0.name).split(separator: 10).map(Array.init) }
    }
}

extension Invented {
    static let catalogue = ProgrammeCatalogue(
        version: "1",
        agencies: [
            Agency(
                code: "PERKESO", nameMalay: "PERKESO", nameEnglish: "SOCSO", kind: .federal, states: [], contact: nil,
                evidence: "page")
        ],
        programmes: [
            Programme(
                code: "PERKESO.SKBP", agency: .agency("PERKESO"), nameMalay: "Skim Bencana Pekerjaan",
                nameEnglish: "Employment Injury Scheme", checkMalay: "caruman", checkEnglish: "contributions",
                conditions: [], evidence: "page", asOf: "2025")
        ],
        doors: [.workInjury: ["PERKESO.SKBP"]])

    static func article(number: Int) -> Article {
        article(
            title: "Berita \(number): \(title)", text: text + "\nBerita \(number).",
            url: "https://harian-rekaan.example/2026/berita-\(number)")
    }
}
