public import Fetching
public import Model
public import Storing
import Text

/// Reads what a consumer says has become of our prospects: its feed of status changes, after our cursor.
public struct StatusFeed: Sendable {
    /// The contract's section 5: never under 15 minutes, unless a person asks.
    public static let shortestRest = TimeSpan.minutes(15)
    /// A feed that says "more" for ever ends here; the next sync goes on.
    private static let pageLimit = 1000
    private static let pageSize = 100

    private let store: Store
    private let consumer: String
    private let author: Author
    private let acceptsTests: Bool
    private let clock: @Sendable () -> Instant
    private let send: @Sendable (ServiceRequest) async throws(FailureCause) -> ServiceAnswer

    /// - Parameter acceptsTests: whether changes that are marked as invented count; only where our prospects are invented.
    public init(
        store: Store, consumer: String, author: Author, acceptsTests: Bool = false,
        clock: @escaping @Sendable () -> Instant,
        send: @escaping @Sendable (ServiceRequest) async throws(FailureCause) -> ServiceAnswer
    ) {
        (self.store, self.consumer, self.author, self.acceptsTests) = (store, consumer, author, acceptsTests)
        (self.clock, self.send) = (clock, send)
    }

    /// Reads pages until there is no more. Each page is kept with the cursor behind it, or not at all.
    ///
    /// - Parameter isAsked: a person wants it now, whatever was read before.
    /// - Throws: `SyncFailure` where the feed cannot be read (the cursor stays), `StoreError`.
    public func sync(isAsked: Bool) async throws -> SyncReport {
        var report = SyncReport()
        let endpoint = try await store.read { [consumer] db in try db.endpoint(consumer) }
        if !isAsked, let last = endpoint?.feedAt, last <= clock(), clock() - last < Self.shortestRest {
            report.nextAt = last + Self.shortestRest
            return report
        }
        var cursor = endpoint?.feedCursor
        var etag = endpoint?.feedETag
        for _ in 0..<Self.pageLimit {
            guard let page = try await page(after: &cursor, etag: etag) else {
                try await keepPlace(cursor, etag)
                return report
            }
            report.pages += 1
            try await keep(page, &report)
            etag = page.etag
            guard page.hasMore else { return report }
            guard page.next != cursor else { throw SyncFailure.stuck(cursor: page.next) }
            // The mark belongs to the answer of another question.
            (cursor, etag) = (page.next, nil)
        }
        return report
    }

    private struct Page: Sendable {
        var items: [JSONValue]
        var next: String
        var hasMore: Bool
        var etag: String?
    }

    /// - Returns: nil where nothing is new.
    private func page(after cursor: inout String?, etag: String?) async throws -> Page? {
        var answer = try await ask(cursor, etag)
        // Our cursor is too old: all of it again; what we have is known by its id.
        if answer.status == 410, cursor != nil {
            cursor = nil
            answer = try await ask(nil, nil)
        }
        guard answer.status != 304 else { return nil }
        guard answer.status == 200 else {
            throw SyncFailure.refused(status: answer.status, rest: RetryTable.askedRest(answer, at: clock()))
        }
        let body: JSONValue
        do { body = try JSONValue(parsing: answer.body, maximumDepth: 50) } catch {
            throw SyncFailure.unreadable("\(error)")
        }
        guard let items = body["items"]?.items, let next = body["next"]?.string, next.utf8.count <= 200,
            let hasMore = body["has_more"]?.bool
        else { throw SyncFailure.unreadable("a page has items, next and has_more") }
        return Page(items: items, next: next, hasMore: hasMore, etag: answer.headers["etag"])
    }

    private func ask(_ cursor: String?, _ etag: String?) async throws -> ServiceAnswer {
        let after = cursor.map { "&after=" + queryEscaped($0) } ?? ""
        do throws(FailureCause) {
            return try await send(ServiceRequest("/v1/status-changes?limit=\(Self.pageSize)\(after)", etag: etag))
        } catch {
            throw SyncFailure.noAnswer(error)
        }
    }

    private func keepPlace(_ cursor: String?, _ etag: String?) async throws {
        let now = clock()
        try await store.write { [consumer] db in try db.setFeed(consumer, cursor: cursor, etag: etag, at: now) }
    }

    private func keep(_ page: Page, _ report: inout SyncReport) async throws {
        let now = clock()
        let counted = try await store.write { [consumer, author, acceptsTests] db in
            var counted = ChangeCounts()
            for item in page.items {
                let data = item["data"] ?? item
                guard data["test"]?.bool != true || acceptsTests else {
                    counted.tests += 1
                    continue
                }
                guard let problem = try db.take(data, by: author, at: now, counting: &counted) else { continue }
                counted.refused.append(.init(id: data["id"]?.string ?? "", problem: problem))
                // Nobody stands at the other end to be told: it is kept, so that a person can ask there.
                try db.keepRefused(data, from: consumer, because: "\(problem)", at: now)
            }
            try db.setFeed(consumer, cursor: page.next, etag: page.etag, at: now)
            return counted
        }
        report.counts.add(counted)
    }
}

extension Connection {
    /// Reads a change and applies it.
    ///
    /// - Returns: why it was refused; nil where it was not.
    func take(
        _ json: JSONValue, by author: Author, at now: Instant, counting counted: inout ChangeCounts
    ) throws(StoreError) -> ChangeProblem? {
        let change: StatusChange
        do throws(ChangeProblem) { change = try StatusChange(json: json) } catch { return error }
        let result = try apply(change, by: author, at: now)
        counted.count(result)
        if case .refused(let problem) = result.verdict { return problem }
        return nil
    }
}
